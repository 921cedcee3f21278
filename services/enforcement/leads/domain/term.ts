import {
  endOfDay,
  extendLimit,
  isOverdue,
  type Limit,
  limitFrom,
  recalculate,
} from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { about } from "./about.ts";
import type { Lead } from "./lead.ts";
import type { CommandOf, LeadEvent } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";
import { isHead } from "./who.ts";

const article54 = { article: "行政处罚法54(2)", rule: "CF-54a" };

/** CF-54a: the filing term from the first receipt, by the rule of the domain; extensions that were given stay. */
export function filingTerm(
  { domain, receivedOn, fileBy }: Pick<Lead, "domain" | "receivedOn" | "fileBy">,
  { calendar, town }: Pick<Context, "calendar" | "town">,
  from = fileBy?.start ?? receivedOn,
): Limit {
  const { length } = ruleOf(domain, town);
  return limitFrom(calendar, { ...article54, unit: "working-day", length }, from, {
    extensions: fileBy?.extensions ?? [],
  });
}

function ruleOf(domain: string | undefined, { enforcement: { filing } }: Context["town"]) {
  const { workingDays: length, extensionWorkingDays } =
    (domain === undefined ? undefined : filing.byDomain[domain]) ?? filing;
  return { length, extensionWorkingDays };
}

/** CF-54a: once, by the head, before the term is over, where the rule of the domain gives an extension. */
export function extend(state: Lead, { reasons }: CommandOf<"extend">, context: Context): Decision<LeadEvent> {
  const { actor, calendar, today, town } = context;
  if (!isHead(actor, context)) return notYou("enforcement.lead-head-only", article54);
  const { fileBy, domain } = state;
  const length = ruleOf(domain, town).extensionWorkingDays;
  if (fileBy === undefined || length === undefined)
    return refuse("enforcement.lead-extension-not-allowed", { domain: domain ?? "", ...article54 });
  if (fileBy.extensions.length > 0) return refuse("enforcement.lead-extended-already", article54);
  if (isOverdue(recalculate(calendar, fileBy), today))
    return refuse("enforcement.lead-term-over", { due: fileBy.due, ...article54 });
  const extended = extendLimit(calendar, fileBy, { length, ...article54 });
  return [{ type: "enforcement.lead.term-extended", data: { fileBy: extended }, personal: { reasons } }];
}

const waits: ReadonlySet<Lead["status"]> = new Set(["received", "checked", "verified"]);

/** The receipt is told by the town itself: the event of who informs would say who he is. */
export const nextLeadDeadline = ({ told, receivedAt, status, late, fileBy }: Lead): string | undefined => {
  if (!told) return receivedAt;
  return late || !waits.has(status) || fileBy === undefined || fileBy.due === null ? undefined : endOfDay(fileBy.due);
};

/** CF-54a: what is late is told once. A calendar announced since moves the last day. */
export function passTime(state: Lead, { calendar, today }: Context): Decision<LeadEvent> {
  const { told, fileBy, late, status, domain, item, receivedOn, discoveredOn } = state;
  if (!told) {
    const data = { ...about(state), receivedOn, discoveredOn, ...present({ domain, item }) };
    return [{ type: "enforcement.lead.received", data, personal: {} }];
  }
  if (late || !waits.has(status) || fileBy === undefined || !isOverdue(fileBy, today)) return [];
  const limit = recalculate(calendar, fileBy);
  if (!isOverdue(limit, today)) return [{ type: "enforcement.lead.limit-recounted", data: { limit }, personal: {} }];
  const due = limit.due ?? receivedOn;
  return [{ type: "enforcement.lead.overdue", data: { ...about(state), due }, personal: {} }];
}

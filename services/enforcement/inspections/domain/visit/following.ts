import { toDate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import { officerFaultsOf, twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, in3, in5, notNow, refuse } from "../refusals.ts";
import { enforcerOnly } from "../who.ts";
import type { CommandOf, VisitEvent } from "./messages.ts";
import { domainsOf } from "./proposing.ts";
import type { SiteInspection } from "./visit.ts";

type Decided = Decision<VisitEvent>;
const open: ReadonlySet<string> = new Set(["proposed", "approved", "entered", "recorded", "signed", "told"]);

/** What had to be put right is looked at once: from its day on, or sooner when the enterprise asks for it. */
export function reInspect(state: SiteInspection, command: CommandOf<"re-inspect">, context: Context): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  const by = state.result?.putRightBy;
  if (by === undefined) return refuse("enforcement.inspection-put-right-by", { on: state.result?.on ?? "", ...in3 });
  if (!command.requested && command.from < by)
    return badInput("enforcement.inspection-too-early", { by, ...in3 }, "/from");
  const { nextStatus } = command;
  if (state.next !== undefined && nextStatus !== undefined && open.has(nextStatus))
    return notNow("enforcement.inspection-same-ground", { inspection: state.next, ...in3 });
  return [{ type: "enforcement.site-inspection.re-inspection-proposed", data: { next: command.next }, personal: {} }];
}

/** IN-5 综合查一次: one that is open joins one for the same premises that the head has not approved yet. */
export function join(state: SiteInspection, { into, target }: CommandOf<"join">, context: Context): Decided {
  const refused = enforcerOnly(context) ?? drawnFault(state);
  if (refused !== undefined) return refused;
  const fits =
    target !== undefined &&
    target !== state &&
    target.status === "proposed" &&
    target.enterprise === state.enterprise &&
    target.address === state.address &&
    target.counted === state.counted;
  if (!fits) return badInput("enforcement.inspection-not-joined", { into, ...in5 }, "/into");
  const data = { into, on: context.today.toString() };
  return [{ type: "enforcement.site-inspection.joined", data, personal: {} }];
}

/** Those officers of both who are certified for all its domains hold the one visit. */
export function takeIn(state: SiteInspection, command: CommandOf<"take-in">, context: Context): Decided {
  const { from, source, certificates } = command;
  if (source === undefined) return badInput("enforcement.inspection-not-joined", { into: from, ...in5 }, "/into");
  const fault = drawnFault(state);
  if (fault !== undefined) return fault;
  const more = source.items.filter(({ code }) => !state.items.some((one) => one.code === code));
  const items = [...state.items, ...more];
  const subs = [...state.officers, ...source.officers].map(({ sub }) => sub);
  const known = { officers: certificates, on: toDate(state.from), town: context.town };
  const able = [...new Set(subs)].filter(
    (sub) => officerFaultsOf(sub, { ...known, domains: domainsOf(items) }).length === 0,
  );
  const officers = twoOfficers(able.length < 2 ? subs : able, { ...known, domains: domainsOf(items) });
  if (isRejection(officers)) return officers;
  return [{ type: "enforcement.site-inspection.taken-in", data: { from, items: more }, personal: { officers } }];
}

/** 双随机: what was drawn stands by itself. */
const drawnFault = ({ occasion }: SiteInspection): Rejection | undefined =>
  occasion.kind === "random" ? refuse("enforcement.inspection-by-draw", in5, "/into") : undefined;

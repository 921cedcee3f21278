import { type Limit, limitFrom } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, in3, in4, in7, notYou, refuse } from "../refusals.ts";
import type { CommandOf, Enter, VisitEvent } from "./messages.ts";
import { domainsOf, nearFault, powersFault, publishedItems } from "./proposing.ts";
import type { SiteInspection } from "./visit.ts";

type Decided = Decision<VisitEvent>;
const article42 = { article: "行政处罚法42", rule: "CF-42" };

/** CF-42: an officer of this inspection, by his own login. */
export const namedOnly = ({ officers }: SiteInspection, { actor }: Context): Rejection | undefined =>
  officers.some(({ sub }) => sub === actor.sub) ? undefined : notYou("enforcement.not-a-named-officer", article42);

/** IN-7: scanned at the door, by one of its officers; the platform's receipt is kept. */
export function scan(state: SiteInspection, { scanned }: CommandOf<"scan">, context: Context): Decided {
  const refused = namedOnly(state, context) ?? notApproved(state);
  if (refused !== undefined) return refused;
  if (context.town.enforcement.inspections.scan === undefined) return refuse("enforcement.inspection-scan-none", in7);
  if (scanned === "down") return refuse("enforcement.inspection-scan-down", in7);
  if (scanned === "unknown" || scanned.enterprise !== state.enterprise)
    return badInput("enforcement.inspection-scan-other", in7, "/code");
  if (state.scan?.receipt !== undefined) return [];
  const { number, at } = scanned;
  return [{ type: "enforcement.site-inspection.scanned", data: { receipt: { number, at } }, personal: {} }];
}

/**
 * IN-2, IN-3, IN-7: two certified officers enter within the period, show their cards and the notice, and have scanned. What was checked
 * when it was proposed holds today too. Without approval nobody enters, unless it was urgent and the head was told.
 */
export function enter(state: SiteInspection, command: Enter, context: Context): Decided {
  const { shown, withoutScan, certificates, enterpriseState } = command;
  const { today, town, now, calendar } = context;
  const conflicts = enterpriseState?.conflicts ?? [];
  const subs = state.officers.map(({ sub }) => sub);
  const fault =
    namedOnly(state, context) ??
    nearFault({ key: state.key, conflicts }, subs, context) ??
    notApproved(state) ??
    periodFault(state, context) ??
    (shown.cards && shown.notice ? undefined : refuse("enforcement.inspection-not-shown", in3, "/shown")) ??
    scanFault(state, command, context);
  if (fault !== undefined) return fault;
  const items = publishedItems(
    state.items.map(({ code }) => code),
    command,
  );
  if (isRejection(items)) return items;
  const officers =
    powersFault(state.items, state.place, command, context) ??
    twoOfficers(subs, { officers: certificates, domains: domainsOf(state.items), on: today, town });
  if (isRejection(officers)) return officers;
  const { makeUpWorkingDays, scan: platform } = town.enforcement.inspections;
  const on = today.toString();
  const approveBy =
    state.approval === undefined
      ? limitFrom(calendar, { ...in3, unit: "working-day", length: makeUpWorkingDays }, on)
      : undefined;
  const scanBy: Limit | undefined =
    platform !== undefined && state.scan?.receipt === undefined && withoutScan?.ground === "down"
      ? limitFrom(calendar, { ...in7, unit: "day", length: platform.downDays }, on)
      : undefined;
  const without = platform !== undefined && state.scan?.receipt === undefined ? withoutScan : undefined;
  return [
    {
      type: "enforcement.site-inspection.entered",
      data: { on, at: now, ...present({ approveBy, scanBy }) },
      personal: { officers, ...present({ without }) },
    },
  ];
}

/** IN-3: no approval, no inspection. */
export const notApproved = ({ approval, urgent }: SiteInspection): Rejection | undefined =>
  approval === undefined && urgent === undefined ? refuse("enforcement.inspection-not-approved", in3) : undefined;

function periodFault({ from, until }: SiteInspection, { today }: Context): Rejection | undefined {
  const on = today.toString();
  return on < from || on > until ? refuse("enforcement.inspection-outside-period", { from, until, ...in4 }) : undefined;
}

/** IN-7: scanned, or an emergency, or the platform is down; a town without a platform asks for nothing. */
function scanFault({ scan: done }: SiteInspection, { withoutScan }: Enter, { town }: Context): Rejection | undefined {
  const asked = town.enforcement.inspections.scan !== undefined;
  return !asked || done?.receipt !== undefined || withoutScan !== undefined
    ? undefined
    : refuse("enforcement.inspection-scan-missing", in7);
}

/** The visit did not take place: nobody was there, or the enterprise refused (IN-2), and the reason is on record. */
export function noteNotHeld(
  state: SiteInspection,
  { ground, reasons }: CommandOf<"note-not-held">,
  context: Context,
): Decided {
  const refused = namedOnly(state, context) ?? periodFault(state, context);
  if (refused !== undefined) return refused;
  const data = { on: context.today.toString(), ground };
  return [{ type: "enforcement.site-inspection.not-held", data, personal: { reasons } }];
}

import { toDate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { in2, in3, in4, notNow, notYou, refuse } from "../refusals.ts";
import { enforcerOnly, headOnly } from "../who.ts";
import type { CommandOf, VisitEvent } from "./messages.ts";
import { domainsOf, nearFault } from "./proposing.ts";
import type { SiteInspection } from "./visit.ts";

type Decided = Decision<VisitEvent>;

/**
 * IN-3: the head approves each inspection before, and the notice gets its number; what was urgent he approves afterwards. Never who
 * proposed it, nor one of its officers.
 */
export function approve(state: SiteInspection, { conflicts }: CommandOf<"approve">, context: Context): Decided {
  const { today, town } = context;
  const refused =
    headOnly(context) ?? nearFault({ key: state.key, conflicts }, [], context) ?? ownFault(state, context);
  if (refused !== undefined) return refused;
  if (state.approval !== undefined) return notNow("enforcement.inspection-approved-already", in3);
  const on = today.toString();
  const { occasion, counted, status } = state;
  const afterwards = status !== "proposed";
  const number = state.number ?? nextNumber(context, town.numbering.enforcement["inspection-notice"]);
  const data = { on, occasion: occasion.kind, counted, afterwards };
  return [{ type: "enforcement.site-inspection.approved", data, personal: { number } }];
}

function ownFault({ proposedBy, officers }: SiteInspection, { actor }: Context): Rejection | undefined {
  return proposedBy === actor.sub || officers.some(({ sub }) => sub === actor.sub)
    ? notYou("enforcement.inspection-own-proposal", in3)
    : undefined;
}

/** IN-3: the head does not approve it. One that was urgent and entered stays on record, as not approved. */
export function decline(state: SiteInspection, { reasons }: CommandOf<"decline">, context: Context): Decided {
  const refused = headOnly(context) ?? ownFault(state, context);
  if (refused !== undefined) return refused;
  if (state.approval !== undefined) return notNow("enforcement.inspection-approved-already", in3);
  return [
    { type: "enforcement.site-inspection.declined", data: { on: context.today.toString() }, personal: { reasons } },
  ];
}

/** What is planned is called off by its officers or the head, for reasons; what was drawn (双随机) by the head alone. */
export function callOff(state: SiteInspection, { reasons }: CommandOf<"call-off">, context: Context): Decided {
  const refused = state.occasion.kind === "random" ? headOnly(context) : enforcerOnly(context);
  if (refused !== undefined) return refused;
  const data = { on: context.today.toString() };
  return [{ type: "enforcement.site-inspection.called-off", data, personal: { reasons } }];
}

/** Other officers, for reasons. Of a draw only the next of its order (双随机). */
export function changeOfficers(
  state: SiteInspection,
  command: CommandOf<"change-officers">,
  context: Context,
): Decided {
  const { officers: subs, certificates, conflicts, reasons, drawn } = command;
  const { today, town } = context;
  const refused = enforcerOnly(context) ?? nearFault({ key: state.key, conflicts }, subs, context);
  if (refused !== undefined) return refused;
  if (state.occasion.kind === "random" && drawn !== true)
    return refuse("enforcement.inspection-by-draw", in4, "/officers");
  const on = state.from > today.toString() ? toDate(state.from) : today;
  const officers = twoOfficers(subs, { officers: certificates, domains: domainsOf(state.items), on, town });
  if (isRejection(officers)) return officers;
  const approver = state.approval?.by;
  if (officers.some(({ sub }) => sub === approver)) return notYou("enforcement.inspection-own-proposal", in3);
  const data = { on: today.toString() };
  return [{ type: "enforcement.site-inspection.officers-changed", data, personal: { officers, reasons } }];
}

/** IN-3: the enterprise is told beforehand, unless the check is a surprise. From then on it sees it. */
export function announce(state: SiteInspection, { on, how }: CommandOf<"announce">, context: Context): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (state.manner === "surprise") return refuse("enforcement.inspection-surprise", in3);
  const first = state.approval?.on ?? state.proposedOn;
  const last = context.today.toString();
  if (on < first || on > last)
    return refuse("enforcement.inspection-period", { from: first, until: last, ...in2 }, "/on");
  return [{ type: "enforcement.site-inspection.announced", data: { on, how }, personal: {} }];
}

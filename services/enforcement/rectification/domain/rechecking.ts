import { hasCertainlyPassed, toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import { countersignFault, twoOfficers } from "../../common/domain/two-officers.ts";
import type { CommandOf, Recheck, RectificationEvent } from "./messages.ts";
import { about } from "./ordering.ts";
import type { OrderCheck, Rectification } from "./rectification.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { isEnforcer } from "./who.ts";

type Decided = Decision<RectificationEvent>;
const article33 = { article: "行政处罚法33(3)", rule: "CF-33a" };
const article28 = { article: "行政处罚法28", rule: "CF-28" };

/**
 * CF-33a, CF-42: two officers look again at the place, with pictures. What is put right counts on any day; what is not counts as unmet
 * only after the last day, and once a request for more time is decided.
 */
export function recheck(state: Rectification, command: Recheck, context: Context): Decided {
  const { with: other, checkedOn: on, finding, slight, harm, notes, files, officers } = command;
  const { actor, town } = context;
  if (!isEnforcer(actor, town)) return notYou("enforcement.order-not-enforcement", article28);
  const fault = dayFault(state, on, context) ?? unmetTooEarly(state, { on, finding }, context);
  if (fault !== undefined) return fault;
  if (files.length === 0) return refuse("enforcement.order-pictures-missing", article33, "/files");
  const known = { officers, domains: [state.act.domain], on: toDate(on), town };
  const named = twoOfficers([actor.sub, other], known, "/with");
  if (isRejection(named)) return named;
  return [
    {
      type: "enforcement.rectification.rechecked",
      data: { on, finding, slight, harm },
      personal: { officers: named, notes, files },
    },
  ];
}

function dayFault({ served }: Rectification, on: string, { today }: Context): Rejection | undefined {
  const from = served?.on ?? "";
  return on < from || on > today.toString()
    ? badInput("enforcement.order-check-day", { from, until: today.toString(), ...article28 }, "/checkedOn")
    : undefined;
}

/** What is taken from the party needs a day that has certainly passed (T-10). */
function unmetTooEarly(
  { limit, extension }: Rectification,
  { on, finding }: Pick<OrderCheck, "on" | "finding">,
  { calendar }: Context,
): Rejection | undefined {
  if (finding === "corrected") return undefined;
  if (extension !== undefined && extension.decided === undefined)
    return refuse("enforcement.order-extension-undecided", article28, "/finding");
  return limit !== undefined && hasCertainlyPassed(calendar, limit, on)
    ? undefined
    : refuse("enforcement.order-not-due", { due: limit?.due ?? "", ...article28 }, "/finding");
}

/** CF-42: another of the two signs with his own login, and says which finding he signs. */
export function signRecheck(state: Rectification, { finding }: CommandOf<"sign-recheck">, context: Context): Decided {
  const { check } = state;
  if (check === undefined)
    return notNow("enforcement.order-nothing-to-sign", { article: "行政处罚法42", rule: "CF-42" });
  const fault = countersignFault({ officers: check.officers, recordedBy: check.by }, context.actor);
  if (fault !== undefined) return fault;
  if (finding !== check.finding)
    return notNow("enforcement.order-finding-differs", { article: "行政处罚法42", rule: "CF-42" });
  const early = unmetTooEarly(state, check, context);
  if (early !== undefined) return early;
  const data = { ...about(state), on: check.on };
  return finding === "corrected"
    ? [{ type: "enforcement.rectification.corrected", data, personal: {} }]
    : [{ type: "enforcement.rectification.unmet", data, personal: {} }];
}

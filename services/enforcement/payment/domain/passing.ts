import { recalculate, startOfDay, toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { agreedPlan } from "../../../../shared/fines/index.ts";
import { dayAfter } from "./days.ts";
import type { Due, Fine, Watched } from "./fine.ts";
import type { FineEvent } from "./messages.ts";
import { type Counted, isDueProvisional, lastDueDay, owedOn, remedyIsOpen, windowOf } from "./owed.ts";
import { about } from "./paying.ts";

/** How many days before the last day of the demand somebody is told. */
const warningDays = 30;

/** How many days later a due day that may still move is looked at again. */
const daysBetweenLooks = 7;

/** What is to be told of a fine that nobody pays, and on which day: late, the court's window closes soon, it has closed. */
export function watchOf(fine: Counted, context: Pick<Context, "calendar">): readonly Watched[] {
  const { latest, latestDemand } = windowOf(fine, context);
  return [
    { what: "overdue", on: dayAfter(lastDueDay(fine)) },
    { what: "window-closing", on: toDate(latestDemand).subtract({ days: warningDays }).toString() },
    { what: "window-closed", on: dayAfter(latest.due ?? latestDemand) },
  ];
}

/** QZ-53: while a review or a suit runs the days of the court are not known. */
const nextOf = ({ watch, told, remedies }: Due): Watched | undefined =>
  watch.find(({ what }) => !told.includes(what) && (what === "overdue" || !remedyIsOpen({ remedies })));

/** CF-67, QZ-53: each is told once. A calendar announced since moves the days to pay, and what follows from them. */
export function passTime(state: Due, context: Context): Decision<FineEvent> {
  const { today } = context;
  const on = today.toString();
  const now = recounted(state, context);
  if (now !== undefined) return [{ type: "enforcement.fine.limit-recounted", data: now }];
  // T-10: nobody is late, and no surcharge runs, on a day that a later notice may move.
  const unsure = unsureOf(state);
  if (unsure !== undefined && unsure < on) {
    const lookAgainOn = today.add({ days: daysBetweenLooks }).toString();
    const { due, watch, lookAgainOn: before = on } = state;
    if (before <= on) return [{ type: "enforcement.fine.limit-recounted", data: { due, watch, lookAgainOn } }];
  }
  const next = nextOf(state);
  if (next === undefined || next.on > on || (next.what === "overdue" && isDueProvisional(state))) return [];
  const { what } = next;
  if (what !== "overdue") return [{ type: "enforcement.fine.told", data: { ...about(state), what, on } }];
  const { openFen: unpaidFen } = owedOn(state, on, context);
  return [{ type: "enforcement.fine.overdue", data: { ...about(state), due: lastDueDay(state), unpaidFen } }];
}

/** T-10: the days to pay by the calendar of today; undefined: they are as they were. */
function recounted(state: Due, context: Context) {
  const due = recalculate(context.calendar, state.due);
  const { agreed } = state;
  const plan = agreed && agreedPlan(context.calendar, agreed, context.town.enforcement.due.restDays);
  const isSame = due.due === state.due.due && due.provisional === state.due.provisional;
  const moved = plan?.some(({ due: day, provisional }, at) => {
    const before = agreed?.[at];
    return day !== before?.due || provisional !== before.provisional;
  });
  if (isSame && moved !== true) return undefined;
  return { due, watch: watchOf({ ...state, due, ...present({ agreed: plan }) }, context), ...present({ plan }) };
}

/** T-10: the first day to pay that may still move. */
function unsureOf(state: Due): string | undefined {
  if (state.agreed === undefined) return state.due.provisional ? lastDueDay(state) : undefined;
  return state.agreed.find(({ provisional }) => provisional === true)?.due;
}

export function nextDeadline(fine: Fine): string | undefined {
  if (fine.status !== "due") return undefined;
  const unsure = unsureOf(fine);
  const looks = unsure === undefined ? undefined : (fine.lookAgainOn ?? dayAfter(unsure));
  const next = nextOf(fine);
  // What is told of the last day waits until that day is certain.
  const tells = next === undefined || (next.what === "overdue" && isDueProvisional(fine)) ? undefined : next.on;
  const first = [looks, tells].filter((day) => day !== undefined).toSorted()[0];
  return first === undefined ? undefined : startOfDay(first);
}

import { recalculate, startOfDay, toDate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { dayAfter } from "./days.ts";
import type { Due, Fine, Watched } from "./fine.ts";
import type { FineEvent } from "./messages.ts";
import { type Counted, isDueProvisional, lastDueDay, owedOn, windowOf } from "./owed.ts";
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

const nextOf = ({ watch, told }: Due): Watched | undefined => watch.find(({ what }) => !told.includes(what));

/** CF-67, QZ-53: each is told once. A calendar announced since moves the due day, and what follows from it. */
export function passTime(state: Due, context: Context): Decision<FineEvent> {
  const { calendar, today } = context;
  const on = today.toString();
  const due = recalculate(calendar, state.due);
  const recounted = { due, watch: watchOf({ ...state, due }, context) };
  if (due.due !== state.due.due || due.provisional !== state.due.provisional)
    return [{ type: "enforcement.fine.limit-recounted", data: recounted }];
  const next = nextOf(state);
  if (next === undefined || next.on > on) return [];
  const { what } = next;
  // T-10: nobody is late, and no surcharge runs, on a day that a later notice may move.
  if (what === "overdue" && isDueProvisional(state)) {
    const lookAgainOn = today.add({ days: daysBetweenLooks }).toString();
    return [{ type: "enforcement.fine.limit-recounted", data: { ...recounted, lookAgainOn } }];
  }
  if (what !== "overdue") return [{ type: "enforcement.fine.told", data: { ...about(state), what, on } }];
  const { openFen: unpaidFen } = owedOn(state, on, context);
  return [{ type: "enforcement.fine.overdue", data: { ...about(state), due: lastDueDay(state), unpaidFen } }];
}

export function nextDeadline(fine: Fine): string | undefined {
  if (fine.status !== "due") return undefined;
  const next = nextOf(fine);
  if (next === undefined) return undefined;
  const { lookAgainOn } = fine;
  return startOfDay(next.what === "overdue" && lookAgainOn !== undefined ? lookAgainOn : next.on);
}

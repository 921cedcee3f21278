import { type DateLike, type DayNumber, dayNumber } from "./days.ts";
import type { Limit } from "./limit.ts";
import { recalculate } from "./limit-changes.ts";
import { kindOrPrediction, spanOf } from "./walk.ts";
import type { WorkingDayCalendar } from "./working-calendar.ts";
import { isWorking } from "./working-calendar.ts";

/** Not overdue on the due day itself, nor while the clock stands. */
export const isOverdue = (limit: Limit, today: DateLike): boolean =>
  limit.due !== null && dayNumber(today) > dayNumber(limit.due);

/** Whether the limit is over by the calendar known now. A provisional limit may turn out later: see `hasCertainlyPassed`. */
export const mayHavePassed = (calendar: WorkingDayCalendar, limit: Limit, today: DateLike): boolean =>
  isOverdue(recalculate(calendar, limit), today);

/**
 * T-10: whether the limit is over and no later notice can change it. Only this takes a right from a person: a request called
 * late, silence taken for acceptance, an end of what he holds. The organ's own alarms go by `mayHavePassed`.
 */
export function hasCertainlyPassed(calendar: WorkingDayCalendar, limit: Limit, today: DateLike): boolean {
  const now = recalculate(calendar, limit);
  return !now.provisional && isOverdue(now, today);
}

/**
 * Days of the limit used up by the end of `today`, never more than it has: working days for a working-day limit, else calendar days.
 * Paused days do not count.
 */
export function elapsed(calendar: WorkingDayCalendar, limit: Limit, today: DateLike): number {
  const last = limit.dueUnrolled ?? limit.due;
  const through = last === null ? dayNumber(today) : Math.min(dayNumber(today), dayNumber(last));
  return countRunning(calendar, limit, dayNumber(limit.start), through);
}

/**
 * Days left after `today`, in the same days as `elapsed`: 0 on the due day, negative by as much as it is overdue. While the clock
 * stands, what was left when it stopped.
 */
export function remaining(calendar: WorkingDayCalendar, limit: Limit, today: DateLike): number {
  const on = dayNumber(today);
  if (limit.due === null) {
    const stops = Math.min(...limit.pauses.filter(({ to }) => to === undefined).map(({ from }) => dayNumber(from)));
    return (limit.remaining ?? 0) + countRunning(calendar, limit, Math.max(on, dayNumber(limit.start)), stops - 1);
  }
  const due = dayNumber(limit.due);
  const from = Math.max(on, dayNumber(limit.start));
  return on <= due
    ? countRunning(calendar, limit, from, due)
    : -countRunning(calendar, { ...limit, pauses: [] }, due, on);
}

/** Days in (after, through] on which the limit's clock runs. */
function countRunning(
  calendar: WorkingDayCalendar,
  limit: Pick<Limit, "unit" | "pauses">,
  after: DayNumber,
  through: DayNumber,
): number {
  const pauses = limit.pauses.map(spanOf);
  const paused = (day: DayNumber) => pauses.some(({ from, to }) => from <= day && day <= to);
  const counts = (day: DayNumber) => limit.unit !== "working-day" || isWorking(kindOrPrediction(calendar, day).kind);
  let count = 0;
  for (let day = after + 1; day <= through; day += 1) if (counts(day) && !paused(day)) count += 1;
  return count;
}

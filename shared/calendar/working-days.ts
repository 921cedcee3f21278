import type { Temporal } from "temporal-polyfill";
import { type DateLike, type DayNumber, dateOf, dayNumber, isoOf } from "./days.ts";
import { NoCalendar } from "./no-calendar.ts";
import { isWorking, type WorkingDayCalendar } from "./working-calendar.ts";

function works(calendar: WorkingDayCalendar, day: DayNumber): boolean {
  const kind = calendar.kindOfDay(day);
  if (kind === undefined) throw new NoCalendar(isoOf(day));
  return isWorking(kind);
}

/**
 * T-1, T-5: the `n`th working day after `start`, which does not count; a negative `n` counts back (T-12); 0 is `start` itself.
 * Throws NoCalendar rather than step onto a day whose year is not announced (T-10).
 */
export function addWorkingDays(calendar: WorkingDayCalendar, start: DateLike, n: number): Temporal.PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`);
  let day = dayNumber(start);
  for (let left = Math.abs(n); left > 0; ) {
    day += Math.sign(n);
    if (works(calendar, day)) left -= 1;
  }
  return dateOf(day);
}

/** Working days in (after, through]; 0 when `through` is not later. Throws NoCalendar outside the covered years. */
export function countWorkingDays(calendar: WorkingDayCalendar, after: DateLike, through: DateLike): number {
  const last = dayNumber(through);
  let count = 0;
  for (let day = dayNumber(after) + 1; day <= last; day += 1) {
    if (works(calendar, day)) count += 1;
  }
  return count;
}

/** T-3: the date itself, or the first working day after it when it is a day of rest. Throws NoCalendar outside the covered years. */
export function rollToWorkingDay(calendar: WorkingDayCalendar, date: DateLike): Temporal.PlainDate {
  let day = dayNumber(date);
  while (!works(calendar, day)) day += 1;
  return dateOf(day);
}

/** The last date on which something due "N days before" an event can be done. */
export interface LatestBefore {
  /** The Nth day before the event; the event's own day does not count. */
  readonly latest: Temporal.PlainDate;
  /** One day earlier, so that N clear days lie between: what a careful organ does, as no law says which is meant. */
  readonly conservativeLatest: Temporal.PlainDate;
}

/** T-12 (N日前: XK-48, XK-50, CF-64, QZ-51): counts back from the event. Working days throw NoCalendar outside the covered years. */
export function latestBefore(
  calendar: WorkingDayCalendar,
  event: DateLike,
  n: number,
  unit: "working-day" | "day",
): LatestBefore {
  const back = (days: number) =>
    unit === "day" ? dateOf(dayNumber(event) - days) : addWorkingDays(calendar, event, -days);
  return { latest: back(n), conservativeLatest: back(n + 1) };
}

import { type DateLike, type DayNumber, dayNumber, isoOf, isWeekday } from "./days.ts";
import type { Pause, Tally } from "./limit.ts";
import { NoCalendar } from "./no-calendar.ts";
import { isStatutoryDayOff } from "./statutory-days.ts";
import type { DayKind, WorkingDayCalendar } from "./working-calendar.ts";
import { isWorking } from "./working-calendar.ts";

export interface Span {
  readonly from: DayNumber;
  /** Infinity while the pause is open. */
  readonly to: DayNumber;
}

/** Throws RangeError when a pause ends before it begins. */
export function spanOf({ from, to }: Pause): Span {
  const span = { from: dayNumber(from), to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to) };
  if (span.to < span.from) throw new RangeError(`A pause cannot end (${to}) before it begins (${from})`);
  return span;
}

/**
 * T-10: the kind of a day. In a year not announced it is predicted: the regulation's own days off, else Monday to Friday.
 * Throws NoCalendar before the first covered year, which nobody will announce.
 */
export function kindOrPrediction(calendar: WorkingDayCalendar, day: DayNumber): { kind: DayKind; predicted: boolean } {
  const kind = calendar.kindOfDay(day);
  if (kind !== undefined) return { kind, predicted: false };
  if (day < dayNumber(`${calendar.years.at(0) ?? 9999}-01-01`)) throw new NoCalendar(isoOf(day));
  return { kind: predictedKind(day), predicted: true };
}

function predictedKind(day: DayNumber): DayKind {
  if (isStatutoryDayOff(day)) return "day-off";
  return isWeekday(day) ? "working-day" : "weekend";
}

/** T-9, T-10: what a date is by the calendar, or by the regulation and the week where its year is not announced. */
export function expectedKind(calendar: WorkingDayCalendar, date: DateLike): { kind: DayKind; certain: boolean } {
  const day = dayNumber(date);
  const kind = calendar.kindOfDay(day);
  return { kind: kind ?? predictedKind(day), certain: kind !== undefined };
}

/** T-9, T-10: whether the organ works on that date, as far as it can be known. */
export const isExpectedToWork = (calendar: WorkingDayCalendar, date: DateLike): boolean =>
  isWorking(expectedKind(calendar, date).kind);

export interface Walked {
  /** null: an open pause was reached first. */
  readonly end: DayNumber | null;
  readonly left: number;
  /** Days taken out by each span, in their order. */
  readonly excluded: readonly number[];
  readonly tally: Tally;
  readonly predictedFrom: DayNumber | undefined;
}

/** Walks day by day from the day after `start` until `total` days have counted. Without a calendar every day counts. */
export function walk(
  calendar: WorkingDayCalendar | undefined,
  start: DayNumber,
  total: number,
  pauses: readonly Span[],
): Walked {
  const excluded = pauses.map(() => 0);
  const tally = { days: 0, weekends: 0, daysOff: 0, makeUpDays: 0 };
  let predictedFrom: DayNumber | undefined;
  let left = total;
  let day = start;
  while (left > 0) {
    day += 1;
    const at = pauses.findIndex(({ from, to }) => from <= day && day <= to);
    if (pauses[at]?.to === Number.POSITIVE_INFINITY) return { end: null, left, excluded, tally, predictedFrom };
    tally.days += 1;
    if (calendar) {
      const { kind, predicted } = kindOrPrediction(calendar, day);
      if (predicted) predictedFrom ??= day;
      if (kind === "weekend") tally.weekends += 1;
      if (kind === "day-off") tally.daysOff += 1;
      if (kind === "make-up-day") tally.makeUpDays += 1;
      if (!isWorking(kind)) continue;
    }
    if (at < 0) left -= 1;
    else excluded[at] = (excluded[at] ?? 0) + 1;
  }
  return { end: day, left, excluded, tally, predictedFrom };
}

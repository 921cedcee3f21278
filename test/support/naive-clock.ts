import { Temporal } from "temporal-polyfill";
import vectors from "../vectors/vectors.json" with { type: "json" };

/** Days on which a clock stood, both ends included; without `to` it still stands. */
export interface Stand {
  readonly from: string;
  readonly to?: string;
}

const { weekdayHolidays, makeupWorkdays } = vectors.calendar.years["2026"];
const off = new Set(weekdayHolidays);
const madeUp = new Set(makeupWorkdays);

const works = (day: Temporal.PlainDate) => (day.dayOfWeek < 6 ? !off.has(day.toString()) : madeUp.has(day.toString()));

const stood = (day: string, stands: readonly Stand[]) =>
  stands.some(({ from, to }) => from <= day && (to === undefined || day <= to));

/** The limit's last day by walking the calendar of 2026 day by day; null where the clock stands first. */
export function naiveDue(start: string, length: number, stands: readonly Stand[]): string | null {
  let day = Temporal.PlainDate.from(start);
  for (let left = length; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.year !== 2026) throw new Error("the naive clock knows 2026 only");
    if (stands.some(({ from, to }) => to === undefined && from <= day.toString())) return null;
    if (works(day) && !stood(day.toString(), stands)) left -= 1;
  }
  return day.toString();
}

/** Working days after `start` up to `end` on which no clock stood. */
export function naiveWorkingDays(start: string, end: string, stands: readonly Stand[]): number {
  let count = 0;
  let day = Temporal.PlainDate.from(start).add({ days: 1 });
  for (; day.toString() <= end; day = day.add({ days: 1 }))
    if (works(day) && !stood(day.toString(), stands)) count += 1;
  return count;
}

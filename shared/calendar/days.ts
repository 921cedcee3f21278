import { Temporal } from "temporal-polyfill";

/** A date of the town (Asia/Shanghai): a PlainDate, or its ISO form `2026-03-02`. */
export type DateLike = Temporal.PlainDate | string;

/** Days since 1970-01-01. Loops count on these; PlainDate stays at the edges. */
export type DayNumber = number;

const epoch = Temporal.PlainDate.from("1970-01-01");
const msPerDay = 86_400_000;
/** Days after 9999 follow from the last day that a body may name: they are written with six digits of a year. */
const isoDate = /^(?:\d{4}|\+\d{6})-\d{2}-\d{2}$/;

/** The date itself. Throws RangeError on anything but a real `YYYY-MM-DD`: an instant is not a date until its zone is said. */
export function toDate(date: DateLike): Temporal.PlainDate {
  if (typeof date !== "string") return date;
  if (!isoDate.test(date)) throw new RangeError(`Not an ISO date: ${date}`);
  return Temporal.PlainDate.from(date);
}

/** Throws RangeError on text that is not a date. */
export function dayNumber(date: DateLike): DayNumber {
  if (typeof date === "string") return dayNumberOfText(date);
  return Date.UTC(date.year, date.month - 1, date.day) / msPerDay;
}

/** Without Temporal, because limits are counted many times a command: a real date is the one that is written the same again. */
function dayNumberOfText(date: string): DayNumber {
  const day = isoDate.test(date) ? dayNumberOfIso(date) : Number.NaN;
  if (Number.isNaN(day) || isoOf(day) !== date) throw new RangeError(`Not an ISO date: ${date}`);
  return day;
}

/** The same for text already known to be an ISO date: nothing is checked, so a whole calendar loads in no time. */
export const dayNumberOfIso = (date: string): DayNumber => Date.parse(date) / msPerDay;

export const dateOf = (day: DayNumber): Temporal.PlainDate => epoch.add({ days: day });
export const isoOf = (day: DayNumber): string => new Date(day * msPerDay).toISOString().slice(0, -14);

/** Monday to Friday. 1970-01-01 was a Thursday. */
export const isWeekday = (day: DayNumber): boolean => (((day + 3) % 7) + 7) % 7 < 5;

/** T-1, T-2: `length` days, months or years on; the start does not count; a month without that day ends on its last one. */
export function periodEnd(start: DateLike, length: number, unit: "day" | "month" | "year"): Temporal.PlainDate {
  const from = toDate(start);
  if (unit === "day") return from.add({ days: length });
  return unit === "month" ? from.add({ months: length }) : from.add({ years: length });
}

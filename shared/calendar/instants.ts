import { Temporal } from "temporal-polyfill";
import { type DateLike, toDate } from "./days.ts";
import { remembered } from "./remembered.ts";

/**
 * Asia/Shanghai as its offset, unchanged since 1991-09-15. Looking up the named zone loads ICU data for tens of milliseconds at a
 * cold start; no instant here is older than the system.
 */
const shanghai = "+08:00";
const shanghaiMilliseconds = 8 * 3_600_000;

/** One format for all instants, so that they sort as text: `2026-10-01T16:00:00.000Z`. */
const utc = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/** A command asks for the date of one instant many times. The key is the whole text: a part of it does not tell the date. */
const dates = remembered(256, (instant: string) => {
  const milliseconds = utcMilliseconds(instant);
  if (milliseconds === undefined) return Temporal.Instant.from(instant).toZonedDateTimeISO(shanghai).toPlainDate();
  return datesOfDays(new Date(milliseconds + shanghaiMilliseconds).toISOString().slice(0, 10));
});
const datesOfDays = remembered(64, (date: string) => toDate(date));

/** The house's own form of an instant is read without Temporal: every command brings a new one. Any other form: undefined. */
function utcMilliseconds(instant: string): number | undefined {
  if (!/^[12]\d{3}-.{19}Z$/.test(instant)) return undefined;
  const milliseconds = Date.parse(instant);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === instant ? milliseconds : undefined;
}

/** The date in Asia/Shanghai at an ISO instant with `Z` or an offset. Throws RangeError on anything else. */
export const todayIn = (instant: string): Temporal.PlainDate => dates(instant);

/** The UTC instant of 00:00 in Asia/Shanghai on that date, e.g. 2026-10-02 → `2026-10-01T16:00:00.000Z`. */
export const startOfDay = (date: DateLike): string => starts(typeof date === "string" ? date : date.toString());

const starts = remembered(256, (date: string) => utc(toDate(date).toZonedDateTime(shanghai).toInstant()));

/** T-1, T-7 (QZ-19: 24 hours): clock hours from an ISO instant; nights, weekends and holidays run. A UTC instant. */
export const hoursLater = (instant: string, hours: number): string =>
  utc(Temporal.Instant.from(instant).add({ hours }));

/** The instant as the town's clocks show it, for people: `2026-10-02T22:30:00+08:00`. */
export const inShanghai = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(shanghai)
    .toString({ timeZoneName: "never", smallestUnit: "second" });

/** The UTC instant of a time of day (`HH:MM`) in Asia/Shanghai on that date. */
export const instantAt = (date: DateLike, time: string): string =>
  utc(Temporal.Instant.from(`${toDate(date).toString()}T${time}:00${shanghai}`));

/** Minutes of the clock from a UTC instant; before it when negative. A UTC instant. */
export const minutesLater = (instant: string, minutes: number): string =>
  utc(Temporal.Instant.from(instant).add({ minutes }));

/** Whole minutes from one instant to a later one. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000);

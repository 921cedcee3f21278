import { Temporal } from "temporal-polyfill";
import { type DateLike, type DayNumber, dayNumber, toDate } from "./days.ts";
import { remembered } from "./remembered.ts";

/**
 * Asia/Shanghai as its offset, unchanged since 1991-09-15. Looking up the named zone loads ICU data for tens of milliseconds at a
 * cold start; no instant here is older than the system.
 */
const shanghai = "+08:00";
const shanghaiMilliseconds = 8 * 3_600_000;

/** One format for all instants, so that they sort as text: `2026-10-01T16:00:00.000Z`. */
const utc = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/** Any form of an instant. The key is the whole text: a part of it does not tell the date. */
const dates = remembered(256, (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(shanghai).toPlainDate(),
);

/** The dates of whole hours in UTC: the offset is eight hours, so all instants of an hour have one date. */
const datesOfHours = remembered(64, (hour: string) =>
  toDate(new Date(Date.parse(`${hour}:00:00.000Z`) + shanghaiMilliseconds).toISOString().slice(0, 10)),
);

/** The house's own form of an instant is read without Temporal: every command brings a new one. */
const ownForm = /^[12]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const isDay = remembered(64, (day: string) => {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(day);
});

/** The date in Asia/Shanghai at an ISO instant with `Z` or an offset. Throws RangeError on anything else. */
export const todayIn = (instant: string): Temporal.PlainDate =>
  ownForm.test(instant) && isDay(instant.slice(0, 10)) ? datesOfHours(instant.slice(0, 13)) : dates(instant);

/** The UTC instant of 00:00 in Asia/Shanghai on that date, e.g. 2026-10-02 → `2026-10-01T16:00:00.000Z`. */
export const startOfDay = (date: DateLike): string => startOf(dayNumber(date));

/** Deadlines are sorted as text, so that none is written later than the year 9999 ends. */
const last = Date.parse("9999-12-31T23:59:59.999Z");
const startOf = (day: DayNumber) => new Date(Math.min(last, day * 24 * 3_600_000 - shanghaiMilliseconds)).toISOString();

/** The UTC instant at which that date is over: 00:00 in Asia/Shanghai of the day after. */
export const endOfDay = (date: DateLike): string => startOf(dayNumber(date) + 1);

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

/** The next instant after this one, or the one before by -1: a thousandth of a second away. A UTC instant. */
export const instantBeside = (instant: string, by: 1 | -1 = 1): string =>
  new Date(Date.parse(instant) + by).toISOString();

/** Minutes of the clock from a UTC instant; before it when negative. A UTC instant. */
export const minutesLater = (instant: string, minutes: number): string =>
  utc(Temporal.Instant.from(instant).add({ minutes }));

/** Whole minutes from one instant to a later one. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds) / 60_000);

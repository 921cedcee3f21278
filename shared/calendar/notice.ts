import * as z from "zod";

const ownDates = (notice: { year: number; daysOff: string[]; makeUpDays: string[] }) =>
  [...notice.daysOff, ...notice.makeUpDays].every(
    (date) => date.startsWith(`${notice.year}-`) || date.startsWith(`${notice.year - 1}-12-`),
  );

/**
 * T-9: a State Council notice as a town loads it. It names what departs from Monday to Friday: days off and make-up working days,
 * in its own year or in the December before (New Year bridges). For a year already covered it amends day by day: what it does not
 * name stays, a day off given back is named under `makeUpDays`.
 */
export const calendarNoticeSchema = z
  .strictObject({
    year: z.int().min(2019).max(2999),
    source: z.string().trim().min(1),
    daysOff: z.array(z.iso.date()).min(1),
    makeUpDays: z.array(z.iso.date()),
  })
  .refine(ownDates, { error: "calendar.notice-of-another-year" })
  .refine(({ daysOff, makeUpDays }) => makeUpDays.every((date) => !daysOff.includes(date)), {
    error: "calendar.notice-contradicts-itself",
  });

/** A State Council notice: ISO dates, and the number of the paper it was taken from. */
export interface CalendarNotice {
  readonly year: number;
  readonly source: string;
  readonly daysOff: readonly string[];
  readonly makeUpDays: readonly string[];
}

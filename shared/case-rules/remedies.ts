import { type Limit, type LimitSpec, limitFrom, type WorkingDayCalendar } from "../calendar/index.ts";

/** FY-20: sixty days from knowing of the act; a last day of rest moves on (FY-88, T-3). */
const reviewLimit: LimitSpec = {
  rule: "FY-20",
  article: "行政复议法20、88",
  unit: "day",
  length: 60,
  roll: "next-working-day",
};
/** SS-46: six months from knowing of the act. */
const suitLimit: LimitSpec = {
  rule: "SS-46",
  article: "行政诉讼法46",
  unit: "month",
  length: 6,
  roll: "next-working-day",
};

/** How long each remedy is open, where no day of delivery is known yet. */
export const reviewPeriods = { reviewDays: reviewLimit.length, suitMonths: suitLimit.length };

/** What somebody refused may still do: how long he has, and the last day of each once the decision is in his hands. */
export interface Remedies {
  readonly reviewDays: number;
  readonly suitMonths: number;
  readonly review?: Limit;
  readonly suit?: Limit;
}

/** XK-38: review and suit, counted from the day of delivery (ISO date), not of the decision: he must know of it. */
export function remedies(deliveredOn: string | undefined, calendar: WorkingDayCalendar): Remedies {
  if (deliveredOn === undefined) return reviewPeriods;
  return {
    ...reviewPeriods,
    review: limitFrom(calendar, reviewLimit, deliveredOn),
    suit: limitFrom(calendar, suitLimit, deliveredOn),
  };
}

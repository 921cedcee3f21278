import { type Limit, type LimitSpec, limitFrom, type WorkingDayCalendar } from "../calendar/index.ts";

/** FY-20: sixty days from knowing of the act; a last day of rest moves on (FY-88, T-3). */
export const reviewLimit: LimitSpec = {
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

/** QZ-44b (土地管理法83): against an order to demolish on land occupied unlawfully, suit is open for fifteen days. */
const landSuitLimit: LimitSpec = {
  rule: "QZ-44b",
  article: "土地管理法83",
  unit: "day",
  length: 15,
  roll: "next-working-day",
};
/** The term of a suit by what the decision says of it. */
export const suitWithin = { "six-months": suitLimit, "fifteen-days": landSuitLimit } as const;

/** SS-45: against the decision of a review the suit is open for fifteen days. */
export const suitAfterReview: LimitSpec = {
  rule: "SS-45",
  article: "行政诉讼法45",
  unit: "day",
  length: 15,
  roll: "next-working-day",
};

/** A review or a suit as far as it says what may still be sought. Without `to` it runs; an `effect` is known once it ended. */
export interface SoughtRemedy {
  readonly kind: "review" | "suit";
  readonly to?: string | undefined;
  readonly effect?: string | undefined;
}

/** SS-45: the suit that the last review left open; undefined: none ended, or it was withdrawn and the first term goes on. */
export function suitAfter(calendar: WorkingDayCalendar, remedies: readonly SoughtRemedy[]): Limit | undefined {
  const decided = remedies.filter(({ kind, effect }) => kind === "review" && effect !== undefined);
  const last = decided.findLast(({ effect }) => effect !== "withdrawn");
  return last?.to === undefined ? undefined : limitFrom(calendar, suitAfterReview, last.to);
}

/** FY-23: acts against which review comes first; the paper of such an act must say so. */
const reviewFirst = ["on-the-spot-penalty", "natural-resource-right", "failure-to-act", "information-refusal"] as const;
export type ActKind = (typeof reviewFirst)[number] | "ordinary-penalty" | "permit-refusal";

/** FY-23, FY-24, SS-46: what the paper of an act tells of remedies: who reviews it, the two terms, and whether review comes first. */
export const remedyNotice = (act: ActKind, reviewOrgan: { readonly zh: string; readonly en: string }) => ({
  reviewOrgan,
  reviewDays: reviewLimit.length,
  suitMonths: suitLimit.length,
  reviewFirst: reviewFirst.some((one) => one === act),
});

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

/** SS-47 (行政诉讼法47): who asked the organ to protect his rights waits two months for it to act. */
const inactionLimit: LimitSpec = {
  rule: "SS-47",
  article: "行政诉讼法47",
  unit: "month",
  length: 2,
  roll: "next-working-day",
};

/** FY-23, SS-47: until when the organ may act on what was asked of it that day (ISO date); afterwards review comes first, then suit. */
export const inaction = (askedOn: string, calendar: WorkingDayCalendar) => ({
  actBy: limitFrom(calendar, inactionLimit, askedOn),
  reviewFirst: reviewFirst.some((one) => one === "failure-to-act"),
});

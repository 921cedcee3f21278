import type { Temporal } from "temporal-polyfill";
import {
  elapsed,
  type Limit,
  type LimitSpec,
  limitFrom,
  recalculate,
  type WorkingDayCalendar,
} from "../../../../../shared/calendar/index.ts";
import { type GuideContent, generalLimit, jointLimit, legalLimitOf } from "../../../guides/domain/guide.ts";
import type { Filed, LimitName, Limits } from "./application.ts";

/** XK-32-4: everything missing is named once, on the spot or within five working days. */
export const acceptanceLimit: LimitSpec = {
  rule: "XK-32-4",
  article: "行政许可法32(4)、82",
  unit: "working-day",
  length: 5,
};

/** XK-43: what another organ decides is reviewed here within twenty working days; no law lets that be lengthened. */
const lowerReview: LimitSpec = { rule: "XK-43", article: "行政许可法43、82", unit: "working-day", length: 20 };

/**
 * The limits of a case accepted on a day: the law's (XK-42-1, XK-42-2, XK-43; a public service has only what its own law
 * gives) and the promise, which is never longer.
 */
export function limitsOf(
  { guide, townRole }: Pick<Filed, "guide" | "townRole">,
  acceptedOn: string,
  calendar: WorkingDayCalendar,
): Limits {
  const legal = townRole === undefined || townRole === "decides" ? ownLimit(guide) : reviewLimit(guide);
  const length = Math.min(guide.promisedWorkingDays, legal?.length ?? guide.promisedWorkingDays);
  const spec: LimitSpec = { rule: "S-7", article: "优化营商环境条例36", unit: "working-day", length };
  const promised = limitFrom(calendar, spec, acceptedOn);
  return legal === undefined ? { promised } : { statutory: limitFrom(calendar, legal, acceptedOn), promised };
}

function ownLimit(guide: GuideContent): LimitSpec | undefined {
  const length = legalLimitOf(guide);
  return length === undefined ? undefined : { ...sourceOf(guide, length), unit: "working-day", length };
}

function reviewLimit(guide: GuideContent): LimitSpec | undefined {
  const own = ownLimit(guide);
  return own === undefined || own.length < lowerReview.length ? own : lowerReview;
}

/** Which rule and article a legal limit rests on. */
function sourceOf({ category, statutoryWorkingDays, legalBasis }: GuideContent, legal: number) {
  if (category === "licence" && statutoryWorkingDays === undefined && legal === jointLimit)
    return { rule: "XK-42-2", article: "行政许可法42(2)、82" };
  const general = category === "licence" && legal === generalLimit;
  return { rule: "XK-42-1", article: general ? "行政许可法42(1)、82" : legalBasis };
}

/** The same change made to both limits. */
export function eachLimit({ statutory, promised }: Limits, change: (limit: Limit) => Limit): Limits {
  return statutory === undefined
    ? { promised: change(promised) }
    : { statutory: change(statutory), promised: change(promised) };
}

/** T-10: the limits as the calendar known today has them. */
export const recounted = (limits: Limits, calendar: WorkingDayCalendar): Limits =>
  eachLimit(limits, (limit) => recalculate(calendar, limit));

export const limitNames: readonly LimitName[] = ["promised", "statutory"];

/** Working days the organ has used by the end of a day, beyond the limit too; paused days do not count. */
export function workingDaysUsed(limit: Limit, today: Temporal.PlainDate, calendar: WorkingDayCalendar): number {
  return elapsed(calendar, { ...limit, due: null }, today);
}

import {
  hasCertainlyPassed,
  isExpectedToWork,
  type Limit,
  limitFrom,
  recalculate,
  toDate,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import { reviewLimit, suitAfter, suitWithin } from "../../../../shared/case-rules/remedies.ts";
import type { Context } from "../../../../shared/decider/index.ts";
import type { Remedy } from "../../cases/domain/proceeding/proceeding.ts";
import { mayBeHoliday } from "./ban.ts";
import type { Building } from "./building.ts";

type Known = Pick<Context, "calendar" | "town">;

/** The periods in which the party may still go to review or to court. */
export interface RemedyPeriods {
  readonly limits: readonly Limit[];
  /** A decision on which one of them rests was not served, so that it has not begun. */
  readonly unserved: boolean;
}

/** No holiday moves a last day further than this. */
const longestRoll = 15;

/**
 * QZ-44: the periods of review and suit of the decision to demolish, and of the decision to enforce where the profile waits for
 * both. A last day of rest moves on (T-3). SS-45: a review that ended opens fifteen days of suit.
 * @param order what was sought against the decision to demolish, where it is known
 */
export function remedyPeriods(
  { decision, enforcement, remedies }: Building,
  { calendar, town }: Known,
  order?: Sought,
): RemedyPeriods {
  const { waitsFor } = town.enforcement.demolition;
  const suit = decision?.suit ?? "six-months";
  const served = [
    { of: decision?.servedOn, suit },
    ...(waitsFor.includes("enforcement-decision") ? [{ of: enforcement?.servedOn, suit: "six-months" as const }] : []),
  ];
  const limits = served.flatMap(({ of, suit: within }) =>
    of === undefined
      ? []
      : [
          limitFrom(calendar, { ...reviewLimit, length: town.enforcement.review.days }, of),
          limitFrom(calendar, suitWithin[within], of),
        ],
  );
  const sought = [order?.remedies ?? [], waitsFor.includes("enforcement-decision") ? remedies : []];
  const afterReview = sought.flatMap((each) => suitAfter(calendar, each.map(endedOf)) ?? []);
  return { limits: [...limits, ...afterReview], unserved: served.some(({ of }) => of === undefined) };
}

type Sought = { readonly remedies: readonly Pick<Remedy, "kind" | "endedOn" | "effect">[] };
/** A remedy as the periods know it. */
export const endedOf = ({ kind, endedOn, effect }: Sought["remedies"][number]) => ({ kind, to: endedOn, effect });

/** QZ-44: whether all of them are over. One that ends in a year not announced is over once no holiday can move it further. */
export function periodsAreOver(
  building: Building,
  { calendar, town, today }: Known & Pick<Context, "today">,
  order?: Sought,
): boolean {
  const { limits, unserved } = remedyPeriods(building, { calendar, town }, order);
  return !unserved && limits.every((limit) => isOver(limit, { calendar, today }));
}

/** T-10: a limit is over when no holiday that may still be announced can move its last day to today or later. */
export function isOver(limit: Limit, { calendar, today }: Pick<Context, "calendar" | "today">): boolean {
  if (hasCertainlyPassed(calendar, limit, today)) return true;
  const { dueUnrolled, due } = recalculate(calendar, limit);
  if (limit.unit === "working-day") return latestEnd(calendar, limit) < today.toString();
  const last = dueUnrolled ?? due;
  return last !== null && toDate(last).add({ days: longestRoll }).toString() < today.toString();
}

/** The end of a term of working days if each day that may become a holiday does. */
function latestEnd(calendar: WorkingDayCalendar, { start, length }: Limit): string {
  let day = toDate(start);
  for (let left = length; left > 0; ) {
    day = day.add({ days: 1 });
    const on = day.toString();
    if (isExpectedToWork(calendar, on) && !mayBeHoliday(calendar, on)) left -= 1;
  }
  return day.toString();
}

/** The first day after all of them, as far as it can be said; undefined: one of them has not begun. */
export function afterPeriods(building: Building, known: Known, order?: Sought): string | undefined {
  const { limits, unserved } = remedyPeriods(building, known, order);
  const last = limits.reduce((latest, { due }) => (due !== null && due > latest ? due : latest), "");
  return unserved || last === "" ? undefined : toDate(last).add({ days: 1 }).toString();
}

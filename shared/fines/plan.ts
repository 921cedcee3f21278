import { expectedKind, isExpectedToWork, toDate, type WorkingDayCalendar } from "../calendar/index.ts";
import type { DueSum } from "./surcharge.ts";

/** One part of an approved plan, with the last day on which it is paid in time. */
export interface AgreedSum extends DueSum {
  /** The day that was approved, where that was a day of rest. */
  readonly agreedDue?: string;
  /** T-10: a later notice may move the day; until then nobody is late. */
  readonly provisional?: true;
}

/**
 * CF-66, T-13: the days of an approved plan. One on a day of rest moves to the next working day, or it stays: the profile says, as for the
 * fifteen days.
 * @param restDays what a due day on a day of rest becomes
 */
export const agreedPlan = (
  calendar: WorkingDayCalendar,
  plan: readonly (DueSum & Pick<AgreedSum, "agreedDue">)[],
  restDays: "strict" | "rolled",
): readonly AgreedSum[] =>
  plan.map(({ amountFen, due, agreedDue = due }) => {
    if (restDays === "strict") return { amountFen, due: agreedDue };
    let day = toDate(agreedDue);
    while (!isExpectedToWork(calendar, day)) day = day.add({ days: 1 });
    return {
      ...{ amountFen, due: day.toString() },
      ...(day.toString() === agreedDue ? {} : { agreedDue }),
      ...(expectedKind(calendar, day).certain ? {} : { provisional: true as const }),
    };
  });

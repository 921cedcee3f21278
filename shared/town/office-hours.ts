import { Temporal } from "temporal-polyfill";
import { expectedKind, instantAt, type WorkingDayCalendar } from "../calendar/index.ts";
import type { TownProfile } from "./profile.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export interface Open {
  /** UTC instants. */
  readonly from: string;
  readonly to: string;
}

/**
 * When the offices are open on a date; a make-up day without hours of its own (调休) has Monday's. Empty: not at all. In a year
 * whose days off are not announced yet the regulation's own days off and the week say so (T-10).
 */
export function openOn(
  date: string,
  town: Pick<TownProfile, "officeHours">,
  calendar: WorkingDayCalendar,
): readonly Open[] {
  const { week } = town.officeHours;
  const { kind, certain } = expectedKind(calendar, date);
  if (kind === "day-off" || (certain && kind === "weekend")) return [];
  const own = week[weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? "monday"];
  const hours = certain && own.length === 0 ? week.monday : own;
  return hours.map(({ from, to }) => ({ from: instantAt(date, from), to: instantAt(date, to) }));
}

import { Temporal } from "temporal-polyfill";
import { expectedKind, instantAt, minutesLater, type WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

export interface Open {
  /** UTC instants. */
  readonly from: string;
  readonly to: string;
}

/**
 * When the hall is open on a date; a make-up day without hours of its own (调休) has Monday's. Empty: not at all. In a year
 * whose days off are not announced yet the regulation's own days off and the week say so (T-10).
 */
export function openOn(date: string, town: TownProfile, calendar: WorkingDayCalendar): readonly Open[] {
  const { week } = town.officeHours;
  const { kind, certain } = expectedKind(calendar, date);
  if (kind === "day-off" || (certain && kind === "weekend")) return [];
  const own = week[weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? "monday"];
  const hours = certain && own.length === 0 ? week.monday : own;
  return hours.map(({ from, to }) => ({ from: instantAt(date, from), to: instantAt(date, to) }));
}

/** The slots of a date that may be booked: whole ones, within the office hours. */
export function slotsOn(date: string, town: TownProfile, calendar: WorkingDayCalendar): readonly string[] {
  const { slotMinutes } = town.hall;
  return openOn(date, town, calendar).flatMap(({ from, to }) => {
    const slots: string[] = [];
    for (let at = from; minutesLater(at, slotMinutes) <= to; at = minutesLater(at, slotMinutes)) slots.push(at);
    return slots;
  });
}

/** From when until when tickets are given on a date, and when the day is closed; undefined: the hall stays closed. */
export function dayOf(date: string, town: TownProfile, calendar: WorkingDayCalendar) {
  const hours = openOn(date, town, calendar);
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { opensMinutesBefore, closesMinutesAfter } = town.hall;
  return {
    from: minutesLater(first.from, -opensMinutesBefore),
    to: last.to,
    closesAt: minutesLater(last.to, closesMinutesAfter),
  };
}

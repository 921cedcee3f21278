import { minutesLater, type WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import { openOn } from "../../../../shared/town/office-hours.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

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

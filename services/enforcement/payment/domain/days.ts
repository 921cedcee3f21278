import { toDate } from "../../../../shared/calendar/index.ts";

/** The days after one day up to and with another, as ISO dates; none if the other is not later. */
export function daysBetween(after: string, through: string): string[] {
  const days: string[] = [];
  for (let day = toDate(after).add({ days: 1 }); day.toString() <= through; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}

export const dayAfter = (day: string): string => toDate(day).add({ days: 1 }).toString();

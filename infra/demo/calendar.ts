import { Temporal } from "temporal-polyfill";
import { isExpectedToWork, officialCalendar, startOfDay } from "../../shared/calendar/index.ts";

const calendar = officialCalendar();

const isWorkingDay = (date: Temporal.PlainDate) => isExpectedToWork(calendar, date);

export function nextWorkingDay(after: Temporal.PlainDate): Temporal.PlainDate {
  let next = after.add({ days: 1 });
  while (!isWorkingDay(next)) next = next.add({ days: 1 });
  return next;
}

/** That day, or the first working day after it. */
export const workingDayFrom = (date: Temporal.PlainDate): Temporal.PlainDate =>
  isWorkingDay(date) ? date : nextWorkingDay(date);

/** Working days later, the day itself not counted. */
export const later = (date: Temporal.PlainDate, days: number): Temporal.PlainDate =>
  days === 0 ? date : later(nextWorkingDay(date), days - 1);

/** The next week whose Monday to Friday are all worked. */
export function nextFullWeek(today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  let monday = today.add({ days: 8 - today.dayOfWeek });
  const days = () => [0, 1, 2, 3, 4].map((more) => monday.add({ days: more }));
  while (!days().every(isWorkingDay)) monday = monday.add({ weeks: 1 });
  return days();
}

/** An instant of the town's day, `"09:30"` in its own time. */
export const at = (date: Temporal.PlainDate, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return Temporal.Instant.from(startOfDay(date)).add({ hours, minutes }).toString();
};

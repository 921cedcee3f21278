export { type DateLike, periodEnd, toDate } from "./days.ts";
export { describeLimit } from "./describe-limit.ts";
export {
  endOfDay,
  hoursLater,
  inShanghai,
  instantAt,
  instantBeside,
  minutesBetween,
  minutesLater,
  startOfDay,
  todayIn,
} from "./instants.ts";
export type { Extension, Limit, LimitSpec, LimitUnit, Pause, Roll, Tally } from "./limit.ts";
export { extendLimit, pauseLimit, recalculate, resumeLimit } from "./limit-changes.ts";
export { type LimitChanges, limitFrom } from "./limit-from.ts";
export { limitSchema } from "./limit-schema.ts";
export { NoCalendar } from "./no-calendar.ts";
export { type CalendarNotice, calendarNoticeSchema } from "./notice.ts";
export { officialCalendar } from "./official-calendar.ts";
export { type Posted, postedSchema, timelyOn } from "./posting.ts";
export { elapsed, hasCertainlyPassed, isOverdue, mayHavePassed, remaining } from "./progress.ts";
export { expectedKind, isExpectedToWork } from "./walk.ts";
export type { DayKind, WorkingDayCalendar } from "./working-calendar.ts";
export { addWorkingDays, countWorkingDays, type LatestBefore, latestBefore, rollToWorkingDay } from "./working-days.ts";

import { type CalendarNotice, calendarNoticeSchema } from "./notice.ts";
import { calendarFrom, type WorkingDayCalendar } from "./working-calendar.ts";

/**
 * The official calendar of working days: the library's data, then the town's notices in the order given (a later one prevails).
 * Throws ZodError on a malformed notice.
 */
export function officialCalendar(options: { readonly notices?: readonly CalendarNotice[] } = {}): WorkingDayCalendar {
  return calendarFrom((options.notices ?? []).map((notice) => calendarNoticeSchema.parse(notice)));
}

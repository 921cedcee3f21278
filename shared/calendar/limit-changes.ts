import type { Extension, Limit, Pause } from "./limit.ts";
import { type LimitChanges, limitFrom } from "./limit-from.ts";
import type { WorkingDayCalendar } from "./working-calendar.ts";

function again(calendar: WorkingDayCalendar, limit: Limit, changes: LimitChanges): Limit {
  return limitFrom(calendar, limit, limit.start, { extensions: limit.extensions, pauses: limit.pauses, ...changes });
}

/**
 * T-10: the same limit computed from its own derivation on this calendar. Due for every running limit whose `calendarVersion` is not
 * the calendar's: a new notice can also move the last days of the year before.
 */
export const recalculate = (calendar: WorkingDayCalendar, limit: Limit): Limit => again(calendar, limit, {});

/** The limit lengthened, in its own unit (XK-42-1: +10 working days). */
export const extendLimit = (calendar: WorkingDayCalendar, limit: Limit, extension: Extension): Limit =>
  again(calendar, limit, { extensions: [...limit.extensions, extension] });

/** XK-45: the clock stops on `from`, that day included; without `to`, until `resumeLimit`. */
export const pauseLimit = (calendar: WorkingDayCalendar, limit: Limit, pause: Pause): Limit =>
  again(calendar, limit, { pauses: [...limit.pauses, pause] });

/** Ends every open pause on `to` (ISO date), the last day that does not count. Throws RangeError before the pause's first day. */
export function resumeLimit(calendar: WorkingDayCalendar, limit: Limit, to: string): Limit {
  return again(calendar, limit, { pauses: limit.pauses.map((pause) => ({ to, ...pause })) });
}

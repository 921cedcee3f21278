import { type DateLike, type DayNumber, dayNumber, isoOf, periodEnd } from "./days.ts";
import type { Extension, Limit, LimitSpec, Pause } from "./limit.ts";
import { rememberedBy } from "./remembered.ts";
import { kindOrPrediction, spanOf, type Walked, walk } from "./walk.ts";
import type { WorkingDayCalendar } from "./working-calendar.ts";
import { isWorking } from "./working-calendar.ts";

export interface LimitChanges {
  readonly extensions?: readonly Extension[];
  readonly pauses?: readonly Pause[];
}

/**
 * Computes a limit from the day of the event (T-1: not counted), with extensions and pauses (XK-45, QZ-25), and keeps how.
 *
 * A pause excludes the days of the closed interval after the start (working days or calendar days, after the limit's unit), each
 * once; a pause that begins after the limit ran out changes nothing; while one is open there is no due date. Years not yet announced
 * are predicted Monday to Friday and the limit is marked provisional (T-10).
 * Throws RangeError on a bad length, date or pause; NoCalendar for working days before the first covered year.
 */
export function limitFrom(
  calendar: WorkingDayCalendar,
  spec: LimitSpec,
  start: DateLike,
  changes: LimitChanges = {},
): Limit {
  const { rule, article, unit, length, roll } = spec;
  const { extensions = [], pauses = [] } = changes;
  const asked: Asked = {
    spec: { rule, article, unit, length, ...(roll === undefined ? {} : { roll }) },
    start: String(start),
    extensions,
    pauses,
  };
  return limitsOf(calendar)(asked);
}

interface Asked {
  readonly spec: LimitSpec;
  readonly start: string;
  readonly extensions: readonly Extension[];
  readonly pauses: readonly Pause[];
}

/** One command asks for the same limit many times: to decide, to list, to view. Each calendar remembers its own. */
const calendars = new WeakMap<WorkingDayCalendar, (asked: Asked) => Limit>();

function limitsOf(calendar: WorkingDayCalendar): (asked: Asked) => Limit {
  const known = calendars.get(calendar);
  if (known !== undefined) return known;
  const made = rememberedBy(1_000, JSON.stringify, (asked: Asked) => computed(calendar, asked));
  calendars.set(calendar, made);
  return made;
}

function computed(calendar: WorkingDayCalendar, { spec, start, extensions, pauses }: Asked): Limit {
  const length = [spec, ...extensions].map(wholeLength).reduce((sum, each) => sum + each, 0);
  const first = dayNumber(start);
  const inWorkingDays = spec.unit === "working-day";
  const total = spec.unit === "working-day" ? length : dayNumber(periodEnd(start, length, spec.unit)) - first;
  const walked = walk(inWorkingDays ? calendar : undefined, first, total, pauses.map(spanOf));
  const due =
    spec.roll === "next-working-day" ? rolled(calendar, walked) : { day: walked.end, predictedFrom: undefined };
  const predictedFrom = walked.predictedFrom ?? due.predictedFrom;
  return {
    rule: spec.rule,
    article: spec.article,
    unit: spec.unit,
    length: spec.length,
    roll: spec.roll ?? "none",
    start: isoOf(first),
    extensions: extensions.map(({ length, rule, article }) => ({ length, rule, article })),
    pauses: pauses.map(({ from, to, reason }, at) => ({
      from,
      ...(to === undefined ? {} : { to }),
      reason,
      excludedDays: walked.excluded[at] ?? 0,
    })),
    excludedDays: walked.excluded.reduce((sum, days) => sum + days, 0),
    due: due.day === null ? null : isoOf(due.day),
    ...(walked.end === null || walked.end === due.day ? {} : { dueUnrolled: isoOf(walked.end) }),
    ...(walked.end === null ? { remaining: walked.left } : {}),
    ...(inWorkingDays ? { tally: walked.tally } : {}),
    calendarVersion: calendar.version,
    provisional: predictedFrom !== undefined,
    ...(predictedFrom === undefined ? {} : { provisionalFrom: isoOf(predictedFrom) }),
  };
}

function wholeLength({ length }: { readonly length: number }): number {
  if (!Number.isSafeInteger(length) || length < 0) throw new RangeError(`Not a length of a limit: ${length}`);
  return length;
}

function rolled(
  calendar: WorkingDayCalendar,
  { end }: Walked,
): { day: DayNumber | null; predictedFrom: DayNumber | undefined } {
  if (end === null) return { day: null, predictedFrom: undefined };
  let predictedFrom: DayNumber | undefined;
  for (let day = end; ; day += 1) {
    const { kind, predicted } = kindOrPrediction(calendar, day);
    if (predicted) predictedFrom ??= day;
    if (isWorking(kind)) return { day, predictedFrom };
  }
}

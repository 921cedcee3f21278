import type { Temporal } from "temporal-polyfill";
import { type AnnouncedDays, announcedDays, dataVersion } from "./announced-days.ts";
import { type DateLike, type DayNumber, dayNumber, isWeekday, toDate } from "./days.ts";
import { NoCalendar } from "./no-calendar.ts";
import type { CalendarNotice } from "./notice.ts";

/** `make-up-day`: a weekend day worked (调休上班); `day-off`: any day of an announced holiday, its Saturdays and Sundays too. */
export type DayKind = "working-day" | "make-up-day" | "weekend" | "day-off";

export interface WorkingDayCalendar {
  /** Names the data: library, years, and every notice loaded on top with a digest of its days. Equal data, equal version. */
  readonly version: string;
  /** The covered years, ascending. */
  readonly years: readonly number[];
  covers(date: DateLike): boolean;
  /** T-9. Throws NoCalendar outside the covered years. */
  isWorkingDay(date: DateLike): boolean;
  /** T-9. Throws NoCalendar outside the covered years. */
  kindOf(date: DateLike): DayKind;
  /** For counting loops: undefined where no notice was announced. */
  kindOfDay(day: DayNumber): DayKind | undefined;
}

export const isWorking = (kind: DayKind): boolean => kind === "working-day" || kind === "make-up-day";

let library: AnnouncedDays | undefined;

/** The official calendar of working days: the library's data, then notices that were checked, in the order given. */
export function calendarFrom(notices: readonly CalendarNotice[]): WorkingDayCalendar {
  library ??= announcedDays();
  const years = [...new Set([...library.years, ...notices.map((notice) => notice.year)])].sort((a, b) => a - b);
  const off = new Set(library.off);
  const makeUp = new Set(library.makeUp);
  for (const notice of notices) {
    move(notice.daysOff, makeUp, off);
    move(notice.makeUpDays, off, makeUp);
  }
  return calendarOf(years, versionOf(library.years, notices), off, makeUp);
}

function move(dates: readonly string[], from: Set<DayNumber>, to: Set<DayNumber>): void {
  for (const day of dates.map(dayNumber)) {
    from.delete(day);
    to.add(day);
  }
}

function calendarOf(
  years: readonly number[],
  version: string,
  off: ReadonlySet<DayNumber>,
  makeUp: ReadonlySet<DayNumber>,
): WorkingDayCalendar {
  const spans = spansOf(years);
  const covered = (day: DayNumber) => spans.some(([first, last]) => first <= day && day <= last);

  function kindOfDay(day: DayNumber): DayKind | undefined {
    if (!covered(day)) return undefined;
    if (off.has(day)) return "day-off";
    if (isWeekday(day)) return "working-day";
    return makeUp.has(day) ? "make-up-day" : "weekend";
  }
  function kindOf(date: DateLike): DayKind {
    const on: Temporal.PlainDate = toDate(date);
    const kind = kindOfDay(dayNumber(on));
    if (kind === undefined) throw new NoCalendar(on.toString());
    return kind;
  }
  return {
    version,
    years,
    covers: (date) => covered(dayNumber(date)),
    isWorkingDay: (date) => isWorking(kindOf(date)),
    kindOf,
    kindOfDay,
  };
}

/** The first and last days of the runs of years: one pair, where no year is left out. */
function spansOf(years: readonly number[]): readonly (readonly [DayNumber, DayNumber])[] {
  const begins = years.filter((year) => !years.includes(year - 1));
  const ends = years.filter((year) => !years.includes(year + 1));
  return begins.map((year, at) => [dayNumber(`${year}-01-01`), dayNumber(`${ends[at]}-12-31`)]);
}

function versionOf(years: readonly number[], notices: readonly CalendarNotice[]): string {
  const base = `${dataVersion}/${years.at(0)}-${years.at(-1)}`;
  return [base, ...notices.map((notice) => `${notice.year}:${notice.source}#${digest(notice)}`)].join("+");
}

/** FNV-1a, so that a corrected notice under the same number is seen as other data. */
function digest({ daysOff, makeUpDays }: CalendarNotice): string {
  let hash = 0x811c9dc5;
  for (const letter of [...daysOff.toSorted(), "/", ...makeUpDays.toSorted()].join(" ")) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

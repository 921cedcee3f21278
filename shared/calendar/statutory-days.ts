import { type DayNumber, dayNumberOfIso, isoOf } from "./days.ts";
import moving from "./moving-days.json" with { type: "json" };

/**
 * Days that move with moon and sun, by year: the first day of the first lunar month, Qingming, Dragon Boat, Mid-Autumn. ICU is no
 * source: it is a day off where a new moon falls near midnight (2027, 2030). A test compares the table with a library's calendar.
 */
const movingDays: ReadonlyMap<string, string> = new Map(Object.entries(moving));

/** The regulation as amended by 国务院令第795号 applies from this year on: the eve of the Spring Festival and 2 May are off too. */
const amendedFrom = 2025;

const known = new Map<number, ReadonlySet<DayNumber>>();

function daysOf(year: number): ReadonlySet<DayNumber> {
  const before = known.get(year);
  if (before !== undefined) return before;
  const on = (monthDay: string) => dayNumberOfIso(`${year}-${monthDay}`);
  const [spring, ...single] = (movingDays.get(String(year)) ?? "")
    .split(" ")
    .filter((day) => day !== "")
    .map(on);
  const springDays = spring === undefined ? [] : [spring, spring + 1, spring + 2];
  const days = [...springDays, ...single, ...["01-01", "05-01", "10-01", "10-02", "10-03"].map(on)];
  if (year >= amendedFrom) days.push(on("05-02"), ...(spring === undefined ? [] : [spring - 1]));
  const found = new Set(days);
  known.set(year, found);
  return found;
}

/**
 * T-9: whether the regulation itself (全国年节及纪念日放假办法2) makes the day a day off, before any notice: 1 January; the Spring
 * Festival with its eve; Qingming; 1 and 2 May; Dragon Boat; Mid-Autumn; 1 to 3 October. The table of moving days ends with 2099.
 */
export const isStatutoryDayOff = (day: DayNumber): boolean => daysOf(Number(isoOf(day).slice(0, 4))).has(day);

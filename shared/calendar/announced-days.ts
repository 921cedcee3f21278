import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { type DayNumber, dayNumberOfIso } from "./days.ts";

/** Only the library's published holiday data is imported, not its lunar and solar-term code. A test ties this to the package. */
export const dataVersion = "chinese-days@1.5.7";

/** The library knows earlier years, but nobody checked them against the notices: they are not covered. */
const firstCheckedYear = 2019;

/**
 * T-9: weekends of 2019 that the notice (国办发明电〔2018〕15号) only joins to a holiday (与周末连休). The library lists them as off; they
 * are weekends, and a derivation must call them so.
 */
const joinedWeekends = new Set(["2019-04-06", "2019-04-07", "2019-06-08", "2019-06-09", "2019-09-14", "2019-09-15"]);

export interface AnnouncedDays {
  readonly years: readonly number[];
  readonly off: ReadonlySet<DayNumber>;
  readonly makeUp: ReadonlySet<DayNumber>;
}

/** A year counts as announced once its National Day is known: a lone New Year's Day may come from the notice of the year before. */
function announcedYears(daysOff: readonly string[]): number[] {
  const years = daysOff.filter((date) => date.endsWith("-10-01")).map((date) => Number(date.slice(0, 4)));
  return years.filter((year) => year >= firstCheckedYear).sort((a, b) => a - b);
}

/** T-9: the days the library holds that depart from Monday to Friday, in the years it really covers. */
export function announcedDays(): AnnouncedDays {
  const years = announcedYears(Object.keys(announced.holidays));
  const covered = (date: string) => years.includes(Number(date.slice(0, 4)));
  const days = (dates: object) => new Set(Object.keys(dates).filter(covered).map(dayNumberOfIso));
  const off = days(announced.holidays);
  for (const weekend of joinedWeekends) off.delete(dayNumberOfIso(weekend));
  return { years, off, makeUp: days(announced.workdays) };
}

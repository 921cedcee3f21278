import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { dataVersion } from "../../../shared/calendar/announced-days.ts";
import { type CalendarNotice, countWorkingDays, NoCalendar, officialCalendar } from "../../../shared/calendar/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const calendar = officialCalendar();
const notice2027 = {
  year: 2027,
  source: "国办发明电〔2026〕1号",
  daysOff: ["2026-12-31", "2027-01-01", "2027-02-08", "2027-10-01"],
  makeUpDays: ["2027-01-03"],
} satisfies CalendarNotice;
const with2027 = officialCalendar({ notices: [notice2027] });

function daysOf(year: string): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(`${year}-01-01`);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }));
}

describe("T-9: each announced year is the State Council's", () => {
  test.each(Object.entries(vectors.calendar.years))(
    "%s: every day off, every make-up day, the count",
    (year, expected) => {
      const isWeekday = (day: Temporal.PlainDate) => day.dayOfWeek < 6;
      const departing = daysOf(year).filter((day) => calendar.isWorkingDay(day) !== isWeekday(day));
      expect(departing.filter(isWeekday).map(String)).toEqual(expected.weekdayHolidays);
      expect(departing.filter((day) => !isWeekday(day)).map(String)).toEqual(expected.makeupWorkdays);
      expect(countWorkingDays(calendar, `${Number(year)}-01-01`, `${year}-12-31`)).toBe(expected.workdayCount);
    },
  );

  test.each(vectors.isWorkday)("$date works: $expected ($note)", ({ date, expected }) => {
    expect(calendar.isWorkingDay(date)).toBe(expected);
    expect(calendar.isWorkingDay(Temporal.PlainDate.from(date))).toBe(expected);
  });

  test.each([
    ["2026-02-13", "working-day"],
    ["2026-02-14", "make-up-day"],
    ["2026-02-15", "day-off"],
    ["2026-02-23", "day-off"],
    ["2026-03-01", "weekend"],
  ])("%s is a %s", (date, kind) => expect(calendar.kindOf(date)).toBe(kind));

  test("T-11: a day another library gets wrong is a working day", () => {
    expect(calendar.isWorkingDay("2023-01-03")).toBe(true);
  });
});

describe("T-10: nobody computes past the last loaded notice", () => {
  test.each(vectors.calendarGuard)("$date → $expected", ({ date }) => {
    expect(calendar.covers(date)).toBe(false);
    expect(() => calendar.isWorkingDay(date)).toThrow(NoCalendar);
    expect(() => calendar.kindOf(date)).toThrow(expect.objectContaining({ code: "calendar.no-calendar", date }));
  });

  test.each(["2019-01-01", "2026-12-31"])("%s, the edge of the covered years, is answered", (date) => {
    expect(calendar.covers(date)).toBe(true);
    expect(calendar.isWorkingDay(date)).toBe(date === "2026-12-31");
  });

  test("the covered years are those the library has, from the first one checked", () => {
    expect(calendar.years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test("the version names the package really installed", () => {
    const manifest = readFileSync(new URL("../../../node_modules/chinese-days/package.json", import.meta.url), "utf8");
    expect(dataVersion).toBe(`chinese-days@${JSON.parse(manifest).version}`);
    expect(calendar.version).toBe(`${dataVersion}/2019-2026`);
  });

  test.each(["2026-13-01", "2026-02-30", "2026-2-3", "2026-03-02T23:30:00Z"])("%s is not a date", (date) => {
    expect(() => calendar.isWorkingDay(date)).toThrow(RangeError);
  });
});

describe("a town loads the next notice the day it is published", () => {
  test("its year is covered, its days hold, the year after is still unknown", () => {
    expect(with2027.isWorkingDay("2027-01-01")).toBe(false);
    expect(with2027.kindOf("2027-01-03")).toBe("make-up-day");
    expect(with2027.isWorkingDay("2027-01-04")).toBe(true);
    expect(() => with2027.isWorkingDay("2028-01-01")).toThrow(NoCalendar);
    expect(calendar.covers("2027-01-01")).toBe(false);
  });

  test("it can take days off the December before", () => {
    expect(calendar.isWorkingDay("2026-12-31")).toBe(true);
    expect(with2027.isWorkingDay("2026-12-31")).toBe(false);
  });

  test("a gap between covered years stays a gap", () => {
    const gap = officialCalendar({ notices: [{ ...notice2027, year: 2028, daysOff: ["2028-01-03"], makeUpDays: [] }] });
    expect(gap.isWorkingDay("2028-01-03")).toBe(false);
    expect(() => gap.isWorkingDay("2027-06-01")).toThrow(NoCalendar);
  });

  test("a corrected notice amends a covered year day by day, both ways", () => {
    const corrected = officialCalendar({
      notices: [{ year: 2026, source: "更正", daysOff: ["2026-02-28", "2026-03-02"], makeUpDays: ["2026-02-23"] }],
    });
    expect(corrected.kindOf("2026-02-28")).toBe("day-off");
    expect(corrected.kindOf("2026-03-02")).toBe("day-off");
    expect(corrected.kindOf("2026-02-23")).toBe("working-day");
    expect(corrected.kindOf("2026-02-20")).toBe("day-off");
  });

  test("of two notices the later prevails", () => {
    const again = { ...notice2027, daysOff: ["2027-03-01"], makeUpDays: ["2027-01-01"] };
    expect(officialCalendar({ notices: [notice2027, again] }).isWorkingDay("2027-01-01")).toBe(true);
    expect(officialCalendar({ notices: [again, notice2027] }).isWorkingDay("2027-01-01")).toBe(false);
  });

  test("the version tells data apart, not the order in which days are written", () => {
    const reordered = { ...notice2027, daysOff: notice2027.daysOff.toReversed() };
    const corrected = { ...notice2027, daysOff: [...notice2027.daysOff, "2027-10-04"] };
    expect(with2027.version).toMatch(/^chinese-days@.+\/2019-2026\+2027:国办发明电〔2026〕1号#[0-9a-f]{8}$/);
    expect(officialCalendar({ notices: [reordered] }).version).toBe(with2027.version);
    expect(officialCalendar({ notices: [corrected] }).version).not.toBe(with2027.version);
    const moved = { ...notice2027, makeUpDays: ["2027-01-02"] };
    expect(officialCalendar({ notices: [moved] }).version).not.toBe(with2027.version);
  });

  test.each<[string, Partial<CalendarNotice>]>([
    ["a day of another year", { daysOff: ["2028-01-01"] }],
    ["a November day of the year before", { daysOff: ["2026-11-30"] }],
    ["a day both off and worked", { makeUpDays: ["2027-01-01"] }],
    ["a day that does not exist", { daysOff: ["2027-02-29"] }],
    ["no day off at all", { daysOff: [] }],
    ["no source", { source: " " }],
  ])("refuses a notice with %s", (_, fault) => {
    expect(() => officialCalendar({ notices: [{ ...notice2027, ...fault }] })).toThrow();
  });
});

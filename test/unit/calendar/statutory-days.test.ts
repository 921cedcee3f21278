import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { dayNumber, isoOf } from "../../../shared/calendar/days.ts";
import {
  expectedKind,
  hasCertainlyPassed,
  isExpectedToWork,
  limitFrom,
  mayHavePassed,
  officialCalendar,
  timelyOn,
  toDate,
} from "../../../shared/calendar/index.ts";
import { isStatutoryDayOff } from "../../../shared/calendar/statutory-days.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const calendar = officialCalendar();
const announced = officialCalendar({
  notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-01", "2027-01-04"], makeUpDays: ["2027-01-09"] }],
});

function statutoryDaysOf(year: number): string[] {
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter(isStatutoryDayOff)
    .map(isoOf);
}

/** The library's lunar and solar-term parts, which the system itself does not load. */
const library = z
  .looseObject({
    getLunarDate: z.function({
      input: [z.string()],
      output: z.looseObject({ lunarMon: z.int(), lunarDay: z.int(), isLeap: z.boolean() }),
    }),
    getSolarTerms: z.function({
      input: [z.string(), z.string()],
      output: z.array(z.looseObject({ date: z.string(), term: z.string() })),
    }),
  })
  .parse(createRequire(import.meta.url)("chinese-days"));

/** The regulation by the letter, with the library's calendar. */
function byTheLetter(year: number): string[] {
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  const terms = library.getSolarTerms(`${year}-04-01`, `${year}-04-30`);
  const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"].map((day) => `${year}-${day}`);
  const days = new Set([...fixed, ...terms.filter(({ term }) => term === "pure_brightness").map(({ date }) => date)]);
  for (let day = first; day <= last; day += 1) {
    const { lunarMon, lunarDay, isLeap } = library.getLunarDate(isoOf(day));
    if (isLeap) continue;
    if (lunarMon === 1 && lunarDay <= 3) days.add(isoOf(day));
    if (lunarMon === 1 && lunarDay === 1) days.add(isoOf(day - 1));
    if ((lunarMon === 5 && lunarDay === 5) || (lunarMon === 8 && lunarDay === 15)) days.add(isoOf(day));
  }
  return [...days].sort();
}

describe("T-9: the days off that the regulation itself fixes", () => {
  test("2027, of which nothing is announced", () => {
    expect(statutoryDaysOf(2027)).toEqual([
      "2027-01-01",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
      "2027-02-08",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
    ]);
  });

  test("the eve of the Spring Festival and 2 May came in with 2025", () => {
    expect(statutoryDaysOf(2025)).toEqual(expect.arrayContaining(["2025-01-28", "2025-05-02"]));
    expect(statutoryDaysOf(2024)).not.toContain("2024-02-09");
    expect(statutoryDaysOf(2024)).not.toContain("2024-05-02");
    expect(statutoryDaysOf(2024)).toEqual(
      expect.arrayContaining(["2024-02-10", "2024-02-11", "2024-02-12", "2024-05-01"]),
    );
  });

  test("no day that a notice works is one of them, and each is off in every announced year", () => {
    for (const [year, { makeupWorkdays }] of Object.entries(vectors.calendar.years)) {
      const days = statutoryDaysOf(Number(year));
      expect(days.filter((day) => calendar.isWorkingDay(day))).toEqual([]);
      expect(makeupWorkdays.filter((day) => days.includes(day))).toEqual([]);
    }
  });

  test.each(Array.from({ length: 75 }, (_, at) => 2025 + at))(
    "%i is what another calendar of moon and sun finds",
    (year) => {
      expect(statutoryDaysOf(year)).toEqual(byTheLetter(year));
    },
  );
});

describe("T-10: a year not announced", () => {
  test("its statutory days off do not count, announced or not; the limit stays provisional", () => {
    const five = { rule: "XK-47", article: "行政许可法47", unit: "working-day", length: 5 } as const;
    expect(limitFrom(calendar, five, "2026-12-25")).toMatchObject({
      due: "2027-01-04",
      provisional: true,
      tally: { daysOff: 1 },
    });
    expect(limitFrom(calendar, five, "2026-12-29")).toMatchObject({ due: "2027-01-06", provisional: true });
  });

  test("a day is told with how sure it is", () => {
    expect(expectedKind(calendar, "2027-02-08")).toEqual({ kind: "day-off", certain: false });
    expect(isExpectedToWork(calendar, "2027-02-08")).toBe(false);
    expect(isExpectedToWork(calendar, "2027-02-09")).toBe(true);
    expect(expectedKind(calendar, "2026-12-31")).toEqual({ kind: "working-day", certain: true });
  });

  test("nothing has certainly passed on a provisional date, however late; the organ's own alarm goes by the prediction", () => {
    const five = { rule: "XK-47", article: "行政许可法47", unit: "working-day", length: 5 } as const;
    const limit = limitFrom(calendar, five, "2026-12-29");
    expect(mayHavePassed(calendar, limit, "2027-01-06")).toBe(false);
    expect(mayHavePassed(calendar, limit, "2027-01-07")).toBe(true);
    expect(hasCertainlyPassed(calendar, limit, "2027-06-01")).toBe(false);
    expect(hasCertainlyPassed(announced, limit, "2027-01-07")).toBe(false);
    expect(hasCertainlyPassed(announced, limit, "2027-01-08")).toBe(true);
  });
});

describe("T-4, T4: the day of posting counts", () => {
  const today = toDate("2026-05-11");
  test("what was posted counts from its postmark, what was brought from today", () => {
    expect(String(timelyOn(today, { on: "2026-05-08" }))).toBe("2026-05-08");
    expect(String(timelyOn(today, undefined))).toBe("2026-05-11");
  });
  test("a postmark of tomorrow is none", () => {
    expect(String(timelyOn(today, { on: "2026-05-11" }))).toBe("2026-05-11");
    expect(timelyOn(today, { on: "2026-05-12" })).toBeUndefined();
  });
});

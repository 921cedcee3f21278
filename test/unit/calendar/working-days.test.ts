import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  countWorkingDays,
  latestBefore,
  NoCalendar,
  officialCalendar,
  periodEnd,
  rollToWorkingDay,
} from "../../../shared/calendar/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const calendar = officialCalendar();

describe("T-5: working days after the day of the event", () => {
  test.each(vectors.addWorkdays)("$start + $n = $expected ($note)", ({ start, n, expected }) => {
    expect(String(addWorkingDays(calendar, start, n))).toBe(expected);
  });

  test("none at all is the day itself, even a day of rest", () => {
    expect(String(addWorkingDays(calendar, "2026-10-03", 0))).toBe("2026-10-03");
  });

  test("T-10: the last announced working day is reached, the next one is refused", () => {
    expect(String(addWorkingDays(calendar, "2026-12-30", 1))).toBe("2026-12-31");
    expect(() => addWorkingDays(calendar, "2026-12-30", 2)).toThrow(NoCalendar);
    expect(() => addWorkingDays(calendar, "2019-01-02", -1)).toThrow(expect.objectContaining({ date: "2018-12-31" }));
  });

  test("half a day is refused", () => expect(() => addWorkingDays(calendar, "2026-03-02", 1.5)).toThrow(RangeError));
});

describe("T-1: working days in (from, to]", () => {
  test.each(vectors.countWorkdays)("$from to $to: $expected", ({ from, to, expected }) => {
    expect(countWorkingDays(calendar, from, to)).toBe(expected);
  });

  test("the first day is left out, the last is in, an empty interval is 0", () => {
    expect(countWorkingDays(calendar, "2026-03-02", "2026-03-03")).toBe(1);
    expect(countWorkingDays(calendar, "2026-03-02", "2026-03-02")).toBe(0);
    expect(countWorkingDays(calendar, "2026-03-03", "2026-03-02")).toBe(0);
  });

  test("T-10: beyond the last announced day nothing is counted", () => {
    expect(() => countWorkingDays(calendar, "2026-12-30", "2027-01-01")).toThrow(NoCalendar);
  });
});

describe("T-2: months and years end on the corresponding day, or the last of the month", () => {
  test.each([
    ["2026-08-31", 6, "month", "2027-02-28"],
    ["2024-02-29", 2, "year", "2026-02-28"],
    ["2023-12-31", 2, "month", "2024-02-29"],
    ["2026-01-15", 6, "month", "2026-07-15"],
    ["2026-03-02", 15, "day", "2026-03-17"],
  ] as const)("%s + %i %s → %s", (start, length, unit, end) => {
    expect(String(periodEnd(start, length, unit))).toBe(end);
  });

  test("QZ-53: served 2026-01-15, the court can be asked from 07-16 to 10-15, the last demand notice goes out on 09-23", () => {
    const [vector] = vectors.courtApplication;
    const suitEnds = periodEnd(vector?.decisionServed ?? "", 6, "month");
    const latestApply = periodEnd(suitEnds, 3, "month");
    expect(String(suitEnds.add({ days: 1 }))).toBe(vector?.earliestApply);
    expect(String(latestApply)).toBe(vector?.latestApply);
    const demand = latestBefore(calendar, latestApply, 10, "working-day");
    expect(String(demand.conservativeLatest)).toBe(vector?.latestDemandNotice);
  });
});

describe("T-3: a period that ends on a day of rest ends on the next working day", () => {
  test.each([
    ["2026-10-02", "2026-10-08"],
    ["2026-05-01", "2026-05-06"],
    ["2026-07-26", "2026-07-27"],
    ["2026-10-10", "2026-10-10"],
    ["2026-10-08", "2026-10-08"],
  ])("%s → %s", (end, expected) => expect(String(rollToWorkingDay(calendar, end))).toBe(expected));

  test("T-10: not into a year that is not announced", () => {
    expect(() => rollToWorkingDay(calendar, "2027-02-28")).toThrow(NoCalendar);
  });
});

describe("T-12: so many days before", () => {
  test.each(vectors.backwards)("$rule: $n before $eventDate → $latestNotice, careful $conservativeLatest", (vector) => {
    const { latest, conservativeLatest } = latestBefore(calendar, vector.eventDate, vector.n, "working-day");
    expect(String(latest)).toBe(vector.latestNotice);
    expect(String(conservativeLatest)).toBe(vector.conservativeLatest);
  });

  test("CF-64: a hearing on 2026-10-15 is notified by 09-30, carefully by 09-29", () => {
    const { latest, conservativeLatest } = latestBefore(calendar, "2026-10-15", 7, "working-day");
    expect([String(latest), String(conservativeLatest)]).toEqual(["2026-09-30", "2026-09-29"]);
  });

  test.each(vectors.renewal.filter((vector) => vector.latestApplyCalendar !== undefined))(
    "$rule: a certificate to $expiry is renewed by $latestApplyCalendar, reminded by $latestApplyWorkday",
    ({ expiry, latestApplyCalendar, latestApplyWorkday }) => {
      const byCalendar = latestBefore(calendar, expiry, 30, "day");
      expect(String(byCalendar.latest)).toBe(latestApplyCalendar);
      expect(String(byCalendar.conservativeLatest)).toBe(String(byCalendar.latest.subtract({ days: 1 })));
      expect(String(latestBefore(calendar, expiry, 30, "working-day").latest)).toBe(latestApplyWorkday);
    },
  );
});

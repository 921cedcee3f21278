import { describe, expect, test } from "vitest";
import { endOfDay, hoursLater, inShanghai, startOfDay, toDate, todayIn } from "../../../shared/calendar/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

describe("T-1: hours are clock hours from the event", () => {
  test.each(vectors.hoursDeadlines)("$rule: $start + $hours h → $deadline", ({ start, hours, deadline }) => {
    expect(inShanghai(hoursLater(start, hours))).toBe(deadline);
  });

  test("the answer is a UTC instant in the one format that sorts as text", () => {
    expect(hoursLater("2026-10-01T22:30:00+08:00", 24)).toBe("2026-10-02T14:30:00.000Z");
    expect(hoursLater("2026-10-01T14:30:00Z", 0)).toBe("2026-10-01T14:30:00.000Z");
  });
});

describe("a date belongs to Asia/Shanghai", () => {
  test("the last day that a body may name has a day after it, and no deadline is sorted before today", () => {
    const after = toDate("9999-12-31").add({ days: 1 });
    expect(startOfDay(after.toString())).toBe("9999-12-31T16:00:00.000Z");
    expect(toDate(after.toString()).equals(after)).toBe(true);
    expect(endOfDay("9999-12-31")).toBe(startOfDay(after));
    expect(startOfDay(after.add({ days: 30 }))).toBe("9999-12-31T23:59:59.999Z");
    expect(() => startOfDay("99999-12-31")).toThrow(RangeError);
  });

  test.each([
    ["2026-03-02T15:59:59.999Z", "2026-03-02"],
    ["2026-03-02T16:00:00Z", "2026-03-03"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
  ])("at %s it is %s", (instant, date) => expect(String(todayIn(instant))).toBe(date));

  test.each([
    ["2026-10-02T00:30:00+08:00", "2026-10-02"],
    ["2026-10-01T23:30:00+08:00", "2026-10-01"],
    ["2026-10-01T23:30:00-05:00", "2026-10-02"],
    ["2026-10-01T16:30:00Z", "2026-10-02"],
    ["2026-10-01T15:30:00Z", "2026-10-01"],
    ["2026-10-01T16:30:00.000Z", "2026-10-02"],
  ])("at %s, also after others were asked, it is %s", (instant, date) => {
    for (const near of ["2026-10-01T16:30:00+08:00", "2026-10-02T00:30:00Z", "2026-10-01T00:30:00Z"]) todayIn(near);
    expect(String(todayIn(instant))).toBe(date);
    expect(String(todayIn(instant))).toBe(date);
  });

  test("the day begins at 16:00 UTC of the day before", () => {
    expect(startOfDay("2026-10-02")).toBe("2026-10-01T16:00:00.000Z");
    expect(String(todayIn(startOfDay("2026-10-02")))).toBe("2026-10-02");
  });

  test.each([
    ["2026-10-02", "2026-10-02T16:00:00.000Z"],
    ["2026-12-31", "2026-12-31T16:00:00.000Z"],
    ["2028-02-28", "2028-02-28T16:00:00.000Z"],
  ])("%s is over where the day after begins", (day, over) => {
    expect(endOfDay(day)).toBe(over);
    expect(endOfDay(toDate(day))).toBe(startOfDay(toDate(day).add({ days: 1 })));
  });

  test.each(["2026-02-29", "2026-2-1", "2026-03-02T10:00:00Z", ""])("%s begins and ends at no instant", (text) => {
    expect(() => startOfDay(text)).toThrow(RangeError);
    expect(() => endOfDay(text)).toThrow(RangeError);
  });

  test.each(["2026-03-02", "2026-03-02T10:00:00"])("%s is no instant", (text) => {
    expect(() => todayIn(text)).toThrow(RangeError);
    expect(() => todayIn(text)).toThrow(RangeError);
  });
});

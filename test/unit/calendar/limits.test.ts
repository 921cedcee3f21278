import { describe, expect, test } from "vitest";
import {
  elapsed,
  extendLimit,
  isOverdue,
  type LimitSpec,
  limitFrom,
  limitSchema,
  officialCalendar,
  type Pause,
  pauseLimit,
  recalculate,
  remaining,
  resumeLimit,
} from "../../../shared/calendar/index.ts";

const calendar = officialCalendar();
const decision: LimitSpec = { rule: "XK-42-1", article: "行政许可法42(1)", unit: "working-day", length: 20 };
const seizure: LimitSpec = { rule: "QZ-25", article: "行政强制法25", unit: "day", length: 30 };
const pause = (from: string, to: string, reason = "检测"): Pause => ({ from, to, reason });
const decided = (...pauses: Pause[]) => limitFrom(calendar, decision, "2026-03-02", { pauses });

describe("XK-45: a pause is a closed interval of excluded working days", () => {
  test("one working day moves the due date by one, a weekend by none", () => {
    expect(decided(pause("2026-03-09", "2026-03-09")).due).toBe("2026-03-31");
    expect(decided(pause("2026-03-07", "2026-03-08"))).toMatchObject({ due: "2026-03-30", excludedDays: 0 });
  });

  test("overlapping and repeated pauses are not counted twice; a shared day is put down to the first", () => {
    const limit = decided(
      pause("2026-03-09", "2026-03-13"),
      pause("2026-03-12", "2026-03-17"),
      pause("2026-03-09", "2026-03-13"),
    );
    expect(limit.excludedDays).toBe(7);
    expect(limit.pauses.map(({ excludedDays }) => excludedDays)).toEqual([5, 2, 0]);
    expect(limit.due).toBe("2026-04-09");
  });

  test("days up to the start were never counted, so they are not excluded either", () => {
    expect(decided(pause("2026-02-25", "2026-03-03"))).toMatchObject({ due: "2026-03-31", excludedDays: 1 });
  });

  test("a pause that begins on the due day still moves it, one that begins the day after does not", () => {
    expect(decided(pause("2026-03-30", "2026-04-01")).due).toBe("2026-04-02");
    expect(decided(pause("2026-03-31", "2026-04-01"))).toMatchObject({ due: "2026-03-30", excludedDays: 0 });
  });

  test("a pause that ends before it begins is refused", () => {
    expect(() => decided(pause("2026-03-10", "2026-03-09"))).toThrow(RangeError);
  });

  test("while it is open there is no due date, only what is left", () => {
    const standing = decided({ from: "2026-03-09", reason: "听证" });
    expect(standing).toMatchObject({ due: null, remaining: 16, excludedDays: 0 });
    expect(isOverdue(standing, "2027-12-31")).toBe(false);
    expect(resumeLimit(calendar, standing, "2026-03-20")).toEqual(decided(pause("2026-03-09", "2026-03-20", "听证")));
  });

  test("an open pause after the limit ran out revives nothing", () => {
    expect(decided({ from: "2026-03-31", reason: "听证" }).due).toBe("2026-03-30");
    expect(decided({ from: "2026-03-30", reason: "听证" })).toMatchObject({ due: null, remaining: 1 });
  });

  test("paused, extended and resumed step by step is the same as all at once", () => {
    const extension = { length: 10, rule: "XK-42-1", article: "行政许可法42(1)" };
    const paused = pauseLimit(calendar, decided(), { from: "2026-03-09", reason: "评审" });
    const stepwise = resumeLimit(calendar, extendLimit(calendar, paused, extension), "2026-03-20");
    const atOnce = limitFrom(calendar, decision, "2026-03-02", {
      extensions: [extension],
      pauses: [pause("2026-03-09", "2026-03-20", "评审")],
    });
    expect(stepwise).toEqual(atOnce);
    expect(stepwise.due).toBe("2026-04-28");
  });
});

describe("QZ-25: calendar limits exclude calendar days", () => {
  test("30 days from 2026-03-02, extended by 30, tested for 10", () => {
    const extension = { length: 30, rule: "QZ-25", article: "行政强制法25" };
    const limit = limitFrom(calendar, seizure, "2026-03-02");
    expect(limit.due).toBe("2026-04-01");
    expect(extendLimit(calendar, limit, extension).due).toBe("2026-05-01");
    const tested = pauseLimit(calendar, limit, pause("2026-03-06", "2026-03-15"));
    expect(tested).toMatchObject({ due: "2026-04-11", excludedDays: 10 });
  });

  test("months are laid out first, then moved by the days excluded", () => {
    const suit = { rule: "SS-46", article: "行政诉讼法46", unit: "month", length: 6 } as const;
    const limit = limitFrom(calendar, suit, "2026-01-15", { pauses: [pause("2026-07-15", "2026-07-16")] });
    expect(limit).toMatchObject({ due: "2026-07-17", excludedDays: 2 });
  });

  test("T-13: rolled, the day before rolling is kept for the organ's own alarm", () => {
    const pay = { rule: "CF-67", article: "行政处罚法67", unit: "day", length: 15, roll: "next-working-day" } as const;
    expect(limitFrom(calendar, pay, "2026-09-17")).toMatchObject({ due: "2026-10-08", dueUnrolled: "2026-10-02" });
    expect(limitFrom(calendar, pay, "2026-03-02")).not.toHaveProperty("dueUnrolled");
    expect(limitFrom(calendar, { ...pay, roll: "none" }, "2026-09-17").due).toBe("2026-10-02");
  });
});

describe("T-10: beyond the last notice a limit is provisional, never silent", () => {
  const late = { ...decision, length: 5 };
  const notice = { year: 2027, source: "国办", daysOff: ["2027-01-01", "2027-10-01"], makeUpDays: ["2027-01-02"] };

  test("to the last announced day it is certain, one day later predicted", () => {
    expect(limitFrom(calendar, late, "2026-12-24")).toMatchObject({ due: "2026-12-31", provisional: false });
    const predicted = limitFrom(calendar, late, "2026-12-25");
    expect(predicted).toMatchObject({ due: "2027-01-04", provisional: true, provisionalFrom: "2027-01-01" });
  });

  test("it is computed again from its own derivation once the notice is there", () => {
    const predicted = limitFrom(calendar, late, "2026-12-25");
    const loaded = officialCalendar({ notices: [notice] });
    const certain = recalculate(loaded, predicted);
    expect(certain).toMatchObject({ due: "2027-01-02", provisional: false, calendarVersion: loaded.version });
    expect(certain).not.toHaveProperty("provisionalFrom");
    expect(certain).toEqual(limitFrom(loaded, late, "2026-12-25"));
  });

  test("a calendar limit depends on the calendar only when it rolls", () => {
    expect(limitFrom(calendar, seizure, "2026-12-15")).toMatchObject({ due: "2027-01-14", provisional: false });
    const rolled = limitFrom(calendar, { ...seizure, roll: "next-working-day" }, "2026-12-17");
    expect(rolled).toMatchObject({ due: "2027-01-18", dueUnrolled: "2027-01-16", provisionalFrom: "2027-01-16" });
  });

  test("years before the first covered one will never be announced", () => {
    expect(() => limitFrom(calendar, decision, "2018-12-20")).toThrow(expect.objectContaining({ date: "2018-12-21" }));
    expect(limitFrom(calendar, { ...seizure, unit: "year", length: 5 }, "2018-03-10").due).toBe("2023-03-10");
  });
});

describe("what is used up and what is left", () => {
  test("not overdue on the due day itself, overdue the day after", () => {
    expect(isOverdue(decided(), "2026-03-30")).toBe(false);
    expect(isOverdue(decided(), "2026-03-31")).toBe(true);
  });

  test.each([
    ["2026-03-01", 0, 20],
    ["2026-03-02", 0, 20],
    ["2026-03-03", 1, 19],
    ["2026-03-07", 4, 16],
    ["2026-03-30", 20, 0],
    ["2026-04-01", 20, -2],
  ])("XK-42-1 from 2026-03-02: on %s %i used, %i left", (today, used, left) => {
    expect(elapsed(calendar, decided(), today)).toBe(used);
    expect(remaining(calendar, decided(), today)).toBe(left);
  });

  test("paused days use up nothing", () => {
    const limit = decided(pause("2026-03-09", "2026-03-20"));
    expect(elapsed(calendar, limit, "2026-03-23")).toBe(5);
    expect(remaining(calendar, limit, "2026-03-23")).toBe(15);
  });

  test("a standing clock shows what was left when it stopped", () => {
    const limit = decided({ from: "2026-03-09", reason: "听证" });
    expect(remaining(calendar, limit, "2026-06-01")).toBe(16);
    expect(elapsed(calendar, limit, "2026-06-01")).toBe(4);
    expect(remaining(calendar, limit, "2026-03-04")).toBe(18);
    expect(remaining(calendar, decided({ from: "2026-03-11", reason: "听证" }), "2026-03-09")).toBe(15);
  });

  test("calendar limits count calendar days, to the rolled day", () => {
    const pay = { rule: "CF-67", article: "行政处罚法67", unit: "day", length: 15, roll: "next-working-day" } as const;
    const limit = limitFrom(calendar, pay, "2026-09-17");
    expect(remaining(calendar, limit, "2026-10-02")).toBe(6);
    expect(elapsed(calendar, limit, "2026-10-05")).toBe(15);
    expect(isOverdue(limit, "2026-10-08")).toBe(false);
  });
});

describe("a limit is data", () => {
  test.each([
    ["closed pause", decided(pause("2026-03-09", "2026-03-20"))],
    ["open pause", decided({ from: "2026-03-09", reason: "听证" })],
    ["rolled", limitFrom(calendar, { ...seizure, roll: "next-working-day" }, "2026-12-17")],
  ])("with a %s it survives JSON and its schema unchanged", (_, limit) => {
    expect(limitSchema.parse(JSON.parse(JSON.stringify(limit)))).toEqual(limit);
  });

  test.each([-1, 0.5, Number.NaN])("a length of %d is refused", (length) => {
    expect(() => limitFrom(calendar, { ...decision, length }, "2026-03-02")).toThrow(RangeError);
    const extensions = [{ length, rule: "XK-42-1", article: "42" }];
    expect(() => limitFrom(calendar, decision, "2026-03-02", { extensions })).toThrow(RangeError);
  });

  test("on the spot (length 0) is due on the day itself", () => {
    expect(limitFrom(calendar, { ...decision, length: 0 }, "2026-03-02").due).toBe("2026-03-02");
  });
});

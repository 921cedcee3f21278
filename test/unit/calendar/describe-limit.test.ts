import { expect, test } from "vitest";
import { describeLimit, limitFrom, officialCalendar } from "../../../shared/calendar/index.ts";

const calendar = officialCalendar();
const decision = { rule: "XK-42-1", article: "行政许可法42(1)", unit: "working-day", length: 20 } as const;
const extensions = [{ length: 10, rule: "XK-42-1", article: "行政许可法42(1)" }];
const review = { from: "2026-03-09", to: "2026-03-20", reason: "专家评审" };

test("XK-45: a clerk can check the whole derivation in Chinese", () => {
  const limit = limitFrom(calendar, decision, "2026-03-02", { extensions, pauses: [review] });
  expect(describeLimit(limit, "zh")).toEqual([
    "依据：行政许可法42(1)（XK-42-1），20个工作日",
    "延长：行政许可法42(1)（XK-42-1），10个工作日",
    "起算：2026-03-02当日不计，次日起算",
    "扣除：2026-03-09至2026-03-20（专家评审），扣除10个工作日",
    "计数：共57天，减周末14天、放假3天、扣除10天，计30个工作日（含调休上班0天，扣除的在内）",
    "届满：2026-04-28（当日仍在期限内）",
    `日历：${calendar.version}`,
  ]);
});

test("and in English", () => {
  const limit = limitFrom(calendar, { ...decision, length: 1 }, "2026-02-13", { pauses: [] });
  expect(describeLimit(limit, "en")).toEqual([
    "Basis: 行政许可法42(1) (XK-42-1), 1 working day",
    "Start: 2026-02-13 is not counted; counting begins the day after",
    "Count: 1 day, less 0 days of weekend, 0 off and 0 paused, leaves 1 working day (make-up days, paused ones included: 1)",
    "Due: 2026-02-14 (still in time on that day)",
    `Calendar: ${calendar.version}`,
  ]);
});

test("the numbers of the count add up", () => {
  const { tally, excludedDays } = limitFrom(calendar, decision, "2026-09-21", { pauses: [] });
  expect(tally).toEqual({ days: 35, weekends: 5, daysOff: 10, makeUpDays: 1 });
  expect(35 - 5 - 10 - excludedDays).toBe(20);
});

test("a standing clock says since when and what is left", () => {
  const limit = limitFrom(calendar, decision, "2026-03-02", { pauses: [{ from: "2026-03-09", reason: "听证" }] });
  expect(describeLimit(limit, "zh")).toContain("扣除：2026-03-09至今（听证），计时中止");
  expect(describeLimit(limit, "zh")).toContain("届满：计时中止，尚余16个工作日");
  expect(describeLimit(limit, "en")).toContain("Paused: 2026-03-09 to now (听证), the clock stands");
  expect(describeLimit(limit, "en")).toContain("Due: the clock stands with 16 working days left");
});

test("T-3: rolling is explained", () => {
  const pay = { rule: "CF-67", article: "行政处罚法67", unit: "day", length: 15, roll: "next-working-day" } as const;
  const limit = limitFrom(calendar, pay, "2026-09-17");
  expect(describeLimit(limit, "zh")).toContain("顺延：原届满日2026-10-02为休息日，顺延至其后第一个工作日");
  expect(describeLimit(limit, "en")).toContain("Rolled: 2026-10-02 is a day of rest; the next working day counts");
});

test("T-10: a prediction is called one", () => {
  const limit = limitFrom(calendar, decision, "2026-12-15");
  expect(describeLimit(limit, "zh").at(-1)).toBe(
    "暂定：2027-01-01起的放假安排尚未公布，按法定节假日和周一至周五推算，公布后重新计算",
  );
  expect(describeLimit(limit, "en").at(-1)).toMatch(/^Provisional: holidays from 2027-01-01 on are not announced/);
});

test("T-9: weekends that a notice only joins to a holiday are weekends, on paper too", () => {
  const limit = limitFrom(calendar, { ...decision, length: 5 }, "2019-04-03");
  expect(limit).toMatchObject({ due: "2019-04-11", tally: { days: 8, weekends: 2, daysOff: 1 } });
  for (const weekend of ["2019-04-06", "2019-04-07", "2019-06-08", "2019-06-09", "2019-09-14", "2019-09-15"])
    expect(calendar.kindOf(weekend)).toBe("weekend");
  for (const off of ["2019-04-05", "2019-06-07", "2019-09-13"]) expect(calendar.kindOf(off)).toBe("day-off");
});

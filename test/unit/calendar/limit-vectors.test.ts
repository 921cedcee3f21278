import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  type LimitUnit,
  limitFrom,
  officialCalendar,
  periodEnd,
  rollToWorkingDay,
} from "../../../shared/calendar/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const calendar = officialCalendar();
const units: Record<string, LimitUnit> = { workday: "working-day", day: "day", month: "month", year: "year" };

describe("T-5…T-8: the limits of the rule book", () => {
  test.each(vectors.deadlines)("$rule $law: $event from $start, $n $unit → $deadline", (vector) => {
    const unit = units[vector.unit] ?? "day";
    const spec = { rule: vector.rule, article: vector.law, unit, length: vector.n };
    const limit = limitFrom(calendar, spec, vector.start);
    expect(limit).toMatchObject({ due: vector.deadline, provisional: false, excludedDays: 0 });
    if (unit === "working-day") {
      expect(String(addWorkingDays(calendar, vector.start, vector.n))).toBe(vector.deadline);
      return;
    }
    const end = periodEnd(vector.start, vector.n, unit);
    expect(String(end)).toBe(vector.deadline);
    expect(String(rollToWorkingDay(calendar, end))).toBe(vector.deadlineRolled);
    const rolled = limitFrom(calendar, { ...spec, roll: "next-working-day" }, vector.start);
    expect(rolled.due).toBe(vector.deadlineRolled);
    expect(rolled.dueUnrolled ?? rolled.due).toBe(vector.deadline);
  });
});

describe("XK-45: the permit clock", () => {
  test.each(vectors.permitClock)("$id: accepted $accept, $n + $extension, due $deadline", (vector) => {
    const extensions =
      vector.extension === 0 ? [] : [{ length: vector.extension, rule: "XK-42-1", article: "行政许可法42(1)" }];
    const pauses = vector.suspensionsClosed.map(([from = "", to = ""]) => ({ from, to, reason: "专家评审" }));
    const spec = { rule: "XK-42-1", article: "行政许可法42(1)", unit: "working-day", length: vector.n } as const;
    const limit = limitFrom(calendar, spec, vector.accept, { extensions, pauses });
    expect(limit.due).toBe(vector.deadline);
    expect(limit.excludedDays).toBe(vector.excludedWorkdays);
  });
});

describe("S-3, G-11: local limits in working days", () => {
  const daysIn = (rule: string) => Number(/(\d+) working days?/.exec(rule)?.[1]);

  test.each(vectors.negativeReview)("$rule from $at → $due", ({ at, rule, due }) => {
    expect(String(addWorkingDays(calendar, at, daysIn(rule)))).toBe(due);
  });

  test.each(vectors.hotline12345)("$rule from $at → $due", ({ at, rule, due }) => {
    const spec = { rule: "G-11", article: "济南24", unit: "working-day", length: 5 } as const;
    const extensions = rule.includes("+5") ? [{ length: daysIn(rule), rule: "G-11", article: "安阳50" }] : [];
    expect(limitFrom(calendar, spec, at, { extensions }).due).toBe(due);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isTermOver,
  type TermPause,
  type TermSpec,
  termFrom,
} from "../../../services/grid-events/events/domain/term.ts";
import { inShanghai, instantAt, minutesLater } from "../../../shared/calendar/index.ts";
import { calendar, town } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const context = { calendar, town };
const at = (date: string, time: string) => instantAt(date, time);
const spec = (unit: TermSpec["unit"], length: number): TermSpec => ({ unit, length, rule: "G-8", warnBefore: 0 });
const dueOf = (unit: TermSpec["unit"], length: number, start: string, pauses: readonly TermPause[] = []) => {
  const { due } = termFrom(spec(unit, length), start, pauses, context);
  return due === null ? null : inShanghai(due).slice(0, 16);
};
/** A Monday. */
const monday = "2026-03-02";

describe("G-8: how long a matter may take", () => {
  test.each(vectors.hoursDeadlines)("clock hours: $event", ({ start, hours, deadline }) => {
    expect(dueOf("hour", hours, start)).toBe(deadline.slice(0, 16));
  });
  test.each(vectors.hotline12345.slice(0, 1))("G-11: $rule", ({ at: day, due }) => {
    expect(dueOf("working-day", 5, at(day, "09:00"))).toBe(`${due}T23:59`);
  });
  test("office hours stand still at noon, at night and on days of rest", () => {
    expect(dueOf("office-hour", 4, at(monday, "09:00"))).toBe("2026-03-02T15:00");
    expect(dueOf("office-hour", 8, at(monday, "17:00"))).toBe("2026-03-04T09:00");
    expect(dueOf("office-hour", 1, at("2026-03-06", "17:30"))).toBe("2026-03-09T09:30");
    expect(dueOf("office-hour", 1, at("2026-03-07", "10:00"))).toBe("2026-03-09T09:30");
  });
  test("working days are those of the calendar; the whole last day is in time", () => {
    const term = termFrom(spec("working-day", 3), at(monday, "16:00"), [], context);
    expect(isTermOver(term, at("2026-03-05", "23:59"))).toBe(false);
    expect(isTermOver(term, at("2026-03-06", "00:00"))).toBe(true);
  });
  test("of hours the last instant is in time, the next is not", () => {
    const term = termFrom(spec("hour", 2), at(monday, "16:00"), [], context);
    expect(isTermOver(term, at(monday, "18:00"))).toBe(false);
    expect(isTermOver(term, new Date(Date.parse(at(monday, "18:00")) + 1).toISOString())).toBe(true);
  });
});

describe("a pause", () => {
  test("moves the end by its real length", () => {
    const noon = { from: at(monday, "11:00"), to: at(monday, "14:30") };
    expect(dueOf("hour", 4, at(monday, "10:00"), [noon])).toBe("2026-03-02T17:30");
    expect(dueOf("office-hour", 4, at(monday, "10:00"), [noon])).toBe("2026-03-02T17:30");
    expect(dueOf("working-day", 1, at(monday, "10:00"), [noon])).toBe("2026-03-03T23:59");
  });
  test("over working days moves it by the days that began in it; over a weekend by none", () => {
    const two = { from: at("2026-03-03", "10:00"), to: at("2026-03-05", "09:00") };
    expect(dueOf("working-day", 3, at(monday, "10:00"), [two])).toBe("2026-03-09T23:59");
    const weekend = { from: at("2026-03-06", "17:00"), to: at("2026-03-08", "10:00") };
    expect(dueOf("working-day", 5, at(monday, "10:00"), [weekend])).toBe("2026-03-09T23:59");
    expect(dueOf("office-hour", 8, at("2026-03-06", "16:30"), [weekend])).toBe("2026-03-10T09:00");
  });
  test("that still runs lets nothing be due", () => {
    const term = termFrom(spec("hour", 1), at(monday, "10:00"), [{ from: at(monday, "10:30") }], context);
    expect(term.due).toBeNull();
    expect(isTermOver(term, at("2027-01-01", "00:00"))).toBe(false);
  });
});

test("with a pause a term ends no earlier, and a longer term ends later", () => {
  const unit = fc.constantFrom("hour", "office-hour", "working-day");
  const minutes = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 40 }), minutes, minutes, minutes, (by, length, wait, begin, long) => {
      const start = minutesLater(at(monday, "00:00"), wait);
      const from = minutesLater(start, begin);
      const pause = { from, to: minutesLater(from, long) };
      const [plain, paused, longer] = [
        termFrom(spec(by, length), start, [], context),
        termFrom(spec(by, length), start, [pause], context),
        termFrom(spec(by, length + 1), start, [], context),
      ].map(({ due }) => due ?? "");
      expect(paused !== undefined && plain !== undefined && longer !== undefined).toBe(true);
      expect(String(paused) >= String(plain)).toBe(true);
      expect(String(longer) > String(plain)).toBe(true);
    }),
  );
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { limitFrom, officialCalendar } from "../../../shared/calendar/index.ts";

const calendar = officialCalendar();
const counted = z.object({ rule: z.string(), article: z.string(), unit: z.string(), length: z.int() });
type Counted = z.output<typeof counted>;

/** Every limit that any test of the house has counted, as the kept events hold it. */
function limitsCounted(): Counted[] {
  const found = new Map<string, Counted>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const limit = counted.safeParse(value);
    if (limit.success) found.set(JSON.stringify(limit.data), limit.data);
    for (const one of Object.values(value)) look(one);
  };
  for (const service of readdirSync(join(import.meta.dirname, "../..")))
    for (const file of samplesOf(join(import.meta.dirname, "../..", service, "samples"))) look(file);
  return [...found.values()];
}

function samplesOf(folder: string): unknown[] {
  try {
    return readdirSync(folder).map((name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")));
  } catch {
    return [];
  }
}

const all = limitsCounted();
const of = (law: string) => all.filter(({ article }) => new RegExp(`^${law}\\d`).test(article));
/** Terms that an organ or a rule of the sector sets, not the law itself: their unit is what those say. */
const setOtherwise = ["CF-26", "CF-28", "CF-54a"];

describe("T-6: of the law on penalties only two, three, five and seven days are working days (行政处罚法85)", () => {
  const terms = of("行政处罚法").filter(({ rule }) => !setOtherwise.includes(rule) && rule !== "CF-27a");
  test("each term that is counted keeps to it, on both sides", () => {
    for (const { rule, unit, length } of terms)
      expect(`${rule} ${length} ${unit}`).toBe(
        `${rule} ${length} ${[2, 3, 5, 7].includes(length) ? "working-day" : "day"}`,
      );
    const lengths = new Set(terms.map(({ length }) => length));
    expect([2, 3, 5, 7, 15, 90].filter((length) => !lengths.has(length))).toEqual([]);
  });
  test("seven from 2026-02-12 end on 2026-02-28, fifteen run through the holidays", () => {
    const serve = { rule: "CF-61", article: "行政处罚法61", unit: "working-day", length: 7 } as const;
    expect(limitFrom(calendar, serve, "2026-02-12").due).toBe("2026-02-28");
    const pay = { rule: "CF-67", article: "行政处罚法67(3)", unit: "day", length: 15 } as const;
    expect(limitFrom(calendar, pay, "2026-02-12").due).toBe("2026-02-27");
  });
});

describe("T-7: of the law on coercion ten days and less are working days (行政强制法69)", () => {
  const terms = of("行政强制法");
  test("each term that is counted keeps to it, on both sides", () => {
    for (const { rule, unit, length } of terms)
      expect(`${rule} ${length} ${unit}`).toBe(`${rule} ${length} ${length <= 10 ? "working-day" : "day"}`);
    const lengths = new Set(terms.map(({ length }) => length));
    expect([5, 7, 10, 30].filter((length) => !lengths.has(length))).toEqual([]);
  });
  test("ten from 2026-09-21 end on 2026-10-12; thirty days are calendar days", () => {
    const demand = { rule: "QZ-54", article: "行政强制法54", unit: "working-day", length: 10 } as const;
    expect(limitFrom(calendar, demand, "2026-09-21").due).toBe("2026-10-12");
    const seized = { rule: "QZ-25", article: "行政强制法25(1)", unit: "day", length: 30 } as const;
    expect(limitFrom(calendar, seized, "2026-09-21").due).toBe("2026-10-21");
  });
});

describe("T-14: holidays within a period do not lengthen it; that is a rule of tax alone (税收征管法实施细则109)", () => {
  const days = (length: number) =>
    ({ rule: "CF-67", article: "行政处罚法67(3)", unit: "day", length, roll: "next-working-day" }) as const;
  test("nine days off within fifteen change nothing", () => {
    // 2026-02-15 to 02-23 are off, more than three in a row.
    expect(limitFrom(calendar, days(15), "2026-02-10")).toMatchObject({ due: "2026-02-25" });
  });
  test("a last day among them rolls to the first day after, and no further (T-3)", () => {
    expect(limitFrom(calendar, days(13), "2026-02-10")).toMatchObject({ dueUnrolled: "2026-02-23", due: "2026-02-24" });
    expect(limitFrom(calendar, days(14), "2026-02-10")).toMatchObject({ due: "2026-02-24" });
  });
});

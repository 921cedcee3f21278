import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ReportEntry,
  type ReportFacts,
  reportOf,
  shareBps,
} from "../../../services/finance/reports/domain/report.ts";
import { plainIn, shownIn, shownRate } from "../../../services/finance/reports/domain/shown.ts";
import { fen } from "../../../shared/money/index.ts";

const tax = (effectiveOn: string, amount: number, more: Partial<ReportEntry> = {}): ReportEntry => ({
  ...{ effectiveOn, budget: "general", side: "income", class: "1010101", level: "town", origin: "ordinary" },
  amount: fen(amount),
  ...more,
});
const facts = (now: readonly ReportEntry[], more: Partial<ReportFacts> = {}): ReportFacts => ({
  ...{ now, before: [], approved: {}, approvedIn: "general" },
  ...more,
});
const figures = (report: ReturnType<typeof reportOf>, code: string) =>
  Object.fromEntries(
    (report.rows.find((row) => row.class === code)?.figures ?? []).map(({ column, amount }) => [column, amount]),
  );

describe("F-35: reports of booked figures", () => {
  const march = { kind: "execution", year: 2026, month: 3 } as const;

  test("a month counts from its first day to its last, and the months before are added up", () => {
    const all = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map((day, at) => tax(day, 10 ** at));
    expect(figures(reportOf(march, facts(all)), "101")).toEqual({ month: 110, cumulative: 111 });
  });

  test("each class stands under those above it, and the total adds the first classes alone", () => {
    const report = reportOf(march, facts([tax("2026-03-02", 5), tax("2026-03-02", 7, { class: "10305" })]));
    expect(report.rows.map(({ class: code, depth }) => [code, depth])).toEqual([
      ["101", 0],
      ["10101", 1],
      ["1010101", 2],
      ["103", 0],
      ["10305", 1],
    ]);
    expect(report.totals).toMatchObject([
      { budget: "general", side: "income", figures: [{ amount: 12 }, { amount: 12 }] },
    ]);
  });

  test("budgets and sides stay apart, and a refund takes away", () => {
    const land = tax("2026-03-02", 9, { budget: "funds", class: "1030148" });
    const report = reportOf(march, facts([land, tax("2026-03-02", 5), tax("2026-03-03", -2)]));
    expect(
      report.totals.map(({ budget, figures }) => [budget, figures.find(({ column }) => column === "month")?.amount]),
    ).toEqual([
      ["funds", 9],
      ["general", 3],
    ]);
  });

  test("execution is measured against the budget of the class, also where nothing was spent", () => {
    const spent = tax("2026-03-02", 2_500, { side: "expense", class: "2010301" });
    const approved = { "2010301": fen(10_000), "2010302": fen(5_000) };
    const report = reportOf(march, facts([spent], { approved }));
    expect(figures(report, "201")).toEqual({ budget: 15_000, month: 2_500, cumulative: 2_500 });
    expect(report.rows.map(({ class: code, rateBps }) => [code, rateBps])).toEqual([
      ["201", 1_667],
      ["20103", 1_667],
      ["2010301", 2_500],
      ["2010302", 0],
    ]);
  });

  test("year against year compares the same months, a class that is gone with its fall", () => {
    const before = [tax("2025-03-31", 200), tax("2025-04-01", 50), tax("2025-01-05", 30, { class: "10104" })];
    const report = reportOf({ ...march, kind: "comparison" }, facts([tax("2026-03-31", 300)], { before }));
    expect(figures(report, "1010101")).toEqual({ cumulative: 300, before: 200, difference: 100 });
    expect(figures(report, "10104")).toEqual({ cumulative: 0, before: 30, difference: -30 });
    expect(report.rows.find((row) => row.class === "10104")?.rateBps).toBe(-10_000);
  });

  test("by source each origin has a column, and they make the total", () => {
    const fine = tax("2026-03-02", 7, { class: "10305", origin: "fine" });
    const report = reportOf({ ...march, kind: "sources" }, facts([tax("2026-03-02", 5), fine]));
    expect(report.columns).toEqual(["fine", "ordinary", "total"]);
    expect(report.totals[0]?.figures.map(({ amount }) => amount)).toEqual([7, 5, 12]);
  });

  test("the figures shown make the totals shown, whatever was booked", () => {
    const entry = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      amount: fc.integer({ min: -1e9, max: 1e9 }),
      class: fc.constantFrom("101", "10101", "1010101", "10104", "103", "1030701", "201", "2010301"),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 25 }),
        fc.constantFrom("execution", "sources", "final-accounts"),
        (all, kind) => {
          const now = all.map(({ month, amount, class: code }) =>
            tax(`2026-${String(month).padStart(2, "0")}-15`, amount, {
              ...{ class: code, side: code.startsWith("1") ? "income" : "expense" },
            }),
          );
          const report = reportOf({ kind, year: 2026, month: 12 }, facts(now));
          const total = report.totals.reduce((sum, one) => sum + (one.figures.at(-1)?.amount ?? 0), 0);
          expect(total).toBe(now.reduce((sum, { amount }) => sum + amount, 0));
          for (const row of report.rows) {
            const below = report.rows.filter((one) => one.depth > row.depth && one.class.startsWith(row.class));
            const direct = now.filter((one) => one.class === row.class).reduce((sum, { amount }) => sum + amount, 0);
            const children = below.filter(
              ({ class: code }) => !below.some((one) => one.class !== code && code.startsWith(one.class)),
            );
            const sum = children.reduce((all, one) => all + (one.figures.at(-1)?.amount ?? 0), direct);
            expect(row.figures.at(-1)?.amount).toBe(sum);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("F-14: how amounts are shown", () => {
  test("ten thousand yuan is rounded from the exact sum, half up", () => {
    expect(shownIn(fen(123_456_789), "yuan")).toBe("1,234,567.89");
    expect(shownIn(fen(123_454_999), "wan")).toBe("123.45");
    expect(shownIn(fen(123_455_000), "wan")).toBe("123.46");
    expect(plainIn(fen(123_456_789), "yuan")).toBe("1234567.89");
    expect(plainIn(fen(-1_234_500), "yuan")).toBe("-12345.00");
  });
  test("a rate without a whole is none", () => {
    expect([shownRate(undefined), shownRate(1_667), shownRate(-10_000)]).toEqual(["—", "16.67%", "-100.00%"]);
    expect(shareBps(fen(1), fen(0))).toBeUndefined();
    expect([shareBps(fen(1), fen(3)), shareBps(fen(2), fen(3)), shareBps(fen(1), fen(20_000))]).toEqual([
      3_333, 6_667, 1,
    ]);
  });
});

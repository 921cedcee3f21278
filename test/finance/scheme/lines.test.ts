import { describe, expect, test } from "vitest";
import { settleYear } from "../../../services/finance/scheme/domain/settle-year.ts";
import { anEntry, aScheme, codeOf, facts, resultsOf, settled, taxes } from "./builders.ts";

const tax = { id: "tax", kind: "measure", ...taxes };

describe("each kind of line by itself", () => {
  test("a measure counts its own treasury level and budget only, and a refund lowers it", () => {
    const entries = [
      anEntry(100),
      anEntry(10, { level: "county" }),
      anEntry(20, { budget: "funds" }),
      anEntry(-30, { effectiveOn: "2021-12-31" }),
      anEntry(40, { effectiveOn: "2022-01-01" }),
    ];
    expect(resultsOf(settled(2021, [aScheme({ lines: [tax] })], entries)).tax).toBe(70);
  });

  test("F-22: growth is rounded every year, and the next year grows from what was rounded", () => {
    const line = { id: "up", kind: "growth", first: 101, firstYear: 2019, bps: 5000, direction: "rising" };
    const amounts = [2019, 2020, 2021].map((year) => resultsOf(settled(year, [aScheme({ lines: [line] })], [])).up);
    expect(amounts).toEqual([101, 152, 228]);
  });

  test.each([
    ["2023-12-31", 1199, 1],
    ["2023-12-31", 1200, 0],
    ["2023-12-31", 1201, 0],
    ["2021-06-30", 599, 1],
    ["2021-06-30", 600, 0],
    ["2021-06-30", 601, 0],
  ])("a minimum of 1200 a year, until %s, tops %i up by %i", (to, income, expected) => {
    const scheme = aScheme({ to, lines: [tax, { id: "up", kind: "topUp", of: "tax", to: 1200 }] });
    expect(resultsOf(settled(2021, [scheme], [anEntry(income)])).up).toBe(expected);
  });

  test("a cap is the smaller of two", () => {
    const lines = [tax, { id: "most", kind: "given", amount: 50 }, { id: "cap", kind: "cap", of: "tax", at: "most" }];
    const capped = (income: number) => resultsOf(settled(2021, [aScheme({ lines })], [anEntry(income)])).cap;
    expect([49, 50, 51].map(capped)).toEqual([49, 50, 50]);
  });

  test("a line that uses an open line is open too, and what is missing stands once", () => {
    const lines = [
      tax,
      { id: "subsidy", kind: "given" },
      { id: "all", kind: "sum", of: ["tax", "subsidy"] },
      { id: "half", kind: "rate", of: "all", bps: 5000 },
    ];
    const sheet = settled(2021, [aScheme({ lines, pays: ["half"] })], [anEntry(100)]);
    expect(resultsOf(sheet)).toEqual({ tax: 100 });
    expect(sheet.missing).toEqual([{ what: "amount", line: "subsidy", of: "2021" }]);
  });
});

test("two payers may take turns on one excess, band by band", () => {
  const paying = (id: string, low: number, high: number) =>
    aScheme({
      id,
      lines: [
        tax,
        { id: "base", kind: "given", amount: 100 },
        { id: "excess", kind: "above", of: "tax", over: "base" },
        ...[{ id: "reward", kind: "tiers", of: "excess", bands: bandsOf(low, high) }],
      ],
      pays: ["reward"],
    });
  const bandsOf = (low: number, high: number) => [
    { upTo: 500, bps: low },
    { upTo: null, bps: high },
  ];
  const together = (low: number, high: number) =>
    codeOf(
      settleYear({
        year: 2021,
        schemes: [paying("county", 10_000, 0), paying("city", low, high)],
        entries: [],
        facts: facts(),
      }),
    );
  expect(together(0, 10_000)).toBe("settled");
  expect(together(1, 10_000)).toBe("finance.schemes-above-whole");
  const alone = { year: 2021, schemes: [paying("county", 0, 10_000), paying("city", 10_000, 1)], entries: [] };
  expect(codeOf(settleYear({ ...alone, facts: facts() }))).toBe("finance.schemes-above-whole");
});

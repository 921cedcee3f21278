import { describe, expect, test } from "vitest";
import { compareSheets } from "../../../services/finance/scheme/domain/compare-sheets.ts";
import { anEntry, aScheme, facts, ofTaxes, resultsOf, settled, settledFigures, taxes, yuan } from "./builders.ts";
import { entriesOf2026 as entries } from "./spreadsheet.ts";

/**
 * The year of the spreadsheet under other schemes. The expected numbers were computed with decimals, apart from this system. Taxes: 39,674,474.21
 * to 30 June, 35,534,830.47 from 1 July, 75,209,304.68 in all.
 */
const all2026 = { from: "2026-01-01", to: "2026-12-31" };
const measure = { id: "tax", kind: "measure", ...taxes };
const given = (id: string, amount: string, fields: object = {}) => ({
  ...{ id, kind: "given", amount: yuan(amount) },
  ...fields,
});
const falling = {
  ...{ id: "subsidy", kind: "growth", first: yuan("777,777.77"), firstYear: 2023 },
  ...{ bps: 1735, direction: "falling" },
};

describe("F-53: a subsidy that falls 17.35 % a year, rounded every year", () => {
  test.each([
    ["half-up", ["777,777.77", "642,833.33", "531,301.75", "439,120.90"]],
    ["floor", ["777,777.77", "642,833.32", "531,301.73", "439,120.87"]],
  ])("%s", (rounding, amounts) => {
    const scheme = aScheme({ to: "2026-12-31", from: "2023-01-01", rounding, lines: [falling], pays: ["subsidy"] });
    const years = [2023, 2024, 2025, 2026].map((year) => settled(year, [scheme], []).due);
    expect(years).toEqual(amounts.map(yuan));
  });

  test("of seven months it is seven twelfths, of what was rounded", () => {
    const ofJuly = (rounding: string) => {
      const scheme = aScheme({ ...all2026, from: "2026-01-01", to: "2026-07-31", rounding, lines: [falling] });
      return resultsOf(settled(2026, [scheme], [])).subsidy;
    };
    expect(["half-up", "floor"].map(ofJuly)).toEqual(["256,153.86", "256,153.84"].map(yuan));
  });

  test("one that falls by all of it is nothing from its second year on, and never below", () => {
    const scheme = aScheme({ ...all2026, from: "2025-01-01", lines: [{ ...falling, firstYear: 2025, bps: 10_000 }] });
    expect([2025, 2026].map((year) => resultsOf(settled(year, [scheme], [])).subsidy)).toEqual([yuan("777,777.77"), 0]);
  });
});

describe("保底: a guaranteed minimum", () => {
  const kept = (to: number, more: Parameters<typeof settled>[2] = []) =>
    resultsOf(
      settled(
        2026,
        [aScheme({ ...all2026, lines: [measure, { id: "up", kind: "topUp", of: "tax", to }], pays: ["up"] })],
        [...entries, ...more],
      ),
    ).up;
  test("is topped up to the fen, and at the income itself there is nothing to top up", () => {
    expect(kept(yuan("80,000,000.01"))).toBe(yuan("4,790,695.33"));
    expect([yuan("75,209,304.67"), yuan("75,209,304.68"), yuan("75,209,304.69")].map((to) => kept(to))).toEqual([
      0, 0, 1,
    ]);
  });
  test("CF-74: fines of the town do not fill it up, under any class, and tax does", () => {
    const fine = (of: string) =>
      anEntry(yuan("1,000,000.00"), { effectiveOn: "2026-06-01", class: of, origin: "fine" });
    expect(kept(yuan("80,000,000.01"), ["10101", "10305", "10307"].map(fine))).toBe(yuan("4,790,695.33"));
    expect(kept(yuan("80,000,000.01"), [anEntry(33, { effectiveOn: "2026-06-01" })])).toBe(yuan("4,790,695.00"));
  });
});

describe("a new scheme on 1 July: base, subsidy, minimum and heads by months, income by its day", () => {
  const first = aScheme({
    ...{ id: "old", from: "2023-01-01", to: "2026-06-30" },
    lines: [
      measure,
      given("base", "80,000,000.01"),
      { id: "shortfall", kind: "below", of: "tax", under: "base" },
      falling,
      { id: "all", kind: "sum", of: ["tax", "subsidy"] },
    ],
    pays: ["subsidy"],
    inAll: "all",
  });
  const second = aScheme({
    ...{ id: "new", from: "2026-07-01", to: "2030-12-31" },
    lines: [
      { ...measure, id: "income" },
      { id: "average", kind: "average", of: "income", years: { last: 5, before: "fixed" } },
      { id: "excess", kind: "above", of: "income", over: "average" },
      {
        ...{ id: "share", kind: "tiers", of: "excess" },
        bands: [
          { upTo: yuan("10,000,000.00"), bps: 5000 },
          { upTo: yuan("20,000,000.00"), bps: 3333 },
          { upTo: null, bps: 1001 },
        ],
      },
      { id: "county", kind: "minus", of: "excess", less: ["share"] },
      { id: "kept", kind: "minus", of: "income", less: ["county"] },
      { id: "top-up", kind: "topUp", of: "kept", to: yuan("60,000,000.01") },
      {
        ...{ id: "per-head", kind: "perUnit", unit: "staff" },
        rates: [
          { from: "2026-01-01", perYear: yuan("20,000.00") },
          { from: "2026-07-01", perYear: yuan("21,333.33") },
        ],
      },
      { id: "second-half", kind: "sum", of: ["kept", "top-up", "per-head"] },
    ],
    pays: ["top-up", "per-head"],
    owes: ["county"],
    inAll: "second-half",
  });
  const document = "县人社函";
  const staff = [
    { from: "2026-01-01", count: 104 },
    { from: "2026-04-01", count: 107 },
    { from: "2026-07-31", count: 110 },
    { from: "2026-11-01", count: 106 },
  ].map((one) => ({ ...one, unit: "staff", document }));
  const years = ["12,345,678.90", "13,456,789.01", "11,111,111.11", "14,567,890.12", "15,678,901.23"].map(yuan);
  const ofYear = facts({
    settled: settledFigures(2021, years, ofTaxes),
    counts: staff,
    posts: [
      { from: "2026-01-01", count: 108, document },
      { from: "2026-10-01", count: 105, document },
    ],
  });
  const sheet = settled(2026, [second, first], entries, ofYear);

  test("both halves are equal to the fen", () => {
    expect(resultsOf(sheet)).toEqual({
      ...{ tax: yuan("39,674,474.21"), base: yuan("40,000,000.01"), shortfall: yuan("325,525.80") },
      ...{ subsidy: yuan("219,560.45"), all: yuan("39,894,034.66") },
      ...{ income: yuan("35,534,830.47"), average: yuan("6,716,037.04"), excess: yuan("28,818,793.43") },
      ...{ share: yuan("9,215,761.22"), county: yuan("19,603,032.21"), kept: yuan("15,931,798.26") },
      ...{ "top-up": yuan("14,068,201.75"), "per-head": yuan("1,134,222.05") },
      "second-half": yuan("31,134,222.06"),
    });
    expect(sheet.schemes[1]?.lines[3]?.bands?.map(({ share }) => share)).toEqual(
      ["5,000,000.00", "3,333,000.00", "882,761.22"].map(yuan),
    );
    expect(sheet).toMatchObject({ owed: yuan("19,603,032.21"), inAll: yuan("71,028,256.72"), missing: [] });
    expect(sheet.due).toBe(yuan("219,560.45") + yuan("14,068,201.75") + yuan("1,134,222.05"));
  });

  test("the last day of June is of the old scheme, the first of July of the new one", () => {
    const on = (day: string) =>
      compareSheets(
        sheet,
        settled(2026, [second, first], [...entries, anEntry(1_00, { effectiveOn: day })], ofYear),
      ).map(({ line }) => line);
    expect(on("2026-06-30")).toEqual(["tax", "shortfall", "all"]);
    // The minimum takes back what the town keeps: its total does not move.
    expect(on("2026-07-01")).toEqual(["income", "excess", "share", "county", "kept", "top-up"]);
  });
});

test("heads are counted on the first of each month, within the posts of that day, at the rate of that day", () => {
  const document = "县人社函";
  const scheme = (fields: object = {}) =>
    aScheme({
      ...all2026,
      lines: [
        {
          ...{ id: "per-head", kind: "perUnit", unit: "staff" },
          rates: [
            { from: "2026-01-01", perYear: yuan("20,000.00") },
            { from: "2026-07-01", perYear: yuan("21,333.33") },
          ],
        },
      ],
      pays: ["per-head"],
      ...fields,
    });
  const counts = [
    { from: "2026-01-01", count: 104 },
    { from: "2026-04-01", count: 107 },
    // After the first of July: it counts from August on.
    { from: "2026-07-31", count: 110 },
    { from: "2026-11-01", count: 106 },
  ].map((one) => ({ ...one, unit: "staff", document }));
  const posts = [
    { from: "2026-01-01", count: 108, document },
    { from: "2026-10-01", count: 105, document },
  ];
  const sheet = settled(2026, [scheme()], [], facts({ counts, posts }));
  // Heads 3 × 104, 4 × 107, 2 × 108, 3 × 105: 218,922,204.5 fen.
  expect(resultsOf(sheet)["per-head"]).toBe(yuan("2,189,222.05"));
  const cut = settled(2026, [scheme({ rounding: "floor" })], [], facts({ counts, posts }));
  expect(resultsOf(cut)["per-head"]).toBe(yuan("2,189,222.04"));
  expect(sheet.schemes[0]?.lines[0]?.inputs.map((one) => ("heads" in one ? one.heads : 0))).toEqual([
    ...[104, 104, 104, 107, 107, 107, 107, 108, 108],
    ...[105, 105, 105],
  ]);
});

describe("a negative result is shown and owed", () => {
  const of = (rounding: string) =>
    settled(
      2026,
      [
        aScheme({
          ...{ ...all2026, from: "2024-01-01", rounding },
          lines: [
            measure,
            {
              ...{ id: "remittance", kind: "growth", first: yuan("100,000,000.01"), firstYear: 2024 },
              ...{ bps: 333, direction: "rising" },
            },
            { id: "rest", kind: "minus", of: "tax", less: ["remittance"] },
            { id: "half", kind: "rate", of: "rest", bps: 5000 },
            given("zero", "0.00"),
            { id: "excess", kind: "above", of: "rest", over: "zero" },
            { id: "missing", kind: "topUp", of: "rest", to: 0 },
          ],
          pays: ["half"],
          owes: ["remittance"],
          inAll: "rest",
        }),
      ],
      entries,
    );
  test("its half is rounded away from zero, or down, as the scheme says; only excess and top-up stop at zero", () => {
    expect(resultsOf(of("half-up"))).toMatchObject({
      ...{ remittance: yuan("106,770,889.01"), rest: -yuan("31,561,584.33"), half: -yuan("15,780,792.17") },
      ...{ excess: 0, missing: yuan("31,561,584.33") },
    });
    expect(of("half-up")).toMatchObject({ due: -yuan("15,780,792.17"), inAll: -yuan("31,561,584.33") });
    // Rounded up each year, the remittance is two fen more: 3,156,158,435 fen of rest, whose half is cut towards zero.
    expect(resultsOf(of("ceil"))).toMatchObject({
      ...{ remittance: yuan("106,770,889.03"), rest: -yuan("31,561,584.35"), half: -yuan("15,780,792.17") },
    });
  });
});

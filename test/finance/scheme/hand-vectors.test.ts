import { describe, expect, test } from "vitest";
import { anEntry, aScheme, facts, resultsOf, settled, settledFigures, taxes } from "./builders.ts";

/*
 * Vectors of our own. Each was worked out with exact fractions apart from this system; a half is rounded away from zero.
 * Amounts are fen.
 */
const measure = { id: "tax", kind: "measure", ...taxes };
const given = (id: string, amount: number) => ({ id, kind: "given", amount });

describe("F-20: shares, remittance, what the town keeps", () => {
  test.each([
    // base, revenue, remittance, share → excess, shortfall, town, county, remitted, kept
    [
      "poorer than its remittance: it owes",
      500_000_000,
      100_000_000,
      120_000_000,
      6000,
      [0, 400_000_000, 0, 0, 120_000_000, -20_000_000],
    ],
    ["at the base", 500_000_000, 500_000_000, 120_000_000, 6000, [0, 0, 0, 0, 120_000_000, 380_000_000]],
    [
      "one fen above it: the half is the town's",
      500_000_000,
      500_000_001,
      120_000_000,
      5000,
      [1, 0, 1, 0, 120_000_000, 380_000_001],
    ],
    [
      "a remittance below zero is a subsidy",
      300_000_000,
      345_678_901,
      -80_000_000,
      3333,
      [45_678_901, 0, 15_224_778, 30_454_123, -49_545_877, 395_224_778],
    ],
    [
      "the same in a poor year",
      300_000_000,
      200_000_000,
      -80_000_000,
      3333,
      [0, 100_000_000, 0, 0, -80_000_000, 280_000_000],
    ],
    ["a base of nothing", 0, 7, 0, 5000, [7, 0, 4, 3, 3, 4]],
  ] as const)("%s", (_what, base, revenue, remittance, bps, expected) => {
    const scheme = aScheme({
      lines: [
        measure,
        given("base", base),
        given("remittance", remittance),
        { id: "excess", kind: "above", of: "tax", over: "base" },
        { id: "shortfall", kind: "below", of: "tax", under: "base" },
        { id: "town", kind: "rate", of: "excess", bps },
        { id: "county", kind: "minus", of: "excess", less: ["town"] },
        { id: "remitted", kind: "sum", of: ["remittance", "county"] },
        { id: "kept", kind: "minus", of: "tax", less: ["remitted"] },
      ],
      owes: ["remitted"],
      inAll: "kept",
    });
    const sheet = settled(2021, [scheme], [anEntry(revenue)]);
    const results = resultsOf(sheet);
    expect(["excess", "shortfall", "town", "county", "remitted", "kept"].map((id) => results[id])).toEqual(expected);
    expect(sheet.owed).toBe(expected[4]);
  });
});

describe("F-22, F-53: a subsidy that falls", () => {
  test.each([
    [80_000_003, 1500, [80_000_003, 68_000_003, 57_800_003, 49_130_003, 41_760_503]],
    // Half of a fen is a fen: it never falls to nothing.
    [7, 5000, [7, 4, 2, 1, 1]],
    [123, 10_000, [123, 0, 0, 0, 0]],
  ] as const)("%i by %i basis points a year", (first, bps, expected) => {
    const line = { id: "subsidy", kind: "growth", first, firstYear: 2019, bps, direction: "falling" };
    const years = expected.map((_, at) => resultsOf(settled(2019 + at, [aScheme({ lines: [line] })], [])).subsidy);
    expect(years).toEqual(expected);
  });
});

describe("F-23: tiers at their borders", () => {
  const scheme = aScheme({
    lines: [
      measure,
      {
        ...{ id: "town", kind: "tiers", of: "tax" },
        bands: [
          { upTo: 50_000_000, bps: 5000 },
          { upTo: 100_000_000, bps: 6000 },
          { upTo: null, bps: 7000 },
        ],
      },
      { id: "county", kind: "minus", of: "tax", less: ["town"] },
    ],
  });
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [49_999_999, 25_000_000, 24_999_999],
    [50_000_000, 25_000_000, 25_000_000],
    [50_000_001, 25_000_001, 25_000_000],
    [99_999_999, 54_999_999, 45_000_000],
    [100_000_000, 55_000_000, 45_000_000],
    [100_000_001, 55_000_001, 45_000_000],
    [187_654_321, 116_358_025, 71_296_296],
  ])("an excess of %i: %i and %i", (excess, town, county) => {
    expect(resultsOf(settled(2021, [scheme], [anEntry(excess)]))).toMatchObject({ town, county });
  });
});

describe("F-21: bases", () => {
  const baseOf = (years: readonly number[], rounding: string) => {
    const lines = [measure, { id: "base", kind: "average", of: "tax", years: { last: years.length, before: "fixed" } }];
    const ofYears = facts({ settled: settledFigures(2019 - years.length, years) });
    return resultsOf(settled(2021, [aScheme({ rounding, lines })], [], ofYears)).base;
  };
  test.each([
    [[1, 2], 2, 1],
    [[0, 0, 1], 0, 0],
    [[-5, 2, 0], -1, -1],
    [[10, 0, 0, 0, 1], 2, 2],
    [[3, 3, 4, 4], 4, 3],
    [[0, 0, 0], 0, 0],
  ] as const)("%j: %i half up, %i cut", (years, halfUp, cut) => {
    expect([baseOf(years, "half-up"), baseOf(years, "floor")]).toEqual([halfUp, cut]);
  });
});

test("a minimum of half a year whose half is no whole fen: the fen above it, and nothing below", () => {
  const lines = [measure, { id: "up", kind: "topUp", of: "tax", to: 1_234_567_891 }];
  const topUp = (income: number) =>
    resultsOf(settled(2021, [aScheme({ to: "2021-06-30", lines })], [anEntry(income)])).up;
  expect([617_283_945, 617_283_946].map(topUp)).toEqual([1, 0]);
});

test("a new version on 1 July: staff of each half by its own rate, income by its day, heads that change on the border", () => {
  const heads = (perYear: number, from: string) => ({
    ...{ id: "per-head", kind: "perUnit", unit: "staff" },
    rates: [{ from, perYear }],
  });
  const first = aScheme({ to: "2021-06-30", lines: [measure, heads(20_000_00, "2019-01-01")], pays: ["per-head"] });
  const second = aScheme({
    ...{ version: 2, from: "2021-07-01" },
    lines: [measure, heads(21_333_33, "2021-07-01")],
    pays: ["per-head"],
  });
  const document = "县人社函";
  const ofYear = facts({
    counts: [
      { unit: "staff", from: "2021-01-01", count: 101, document },
      { unit: "staff", from: "2021-07-01", count: 103, document },
    ],
    posts: [{ from: "2021-01-01", count: 110, document }],
  });
  const entries = [anEntry(7, { effectiveOn: "2021-06-30" }), anEntry(11, { effectiveOn: "2021-07-01" })];
  const sheet = settled(2021, [second, first], entries, ofYear);
  expect(sheet.schemes.map(({ lines }) => lines.map(({ result }) => result))).toEqual([
    [7, 101_000_000],
    [11, 109_866_650],
  ]);
  expect(sheet.due).toBe(210_866_650);
});

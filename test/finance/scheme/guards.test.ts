import { describe, expect, test } from "vitest";
import { whatIfUnder } from "../../../services/finance/scheme/domain/compare-sheets.ts";
import { schemeRefusals } from "../../../services/finance/scheme/domain/scheme-guards.ts";
import { settleYear } from "../../../services/finance/scheme/domain/settle-year.ts";
import { anEntry, aScheme, codeOf, facts, ofTaxes, taxes } from "./builders.ts";

const tax = { id: "tax", kind: "measure", ...taxes };
const base = { id: "base", kind: "given", amount: 100 };
const land = { id: "land", kind: "measure", budget: "funds", include: ["1030148"], level: "town" };
const both = { id: "both", kind: "sum", of: ["tax", "land"] };
const excess = { id: "excess", kind: "above", of: "tax", over: "base" };
const tiers = (...bands: readonly (readonly [number | null, number])[]) => ({
  ...{ id: "share", kind: "tiers", of: "tax" },
  bands: bands.map(([upTo, bps]) => ({ upTo, bps })),
});
const heads = (unit: string, from = "2019-01-01") => ({
  ...{ id: "heads", kind: "perUnit", unit },
  rates: [{ from, perYear: 100 }],
});
const codesOf = (fields: object) => schemeRefusals(aScheme(fields)).map(({ code }) => code.replace("finance.", ""));

describe("a scheme that breaks a guard is refused", () => {
  const cases: readonly [string, object, string][] = [
    ["CF-74, F-51: fines", { lines: [{ ...tax, include: ["101", "10305"] }] }, "scheme-holds-fines"],
    ["CF-74: a child of fines", { lines: [{ ...tax, include: ["103050199"] }] }, "scheme-holds-fines"],
    ["XK-59: fees of permits", { lines: [{ ...tax, include: ["103", "10304"] }] }, "scheme-holds-fees"],
    ["XK-59: a child of fees", { lines: [{ ...tax, include: ["103040117"] }] }, "scheme-holds-fees"],
    ["CF-74: fines as an amount", { lines: [{ ...base, title: "罚没收入返还" }] }, "scheme-gives-back"],
    ["CF-74: fines as an id", { lines: [{ ...base, id: "fines" }] }, "scheme-gives-back"],
    [
      "CF-74: what was confiscated, growing",
      {
        lines: [
          { id: "a", kind: "growth", title: "没收财物处置", first: 1, firstYear: 2019, bps: 1, direction: "rising" },
        ],
      },
      "scheme-gives-back",
    ],
    [
      "XK-59: fees of permits, per head",
      { lines: [{ ...heads("staff"), title: "许可收费奖励" }] },
      "scheme-gives-back",
    ],
    [
      "CF-74: a share that is called after fines",
      { lines: [tax, { id: "share", title: "罚没收入分成", kind: "rate", of: "tax", bps: 5000 }] },
      "scheme-gives-back",
    ],
    [
      "CF-74: set aside to return fines",
      { lines: [tax, { id: "s", kind: "setAside", of: "tax", purpose: "罚没返还执法队" }] },
      "scheme-gives-back",
    ],
    ["YS-35: debt", { lines: [{ ...tax, include: ["105"] }] }, "scheme-holds-debt"],
    ["transfers", { lines: [{ ...tax, include: ["11002"] }] }, "scheme-holds-transfers"],
    ["land as a tax", { lines: [{ ...tax, include: ["1030148"] }] }, "scheme-land-in-tax-base"],
    ["what is no income", { lines: [{ ...tax, include: ["212"] }] }, "scheme-class-not-income"],
    ["XK-59: fees back to the station", { lines: [tax], payee: "collecting-unit" }, "scheme-returns-fees"],
    [
      "land joined to a tax base",
      { lines: [tax, land, both, base, { ...excess, of: "both" }] },
      "scheme-land-in-tax-base",
    ],
    [
      "land in a minimum, unsaid",
      { lines: [tax, land, both, { id: "up", kind: "topUp", of: "both", to: 9 }] },
      "scheme-land-not-named",
    ],
    ["tiers that overlap", { lines: [tax, tiers([500, 5000], [500, 6000], [null, 7000])] }, "scheme-tiers-overlap"],
    ["tiers that end", { lines: [tax, tiers([500, 5000])] }, "scheme-tiers-gap"],
    ["a later line", { lines: [excess, tax, base] }, "scheme-line-unknown"],
    ["a line twice", { lines: [tax, tax] }, "scheme-line-twice"],
    ["a half month", { lines: [tax], from: "2019-01-02" }, "scheme-part-month"],
    ["a half month at the end", { lines: [tax], to: "2023-12-30" }, "scheme-part-month"],
    ["an end before the start", { lines: [tax], from: "2024-01-01" }, "scheme-runs-backwards"],
    ["CF-74: money by cases", { lines: [heads("cases")] }, "scheme-unit-unknown"],
    ["a rate that begins late", { lines: [heads("villages", "2019-01-02")] }, "scheme-rate-missing"],
    [
      "YS-55: a target of fines",
      { lines: [tax, { id: "on", kind: "if", of: "tax", condition: "fine-target" }] },
      "scheme-condition-unknown",
    ],
    [
      "a range reversed",
      { lines: [{ id: "a", kind: "given", between: { lower: 2, upper: 1 } }] },
      "scheme-range-reversed",
    ],
    [
      "growth that begins late",
      { lines: [{ id: "a", kind: "growth", first: 1, firstYear: 2020, bps: 1, direction: "rising" }] },
      "scheme-growth-begins-late",
    ],
    [
      "an average of no measure",
      { lines: [base, { id: "a", kind: "average", of: "base", years: [2018] }] },
      "scheme-average-not-measured",
    ],
    ["a line paid twice", { lines: [tax], pays: ["tax"], owes: ["tax"] }, "scheme-pays-twice"],
    [
      "what is only set aside",
      { lines: [tax, { id: "s", kind: "setAside", of: "tax", purpose: "路" }], pays: ["s"] },
      "scheme-pays-set-aside",
    ],
    [
      "a base of another scope",
      {
        lines: [
          tax,
          { ...tax, id: "more", include: ["101", "103"] },
          { id: "base", kind: "average", of: "more", years: [2018] },
          excess,
        ],
      },
      "scheme-base-other-scope",
    ],
  ];
  test.each(cases)("%s", (_, fields, code) => {
    expect(codesOf(fields)).toEqual([code]);
  });

  test("neighbours of the limits are allowed", () => {
    const counted = { id: "up", kind: "topUp", of: "both", to: 9, countsLand: true };
    const bands = tiers([500, 5000], [501, 6000], [null, 7000]);
    expect(codesOf({ lines: [tax, land, both, counted, bands, heads("villages")], pays: ["up"] })).toEqual([]);
    const subsidy = { ...base, title: "定额补助（含行政许可工作经费）" };
    expect(
      codesOf({
        lines: [{ ...tax, include: ["10303", "10306", "10307", "10399"], title: "非税收入（不含罚没）" }, subsidy],
      }),
    ).toEqual([]);
  });
});

const rewarding = (id: string, bps: number, fields: object = {}) =>
  aScheme({
    id,
    lines: [tax, base, excess, { id: "reward", kind: "rate", of: "excess", bps }],
    pays: ["reward"],
    ...fields,
  });
const plain = aScheme({ lines: [tax] });
const settle = (given: Partial<Parameters<typeof settleYear>[0]>) =>
  codeOf(settleYear({ year: 2021, schemes: [plain], entries: [], facts: facts(), ...given }));
const document = "文件";

describe("a year is refused, and nothing is half done", () => {
  test("two payers reward one excess with 100 % at the most", () => {
    expect(settle({ schemes: [rewarding("a", 5000), rewarding("b", 5001)] })).toBe("finance.schemes-above-whole");
    expect(settle({ schemes: [rewarding("a", 5000), rewarding("b", 5000)] })).toBe("settled");
  });
  test("the same where the excess is that of a sum", () => {
    const other = { ...tax, id: "other", include: ["10307"] };
    const all = { id: "all", kind: "sum", of: ["tax", "other"] };
    const ofAll = (id: string, bps: number) =>
      rewarding(id, bps, {
        lines: [tax, other, all, base, { ...excess, of: "all" }, { id: "reward", kind: "rate", of: "excess", bps }],
      });
    const both = (bps: number) => settle({ schemes: [ofAll("one", 5000), ofAll("two", bps)] });
    expect(both(5000)).toBe("settled");
    expect(both(5001)).toBe("finance.schemes-above-whole");
  });

  test("one scheme has one version on a day", () => {
    const until = { to: "2021-06-30" };
    const next = (from: string) => rewarding("a", 1, { from, version: 2 });
    expect(settle({ schemes: [rewarding("a", 1, until), next("2021-06-01")] })).toBe("finance.schemes-overlap");
    expect(settle({ schemes: [rewarding("a", 1, until), next("2021-07-01")] })).toBe("settled");
  });
  test("a broken scheme settles nothing", () => {
    expect(settle({ schemes: [aScheme({ lines: [{ ...tax, include: ["10305"] }] })] })).toBe(
      "finance.scheme-holds-fines",
    );
  });
  test("no scheme is in force", () => {
    expect(settle({ year: 2024 })).toBe("finance.no-scheme-in-force");
    expect(settle({ year: 2023 })).toBe("settled");
  });
  test("F-21: a base year is missing, and 0 is a figure", () => {
    const schemes = [aScheme({ lines: [tax, { id: "base", kind: "average", of: "tax", years: [2018] }] })];
    expect(settle({ schemes })).toBe("finance.base-year-missing");
    const zero = facts({ settled: [{ scope: ofTaxes, year: 2018, amount: 0, document }] });
    expect(settle({ schemes, facts: zero })).toBe("settled");
  });
  test("an entry or a fact stands twice", () => {
    const entry = anEntry(1);
    expect(settle({ entries: [entry, entry] })).toBe("finance.entry-twice");
    const post = { from: "2021-01-01", count: 1, document };
    expect(settle({ facts: facts({ posts: [post, { ...post, count: 2 }] }) })).toBe("finance.fact-twice");
  });
  test("a document fixes an amount outside of its range, or one that the scheme fixes", () => {
    const ranged = aScheme({ lines: [{ id: "subsidy", kind: "given", between: { lower: 3, upper: 5 } }] });
    const of = (amount: number) =>
      facts({ given: [{ scheme: "guangtong", version: 1, line: "subsidy", year: 2021, amount, document }] });
    const answers = [2, 3, 5, 6].map((amount) => settle({ schemes: [ranged], facts: of(amount) }));
    const outside = "finance.given-outside-range";
    expect(answers).toEqual([outside, "settled", "settled", outside]);
    const fixed = aScheme({ lines: [{ id: "subsidy", kind: "given", amount: 4 }] });
    expect(settle({ schemes: [fixed], facts: of(4) })).toBe("finance.given-not-asked");
  });
  test("an advance is on a line that moves no money", () => {
    const advance = { scheme: "guangtong", version: 1, line: "tax", year: 2021, amount: 1, entry: "e", document };
    expect(settle({ facts: facts({ advances: [advance] }) })).toBe("finance.advance-on-nothing");
  });
  test("an advance on one version of a scheme is set off once", () => {
    const of = (version: number, fields: object) => aScheme({ version, lines: [base], pays: ["base"], ...fields });
    const schemes = [of(1, { to: "2021-06-30" }), of(2, { from: "2021-07-01" })];
    const advance = { scheme: "guangtong", version: 2, line: "base", year: 2021, amount: 7, entry: "e", document };
    const year = { year: 2021, schemes, entries: [], facts: facts({ advances: [advance] }) };
    expect(settleYear(year)).toMatchObject({ due: 100, advanced: 7 });
    expect(whatIfUnder(year, [plain])).toMatchObject({ sheet: { due: 0, advanced: 0 } });
  });
  test("a figure is larger than any of a town", () => {
    const most = 10_000_000_000_000;
    expect(settle({ entries: [anEntry(most)] })).toBe("settled");
    expect(settle({ entries: [anEntry(most), anEntry(1)] })).toBe("finance.settlement-too-large");
  });
});

describe("a line on a condition", () => {
  const scheme = aScheme({ lines: [base, { id: "on", kind: "if", of: "base", condition: "debt-paid" }], pays: ["on"] });
  const dueWhen = (conditions: object[]) => {
    const sheet = settleYear({ year: 2021, schemes: [scheme], entries: [], facts: facts({ conditions }) });
    return "due" in sheet ? [sheet.due, sheet.missing.length] : sheet;
  };
  const on = { scheme: "guangtong", version: 1, line: "on", year: 2021, document };
  test("is open until the condition is recorded, met or not", () => {
    expect(dueWhen([])).toEqual([0, 1]);
    expect(dueWhen([{ ...on, met: false }])).toEqual([0, 0]);
    expect(dueWhen([{ ...on, met: true }])).toEqual([100, 0]);
  });
});

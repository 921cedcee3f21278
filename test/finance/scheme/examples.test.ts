import { describe, expect, test } from "vitest";
import { compareSheets } from "../../../services/finance/scheme/domain/compare-sheets.ts";
import { anEntry, aScheme, facts, ofTaxes, resultsOf, settled, settledFigures, taxes, yuan } from "./builders.ts";

const measure = { id: "tax", kind: "measure", ...taxes };

describe("A: a pilot town with a minimum, an industry fund and a reward", () => {
  const scheme = aScheme({
    lines: [
      measure,
      { id: "base", kind: "average", of: "tax", years: [2016, 2017, 2018] },
      { id: "excess", kind: "above", of: "tax", over: "base" },
      { id: "reward", kind: "rate", of: "excess", bps: 3500 },
      { id: "land", kind: "measure", budget: "funds", include: ["1030148"], less: ["21208"], level: "town" },
      { id: "non-tax", kind: "measure", budget: "general", include: ["103"], level: "town" },
      { id: "retained", kind: "sum", of: ["tax", "non-tax", "land"] },
      { id: "top-up", kind: "topUp", of: "retained", to: yuan("20,000,000.00"), countsLand: true },
      { id: "industry", kind: "given", amount: yuan("3,000,000.00") },
      { id: "fund", kind: "setAside", of: "industry", purpose: "产业发展专项资金" },
      { id: "secured", kind: "sum", of: ["retained", "top-up"] },
      { id: "free", kind: "minus", of: "secured", less: ["fund"] },
      { id: "in-all", kind: "sum", of: ["secured", "reward"] },
    ],
    pays: ["top-up", "reward"],
    inAll: "in-all",
  });
  const entries = [
    anEntry(yuan("12,345,678.91")),
    anEntry(yuan("3,210,987.65"), { class: "10104" }),
    anEntry(yuan("876,543.21"), { class: "10119" }),
    anEntry(yuan("8,000,000.00"), { class: "103014801", budget: "funds" }),
    anEntry(yuan("5,654,321.09"), { class: "2120801", budget: "funds" }),
    anEntry(yuan("450,000.00"), { class: "10307" }),
    anEntry(yuan("123,400.00"), { class: "103050199", origin: "fine" }),
    anEntry(yuan("56,700.00"), { class: "10304", origin: "permit-fee" }),
  ];
  const base = [yuan("13,000,000.01"), yuan("14,000,000.02"), yuan("15,000,000.01")];
  const sheet = settled(2021, [scheme], entries, facts({ settled: settledFigures(2016, base) }));

  test("every line is right to the fen", () => {
    expect(resultsOf(sheet)).toMatchObject({
      tax: yuan("16,433,209.77"),
      base: yuan("14,000,000.01"),
      excess: yuan("2,433,209.76"),
      reward: yuan("851,623.42"),
      land: yuan("2,345,678.91"),
      "non-tax": yuan("450,000.00"),
      retained: yuan("19,228,888.68"),
      "top-up": yuan("771,111.32"),
      free: yuan("17,000,000.00"),
    });
    expect(sheet.inAll).toBe(yuan("20,851,623.42"));
  });

  test("a line shows its formula, its entries and its rounding", () => {
    const [tax, , , reward] = sheet.schemes[0]?.lines ?? [];
    expect(tax).toMatchObject({
      formula: "12,345,678.91 + 3,210,987.65 + 876,543.21",
      inputs: [{ from: "entries", class: "10101", entries: [entries[0]?.id] }, {}, {}],
    });
    expect(reward).toMatchObject({
      formula: "2,433,209.76 × 35%",
      rounded: { exact: "851,623.416", by: "half-up" },
      inputs: [{ from: "line", line: "excess" }],
    });
  });
});

test("B: third year of a rising remittance, tiers and a pool", () => {
  const scheme = aScheme({
    lines: [
      measure,
      { id: "base", kind: "given", amount: yuan("5,000,000.00") },
      { id: "remittance", kind: "growth", first: yuan("1,200,000.00"), firstYear: 2019, bps: 300, direction: "rising" },
      { id: "excess", kind: "above", of: "tax", over: "base" },
      {
        id: "share",
        kind: "tiers",
        of: "excess",
        bands: [
          { upTo: yuan("500,000.00"), bps: 5000 },
          { upTo: yuan("1,000,000.00"), bps: 6000 },
          { upTo: null, bps: 7000 },
        ],
      },
      { id: "county", kind: "minus", of: "excess", less: ["share"] },
      { id: "to-county", kind: "sum", of: ["remittance", "county"] },
      { id: "threshold", kind: "given", amount: yuan("1,000,000.00") },
      { id: "over", kind: "above", of: "share", over: "threshold" },
      { id: "pool", kind: "rate", of: "over", bps: 1500 },
      { id: "rest", kind: "minus", of: "over", less: ["pool"] },
      { id: "projects", kind: "setAside", of: "rest", purpose: "项目资金" },
      { id: "keeps", kind: "minus", of: "tax", less: ["to-county", "pool"] },
      { id: "free", kind: "minus", of: "keeps", less: ["projects"] },
    ],
    owes: ["to-county"],
    inAll: "keeps",
  });
  const sheet = settled(2021, [scheme], [anEntry(yuan("6,876,543.21"))]);
  expect(resultsOf(sheet)).toMatchObject({
    remittance: yuan("1,273,080.00"),
    share: yuan("1,163,580.25"),
    county: yuan("712,962.96"),
    "to-county": yuan("1,986,042.96"),
    pool: yuan("24,537.04"),
    projects: yuan("139,043.21"),
    keeps: yuan("4,865,963.21"),
    free: yuan("4,726,920.00"),
  });
  expect(sheet.owed).toBe(yuan("1,986,042.96"));
});

describe("C: Guangtong, third of five years", () => {
  const scheme = aScheme({
    lines: [
      measure,
      { id: "base", kind: "average", of: "tax", years: { last: 5, before: "fixed" } },
      { id: "excess", kind: "above", of: "tax", over: "base" },
      { id: "reward", kind: "tiers", of: "excess", bands: [{ upTo: null, bps: 5000 }] },
      { id: "subsidy", kind: "given", between: { lower: yuan("3,000,000.00"), upper: yuan("5,000,000.00") } },
      { id: "per-head", kind: "perUnit", unit: "staff", rates: [{ from: "2019-01-01", perYear: yuan("20,000.00") }] },
    ],
    pays: ["reward", "subsidy", "per-head"],
  });
  const base = ["12,345,678.90", "13,456,789.01", "11,111,111.11", "14,567,890.12", "15,678,901.23"].map(yuan);
  const document = "县人社〔2021〕3号";
  const staff = [
    { unit: "staff", from: "2020-11-15", count: 104, document },
    { unit: "staff", from: "2021-03-02", count: 106, document },
    { unit: "staff", from: "2021-09-01", count: 109, document },
  ];
  const given = [
    { scheme: "guangtong", version: 1, line: "subsidy", year: 2021, amount: yuan("3,600,000.00"), document },
  ];
  const ofYear = {
    settled: settledFigures(2014, base),
    given,
    counts: staff,
    posts: [{ from: "2019-01-01", count: 108, document }],
    advances: [
      {
        scheme: "guangtong",
        version: 1,
        line: "per-head",
        year: 2021,
        amount: yuan("2,000,000.00"),
        entry: "advance-1",
        document,
      },
    ],
  };
  const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
  const spreadsheet = [1_350_000, 1_410_000, 1_420_000, 1_380_000, 1_400_000, 1_450_000];
  const entries = months.map((month, at) =>
    anEntry((spreadsheet[at % 6] ?? 0) * 100 + at * 7, { effectiveOn: `2021-${month}-28` }),
  );
  const rest = yuan("17,000,000.00") - entries.reduce((sum, { amount }) => sum + amount, 0);
  const year = [...entries, anEntry(rest, { effectiveOn: "2021-12-31" })];
  const sheet = settled(2021, [scheme], year, facts(ofYear));

  test("the year equals the spreadsheet to the fen, with staff that changes and an advance set off", () => {
    expect(resultsOf(sheet)).toMatchObject({
      tax: yuan("17,000,000.00"),
      base: yuan("13,432,074.07"),
      reward: yuan("1,783,962.97"),
      subsidy: yuan("3,600,000.00"),
      "per-head": yuan("2,123,333.33"),
    });
    expect(sheet.due).toBe(yuan("7,507,296.30"));
    expect(sheet.due - sheet.advanced).toBe(yuan("5,507,296.30"));
    expect(sheet.schemes[0]?.lines.at(-1)?.formula).toBe("20,000.00 × (3 × 104 + 5 × 106 + 4 × 108) ÷ 12");
  });

  test("a range owes its lower amount until a document fixes the year", () => {
    const open = settled(2021, [scheme], year, facts({ ...ofYear, given: [] }));
    expect(resultsOf(open).subsidy).toBe(yuan("3,000,000.00"));
  });

  test("a line without its count is open, not zero, and the sheet says what is missing", () => {
    const counts = staff.map((one) => ({ ...one, from: one.from.replace("2020-11-15", "2021-01-02") }));
    const open = settled(2021, [scheme], year, facts({ ...ofYear, counts }));
    expect(resultsOf(open)["per-head"]).toBeUndefined();
    expect(open.missing).toEqual([{ what: "heads", line: "per-head", of: "2021-01" }]);
    expect(open.due).toBe(yuan("5,383,962.97"));
  });
});

describe("D: a poor year, a new scheme on 1 July, late entries", () => {
  const first = aScheme({
    id: "old",
    to: "2021-06-30",
    lines: [
      { ...measure, id: "first-income" },
      { id: "first-base", kind: "given", amount: yuan("2,400,000.00") },
      { id: "first-shortfall", kind: "below", of: "first-income", under: "first-base" },
      { id: "subsidy", kind: "growth", first: yuan("800,000.00"), firstYear: 2019, bps: 1500, direction: "falling" },
      { id: "first-half", kind: "sum", of: ["first-income", "subsidy"] },
    ],
    pays: ["subsidy"],
    inAll: "first-half",
  });
  const second = aScheme({
    id: "new",
    from: "2021-07-01",
    lines: [
      { ...measure, id: "income" },
      { id: "base", kind: "given", amount: yuan("2,500,000.00") },
      { id: "excess", kind: "above", of: "income", over: "base" },
      { id: "share", kind: "rate", of: "excess", bps: 6000 },
      { id: "county", kind: "minus", of: "excess", less: ["share"] },
      { id: "shortfall", kind: "below", of: "income", under: "base" },
      { id: "borne", kind: "rate", of: "shortfall", bps: 4000 },
      { id: "kept", kind: "minus", of: "income", less: ["county"] },
      { id: "second-half", kind: "sum", of: ["kept", "borne"] },
      { id: "top-up", kind: "topUp", of: "second-half", to: yuan("3,000,000.00") },
      { id: "all", kind: "sum", of: ["second-half", "top-up"] },
    ],
    pays: ["borne", "top-up"],
    owes: ["county"],
    inAll: "all",
  });
  const schemes = [second, first];
  const entries = [
    anEntry(yuan("1,111,111.11"), { effectiveOn: "2021-06-30" }),
    anEntry(yuan("1,000,000.00"), { effectiveOn: "2021-07-01" }),
  ];
  const sheet = settled(2021, schemes, entries);

  test("bases, subsidy and minimum are split by months, income by its effective date", () => {
    expect(resultsOf(sheet)).toMatchObject({
      subsidy: yuan("289,000.00"),
      "first-shortfall": yuan("88,888.89"),
      "first-half": yuan("1,400,111.11"),
      "second-half": yuan("1,100,000.00"),
      "top-up": yuan("400,000.00"),
    });
    expect(sheet.inAll).toBe(yuan("2,900,111.11"));
  });

  test("a late entry counts by the scheme in force on its effective date", () => {
    const late = anEntry(yuan("45,678.90"), { effectiveOn: "2021-05-20" });
    const next = settled(2021, schemes, [...entries, late]);
    expect(next.inAll).toBe(yuan("2,945,790.01"));
    expect(compareSheets(sheet, next)).toContainEqual({
      scheme: "old",
      line: "first-half",
      before: yuan("1,400,111.11"),
      after: yuan("1,445,790.01"),
      difference: yuan("45,678.90"),
    });
  });

  test("lines that change are shown although the total stays", () => {
    const late = anEntry(yuan("45,678.90"), { effectiveOn: "2021-09-10" });
    const next = settled(2021, schemes, [...entries, late]);
    expect(resultsOf(next)).toMatchObject({ "second-half": yuan("1,127,407.34"), "top-up": yuan("372,592.66") });
    expect(next.inAll).toBe(sheet.inAll);
    const changed = compareSheets(sheet, next).map(({ line }) => line);
    expect(changed).toEqual(["income", "shortfall", "borne", "kept", "second-half", "top-up"]);
  });

  test("a base year of another scope does not count", () => {
    const scopes = settledFigures(2018, [1], { ...ofTaxes, level: "county" });
    const scheme = aScheme({ lines: [measure, { id: "base", kind: "average", of: "tax", years: [2018] }] });
    expect(() => settled(2021, [scheme], [], facts({ settled: scopes }))).toThrow("finance.base-year-missing");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadProfileFrom } from "../../../infra/towns/load.ts";
import { settleYear } from "../../../services/finance/scheme/domain/settle-year.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { anEntry, facts, resultsOf, settled, yuan } from "./builders.ts";
import { entriesOf2026 as entries, taxByMonth } from "./spreadsheet.ts";

const town = loadProfileFrom("guangtong");
const { schemes, fiscalFacts } = town.finance;
const guangtong = { scheme: "guangtong-excess", version: 1, year: 2026 };
const ofYear = facts({
  ...fiscalFacts,
  given: [{ ...guangtong, line: "subsidy", amount: yuan("3,600,000.00"), document: "县财预〔2026〕8号" }],
  counts: [
    { from: "2026-01-01", count: 104 },
    { from: "2026-04-01", count: 107 },
    { from: "2026-07-31", count: 110 },
    { from: "2026-11-01", count: 106 },
  ].map((one) => ({ ...one, unit: "staff", document: "县人社函" })),
  advances: [
    { ...guangtong, line: "per-head", entry: "advance-1", amount: yuan("2,000,000.00"), document: "县财预〔2026〕2号" },
  ],
});

describe("F-19 to F-25: one year of Guangtong against a spreadsheet", () => {
  test("each month of the set adds up to the spreadsheet's sum", () => {
    const taxes = entries.filter(
      (one) => one.class.startsWith("101") && one.level === "town" && one.origin === "ordinary",
    );
    const sums = taxByMonth.map((_sum, at) => {
      const month = `2026-${String(at + 1).padStart(2, "0")}`;
      return taxes.filter((one) => one.effectiveOn.startsWith(month)).reduce((sum, { amount }) => sum + amount, 0);
    });
    expect(sums).toEqual(taxByMonth);
  });

  test("every line is equal to the fen, with staff that changes and 108 posts", () => {
    const year = settled(2026, schemes, entries, ofYear);
    expect(resultsOf(year)).toMatchObject({
      tax: yuan("75,209,304.68"),
      base: yuan("13,432,074.07"),
      excess: yuan("61,777,230.61"),
      reward: yuan("30,888,615.31"),
      subsidy: yuan("3,600,000.00"),
      "per-head": yuan("2,126,666.67"),
    });
    expect(year).toMatchObject({ due: yuan("36,615,281.98"), advanced: yuan("2,000,000.00"), missing: [] });
  });

  test("CF-74: any fine, fee or confiscated good more or less changes no figure, under any class", () => {
    const figures = resultsOf(settled(2026, schemes, entries, ofYear));
    const foreign = fc.record({
      amount: fc.integer({ min: -1e9, max: 1e9 }),
      class: fc.constantFrom("10101", "10104", "10305", "10304", "10307", "10399"),
      origin: fc.constantFrom("fine", "fine-surcharge", "confiscated-goods", "permit-fee", "debt", "transfer"),
    });
    fc.assert(
      fc.property(fc.array(foreign, { minLength: 1, maxLength: 5 }), (more) => {
        const added = more.map(({ amount, ...one }) => anEntry(amount, { ...one, effectiveOn: "2026-06-01" }));
        expect(resultsOf(settled(2026, schemes, [...entries, ...added], ofYear))).toEqual(figures);
      }),
      { numRuns: 20 },
    );
  });

  test("entries in any order give the same settlement, and each fen more of tax gives the town no less", () => {
    const figures = resultsOf(settled(2026, schemes, entries, ofYear));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: entries.length - 1 }), fc.integer({ min: 1, max: 1e9 }), (at, amount) => {
        const other = [...entries.slice(at), ...entries.slice(0, at)];
        expect(resultsOf(settled(2026, schemes, other, ofYear))).toEqual(figures);
        const richer = settled(2026, schemes, [...entries, anEntry(amount, { effectiveOn: "2026-09-01" })], ofYear);
        expect(richer.due).toBeGreaterThanOrEqual(settled(2026, schemes, entries, ofYear).due);
      }),
      { numRuns: 10 },
    );
  });
});

describe("F-19: three towns, three schemes", () => {
  const inTown = (slug: string) => loadProfileFrom(slug).finance;

  test("three-year base and guaranteed minimum: a poor year is topped up, a rich one is rewarded", () => {
    const bicheng = inTown("bicheng");
    const of = (tax: number, other: number) =>
      resultsOf(
        settled(
          2026,
          bicheng.schemes,
          [anEntry(tax, { effectiveOn: "2026-05-20" }), anEntry(other, { effectiveOn: "2026-05-20", class: "10307" })],
          facts(bicheng.fiscalFacts),
        ),
      );
    // (13,000,000.01 + 14,000,000.02 + 15,000,000.01) / 3 = 14,000,000.0133
    expect(of(yuan("12,000,000.00"), yuan("500,000.00"))).toMatchObject({
      ...{ base: yuan("14,000,000.01"), excess: 0, reward: 0 },
      ...{ "top-up": yuan("2,500,000.00"), "in-all": yuan("15,000,000.00") },
    });
    expect(of(yuan("16,433,209.77"), 1)).toMatchObject({
      ...{ excess: yuan("2,433,209.76"), reward: yuan("851,623.42"), "top-up": 0 },
      "in-all": yuan("17,284,833.20"),
    });
  });

  test("a county seat: a share of the county's tax of its territory, a remittance that rises, no subsidy", () => {
    const jinshan = inTown("jinshan");
    const of = (year: number) =>
      settled(
        year,
        jinshan.schemes,
        [
          anEntry(yuan("9,000,000.00"), { effectiveOn: `${year}-03-01` }),
          anEntry(yuan("1,234,567.89"), { effectiveOn: `${year}-04-01`, level: "county" }),
        ],
        facts(jinshan.fiscalFacts),
      );
    // 1,234,567.89 × 15 % = 185,185.1835, cut off; 3,600,000.00 × 1.03 × 1.03
    expect(resultsOf(of(2028))).toMatchObject({
      ...{ share: yuan("185,185.18"), remittance: yuan("3,819,240.00"), kept: yuan("5,180,760.00") },
      "in-all": yuan("5,365,945.18"),
    });
    expect(of(2026)).toMatchObject({ due: yuan("185,185.18"), owed: yuan("3,600,000.00") });
  });

  test("a missing base year refuses the settlement of the town with a base, and of no other", () => {
    const bicheng = inTown("bicheng");
    const without = settleYear({ year: 2026, schemes: bicheng.schemes, entries: [], facts: facts() });
    expect(isRejection(without) && without.code).toBe("finance.base-year-missing");
    expect(
      isRejection(settleYear({ year: 2026, schemes: inTown("jinshan").schemes, entries: [], facts: facts() })),
    ).toBe(false);
  });
});

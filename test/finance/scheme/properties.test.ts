import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whatIfUnder } from "../../../services/finance/scheme/domain/compare-sheets.ts";
import { origins } from "../../../services/finance/scheme/domain/facts.ts";
import { settleYear } from "../../../services/finance/scheme/domain/settle-year.ts";
import { anEntry, aScheme, facts, resultsOf, settled, settledFigures, taxes } from "./builders.ts";

const scheme = aScheme({
  lines: [
    { id: "revenue", kind: "measure", ...taxes, include: ["101", "103"] },
    { id: "base", kind: "given", amount: 50_000_000 },
    { id: "excess", kind: "above", of: "revenue", over: "base" },
    {
      ...{ id: "town", kind: "tiers", of: "excess" },
      bands: [
        { upTo: 10_000_001, bps: 5001 },
        { upTo: 30_000_007, bps: 6003 },
        { upTo: null, bps: 7007 },
      ],
    },
    { id: "county", kind: "minus", of: "excess", less: ["town"] },
    { id: "keeps", kind: "minus", of: "revenue", less: ["county"] },
  ],
  owes: ["county"],
  inAll: "keeps",
});
const amount = fc.integer({ min: -5_000_000, max: 60_000_000 });
const entry = fc
  .tuple(amount, fc.constantFrom("10101", "10104", "10307", "10399"), fc.integer({ min: 1, max: 12 }))
  .map(([fen, code, month]) => anEntry(fen, { class: code, effectiveOn: `2021-${String(month).padStart(2, "0")}-28` }));
const entries = fc.array(entry, { minLength: 1, maxLength: 8 });

const neverCounted = fc.oneof(
  fc.tuple(
    amount,
    fc.constantFrom(...origins.filter((one) => one !== "ordinary")),
    fc.constantFrom("10101", "10304", "10307", "10399"),
  ),
  fc.tuple(amount, fc.constantFrom(...origins), fc.constantFrom("10305", "103050199", "10501", "11002", "1030148")),
);

describe("with any entries", () => {
  test("parts sum to totals, band by band", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const sheet = settled(2021, [scheme], list);
        const { revenue = 0, excess = 0, town = 0, county = 0 } = resultsOf(sheet);
        expect(revenue).toBe(list.reduce((sum, one) => sum + one.amount, 0));
        expect(town + county).toBe(excess);
        const bands = sheet.schemes[0]?.lines[3]?.bands ?? [];
        expect(bands.reduce((sum, { share }) => sum + share, 0)).toBe(town);
        expect(sheet.inAll + sheet.owed).toBe(revenue);
      }),
      { numRuns: 100 },
    );
  });

  test("CF-74, XK-59: no fine, confiscated goods or permit fee changes a figure, under any class", () => {
    fc.assert(
      fc.property(entries, fc.array(neverCounted, { maxLength: 5 }), (list, others) => {
        const more = others.map(([fen, origin, code]) => anEntry(fen, { class: code, origin }));
        expect(settled(2021, [scheme], [...more, ...list])).toEqual(settled(2021, [scheme], list));
      }),
      { numRuns: 200 },
    );
  });

  test("entries in any order give the same sheet", () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const shuffled = list
          .map((one) => ({ one, rank: ranks.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(settled(2021, [scheme], shuffled)).toEqual(settled(2021, [scheme], list));
      }),
      { numRuns: 100 },
    );
  });

  test("the town never has less because it took in more", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 30_000_000 }), (list, more) => {
        const richer = settled(2021, [scheme], [...list, anEntry(more)]);
        expect(richer.inAll).toBeGreaterThanOrEqual(settled(2021, [scheme], list).inAll);
      }),
      { numRuns: 200 },
    );
  });

  test("what-if under a scheme is the settlement under it", () => {
    const other = aScheme({
      lines: [
        { id: "revenue", kind: "measure", ...taxes },
        { id: "base", kind: "average", of: "revenue", years: { last: 3, before: "rolling" } },
        { id: "excess", kind: "minus", of: "revenue", less: ["base"] },
      ],
      pays: ["excess"],
    });
    const ofYears = facts({ settled: settledFigures(2018, [1_000_001, 2_000_002, 3_000_002]) });
    fc.assert(
      fc.property(entries, (list) => {
        const year = { year: 2021, schemes: [scheme], entries: list, facts: ofYears };
        const same = whatIfUnder(year, [scheme]);
        expect(same).toEqual({ sheet: settleYear(year), changes: [] });
        expect(whatIfUnder(year, [other])).toMatchObject({ sheet: settleYear({ ...year, schemes: [other] }) });
      }),
      { numRuns: 50 },
    );
  });

  test("a negative result is shown and owed", () => {
    const minus = aScheme({
      lines: [
        { id: "revenue", kind: "measure", ...taxes },
        { id: "remittance", kind: "given", amount: 1000 },
        { id: "rest", kind: "minus", of: "revenue", less: ["remittance"] },
        { id: "half", kind: "rate", of: "rest", bps: 5000 },
      ],
      pays: ["half"],
    });
    expect(settled(2021, [minus], [anEntry(1)]).due).toBe(-500);
  });
});

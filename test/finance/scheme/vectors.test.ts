import { describe, expect, test } from "vitest";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { anEntry, aScheme, facts, resultsOf, settled, settledFigures, taxes } from "./builders.ts";

const measure = { id: "revenue", kind: "measure", ...taxes };
const given = (id: string, amount: number) => ({ id, kind: "given", amount });

describe("vectors of the fiscal rules", () => {
  test.each(vectors.fiscalShare)("F-20 $id: shares, remittance and what the town keeps", (vector) => {
    const scheme = aScheme({
      lines: [
        measure,
        given("base", vector.baseFen),
        given("remittance", vector.fixedRemitFen),
        { id: "excess", kind: "above", of: "revenue", over: "base" },
        { id: "shortfall", kind: "below", of: "revenue", under: "base" },
        { id: "town-share", kind: "rate", of: "excess", bps: vector.townShareBps },
        { id: "county-share", kind: "minus", of: "excess", less: ["town-share"] },
        { id: "remit", kind: "sum", of: ["remittance", "county-share"] },
        { id: "town-retained", kind: "minus", of: "revenue", less: ["remit"] },
      ],
      owes: ["remit"],
    });
    const results = resultsOf(settled(2021, [scheme], [anEntry(vector.actualFen)]));
    const expected = Object.entries(vector.expected).map(([name, amount]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      amount,
    ]);
    expect(results).toMatchObject(Object.fromEntries(expected));
  });

  test.each(vectors.baseAverage)("F-21: the base of $fen", ({ years, fen, expected }) => {
    const ofBase = (rounding: string) => {
      const scheme = aScheme({
        rounding,
        lines: [measure, { id: "base", kind: "average", of: "revenue", years: { last: years, before: "fixed" } }],
      });
      return resultsOf(settled(2021, [scheme], [], facts({ settled: settledFigures(2019 - years, fen) }))).base;
    };
    expect(ofBase("half-up")).toBe(expected.halfUp);
    expect(ofBase("floor")).toBe(expected.floor);
  });

  test.each(vectors.growingRemit)("F-22: a remittance that begins with $u0Fen", ({ u0Fen, growthBps, expected }) => {
    const line = { id: "remittance", kind: "growth", first: u0Fen, firstYear: 2019, bps: Math.abs(growthBps) };
    const scheme = aScheme({ lines: [{ ...line, direction: growthBps < 0 ? "falling" : "rising" }] });
    const amounts = expected.map((_, at) => resultsOf(settled(2019 + at, [scheme], [])).remittance);
    expect(amounts).toEqual(expected);
  });

  test.each(vectors.tieredShare)("F-23 $id: each band has its rate", ({ excessFen, tiers, expected }) => {
    const scheme = aScheme({
      lines: [
        given("excess", excessFen),
        { id: "town", kind: "tiers", of: "excess", bands: tiers },
        { id: "county", kind: "minus", of: "excess", less: ["town"] },
      ],
    });
    const sheet = settled(2021, [scheme], []);
    expect(resultsOf(sheet)).toMatchObject({ town: expected.town, county: expected.county });
    expect(sheet.schemes[0]?.lines[1]?.bands).toMatchObject(
      expected.parts.map(({ band, town }) => ({ band, share: town })),
    );
  });

  test.each(vectors.localCap)("F-24: pool and projects of $townExcessShareFen", ({ townExcessShareFen, expected }) => {
    const scheme = aScheme({
      lines: [
        given("share", townExcessShareFen),
        given("threshold", 100_000_000),
        { id: "above", kind: "above", of: "share", over: "threshold" },
        { id: "pool", kind: "rate", of: "above", bps: 1500 },
        { id: "projects", kind: "minus", of: "above", less: ["pool"] },
        { id: "free", kind: "minus", of: "share", less: ["pool", "projects"] },
      ],
    });
    expect(resultsOf(settled(2021, [scheme], []))).toMatchObject({
      above: expected.aboveThreshold,
      pool: expected.cityPool,
      projects: expected.projectFunds,
      free: expected.free,
    });
  });

  const [fines] = vectors.fiscalGuards;
  test("CF-74: fines and land stay out of the base", () => {
    const entries = (fines?.lines ?? []).map(({ code, fen }) => anEntry(fen, { class: code }));
    const scheme = aScheme({ lines: [{ ...measure, include: ["101", "103"] }] });
    const sheet = settled(2021, [scheme], entries);
    expect(entries).toHaveLength(3);
    expect(resultsOf(sheet).revenue).toBe(fines?.sharingBaseFen);
    expect(sheet.schemes[0]?.lines[0]?.without).toEqual(["10305", "10301"]);
  });
});

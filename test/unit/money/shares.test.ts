import { describe, expect, test } from "vitest";
import {
  add,
  allocate,
  average,
  basisPoints,
  fen,
  larger,
  type Rounding,
  smaller,
  subtract,
  sum,
  timesRate,
} from "../../../shared/money/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const none = fen(0);

describe("a fraction of a fen is resolved by name", () => {
  const cases: [number, Record<Rounding, number>][] = [
    [5, { "half-up": 3, "half-even": 2, floor: 2, ceil: 3 }],
    [7, { "half-up": 4, "half-even": 4, floor: 3, ceil: 4 }],
    [-5, { "half-up": -3, "half-even": -2, floor: -3, ceil: -2 }],
    [-7, { "half-up": -4, "half-even": -4, floor: -4, ceil: -3 }],
    [4, { "half-up": 2, "half-even": 2, floor: 2, ceil: 2 }],
    [0, { "half-up": 0, "half-even": 0, floor: 0, ceil: 0 }],
  ];
  test.each(cases)("half of %i fen", (amount, expected) => {
    const half = (rounding: Rounding) => timesRate(fen(amount), basisPoints(5000), rounding);
    expect({
      "half-up": half("half-up"),
      "half-even": half("half-even"),
      floor: half("floor"),
      ceil: half("ceil"),
    }).toEqual(expected);
  });

  test.each([
    [4999, 0],
    [5000, 1],
    [5001, 1],
  ])("1 fen at %i basis points is %i fen half-up", (rate, expected) => {
    expect(timesRate(fen(1), basisPoints(rate), "half-up")).toBe(expected);
  });

  test("large amounts stay exact", () => {
    const most = fen(Number.MAX_SAFE_INTEGER);
    expect(timesRate(most, basisPoints(10_000), "floor")).toBe(most);
    expect(timesRate(most, basisPoints(9_999), "floor")).toBe(9006298534815516);
    expect(() => timesRate(most, basisPoints(10_001), "floor")).toThrow(RangeError);
  });

  test("CF-72: 3 % of 123.45 yuan a day for three days is 11.11 yuan", () => {
    expect(timesRate(fen(12345), basisPoints(3 * 300), "half-up")).toBe(1111);
  });
});

describe("F-21: the base is the mean of settled years", () => {
  test.each(vectors.baseAverage)("of $fen", ({ years, fen: amounts, expected }) => {
    const settled = amounts.map(fen);
    expect(settled).toHaveLength(years);
    expect(sum(settled)).toBe(expected.sum);
    expect(average(settled, "floor")).toBe(expected.floor);
    expect(average(settled, "half-up")).toBe(expected.halfUp);
  });
  test("of no years is refused", () => expect(() => average([], "floor")).toThrow(RangeError));
});

describe("F-25: largest remainder, ties by order", () => {
  test.each(vectors.allocation)("$totalFen by $weights", ({ totalFen, weights, expected }) => {
    expect(allocate(fen(totalFen), weights)).toEqual(expected);
  });
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [5, 3, 3], [4, 3, 3]],
    [10, [0, 3, 0], [0, 10, 0]],
    [1, [1, 2], [0, 1]],
    [0, [1, 2], [0, 0]],
    [Number.MAX_SAFE_INTEGER, [1, 1], [4503599627370496, 4503599627370495]],
  ])("%i fen by %j", (total, weights, expected) => expect(allocate(fen(total), weights)).toEqual(expected));
  test.each([[[]], [[0, 0]], [[2, -1]], [[0.5]]])("weights %j are refused", (weights) => {
    expect(() => allocate(fen(100), weights)).toThrow(RangeError);
  });
});

describe("the arithmetic of the town's share can be said in these words", () => {
  test.each(vectors.fiscalShare)("F-20 $id", ({ baseFen, actualFen, fixedRemitFen, townShareBps, expected }) => {
    const excess = larger(none, subtract(fen(actualFen), fen(baseFen)));
    const townShare = timesRate(excess, basisPoints(townShareBps), "half-up");
    const countyShare = subtract(excess, townShare);
    const remit = add(fen(fixedRemitFen), countyShare);
    const townRetained = subtract(fen(actualFen), remit);
    const shortfall = larger(none, subtract(fen(baseFen), fen(actualFen)));
    expect({ excess, townShare, countyShare, remit, townRetained, shortfall }).toMatchObject(expected);
  });

  test.each(vectors.growingRemit)("F-22 from $u0Fen by $growthBps", ({ u0Fen, growthBps, expected }) => {
    const years = [fen(u0Fen)];
    for (const last of years) {
      if (years.length < expected.length) years.push(timesRate(last, basisPoints(10_000 + growthBps), "half-up"));
    }
    expect(years).toEqual(expected);
  });

  test.each(vectors.tieredShare)("F-23 $id", ({ excessFen, tiers, expected }) => {
    let below = none;
    const parts = tiers.map(({ upTo, bps }) => {
      const top = upTo === null ? fen(excessFen) : smaller(fen(upTo), fen(excessFen));
      const band = larger(none, subtract(top, below));
      below = larger(below, top);
      return { band, town: timesRate(band, basisPoints(bps), "half-up") };
    });
    const town = sum(parts.map((part) => part.town));
    expect({ town, county: subtract(fen(excessFen), town), parts }).toEqual(expected);
  });

  test.each(vectors.localCap)("F-24 share of $townExcessShareFen", ({ townExcessShareFen, expected }) => {
    const free = smaller(fen(townExcessShareFen), fen(100_000_000));
    const aboveThreshold = subtract(fen(townExcessShareFen), free);
    const cityPool = timesRate(aboveThreshold, basisPoints(1500), "half-up");
    expect({ aboveThreshold, cityPool, projectFunds: subtract(aboveThreshold, cityPool), free }).toEqual(expected);
  });
});

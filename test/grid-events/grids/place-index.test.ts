import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measured } from "../../../services/grid-events/grids/domain/datum.ts";
import type { Grid } from "../../../services/grid-events/grids/domain/grid-map.ts";
import { gridsAt, gridsWithin } from "../../../services/grid-events/grids/domain/place-index.ts";
import { areaOf, type Place, whereIs } from "../../../shared/territory/index.ts";

type Box = readonly [west: number, south: number, east: number, north: number];
const ring = ([w, s, e, n]: Box): [number, number][] => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];
const square = (code: string, box: Box, more: Partial<Grid> = {}): Grid => ({
  ...{ code, name: code, village: "532302105200", kind: "ordinary" },
  polygons: [[ring(box)]],
  ...more,
});
const at = (lng: number, lat: number): Place => ({ lng, lat });
const mapOf = (...grids: Grid[]) => ({ from: "2026-01-01", grids });
const one = square("532302105200001", [101.9, 25.1, 101.92, 25.2]);
const two = square("532302105200002", [101.92, 25.1, 101.94, 25.2]);

/** Drawn by hand, around the corner (1, 1), and one within the hole of another. */
const drawn: readonly Grid[] = [
  square("3", [0, 0, 1, 2]),
  square("2", [1, 0, 2, 1]),
  square("1", [1, 1, 2, 2]),
  square("9", [0, 0, 1, 1], { polygons: [[ring([0, 0, 1, 1])], [ring([1, 1, 2, 2])]] }),
  square("5", [1, 0, 2, 1]),
  square("7", [0, 1, 1, 2]),
  square("6", [0, 0, 2, 1], { polygons: [[ring([0, 0, 1, 1])], [ring([1, 0, 2, 1])]] }),
  square("4", [0, 1, 2, 2]),
  square("B", [0, 0, 9, 9], { polygons: [[ring([0, 0, 9, 9]), ring([3, 3, 6, 6])], [ring([4, 4, 5, 5])]] }),
  square("A", [3, 3, 6, 6], { polygons: [[ring([3, 3, 6, 6]), ring([4, 4, 5, 5])]] }),
];

describe("G-18: the grid of a place", () => {
  test.each([
    ["inside", at(101.91, 25.15), one.code],
    ["on the shared line, the smallest code", at(101.92, 25.15), one.code],
    ["on a corner of the outer line", at(101.94, 25.2), two.code],
    ["a hair to the east of the line", at(101.920_000_1, 25.15), two.code],
    ["outside of both", at(101.940_000_1, 25.15), undefined],
  ])("%s", (_where, place, code) => {
    expect(gridsAt(mapOf(one, two), place).ordinary).toBe(code);
    expect(gridsAt(mapOf(two, one), place).ordinary).toBe(code);
  });

  test("the deepest grid counts, also on its line and against a smaller code", () => {
    const deep = square("532302105200009", [101.9, 25.1, 101.91, 25.15], { parent: one.code });
    const map = mapOf(one, two, deep);
    expect(gridsAt(map, at(101.905, 25.12)).ordinary).toBe(deep.code);
    expect(gridsAt(map, at(101.91, 25.12)).ordinary).toBe(deep.code);
    expect(gridsAt(map, at(101.910_000_1, 25.12)).ordinary).toBe(one.code);
  });

  test("a grid that holds the place goes before one whose line runs over it", () => {
    const wide = square("532302105200008", [101.91, 25.1, 101.93, 25.2]);
    expect(gridsAt(mapOf(one, wide), at(101.92, 25.15)).ordinary).toBe(wide.code);
  });

  test("a hole belongs to nobody, its edge to the grid", () => {
    const holed = square("532302105200003", [0, 0, 1, 1], {
      polygons: [[ring([0, 0, 1, 1]), ring([0.4, 0.4, 0.6, 0.6])]],
    });
    expect(gridsAt(mapOf(holed), at(0.5, 0.5)).ordinary).toBeUndefined();
    expect(gridsAt(mapOf(holed), at(0.4, 0.5)).ordinary).toBe(holed.code);
  });

  test("G5: special grids lie over the ordinary one, all of them by code", () => {
    const mine = square("S2", [101.9, 25.1, 101.95, 25.2], { kind: { special: "mine" } });
    const orchard = square("S1", [101.9, 25.1, 101.91, 25.2], { kind: { special: "orchard" } });
    expect(gridsAt(mapOf(mine, one, orchard), at(101.905, 25.15))).toEqual({
      ordinary: one.code,
      special: [
        { code: "S1", kind: "orchard" },
        { code: "S2", kind: "mine" },
      ],
    });
    expect(gridsAt(mapOf(mine), at(101.905, 25.15))).toEqual({ special: [{ code: "S2", kind: "mine" }] });
  });

  test.each([
    ["three grids at a corner of one of them", ["1", "2", "3"], at(1, 1), "1"],
    ["the side of the long one below it", ["1", "2", "3"], at(1, 0.5), "2"],
    ["two parts of one that meet at a corner, and what fills the corners", ["5", "7", "9"], at(1, 1), "5"],
    ["the seam within a grid, against a smaller code that only ends there", ["4", "6"], at(1, 0.5), "6"],
    ["where that seam ends on the smaller code's line", ["4", "6"], at(1, 1), "4"],
    ["an island of the outer grid in the hole of the one in its hole", ["A", "B"], at(4.5, 4.5), "B"],
    ["the shore of that island: both touch it", ["A", "B"], at(4, 4.5), "A"],
    ["between the two shores", ["A", "B"], at(3.5, 3.5), "A"],
  ] as const)("by hand: %s", (_what, codes, place, code) => {
    const kept = drawn.filter((grid) => codes.some((one) => one === grid.code));
    for (const grids of [kept, kept.toReversed()]) expect(gridsAt(mapOf(...grids), place).ordinary).toBe(code);
  });

  test("each place has one ordinary grid, the same in every order of import", () => {
    const cells = Array.from({ length: 36 }, (_none, n) => {
      const [x, y] = [n % 6, Math.floor(n / 6)];
      return square(`5323021052${String(n).padStart(5, "0")}`, [x, y, x + 1, y + 1]);
    });
    const half = fc.integer({ min: 0, max: 12 }).map((n) => n / 2);
    fc.assert(
      fc.property(fc.shuffledSubarray(cells, { minLength: 36 }), half, half, (shuffled, lng, lat) => {
        const found = gridsAt(mapOf(...shuffled), at(lng, lat)).ordinary;
        const touching = cells.filter(({ polygons }) => whereIs(at(lng, lat), areaOf(polygons)) !== "outside");
        expect(found).toBe(touching.map(({ code }) => code).toSorted()[0]);
      }),
    );
  });
});

describe("G-18: the seam between parts of one area", () => {
  const parts = (...boxes: Box[]) => areaOf(boxes.map((box) => [ring(box)]));
  test.each([
    ["along an edge: inside", at(1, 0.5), "inside"],
    ["where the seam ends: on the line", at(1, 0), "on the line"],
  ] as const)("%s", (_what, place, where) => {
    expect(whereIs(place, parts([0, 0, 1, 1], [1, 0, 2, 1]))).toBe(where);
    expect(whereIs(place, parts([1, 0, 2, 1], [0, 0, 1, 1]))).toBe(where);
  });
  test("an edge that a longer one runs beside: inside", () => {
    expect(whereIs(at(1, 1), parts([0, 0, 1, 2], [1, 0, 2, 1], [1, 1, 2, 2]))).toBe("inside");
    expect(whereIs(at(1, 1), parts([0, 0, 1, 2], [1, 0, 2, 1]))).toBe("on the line");
  });
  test("a mere common corner: on the line; four that meet: inside", () => {
    expect(whereIs(at(1, 1), parts([0, 0, 1, 1], [1, 1, 2, 2]))).toBe("on the line");
    expect(whereIs(at(1, 1), parts([0, 0, 1, 1], [1, 1, 2, 2], [1, 0, 2, 1], [0, 1, 1, 2]))).toBe("inside");
  });
  test("an island that fills the hole of another part: its shore is inside, whichever way the rings run", () => {
    const around = [ring([0, 0, 3, 3]), ring([1, 1, 2, 2])];
    for (const rings of [around, around.map((line) => line.toReversed())]) {
      const area = areaOf([rings, [ring([1, 1, 2, 2])]]);
      expect(whereIs(at(1, 1.5), area)).toBe("inside");
      expect(whereIs(at(1, 1), area)).toBe("inside");
      expect(whereIs(at(1.5, 1.5), areaOf([rings]))).toBe("outside");
      expect(whereIs(at(1, 1.5), areaOf([rings]))).toBe("on the line");
    }
  });
  test("a slanted seam", () => {
    const west: [number, number][] = [
      [0, 0],
      [2, 0],
      [1, 2],
      [0, 2],
      [0, 0],
    ];
    const east: [number, number][] = [
      [2, 0],
      [3, 0],
      [3, 2],
      [1, 2],
      [2, 0],
    ];
    expect(whereIs(at(1.5, 1), areaOf([[west], [east]]))).toBe("inside");
    expect(whereIs(at(1, 2), areaOf([[west], [east]]))).toBe("on the line");
  });
});

describe("G-19: how a place was measured", () => {
  test("a datum that is named is converted, and what was given stays", () => {
    const { place, given } = measured(at(101.920305, 25.158378), "GCJ-02");
    expect(place.lng).toBeCloseTo(101.918999, 5);
    expect(place.lat).toBeCloseTo(25.161499, 5);
    expect(given).toEqual(at(101.920305, 25.158378));
  });
  test.each(["WGS-84", "CGCS2000", undefined] as const)(
    "%s: nothing is converted, seven decimals are kept",
    (datum) => {
      expect(measured(at(101.123_456_789, 25.000_000_04), datum).place).toEqual(at(101.123_456_8, 25));
    },
  );
});

describe("G-18: rounded once, half up in decimals", () => {
  test.each([
    [101.919_999_96, 101.92],
    [101.919_999_949, 101.919_999_9],
    [101.920_000_05, 101.920_000_1],
    [101.000_000_35, 101.000_000_4],
    [25.000_000_25, 25.000_000_3],
    [0.000_000_04, 0],
  ])("%d is %d", (given, rounded) => expect(measured(at(given, 25), "WGS-84").place.lng).toBe(rounded));
});

describe("a hint of the grids nearby", () => {
  test("those within the accuracy, both sides of the limit", () => {
    const map = mapOf(one, two);
    const place = at(101.9199, 25.15);
    expect(gridsWithin(map, place, 9)).toEqual([]);
    expect(gridsWithin(map, place, 12)).toEqual([two.code]);
    expect(gridsWithin(map, at(101.94, 25.2), 0)).toEqual([]);
  });
});

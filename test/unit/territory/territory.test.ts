import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaOf, givenAway, type Place, splitsOf, territoryOf, whereIs } from "../../../shared/territory/index.ts";
import { profile } from "../../support/tally-town.ts";

type Ring = readonly (readonly [number, number])[];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const at = (lng: number, lat: number): Place => ({ lng, lat });
/** A square of ten degrees with a hole of two in its middle. */
const withHole = areaOf([[box(0, 0, 10, 10), box(4, 4, 6, 6)]]);

describe("P8: where a place lies", () => {
  test.each([
    ["in the middle of one side of the ring", at(2, 5), "inside"],
    ["outside the box", at(11, 5), "outside"],
    ["in the hole", at(5, 5), "outside"],
    ["on an outer edge", at(0, 5), "on the line"],
    ["on an outer corner", at(10, 10), "on the line"],
    ["on an edge of the hole", at(4, 5), "on the line"],
    ["on a corner of the hole", at(6, 6), "on the line"],
    ["a hair inside the edge", at(Number.EPSILON, 5), "inside"],
    ["a hair outside the edge", at(-Number.EPSILON, 5), "outside"],
    ["a hair inside the hole", at(4.000000000000001, 5), "outside"],
    ["at the height of a corner, beside the square", at(12, 10), "outside"],
  ] as const)("%s", (_where, place, expected) => expect(whereIs(place, withHole)).toBe(expected));

  test("on a sloping edge, and beside it", () => {
    const triangle = areaOf([
      [
        [
          [0, 0],
          [8, 4],
          [0, 4],
          [0, 0],
        ],
      ],
    ]);
    expect(whereIs(at(4, 2), triangle)).toBe("on the line");
    expect(whereIs(at(4, 2.000000001), triangle)).toBe("inside");
    expect(whereIs(at(4, 1.999999999), triangle)).toBe("outside");
  });

  test("on the line of one polygon and within another it is inside; a seam of two is inside, a common corner is on the line (G-18)", () => {
    const overlapping = areaOf([[box(0, 0, 4, 4)], [box(2, 0, 6, 4)]]);
    expect(whereIs(at(4, 2), overlapping)).toBe("inside");
    expect(whereIs(at(4, 2), areaOf([[box(0, 0, 4, 4)], [box(4, 0, 8, 4)]]))).toBe("inside");
    expect(whereIs(at(4, 4), areaOf([[box(0, 0, 4, 4)], [box(4, 4, 8, 8)]]))).toBe("on the line");
  });

  test("of any boxes and any place the answer is what comparing the four sides gives", () => {
    const side = fc.integer({ min: -6, max: 6 });
    const boxes = fc.array(fc.tuple(side, side, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(boxes, side, side, (asked, lng, lat) => {
        // The sides are whole numbers: a place is inside where the four quarters around it are.
        const quarters = [-0.5, 0.5].flatMap((dx) => [-0.5, 0.5].map((dy) => [lng + dx, lat + dy] as const));
        const within = quarters.every(([px, py]) =>
          asked.some(([x, y, w, h]) => px > x && px < x + w && py > y && py < y + h),
        );
        const touching = asked.some(([x, y, w, h]) => lng >= x && lng <= x + w && lat >= y && lat <= y + h);
        const area = areaOf(asked.map(([x, y, w, h]) => [box(x, y, x + w, y + h)]));
        expect(whereIs(at(lng, lat), area)).toBe(within ? "inside" : touching ? "on the line" : "outside");
      }),
      { numRuns: 2000, seed: 20261124 },
    );
  });
});

const split = (more: object = {}) => ({
  id: "ring-road",
  name: { zh: "环城路以内", en: "Within the ring road" },
  items: ["PL-004"],
  domains: [],
  area: {
    kind: "polygon" as const,
    coordinates: [[...box(101.9, 25.09, 101.92, 25.11)].map(([x, y]): [number, number] => [x, y])],
  },
  town: "inside" as const,
  line: "county" as const,
  from: "2026-03-01",
  until: "2026-06-30",
  legalBasis: "示例",
  ...more,
});
const mapOf = (...splits: ReturnType<typeof split>[]) => territoryOf({ territory: profile.territory, splits });
const away = (map: ReturnType<typeof mapOf>, place: Place, day = "2026-04-01", matter: object = {}) =>
  givenAway(map, { code: "PL-004", ...matter }, place, day).map(({ split: id }) => id);
const within = at(101.91, 25.1);
const without = at(101.93, 25.1);
const onLine = at(101.9, 25.1);

describe("P8: whose a place is", () => {
  test("inside or outside, as the split says; the place in the wrong half is the county's", () => {
    expect([within, without].map((place) => away(mapOf(split()), place))).toEqual([[], ["ring-road"]]);
    expect([within, without].map((place) => away(mapOf(split({ town: "outside" })), place))).toEqual([
      ["ring-road"],
      [],
    ]);
  });

  test.each([
    ["inside", "county", ["ring-road"]],
    ["inside", "town", []],
    ["outside", "county", ["ring-road"]],
    ["outside", "town", []],
  ] as const)("a place on the line, the town %s: the profile gives it to the %s", (town, line, expected) =>
    expect(away(mapOf(split({ town, line })), onLine)).toEqual(expected),
  );

  test("from its first day to its last, and on neither side of them", () => {
    const on = (day: string) => away(mapOf(split()), without, day);
    expect([on("2026-02-28"), on("2026-03-01"), on("2026-06-30"), on("2026-07-01")]).toEqual([
      [],
      ["ring-road"],
      ["ring-road"],
      [],
    ]);
  });

  test("another item is not concerned; a domain's split is, unless the item has its own", () => {
    const domain = split({ id: "domain", items: [], domains: ["planning"] });
    expect(away(mapOf(split()), without, "2026-04-01", { code: "PL-006" })).toEqual([]);
    expect(away(mapOf(domain), without, "2026-04-01", { code: "PL-006", domain: "planning" })).toEqual(["domain"]);
    const own = split({ town: "outside" });
    expect(away(mapOf(domain, own), without, "2026-04-01", { domain: "planning" })).toEqual([]);
    expect(
      splitsOf(mapOf(domain, own), { code: "PL-004", domain: "planning" }, "2026-04-01").map(({ id }) => id),
    ).toEqual(["ring-road"]);
  });

  test("of several splits every one that gives the place away is named", () => {
    expect(away(mapOf(split(), split({ id: "second" }), split({ id: "third", town: "outside" })), without)).toEqual([
      "ring-road",
      "second",
    ]);
  });

  test("beyond the town's border nothing is the town's; on it everything is", () => {
    expect(away(mapOf(), at(103, 25))).toEqual(["town"]);
    const [corner] = profile.territory.features[0]?.geometry.coordinates[0] ?? [];
    expect(away(mapOf(), at(corner?.[0] ?? 0, corner?.[1] ?? 0))).toEqual([]);
  });

  test("Guangtong: planning within the planned area of 41 km² is the county's (PL-004)", () => {
    const map = territoryOf(profile);
    expect(away(map, at(101.905, 25.105))).toEqual(["planned-area"]);
    expect(away(map, at(101.83, 25.1))).toEqual([]);
    expect(territoryOf(profile)).toBe(map);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkRings,
  checkSiblings,
  type PolygonRings,
  type Position,
  type ReadArea,
  readGeoJson,
  sayFinding,
} from "../../../shared/territory/maps.ts";

/** A rectangle in the county, counterclockwise, by thousandths of a degree (some hundred metres). */
const box = (west: number, south: number, east: number, north: number): Position[] =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]) => [Math.round((102 + x / 1000) * 1e6) / 1e6, Math.round((25 + y / 1000) * 1e6) / 1e6]);
const area = (name: string, ...rings: (readonly Position[])[]): ReadArea => ({
  name,
  polygons: [rings],
  properties: {},
});
const told = (findings: readonly { code: string; level: string; names: readonly string[] }[]) =>
  findings.map(({ code, level, names }) => `${level} ${code} ${names.join("+")}`);
const polygon = (...coordinates: unknown[]) => ({ type: "Polygon", coordinates });
const feature = (name: string, geometry: unknown) => ({ type: "Feature", properties: { name }, geometry });
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

describe("X6: GeoJSON as tools write it", () => {
  test("QGIS: a byte order mark, name and crs, properties of any kind, MultiPolygon, heights, fifteen decimals", () => {
    const written = {
      type: "FeatureCollection",
      name: "网格",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } },
      xy_coordinate_resolution: 1e-15,
      features: [
        {
          type: "Feature",
          id: 7,
          bbox: [102, 25, 102.01, 25.01],
          properties: { fid: "1", 名称: "一网格", area: "12.50", note: null, tags: ["a"], owner: { a: 1 } },
          geometry: {
            type: "MultiPolygon",
            coordinates: [[box(0, 0, 10, 10).map(([x, y]) => [x + 1.23456e-12, y, 1890.5])]],
          },
        },
      ],
    };
    const { areas, findings } = readGeoJson(`\uFEFF${JSON.stringify(written)}`);
    expect(findings).toEqual([]);
    expect(areas).toMatchObject([{ name: "一网格", polygons: [[box(0, 0, 10, 10)]] }]);
    expect(checkRings(areas).findings).toEqual([]);
  });

  test("ArcGIS and geojson.io: EPSG names, a bare feature or geometry, a collection of geometries", () => {
    for (const name of ["EPSG:4326", "EPSG:4490", "urn:ogc:def:crs:EPSG::4490", "urn:ogc:def:crs:OGC::CRS84"])
      expect(readGeoJson({ ...collection(), crs: { type: "name", properties: { name } } }).findings).toEqual([]);
    expect(readGeoJson(feature("甲", polygon(box(0, 0, 1, 1)))).areas).toHaveLength(1);
    expect(readGeoJson(polygon(box(0, 0, 1, 1))).areas).toMatchObject([{ name: "#1" }]);
    const geometries = [polygon(box(0, 0, 1, 1)), polygon(box(2, 0, 3, 1))];
    const [both] = readGeoJson(feature("甲", { type: "GeometryCollection", geometries })).areas;
    expect(both?.polygons).toHaveLength(2);
  });

  test.each([
    ["another system", { ...collection(), crs: { properties: { name: "EPSG:3857" } } }, "fault other-system EPSG:3857"],
    ["text that is no JSON", "{", "fault not-geojson "],
    ["JSON of another kind", { type: "Topology" }, "fault not-geojson "],
    ["a feature without a geometry", collection(feature("甲", null)), "note no-geometry 甲"],
    ["a line", collection(feature("甲", { type: "LineString", coordinates: [[1, 2]] })), "fault no-area 甲"],
    ["numbers as text", collection(feature("甲", polygon([["102", "25"]]))), "fault no-position 甲"],
    ["latitude first", collection(feature("甲", polygon([[25.1, 102.2]]))), "fault axes-swapped 甲"],
    ["metres of a projection", collection(feature("甲", polygon([[34412345.1, 2778901.2]]))), "fault not-degrees 甲"],
  ])("%s is told once, by name", (_what, given, finding) => {
    expect(told(readGeoJson(given).findings)).toEqual([finding]);
  });
});

describe("X6: rings", () => {
  const [a, b, c, d] = box(0, 0, 10, 10);
  const bow = [a, c, b, d, a].flatMap((one) => (one === undefined ? [] : [one]));

  test.each([
    ["open", area("甲", box(0, 0, 10, 10).slice(0, -1)), "fault ring-open 甲"],
    [
      "a line there and back",
      area("甲", [...box(0, 0, 10, 10).slice(0, 2), ...box(0, 0, 10, 10).slice(0, 1)]),
      "fault ring-short 甲",
    ],
    ["crossing itself", area("甲", bow), "fault ring-crosses 甲"],
    [
      "touching itself in a corner",
      area("甲", [...box(0, 0, 4, 4), ...box(0, 0, -4, -4).slice(1)]),
      "fault ring-crosses 甲",
    ],
    ["a hole outside", area("甲", box(0, 0, 10, 10), box(20, 0, 22, 2).toReversed()), "fault hole-outside 甲"],
  ])("%s is a fault with a place, and the area is left out", (_what, given, finding) => {
    const { areas, findings } = checkRings([given]);
    expect(told(findings).at(0)).toBe(finding);
    expect(findings[0]?.at).toBeDefined();
    expect(areas).toEqual([]);
  });

  test("parts of one area, or holes of a part, that share ground cross each other; a seam, an island in a hole are sound", () => {
    const parts = (...polygons: PolygonRings[]) => ({ name: "甲", polygons, properties: {} });
    const hole = (w: number, s: number, e: number, n: number) => box(w, s, e, n).toReversed();
    const crossing = (given: ReadArea) => told(checkRings([given]).findings);
    expect(crossing(parts([box(0, 0, 10, 10)], [box(9, 0, 20, 10)]))).toEqual(["fault ring-crosses 甲"]);
    expect(crossing(parts([box(0, 0, 10, 10)], [box(10, 0, 20, 10)]))).toEqual([]);
    expect(crossing(parts([box(0, 0, 10, 10)], [box(10, 10, 20, 20)]))).toEqual([]);
    expect(crossing(parts([box(0, 0, 10, 10), hole(2, 2, 8, 8)], [box(4, 4, 6, 6)]))).toEqual([]);
    expect(crossing(parts([box(0, 0, 10, 10), hole(2, 2, 5, 5), hole(4, 4, 8, 8)]))).toEqual(["fault ring-crosses 甲"]);
    expect(crossing(parts([box(0, 0, 10, 10), hole(2, 2, 4, 4), hole(5, 5, 8, 8)]))).toEqual([]);
  });

  test("one that runs the wrong way is turned, and a corner that stands twice goes: both are notes", () => {
    const ring = box(0, 0, 10, 10);
    const wrong = [ring[0], ...ring].flatMap((one) => (one === undefined ? [] : [one])).toReversed();
    const { areas, findings } = checkRings([area("甲", wrong, box(2, 2, 4, 4))]);
    expect(told(findings)).toEqual(["note point-twice 甲", "note turned 甲", "note turned 甲"]);
    expect(areas[0]?.polygons[0]?.[0]).toHaveLength(5);
    expect(checkRings(areas).findings).toEqual([]);
  });

  test("of any rectangles none is found faulty, whichever way they run", () => {
    const side = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(side, side, fc.boolean(), (east, north, turned) => {
        const ring = box(0, 0, east, north);
        const { areas } = checkRings([area("甲", turned ? ring.toReversed() : ring)]);
        expect(areas).toHaveLength(1);
      }),
      { numRuns: 100, seed: 20261127 },
    );
  });
});

describe("X6: areas of one rank", () => {
  const town = [[box(0, 0, 20, 10)]];
  const rules = { within: town, cover: true, sliver: 100 };
  const [one, two] = [area("一网格", box(0, 0, 10, 10)), area("二网格", box(10, 0, 20, 10))];

  test("that share their seams and fill the town have nothing against them", () => {
    expect(checkSiblings([one, two], rules)).toEqual([]);
  });

  test("no area at all leaves the whole of it to nobody", () => {
    expect(told(checkSiblings([], rules))).toEqual(["fault gap "]);
    expect(checkSiblings([], { within: town, sliver: 100 })).toEqual([]);
  });

  test("an enclave in a hole is no overlap and no gap; without it the hole is a gap", () => {
    const holed = area("一网格", box(0, 0, 10, 10), box(4, 4, 6, 6).toReversed());
    expect(checkSiblings([holed, area("飞地", box(4, 4, 6, 6)), two], rules)).toEqual([]);
    expect(told(checkSiblings([holed, two], rules))).toEqual(["fault gap 一网格"]);
  });

  test("an overlap, what reaches outside, and a gap are faults, with size and place", () => {
    const wide = area("二网格", box(9, 0, 19, 10));
    const findings = checkSiblings([one, wide, area("三网格", box(19, 0, 21, 5))], rules);
    expect(told(findings)).toEqual(["fault overlap 一网格+二网格", "fault outside 三网格", "fault gap 二网格+三网格"]);
    const [overlap] = findings;
    // A thousandth of a degree at 25° north is 101 metres; ten of latitude are 1,113.
    expect(overlap?.squareMetres).toBeGreaterThan(105_000);
    expect(overlap?.squareMetres).toBeLessThan(118_000);
    expect(overlap?.at?.lng).toBeGreaterThanOrEqual(102.009);
    expect(overlap?.at?.lng).toBeLessThanOrEqual(102.01);
    expect(overlap === undefined ? "" : sayFinding(overlap)).toMatch(
      /^一网格、二网格: overlap \/ 相互重叠 \d+(\.\d)?m² @102\.\d{6},25\.\d{6}$/,
    );
  });

  test("what is no larger than the sliver is a note; a little more is a fault", () => {
    // 0.00001° × 0.01° at 25° north: about 1.01 m × 1113 m.
    const nearly = area("二网格", box(9.99, 0, 20, 10));
    const [found] = checkSiblings([one, nearly], rules);
    const size = found?.squareMetres ?? 0;
    for (const [sliver, level] of [
      [size, "note"],
      [size - 0.001, "fault"],
    ] as const)
      expect(told(checkSiblings([one, nearly], { ...rules, sliver }))).toEqual([`${level} overlap 一网格+二网格`]);
  });

  test("the same shape under two names is told as such", () => {
    expect(told(checkSiblings([one, { ...one, name: "重复" }], { sliver: 100 }))).toEqual([
      "fault same-twice 一网格+重复",
    ]);
  });
});

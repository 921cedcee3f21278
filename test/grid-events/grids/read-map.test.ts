import { describe, expect, test } from "vitest";
import { sayGridFinding } from "../../../services/grid-events/grids/domain/map-findings.ts";
import { type MapRules, readGridMap } from "../../../services/grid-events/grids/domain/read-map.ts";

const rules: MapRules = {
  town: "532302105000",
  villages: ["532302105200", "532302105201"],
  territory: [[box(101.9, 25.1, 101.94, 25.14)]],
  specialKinds: ["mine"],
  sliver: 10,
  households: { most: 500, fewest: 50 },
};
function box(w: number, s: number, e: number, n: number): [number, number][] {
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
}
type Said = Record<string, string | number>;
const feature = (properties: Said, ring: [number, number][]) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: [ring] },
});
const west = (more: Said = {}, ring = box(101.9, 25.1, 101.92, 25.14)) =>
  feature({ code: "532302105200001", name: "一组", households: 300, ...more }, ring);
const east = (more: Said = {}, ring = box(101.92, 25.1, 101.94, 25.14)) =>
  feature({ 编码: "532302105201001", 名称: "二组", 户数: "280", ...more }, ring);
const read = (...features: object[]) => readGridMap({ type: "FeatureCollection", features }, rules);
const codes = (...features: object[]) => read(...features).findings.map(({ code, level }) => `${level} ${code}`);

describe("G1: a map of grids comes in", () => {
  test("its words are read in Chinese and in English, its lines kept to seven decimals", () => {
    const { grids, findings } = read(west({}, box(101.9, 25.1, 101.920_000_000_4, 25.14)), east());
    expect(findings).toEqual([]);
    expect(grids).toMatchObject([
      { code: "532302105200001", name: "一组", village: "532302105200", kind: "ordinary", households: 300 },
      { code: "532302105201001", name: "二组", village: "532302105201", households: 280 },
    ]);
    expect(grids[0]?.polygons[0]?.[0]?.[1]).toEqual([101.92, 25.1]);
  });

  test.each([
    ["no code", west({ code: "" }), "code-missing"],
    ["thirteen digits (G-2)", west({ code: "5323021052000" }), "code-unreadable"],
    ["another town", west({ code: "532302106200001" }), "code-of-another-town"],
    ["G-20: of no village", west({ code: "532302105000001" }), "village-unknown"],
    ["another village than its code says", west({ village: "532302105201" }), "village-differs"],
    ["a kind the town has not", west({ special: "airport" }), "special-kind-unknown"],
    ["households in words", west({ households: "三百" }), "households-unreadable"],
    ["a parent that is not there", west({ parent: "532302105200099" }), "parent-unknown"],
    ["its own parent", west({ parent: "532302105200001" }), "parents-in-a-circle"],
  ])("%s: a fault", (_what, one, code) => {
    expect(codes(one, east())).toContain(`fault ${code}`);
  });

  test("G-2: fourteen and twenty digits are codes as well", () => {
    const { grids } = read(west({ code: "53230210520001" }), east({ 编码: "01020353230210520101" }));
    expect(grids.map(({ village }) => village)).toEqual(["532302105200", "532302105201"]);
  });

  test("a code twice is a fault of the second", () => {
    expect(codes(west(), east({ 编码: "532302105200001" }))).toEqual(["fault code-twice"]);
  });

  test("parents in a circle: each of them", () => {
    const found = codes(west({ parent: "532302105201001" }), east({ 上级: "532302105200001" }));
    expect(found.filter((code) => code === "fault parents-in-a-circle")).toHaveLength(2);
  });

  test("G-1: too many or too few households are notes, both sides of the limit", () => {
    expect(codes(west({ households: 500 }), east({ 户数: 50 }))).toEqual([]);
    expect(codes(west({ households: 501 }), east({ 户数: 49 }))).toEqual([
      "note too-many-households",
      "note too-few-households",
    ]);
  });
});

describe("the lines of a map against each other", () => {
  test("an overlap and a gap of the first level, each with its place", () => {
    expect(codes(west({}, box(101.9, 25.1, 101.925, 25.14)), east())).toEqual(["fault overlap"]);
    const { findings } = read(west({}, box(101.9, 25.1, 101.915, 25.14)), east());
    expect(findings).toMatchObject([{ code: "gap", level: "fault", at: { lng: expect.closeTo(101.9175, 3) } }]);
  });

  test("a sliver no larger than the profile says is a note", () => {
    expect(codes(west({}, box(101.9, 25.1, 101.920_000_01, 25.14)), east())).toEqual([]);
    expect(codes(west({}, box(101.9, 25.1, 101.920_000_1, 25.14)), east())).toEqual(["fault overlap"]);
    expect(codes(west({}, box(101.9, 25.1, 101.920_000_1, 25.1001)), east()).sort()).toEqual([
      "fault gap",
      "note overlap",
    ]);
  });

  test("deeper grids lie in their parent and need not fill it", () => {
    const inner = (ring: [number, number][], code = "532302105200011") =>
      feature({ code, name: "内", parent: "532302105200001" }, ring);
    expect(codes(west(), east(), inner(box(101.9, 25.1, 101.91, 25.12)))).toEqual([]);
    expect(codes(west(), east(), inner(box(101.91, 25.1, 101.93, 25.12)))).toEqual(["fault outside"]);
    expect(
      codes(
        west(),
        east(),
        inner(box(101.9, 25.1, 101.91, 25.12)),
        inner(box(101.905, 25.1, 101.915, 25.12), "532302105200012"),
      ),
    ).toEqual(["fault overlap"]);
  });

  test("G5: special grids lie over the others, and have no parent", () => {
    const mine = (more: Said = {}) =>
      feature({ code: "532302105200090", special: "mine", ...more }, box(101.91, 25.11, 101.93, 25.13));
    expect(codes(west(), east(), mine())).toEqual([]);
    expect(codes(west(), east(), mine({ parent: "532302105200001" }))).toEqual(["fault parent-of-another-kind"]);
  });

  test("swapped axes and an open ring are named before anything is compared", () => {
    expect(codes(west({}, box(25.1, 101.9, 25.14, 101.92)), east())).toContain("fault axes-swapped");
    expect(codes(west({}, box(101.9, 25.1, 101.92, 25.14).slice(0, 4)), east())).toContain("fault ring-open");
  });
});

test("a finding is said in both languages", () => {
  expect(sayGridFinding({ code: "code-twice", level: "fault", names: ["532302105200001"] })).toBe(
    "532302105200001: its code stands twice / 网格编码重复",
  );
});

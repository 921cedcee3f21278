import { point, polygon as polygonOf } from "@turf/helpers";
import { pointToPolygonDistance } from "@turf/point-to-polygon-distance";
import Flatbush from "flatbush";
import type { PolygonRings } from "../../../../shared/territory/geojson.ts";
import { type Area, areaOf, type Place, whereIs } from "../../../../shared/territory/index.ts";
import { depthsOf, type Grid, type GridMap, isSpecial } from "./grid-map.ts";

type Shape = ReturnType<typeof polygonOf>["geometry"];
interface Part {
  readonly grid: Grid;
  readonly rings: PolygonRings;
}
/** The polygons of a map, found by their boxes. */
interface PlaceIndex {
  readonly parts: readonly Part[];
  readonly depths: ReadonlyMap<string, number>;
  readonly areas: ReadonlyMap<Grid, Area>;
  readonly boxes: Flatbush | undefined;
}

/** The grids of a place. */
export interface GridsAt {
  /** The one ordinary grid; none in a gap. */
  readonly ordinary?: string;
  /** Special grids over it, by code. */
  readonly special: readonly SpecialGrid[];
}
/** A special grid and what it is (G5). */
export interface SpecialGrid {
  readonly code: string;
  readonly kind: string;
}

const kept = new WeakMap<GridMap, PlaceIndex>();

/** The index of a map: built once, for as long as the map is held. */
function indexOf(map: GridMap): PlaceIndex {
  const before = kept.get(map);
  if (before !== undefined) return before;
  const parts = map.grids.flatMap((grid) => grid.polygons.map((rings) => ({ grid, rings })));
  const boxes = parts.length === 0 ? undefined : new Flatbush(parts.length);
  for (const { rings } of parts) boxes?.add(...boxOf(rings));
  boxes?.finish();
  const areas = new Map(map.grids.map((grid) => [grid, areaOf(grid.polygons)]));
  const index = { parts, boxes, areas, depths: depthsOf(map.grids) };
  kept.set(map, index);
  return index;
}

const shapeOf = (rings: PolygonRings): Shape =>
  polygonOf(rings.map((ring) => ring.map(([lng, lat]) => [lng, lat]))).geometry;

function boxOf([outer = []]: PolygonRings): [number, number, number, number] {
  const [lngs, lats] = [outer.map(([lng]) => lng), outer.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

const partsWithin = (
  { parts, boxes }: Pick<PlaceIndex, "parts" | "boxes">,
  box: readonly [number, number, number, number],
): readonly Part[] => (boxes?.search(...box) ?? []).flatMap((at) => parts[at] ?? []);

/**
 * G-18: the grids of a place. Of the ordinary ones the deepest counts. Of those as deep it is the one that holds the place; on a
 * shared line or corner the one with the smallest code. A hole is outside, its edge on the line.
 * @param place WGS 84, rounded to seven decimals
 */
export function gridsAt(map: GridMap, place: Place): GridsAt {
  const { areas, depths, ...index } = indexOf(map);
  const near = new Set(partsWithin(index, [place.lng, place.lat, place.lng, place.lat]).map(({ grid }) => grid));
  const held = [...near].flatMap((grid): Held[] => {
    const where = whereIs(place, areas.get(grid) ?? []);
    return where === "outside" ? [] : [{ grid, depth: depths.get(grid.code) ?? 1, within: where === "inside" }];
  });
  const [ordinary] = held.filter(({ grid }) => !isSpecial(grid)).toSorted(nearest);
  const special = held.flatMap(({ grid: { code, kind } }) =>
    kind === "ordinary" ? [] : [{ code, kind: kind.special }],
  );
  return { ...(ordinary === undefined ? {} : { ordinary: ordinary.grid.code }), special: special.toSorted(byCode) };
}

interface Held {
  readonly grid: Grid;
  readonly depth: number;
  readonly within: boolean;
}

const byCode = (one: SpecialGrid, other: SpecialGrid): number => (one.code < other.code ? -1 : 1);

const nearest = (one: Held, other: Held): number =>
  other.depth - one.depth || Number(other.within) - Number(one.within) || (one.grid.code < other.grid.code ? -1 : 1);

const metresTo = (rings: PolygonRings, { lng, lat }: Place): number =>
  pointToPolygonDistance(point([lng, lat]), shapeOf(rings), { units: "meters" });

/** Metres of a degree of latitude. */
const metres = 111_320;

/**
 * Other ordinary grids within the accuracy of a place: a hint for who looks at it, by code.
 * @param accuracy in metres
 */
export function gridsWithin(map: GridMap, place: Place, accuracy: number): readonly string[] {
  const index = indexOf(map);
  const up = accuracy / metres;
  const aside = up / Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
  const near = partsWithin(index, [place.lng - aside, place.lat - up, place.lng + aside, place.lat + up]);
  const own = gridsAt(map, place).ordinary;
  const codes = near
    .filter(({ grid }) => !isSpecial(grid) && grid.code !== own)
    .filter(({ rings }) => metresTo(rings, place) <= accuracy)
    .map(({ grid }) => grid.code);
  return [...new Set(codes)].toSorted();
}

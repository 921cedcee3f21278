import { area as squareMetresOf } from "@turf/area";
import { difference } from "@turf/difference";
import { featureCollection, multiPolygon, polygon } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import { pointOnFeature } from "@turf/point-on-feature";
import { union } from "@turf/union";
import type { Finding } from "./findings.ts";
import type { PolygonRings, ReadArea } from "./geojson.ts";
import { loose } from "./rings.ts";

/** How areas of one rank are held against each other. */
export interface SiblingRules {
  /** The area they all belong to. */
  readonly within?: readonly PolygonRings[];
  /** Together they leave nothing of it to nobody. */
  readonly cover?: boolean;
  /** What is no larger comes from drawing, not from a decision: a note. In square metres. */
  readonly sliver: number;
}

type Shape = ReturnType<typeof multiPolygon>;
const shapeOf = (polygons: readonly PolygonRings[]): Shape => multiPolygon(polygons.map(loose));

interface Boxed {
  readonly name: string;
  readonly shape: Shape;
  readonly box: readonly [number, number, number, number];
}

function boxed({ name, polygons }: ReadArea): Boxed {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of polygons.flat(2)) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return { name, shape: shapeOf(polygons), box: [west, south, east, north] };
}

const meet = ({ box: [w, s, e, n] }: Boxed, { box: [west, south, east, north] }: Boxed) =>
  w <= east && west <= e && s <= north && south <= n;

/**
 * Holds sound areas of one rank against each other and the area they belong to: the same shape twice, overlaps, what
 * reaches outside, and gaps. Each finding has names, size and a place. An overlap that is a whole area names its hole-less
 * neighbour too.
 */
export function checkSiblings(areas: readonly ReadArea[], { within, cover = false, sliver }: SiblingRules): Finding[] {
  const all = areas.map(boxed);
  const around = within === undefined ? undefined : shapeOf(within);
  return [
    ...all.flatMap((one, at) =>
      all.slice(at + 1).flatMap((other) => (meet(one, other) ? between(one, other, sliver) : [])),
    ),
    ...(around === undefined ? [] : all.flatMap((one) => beyond(one, around, sliver))),
    ...(around === undefined || !cover ? [] : gaps(all, around, sliver)),
  ];
}

function between(one: Boxed, other: Boxed, sliver: number): Finding[] {
  const common = intersect(featureCollection([one.shape, other.shape]));
  if (common === null) return [];
  const found = partsOf(common, { code: "overlap", names: [one.name, other.name] }, sliver);
  const whole = squareMetresOf(common);
  const isSame = [one, other].every(({ shape }) => Math.abs(squareMetresOf(shape) - whole) <= 1e-6 * whole);
  return isSame ? found.slice(0, 1).map((finding) => ({ ...finding, code: "same-twice" as const })) : found;
}

function beyond({ name, shape }: Boxed, around: Shape, sliver: number): Finding[] {
  const outside = difference(featureCollection([shape, around]));
  return outside === null ? [] : partsOf(outside, { code: "outside", names: [name] }, sliver);
}

/** What no area takes, each piece with the areas that it lies between; without any area it is the whole. */
function gaps(all: readonly Boxed[], around: Shape, sliver: number): Finding[] {
  const [first, ...others] = all.map(({ shape }) => shape);
  const together = first === undefined || others.length === 0 ? first : union(featureCollection([first, ...others]));
  const left = together == null ? around : difference(featureCollection([around, together]));
  if (left === null) return [];
  return piecesOf(left).flatMap((rings) => {
    const piece = boxed({ name: "", polygons: [rings], properties: {} });
    const names = all.filter((one) => meet(one, piece)).map(({ name }) => name);
    return partsOf(polygon(loose(rings)), { code: "gap", names }, sliver);
  });
}

type Part = NonNullable<ReturnType<typeof difference>> | ReturnType<typeof polygon>;

const piecesOf = ({ geometry }: Part): readonly PolygonRings[] => {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])));
};

/** Pieces narrower than a square centimetre come from rounding and are nothing. */
const nothing = 1e-4;

function partsOf(part: Part, about: Pick<Finding, "code" | "names">, sliver: number): Finding[] {
  return piecesOf(part).flatMap((rings): Finding[] => {
    const piece = polygon(loose(rings));
    const squareMetres = squareMetresOf(piece);
    if (squareMetres <= nothing) return [];
    const [lng = 0, lat = 0] = pointOnFeature(piece).geometry.coordinates;
    return [{ ...about, level: squareMetres > sliver ? "fault" : "note", at: { lng, lat }, squareMetres }];
  });
}

import { area as squareMetresOf } from "@turf/area";
import { booleanClockwise } from "@turf/boolean-clockwise";
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { featureCollection, lineString, polygon as polygonOf } from "@turf/helpers";
import { intersect } from "@turf/intersect";
import { kinks } from "@turf/kinks";
import { pointOnFeature } from "@turf/point-on-feature";
import type { Place } from "./area.ts";
import type { Finding, FindingCode } from "./findings.ts";
import type { PolygonRings, Position, ReadArea, Ring } from "./geojson.ts";

/** GeoJSON's coordinates as turf takes them. */
export const loose = (rings: PolygonRings): [number, number][][] => rings.map((ring) => ring.map(([x, y]) => [x, y]));

const placeOf = ([lng = 0, lat = 0]: readonly number[]): Place => ({ lng, lat });
const isSame = (one: Position | undefined, other: Position | undefined) =>
  one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];

/** Areas whose rings are sound, put right where that changes nothing of what they mean, and what was found. */
export interface CheckedAreas {
  readonly areas: readonly ReadArea[];
  readonly findings: readonly Finding[];
}

/**
 * Holds each area for itself: rings closed, with three corners and an area, not crossing themselves; holes inside their
 * outer ring. A ring that runs the wrong way (RFC 7946, 3.1.6) is turned, a corner that stands twice is taken out: both are
 * notes. An area with a fault is left out.
 */
export function checkRings(given: readonly ReadArea[]): CheckedAreas {
  const findings: Finding[] = [];
  const areas = given.flatMap((one) => {
    const told: Finding[] = [];
    const tell: Tell = (code, level, at) =>
      told.push({ code, level, names: [one.name], ...(at && { at: placeOf(at) }) });
    const polygons = one.polygons.map((rings) => checkedPolygon(rings, tell));
    if (told.every(({ level }) => level === "note")) checkApart(polygons, tell);
    findings.push(...told);
    return told.some(({ level }) => level === "fault") ? [] : [{ ...one, polygons }];
  });
  return { areas, findings };
}

type Tell = (code: FindingCode, level: Finding["level"], at?: Position | readonly number[]) => void;

/** Parts of an area, and holes of a part, may touch but not share ground: their lines would cross each other. */
function checkApart(polygons: readonly PolygonRings[], tell: Tell): void {
  const groups = [polygons, ...polygons.map(([, ...holes]) => holes.map((hole) => [hole]))];
  for (const group of groups)
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const common =
          boxesMeet(one, other) && intersect(featureCollection([polygonOf(loose(one)), polygonOf(loose(other))]));
        if (common && squareMetresOf(common) > 1e-4)
          tell("ring-crosses", "fault", pointOnFeature(common).geometry.coordinates);
      }
}

function boxesMeet([one = []]: PolygonRings, [other = []]: PolygonRings): boolean {
  const span = (ring: Ring, axis: 0 | 1) => [
    Math.min(...ring.map((place) => place[axis])),
    Math.max(...ring.map((place) => place[axis])),
  ];
  return ([0, 1] as const).every((axis) => {
    const [[from = 0, to = 0], [low = 0, high = 0]] = [span(one, axis), span(other, axis)];
    return from <= high && low <= to;
  });
}

function checkedPolygon(rings: PolygonRings, tell: Tell): PolygonRings {
  const sound = rings.map((ring, at) => checkedRing(ring, at === 0, tell));
  const [outer, ...holes] = sound;
  if (outer !== undefined && isRing(outer))
    for (const hole of holes)
      if (
        isRing(hole) &&
        !hole.every((place) => booleanPointInPolygon([place[0], place[1]], polygonOf(loose([outer]))))
      )
        tell("hole-outside", "fault", hole[0]);
  return sound;
}

const isRing = (ring: Ring) => ring.length >= 4 && isSame(ring[0], ring.at(-1));

function checkedRing(ring: Ring, isOuter: boolean, tell: Tell): Ring {
  if (!isSame(ring[0], ring.at(-1)) || ring.length < 2) {
    tell("ring-open", "fault", ring[0]);
    return ring;
  }
  const single = ring.filter((place, at) => at === 0 || !isSame(place, ring[at - 1]));
  if (single.length < ring.length)
    tell(
      "point-twice",
      "note",
      ring.find((place, at) => isSame(place, ring[at + 1])),
    );
  if (single.length < 4) {
    tell("ring-short", "fault", ring[0]);
    return single;
  }
  const [crossing] = crossingsOf(single);
  if (crossing !== undefined) {
    tell("ring-crosses", "fault", crossing);
    return single;
  }
  if (squareMetresOf(polygonOf(loose([single]))) === 0) {
    tell("ring-flat", "fault", ring[0]);
    return single;
  }
  // The outer ring runs counterclockwise, a hole clockwise.
  if (booleanClockwise(lineString(loose([single])[0] ?? [])) !== isOuter) return single;
  tell("turned", "note", ring[0]);
  return single.toReversed();
}

/** Where a closed ring crosses or touches itself: its lines meet, or a corner stands twice. */
function crossingsOf(ring: Ring): (readonly number[])[] {
  const seen = new Set<string>();
  const twice = ring.slice(1).filter(([x, y]) => {
    const corner = `${x},${y}`;
    const known = seen.has(corner);
    seen.add(corner);
    return known;
  });
  const crossed = kinks(polygonOf(loose([ring]))).features.map(({ geometry }) => geometry.coordinates);
  return [...crossed, ...twice];
}

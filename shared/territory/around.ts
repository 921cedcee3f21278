import type { Place } from "./area.ts";

type Position = readonly [number, number];
type Ring = readonly Position[];
type PolygonRings = readonly Ring[];

/** What lies to the left of a ring's way at a place, as two directions in radians, counted counterclockwise. */
interface Sector {
  readonly from: number;
  readonly to: number;
}

const turn = 2 * Math.PI;
/** Narrower than any angle that two lines of a map leave between them. */
const nothing = 1e-9;

const direction = ({ lng, lat }: Place, [x, y]: Position): number => Math.atan2(y - lat, x - lng);
const after = (from: number, to: number): number => (((to - from) % turn) + turn) % turn;
const holds = ({ from, to }: Sector, angle: number): boolean => after(from, angle) <= after(from, to);

/**
 * G-18: whether polygons that all have a place on their line close around it: then it lies on a seam, and the area holds it.
 * Where they meet at a corner alone, some direction leads out.
 */
export function closesAround(place: Place, polygons: readonly PolygonRings[]): boolean {
  const parts = polygons
    .map((rings) => rings.flatMap((ring, at) => sectorsOf(place, onTheLeft(ring, at === 0))))
    .filter((one) => one.length > 0);
  const angles = parts.flatMap((sectors) => sectors.flatMap(({ from, to }) => [from, to])).toSorted((a, b) => a - b);
  return angles.every((angle, at) => {
    const gap = after(angle, angles[(at + 1) % angles.length] ?? angle);
    if (gap <= nothing || turn - gap <= nothing) return true;
    const middle = angle + gap / 2;
    return parts.some((sectors) => sectors.every((sector) => holds(sector, middle)));
  });
}

/** A ring run so that the polygon lies on its left: an outer ring counterclockwise, a hole clockwise. */
function onTheLeft(ring: Ring, outer: boolean): Ring {
  const twice = ring.reduce((sum, [x1, y1], at) => {
    const [x2, y2] = ring[at + 1] ?? [x1, y1];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return twice > 0 === outer ? ring : ring.toReversed();
}

/** The sectors of one ring at a place: one where it passes through it, none elsewhere. */
function sectorsOf(place: Place, ring: Ring): Sector[] {
  const corners = ring.slice(0, -1);
  const at = corners.findIndex(([lng, lat]) => lng === place.lng && lat === place.lat);
  if (at >= 0) {
    const [before, next] = [corners.at(at - 1), corners[(at + 1) % corners.length]];
    return before === undefined || next === undefined
      ? []
      : [{ from: direction(place, next), to: direction(place, before) }];
  }
  const edge = corners.findIndex((from, one) => lies(place, from, corners[(one + 1) % corners.length] ?? from));
  const [from, to] = [corners[edge], corners[(edge + 1) % corners.length]];
  if (edge < 0 || from === undefined || to === undefined) return [];
  return [{ from: direction(place, to), to: direction(place, to) + Math.PI }];
}

/** Whether a place lies on an edge. It is asked only of places that the exact predicate put on the line. */
function lies({ lng, lat }: Place, [x1, y1]: Position, [x2, y2]: Position): boolean {
  const within =
    Math.min(x1, x2) <= lng && lng <= Math.max(x1, x2) && Math.min(y1, y2) <= lat && lat <= Math.max(y1, y2);
  const cross = (x2 - x1) * (lat - y1) - (y2 - y1) * (lng - x1);
  return within && Math.abs(cross) <= nothing * Math.hypot(x2 - x1, y2 - y1);
}

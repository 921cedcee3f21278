import type { Place } from "../../../../shared/territory/index.ts";

const earth = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two places, on the sphere: exact enough for a few hundred metres. */
export function metresBetween(one: Place, other: Place): number {
  const [up, aside] = [radians(other.lat - one.lat), radians(other.lng - one.lng)];
  const half =
    Math.sin(up / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(aside / 2) ** 2;
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Degrees of a cell of an index: some two kilometres, the longest radius that a town may set. */
const cellDegrees = 0.02;
const cellAt = (degrees: number): number => Math.floor(degrees / cellDegrees);

/** The cell that holds a place, as the partition of an index names it. */
export const cellKeyOf = ({ lng, lat }: Place): string => `${cellAt(lng)}:${cellAt(lat)}`;

/** The cells that hold every place within a radius. */
export function cellKeysAround({ lng, lat }: Place, radiusMetres: number): readonly string[] {
  const up = (radiusMetres / earth) * (180 / Math.PI);
  const aside = up / Math.max(0.01, Math.cos(radians(lat)));
  const range = (from: number, to: number) =>
    Array.from({ length: cellAt(to) - cellAt(from) + 1 }, (_none, at) => cellAt(from) + at);
  const rows = range(lat - up, lat + up);
  return range(lng - aside, lng + aside).flatMap((x) => rows.map((y) => `${x}:${y}`));
}

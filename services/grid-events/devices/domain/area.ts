import type { Place } from "../../../../shared/territory/index.ts";
import { metresBetween } from "../../grids/domain/around.ts";

const metresOfDegree = 111_195;
const cosine = (degrees: number): number => Math.max(0.01, Math.cos((degrees * Math.PI) / 180));

interface Square {
  readonly row: number;
  readonly column: number;
}
const rowOf = (lat: number, metres: number): number => Math.floor((lat * metresOfDegree) / metres);
/** Columns of a row all have the width of its southern edge: machines of one place are always in one square. */
const columnOf = (lng: number, row: number, metres: number): number =>
  Math.floor((lng * metresOfDegree * cosine((row * metres) / metresOfDegree)) / metres);

const keyOf = (category: string, { row, column }: Square): string => `${category}:${row}:${column}`;

/** The area in which the alarms of a category come together: a square as wide as the profile says. */
export function areaKey(category: string, { lng, lat }: Place, metres: number): string {
  const row = rowOf(lat, metres);
  return keyOf(category, { row, column: columnOf(lng, row, metres) });
}

/** The areas that hold every place within the distance: the own one and its neighbours. */
export function areasAround(category: string, { lng, lat }: Place, metres: number): readonly string[] {
  const row = rowOf(lat, metres);
  return [row - 1, row, row + 1].flatMap((each) => {
    const column = columnOf(lng, each, metres);
    return [column - 1, column, column + 1].map((one) => keyOf(category, { row: each, column: one }));
  });
}

export const isNear = (one: Place, other: Place, metres: number): boolean => metresBetween(one, other) <= metres;

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

/** What machines have to share besides the place. P-5: what touches persons waits for a person, and so has alarms of its own. */
export interface AlarmKind {
  readonly category: string;
  readonly touchesPersons: boolean;
}
const keyOf = ({ category, touchesPersons }: AlarmKind, { row, column }: Square): string =>
  `${category}${touchesPersons ? ":persons" : ""}:${row}:${column}`;

/** The area in which alarms of a kind come together: a square as wide as the profile says. */
export function areaKey(kind: AlarmKind, { lng, lat }: Place, metres: number): string {
  const row = rowOf(lat, metres);
  return keyOf(kind, { row, column: columnOf(lng, row, metres) });
}

/** The areas that hold every place within the distance: the own one and its neighbours. */
export function areasAround(kind: AlarmKind, { lng, lat }: Place, metres: number): readonly string[] {
  const row = rowOf(lat, metres);
  return [row - 1, row, row + 1].flatMap((each) => {
    const column = columnOf(lng, each, metres);
    return [column - 1, column, column + 1].map((one) => keyOf(kind, { row: each, column: one }));
  });
}

export const isNear = (one: Place, other: Place, metres: number): boolean => metresBetween(one, other) <= metres;

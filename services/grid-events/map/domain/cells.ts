import type { Place } from "../../../../shared/territory/index.ts";

/** A square of the map at one of its three sizes. */
export interface Cell {
  readonly depth: Depth;
  readonly x: number;
  readonly y: number;
}
/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number];
export type Depth = 0 | 1 | 2;

/** Sides of a square in units of 1e-7 degrees: some nine kilometres, two, and half of one. Each holds sixteen of the next. */
const sides = [800_000, 200_000, 50_000] as const;
/** So many squares of a size are shown in one answer; a wider view is told in larger ones. */
const mostCells = 256;
const unit = 1e7;

const units = (degrees: number): number => Math.round(degrees * unit);
const at = (value: number, depth: Depth): number => Math.floor(value / sides[depth]);

/** The square that holds a place. */
export const cellOf = ({ lng, lat }: Place, depth: Depth): Cell => ({
  ...{ depth, x: at(units(lng), depth), y: at(units(lat), depth) },
});

export const cellKey = ({ depth, x, y }: Cell): string => `${depth}:${x}:${y}`;

/** The square at a shallower depth that holds this one. */
export const cellAbove = ({ depth, x, y }: Cell, above: Depth): Cell => ({
  depth: above,
  x: Math.floor(x / 4 ** (depth - above)),
  y: Math.floor(y / 4 ** (depth - above)),
});

/** Which of the sixteen squares of its parent it is. */
export const placeInParent = ({ x, y }: Cell): string => `${x & 3}${y & 3}`;

/** The square of the next size at a place in its parent. */
export const cellBelow = ({ x, y }: Cell, depth: Depth, place: string): Cell => ({
  depth,
  x: x * 4 + Number(place[0]),
  y: y * 4 + Number(place[1]),
});

const degrees = (value: number): number => Math.round(value) / unit;

export const boxOfCell = ({ depth, x, y }: Cell): Box => {
  const side = sides[depth];
  return [degrees(x * side), degrees(y * side), degrees((x + 1) * side), degrees((y + 1) * side)];
};

export const centreOfCell = (cell: Cell): readonly [number, number] => {
  const [west, south, east, north] = boxOfCell(cell);
  return [degrees(((west + east) / 2) * unit), degrees(((south + north) / 2) * unit)];
};

export const overlaps = ([west, south, east, north]: Box, [left, low, right, high]: Box): boolean =>
  west <= right && left <= east && south <= high && low <= north;

export const holds = ([west, south, east, north]: Box, { lng, lat }: Place): boolean =>
  west <= lng && lng <= east && south <= lat && lat <= north;

/** What two boxes share; undefined: nothing. */
export function sharedBox(one: Box, other: Box): Box | undefined {
  if (!overlaps(one, other)) return undefined;
  return [
    ...([Math.max(one[0], other[0]), Math.max(one[1], other[1])] as const),
    ...([Math.min(one[2], other[2]), Math.min(one[3], other[3])] as const),
  ];
}

const spanOf = ([west, south, east, north]: Box, depth: Depth) => {
  const across = [at(units(west), depth), at(units(east), depth)] as const;
  const up = [at(units(south), depth), at(units(north), depth)] as const;
  return { across, up, cells: (across[1] - across[0] + 1) * (up[1] - up[0] + 1) };
};

/** The finest size of which a view holds no more than an answer takes. */
export const depthOf = (box: Box): Depth =>
  spanOf(box, 2).cells <= mostCells ? 2 : spanOf(box, 1).cells <= mostCells ? 1 : 0;

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_none, step) => from + step);

/** The largest squares that a view touches. */
export function rootsIn(box: Box): readonly Cell[] {
  const { across, up } = spanOf(box, 0);
  const rows = range(...up);
  return range(...across).flatMap((x) => rows.map((y): Cell => ({ depth: 0, x, y })));
}

import { type Box, boxOfCell, type Cell, cellBelow, cellKey, type Depth, overlaps } from "./cells.ts";
import { countsIn, isDivisible, type MapTally } from "./tally.ts";

/** A square of the public map with its count; without one there are fewer than the profile lets everybody count. */
export interface Cluster {
  readonly cell: Cell;
  readonly released: boolean;
  readonly count?: number;
}
/** What a view shows: squares with counts, and smallest squares whose released matters are shown one by one. */
export interface ShownMap {
  readonly clusters: readonly Cluster[];
  readonly single: readonly Pick<Cell, "x" | "y">[];
}
interface View {
  readonly box: Box;
  readonly depth: Depth;
  readonly floor: number;
  /** So near that released matters are shown one by one, however many there are. */
  readonly near: boolean;
}
/** Tallies by the keys of their squares. */
type Tallies = ReadonlyMap<string, MapTally>;

interface Below {
  readonly cell: Cell;
  readonly released: number;
  readonly reported: number;
}
const none: MapTally = { squares: {}, sensitive: 0 };

/** The squares below one that the view touches. */
const squaresOf = (cell: Cell, depth: Depth, tallies: Tallies, box: Box): readonly Below[] =>
  Object.entries((tallies.get(cellKey(cell)) ?? none).squares)
    .map(([place, counts]) => ({ cell: cellBelow(cell, depth, place), ...counts }))
    .filter((one) => overlaps(boxOfCell(one.cell), box));

/** Which tallies of the middle size a view needs besides: where it looks closer, and where few released matters are shown singly. */
export const middleCells = (roots: readonly Cell[], tallies: Tallies, view: View): readonly Cell[] =>
  roots.flatMap((root) => {
    const few = countsIn(tallies.get(cellKey(root)) ?? none).released < view.floor;
    return squaresOf(root, 1, tallies, view.box)
      .filter(({ released, reported }) =>
        view.depth === 2 ? released + reported > 0 : released > 0 && (few || released < view.floor),
      )
      .map(({ cell }) => cell);
  });

/**
 * The public map of a view. Matters that are only counted: never fewer than the floor, and a square is divided only if none of its
 * parts holds fewer. Released matters: counted from the floor on, else shown one by one.
 */
export function shownOf(roots: readonly Cell[], tallies: Tallies, view: View): ShownMap {
  const parts = roots.flatMap((root) => [countedIn(root, tallies, view), releasedIn(root, tallies, view)]);
  return {
    clusters: parts.flatMap(({ clusters }) => clusters),
    single: parts.flatMap(({ single }) => single),
  };
}

function countedIn(root: Cell, tallies: Tallies, { box, depth, floor }: View): ShownMap {
  const tally = tallies.get(cellKey(root)) ?? none;
  const { reported } = countsIn(tally);
  if (reported === 0) return { clusters: [], single: [] };
  const whole = (cell: Cell, count: number): Cluster => ({
    cell,
    released: false,
    ...(count < floor ? {} : { count }),
  });
  if (depth === 0 || reported < floor || !isDivisible(tally, floor))
    return { clusters: [whole(root, reported)], single: [] };
  const clusters = squaresOf(root, 1, tallies, box)
    .filter((one) => one.reported > 0)
    .flatMap((one) => {
      const middle = tallies.get(cellKey(one.cell));
      if (depth === 1 || middle === undefined || !isDivisible(middle, floor)) return [whole(one.cell, one.reported)];
      return squaresOf(one.cell, 2, tallies, box)
        .filter((each) => each.reported > 0)
        .map((each) => whole(each.cell, each.reported));
    });
  return { clusters, single: [] };
}

function releasedIn(root: Cell, tallies: Tallies, { box, depth, floor, near }: View): ShownMap {
  const total = countsIn(tallies.get(cellKey(root)) ?? none).released;
  const singly = (cell: Cell): ShownMap => ({
    clusters: [],
    single: squaresOf(cell, 2, tallies, box)
      .filter(({ released }) => released > 0)
      .map((one) => one.cell),
  });
  const counted = (cell: Cell, count: number): ShownMap => ({
    clusters: [{ cell, released: true, count }],
    single: [],
  });
  if (depth === 0 && total >= floor) return counted(root, total);
  const parts = squaresOf(root, 1, tallies, box)
    .filter(({ released }) => released > 0)
    .flatMap((one): readonly ShownMap[] => {
      if (one.released < floor || depth === 0) return [singly(one.cell)];
      if (depth === 1) return [counted(one.cell, one.released)];
      return squaresOf(one.cell, 2, tallies, box)
        .filter(({ released }) => released > 0)
        .map((each) =>
          each.released < floor || near ? { clusters: [], single: [each.cell] } : counted(each.cell, each.released),
        );
    });
  return { clusters: parts.flatMap(({ clusters }) => clusters), single: parts.flatMap(({ single }) => single) };
}

import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import { type Cell, cellAbove, cellKey, type Depth, placeInParent } from "./cells.ts";
import { isSameMark, type Marked } from "./mark.ts";

/** Open matters of a square: those whose text everybody reads, and those that are only counted. */
export interface MapCounts {
  readonly released: number;
  readonly reported: number;
}
export const noMatters: MapCounts = { released: 0, reported: 0 };

/** A square by its sixteen smaller ones, or a grid (`sensitive`). */
export interface MapTally {
  readonly squares: Readonly<Record<string, MapCounts>>;
  /** Sensitive matters of a grid. */
  readonly sensitive: number;
  readonly grid?: string;
}
/** What a mark adds to one tally, or takes from it. */
export type MapChange =
  | ({ readonly square: string } & MapCounts)
  | { readonly grid: string; readonly sensitive: number };
export interface AddToMap {
  readonly type: "add";
  readonly changes: readonly MapChange[];
}
type MapAdded = DomainEvent & {
  readonly type: "grid-events.map-tally.added";
  readonly data: { readonly changes: readonly MapChange[] };
};

interface MapTallyWords {
  readonly state: MapTally;
  readonly command: AddToMap;
  readonly event: MapAdded;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Where grids with sensitive matters stand. */
export const gridTallies = "map-tally:grid";
export const gridTallyId = (grid: string): string => `grid:${grid}`;
const empty: MapTally = { squares: {}, sensitive: 0 };

const changed = (state: MapTally, change: MapChange): MapTally => {
  if ("grid" in change) return { ...state, grid: change.grid, sensitive: state.sensitive + change.sensitive };
  const before = state.squares[change.square] ?? noMatters;
  const now = { released: before.released + change.released, reported: before.reported + change.reported };
  return { ...state, squares: { ...state.squares, [change.square]: now } };
};

/** Numbers of the public map. They change with the marks that they count, in one transaction. */
export const mapTally = deciderOf<MapTallyWords>({
  aggregate: "map-tally",
  shape: 1,
  crowded: true,
  begin: {},
  empty,
  always: {
    add: (_state, { changes }) =>
      changes.length === 0 ? [] : [{ type: "grid-events.map-tally.added", data: { changes } }],
  },
  begun: {},
  effects: { "grid-events.map-tally.added": (state, { data }) => data.changes.reduce(changed, state) },
  listed: ({ grid, sensitive }) =>
    grid === undefined || sensitive === 0 ? {} : { byStatus: { partition: gridTallies, sort: grid } },
});

const depths: readonly Depth[] = [0, 1];

/** What a mark is part of: two sizes of squares, or a grid. */
function partsOf(marked: Marked | undefined, by: 1 | -1): readonly (readonly [string, MapChange])[] {
  if (marked === undefined) return [];
  if ("grid" in marked) return [[gridTallyId(marked.grid), { grid: marked.grid, sensitive: by }]];
  const finest: Cell = { depth: 2, ...marked.cell };
  const counts = marked.released ? { released: by, reported: 0 } : { released: 0, reported: by };
  return depths.map((depth) => {
    const child = depth === 0 ? cellAbove(finest, 1) : finest;
    return [cellKey(cellAbove(finest, depth)), { square: placeInParent(child), ...counts }];
  });
}

/** What changes where a mark becomes another: by the ids of the tallies, in their order. */
export function changesOfMap(before: Marked | undefined, after: Marked | undefined): ReadonlyMap<string, MapChange[]> {
  if (isSameMark(before, after)) return new Map();
  const all = [...partsOf(before, -1), ...partsOf(after, 1)];
  const byId = Map.groupBy(all, ([id]) => id);
  return new Map(
    [...byId]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, some]) => [id, some.map(([, change]) => change)]),
  );
}

/** All matters of a square. */
export const countsIn = ({ squares }: Pick<MapTally, "squares">): MapCounts =>
  Object.values(squares).reduce(
    (sum, one) => ({ released: sum.released + one.released, reported: sum.reported + one.reported }),
    noMatters,
  );

/**
 * Whether the squares of a square may be told apart. Where one of them holds too few, it could be worked out from the others and
 * the whole, so that none is told.
 */
export const isDivisible = ({ squares }: Pick<MapTally, "squares">, floor: number): boolean =>
  Object.values(squares).every(({ reported }) => reported === 0 || reported >= floor);

import type { Runtime } from "../../../shared/service/index.ts";
import type { GridMap } from "./domain/grid-map.ts";
import { gridMap, mapPartition } from "./domain/map/decider.ts";
import { gridsIn, pieceNames } from "./domain/map/pieces.ts";
import type { KeptMap } from "./domain/map/words.ts";

interface Built {
  readonly of: readonly unknown[];
  readonly map: GridMap;
}
/** By its first piece, which the store hands out as one object: a map is put together once, and its index with it. */
const built = new WeakMap<object, Built>();

/** A kept map as it is searched; the same object for the same map, so that its index is built once. */
export function searchable(kept: KeptMap): GridMap {
  const pieces = pieceNames.map((name) => kept[name]);
  const [first] = pieces;
  const before = first === undefined ? undefined : built.get(first);
  if (before?.map.from === kept.from && before.of.every((piece, at) => piece === pieces[at])) return before.map;
  const map = { from: kept.from, grids: gridsIn(kept) };
  if (first !== undefined) built.set(first, { of: pieces, map });
  return map;
}

/** G1: the map that counts on a day: the last one that began by then; undefined: there is none yet. */
export async function mapOn({ store }: Pick<Runtime, "store">, on: string): Promise<GridMap | undefined> {
  const { items } = await store.list(gridMap, {
    ...{ index: "byStatus", partition: mapPartition("adopted"), to: on },
    ...{ descending: true, limit: 1 },
  });
  const [last] = items;
  return last === undefined ? undefined : searchable(last.state);
}

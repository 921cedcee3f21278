import type { MapFinding } from "../map-findings.ts";
import type { Pieces } from "./pieces.ts";

interface AnyGridMap extends Pieces {
  /** ISO date: the first day on which it counts. It is also its id: a day begins one map. */
  readonly from: string;
  readonly adoptedOn: string;
  /** How many grids it has, and how many of them are special (G5). */
  readonly grids: number;
  readonly specialGrids: number;
  readonly document?: string;
  /** What was found and is no fault: the first of them. */
  readonly notes: readonly MapFinding[];
  readonly noteCount: number;
}
export interface AdoptedMap extends AnyGridMap {
  readonly status: "adopted";
  /** Its first day has come, and open matters are handed over. */
  readonly begun?: true;
}
export interface WithdrawnMap extends AnyGridMap {
  readonly status: "called-back";
  readonly withdrawnOn: string;
  readonly reasons: string;
}
/** A map of grids from a day on (G1). */
export type KeptMap = AdoptedMap | WithdrawnMap;

export interface AdoptMap {
  readonly type: "adopt";
  readonly from: string;
  /** GeoJSON, as a tool wrote it. */
  readonly map: unknown;
  readonly document?: string;
  /** The map that counts today, if there is one. */
  readonly inForce: string | undefined;
}
export type GridMapCommand =
  | AdoptMap
  | { readonly type: "begin" }
  | { readonly type: "withdraw"; readonly reasons: string };

export type GridMapEvent =
  | { readonly type: "grid-events.grid-map.adopted"; readonly data: AnyGridMap }
  | { readonly type: "grid-events.grid-map.began"; readonly data: { readonly from: string } }
  | {
      readonly type: "grid-events.grid-map.withdrawn";
      readonly data: { readonly from: string; readonly on: string; readonly reasons: string };
    };

/** States of a map and what moves them. */
export const gridMapMoves = { adopted: { withdraw: "called-back", begin: "adopted" }, "called-back": {} } as const;

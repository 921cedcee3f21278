import type { PolygonRings } from "../../../../shared/territory/geojson.ts";

/** One grid of a map (G1). */
export interface Grid {
  readonly code: string;
  readonly name: string;
  /** Code of the village or community it belongs to, 12 digits (G-20). */
  readonly village: string;
  /** `ordinary` grids divide the town. A special one (G5: mine, orchard, market, border) lies over them. */
  readonly kind: "ordinary" | { readonly special: string };
  /** Code of the grid that it is a part of. Without one it is of the first level. */
  readonly parent?: string;
  readonly households?: number;
  readonly polygons: readonly PolygonRings[];
}

/** The grids of a town from a day on. An event keeps the grid of its own day. */
export interface GridMap {
  /** ISO date. */
  readonly from: string;
  readonly grids: readonly Grid[];
}

export const isSpecial = ({ kind }: Pick<Grid, "kind">): boolean => kind !== "ordinary";

/** How deep each grid lies: 1 for one without a parent. A circle of parents counts as far as it is walked once. */
export function depthsOf(grids: readonly Pick<Grid, "code" | "parent">[]): ReadonlyMap<string, number> {
  const parents = new Map(grids.map(({ code, parent }) => [code, parent]));
  return new Map(grids.map(({ code }) => [code, ancestorsOf(code, parents).length + 1]));
}

/** The grids above one, from the nearest up. */
export function ancestorsOf(code: string, parents: ReadonlyMap<string, string | undefined>): readonly string[] {
  const above: string[] = [];
  for (let next = parents.get(code); next !== undefined && next !== code; next = parents.get(next)) {
    if (above.includes(next)) break;
    above.push(next);
  }
  return above;
}

import type { Grid } from "./grid-map.ts";

/** The middle of a grid's box: where a sensitive matter is shown instead of its place. */
export function centreOf({ polygons }: Pick<Grid, "polygons">): { readonly lng: number; readonly lat: number } {
  const points = polygons.flatMap(([outer = []]) => outer);
  const middle = (values: readonly number[]) => {
    const least = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
    const most = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
    return Math.round(((least + most) / 2) * 1e7) / 1e7;
  };
  return { lng: middle(points.map(([lng]) => lng)), lat: middle(points.map(([, lat]) => lat)) };
}

import type { Grid } from "../domain/grid-map.ts";

/** Grids as tools read them: each is an area with its words beside it. An import takes it again. */
export const geoJsonOf = (grids: readonly Grid[]) => ({
  type: "FeatureCollection",
  features: grids.map(({ code, name, village, kind, parent, households, polygons }) => ({
    type: "Feature",
    properties: {
      ...{ code, name, village },
      ...(kind === "ordinary" ? {} : { special: kind.special }),
      ...(parent === undefined ? {} : { parent }),
      ...(households === undefined ? {} : { households }),
    },
    geometry: { type: "MultiPolygon", coordinates: polygons },
  })),
});

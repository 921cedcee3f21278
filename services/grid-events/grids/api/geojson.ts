import * as z from "zod";
import { titled } from "../../../../shared/text/index.ts";
import type { Grid } from "../domain/grid-map.ts";

const place = z.array(z.number()).length(2);
/** GeoJSON (RFC 7946) as `geoJsonOf` writes it. */
export const gridMapFile = z.object({
  type: z.literal("FeatureCollection"),
  features: titled(
    z.array(
      z.object({
        type: z.literal("Feature"),
        properties: titled(
          z.object({
            ...{ code: z.string(), name: z.string(), village: z.string() },
            ...{ special: z.string().optional(), parent: z.string().optional(), households: z.int().optional() },
          }),
          { zh: "属性", en: "Properties" },
        ),
        geometry: titled(
          z.object({
            type: z.literal("MultiPolygon"),
            coordinates: titled(z.array(z.array(z.array(place))), { zh: "坐标", en: "Coordinates" }),
          }),
          { zh: "图形", en: "Geometry" },
        ),
      }),
    ),
    { zh: "要素", en: "Features" },
  ),
});

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

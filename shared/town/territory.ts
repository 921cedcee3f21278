import * as z from "zod";
import { plainMap } from "./plain-map.ts";
import { bilingual } from "./text.ts";

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const ring = z
  .array(position)
  .min(4)
  .refine((points) => {
    const [first, last] = [points.at(0), points.at(-1)];
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  }, "a ring ends where it begins (RFC 7946) / 环的首尾坐标必须相同");

export const polygon = z.strictObject({ coordinates: z.array(ring).min(1) });

const feature = z.strictObject({
  type: z.literal("Feature"),
  properties: z.strictObject({
    role: z.enum(["town", "plannedArea"]),
    name: bilingual,
    areaKm2: z.number().positive(),
    synthetic: z.boolean(),
  }),
  geometry: polygon.extend({ type: z.literal("Polygon") }),
});

/** GeoJSON (WGS 84, longitude first): the town, and the planned area (镇规划区) by which matters are split (P8). */
export const territory = z.preprocess(
  plainMap,
  z.strictObject({ type: z.literal("FeatureCollection"), features: z.array(feature) }).refine(({ features }) => {
    const towns = features.filter(({ properties }) => properties.role === "town");
    // A town of several parts is one feature of several polygons: each part bears its name.
    return new Set(towns.map(({ properties }) => properties.name.zh)).size === 1;
  }, "exactly one feature is the town / 必须有且只有一个镇域要素"),
);

export type Territory = z.infer<typeof territory>;
export type TerritoryFeature = z.infer<typeof feature>;

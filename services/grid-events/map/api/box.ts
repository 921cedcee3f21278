import * as z from "zod";
import type { Territory } from "../../../../shared/town/territory.ts";
import type { Box } from "../domain/cells.ts";

const degree = /^-?\d{1,3}(?:\.\d{1,15})?$/;

/** The box that a text says; undefined: it says none. */
export function boxIn(text: string): Box | undefined {
  const parts = text.split(",");
  if (parts.length !== 4 || !parts.every((part) => degree.test(part))) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = parts.map(Number);
  const fits = -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90;
  return fits ? [west, south, east, north] : undefined;
}

/** RFC 7946: west, south, east, north, in degrees of WGS 84, longitude first. */
export const askedBox = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,15})?(?:,-?\d{1,3}(?:\.\d{1,15})?){3}$/)
  .refine((text) => boxIn(text) !== undefined, "west,south,east,north in degrees / 西、南、东、北，单位为度")
  .meta({ description: "西,南,东,北（WGS 84，度） / west,south,east,north in degrees" });

/** The box around the town. */
export function townBox({ features }: Territory): Box {
  const points = features
    .filter(({ properties }) => properties.role === "town")
    .flatMap(({ geometry }) => geometry.coordinates.flat());
  const across = points.map(([lng]) => lng);
  const up = points.map(([, lat]) => lat);
  const least = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other), 180);
  const largest = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other), -180);
  return [least(across), least(up), largest(across), largest(up)];
}

import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { closesAround } from "./around.ts";

/** WGS 84, in degrees. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

type Ring = readonly (readonly [number, number])[];
/** Polygons as GeoJSON writes them: each an outer ring and its holes. */
export type Polygons = readonly (readonly Ring[])[];

/** An area, each polygon with the box around it. */
export type Area = readonly { readonly box: readonly [number, number, number, number]; readonly polygon: Polygon }[];
interface Polygon {
  readonly type: "Polygon";
  readonly coordinates: [number, number][][];
}

export function areaOf(polygons: Polygons): Area {
  return polygons.map((rings) => {
    const [outer = []] = rings;
    const [lng, lat] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
    return {
      box: [Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat)],
      polygon: { type: "Polygon", coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])) },
    };
  });
}

/**
 * Where a place lies (G-18). `on the line`: exactly on an edge or a corner of an outer ring or of a hole, and inside no other
 * polygon of the area. A seam along an edge of two polygons is inside; where they meet at a corner alone is on the line.
 * Within a hole is outside. The library's predicates are exact for the coordinates as given.
 */
export function whereIs({ lng, lat }: Place, area: Area): "inside" | "outside" | "on the line" {
  const touching: Polygon["coordinates"][] = [];
  for (const { box, polygon } of area) {
    const [west, south, east, north] = box;
    if (lng < west || lng > east || lat < south || lat > north) continue;
    if (booleanPointInPolygon([lng, lat], polygon, { ignoreBoundary: true })) return "inside";
    if (booleanPointInPolygon([lng, lat], polygon)) touching.push(polygon.coordinates);
  }
  if (touching.length === 0) return "outside";
  return touching.length > 1 && closesAround({ lng, lat }, touching) ? "inside" : "on the line";
}

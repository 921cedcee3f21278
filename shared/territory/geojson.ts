import type { Finding } from "./findings.ts";

/** Longitude and latitude in degrees (WGS 84 or CGCS 2000). */
export type Position = readonly [lng: number, lat: number];
/** A ring that ends where it begins. */
export type Ring = readonly Position[];
/** An outer ring and its holes. */
export type PolygonRings = readonly Ring[];

/** An area of a map as it was read: its name for people, its polygons, and what the tool said of it. */
export interface ReadArea {
  readonly name: string;
  readonly polygons: readonly PolygonRings[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ReadMap {
  readonly areas: readonly ReadArea[];
  readonly findings: readonly Finding[];
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Coordinates of these systems differ by less than a metre from WGS 84. A member `crs` without a name says nothing. */
const known = /^(?:urn:ogc:def:crs:)?(?:OGC:[\d.]*:?CRS84|EPSG:[\d.]*:?(?:4326|4490|4979))$/i;

/**
 * Reads GeoJSON as QGIS, ArcGIS and geojson.io write it: a collection, a feature or a bare geometry; with a byte order mark,
 * `crs`, `bbox`, `id` and members of their own, heights, properties of any kind. Names what cannot be an area, one finding for
 * one cause. Rings are neither closed nor turned here.
 * @param given the text of a file, or what it says
 * @param nameOf what an area is called; by default `name`, `名称`, `NAME`, `id`, or its place in the file
 */
export function readGeoJson(given: unknown, nameOf: (properties: Fields) => string | undefined = usualName): ReadMap {
  const said = typeof given === "string" ? parsed(given) : given;
  if (!isFields(said)) return { areas: [], findings: [{ code: "not-geojson", level: "fault", names: [] }] };
  const system = systemOf(said);
  if (system !== undefined && !known.test(system))
    return { areas: [], findings: [{ code: "other-system", level: "fault", names: [system] }] };
  const features = featuresIn(said);
  if (features === undefined) return { areas: [], findings: [{ code: "not-geojson", level: "fault", names: [] }] };
  const findings: Finding[] = [];
  const areas = features.flatMap((feature, at): ReadArea[] => {
    const properties = isFields(feature.properties) ? feature.properties : {};
    const name = nameOf(properties) ?? String(feature.id ?? `#${at + 1}`);
    const read = polygonsIn(feature.geometry);
    if ("code" in read) {
      findings.push({ ...read, names: [name] });
      return [];
    }
    return [{ name, polygons: read.polygons, properties }];
  });
  return { areas, findings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** The name of the coordinate system as the older format of 2008 has it; undefined: WGS 84, as RFC 7946 says. */
function systemOf({ crs }: Fields): string | undefined {
  const properties = isFields(crs) && isFields(crs.properties) ? crs.properties : {};
  return typeof properties.name === "string" ? properties.name : undefined;
}

function featuresIn(said: Fields): readonly Fields[] | undefined {
  if (said.type === "FeatureCollection") return listIn(said.features).filter(isFields);
  if (said.type === "Feature") return [said];
  return typeof said.type === "string" && ("coordinates" in said || "geometries" in said)
    ? [{ type: "Feature", geometry: said }]
    : undefined;
}

const names = ["name", "名称", "NAME", "Name", "title", "id"] as const;
function usualName(properties: Fields): string | undefined {
  for (const field of names) {
    const value = properties[field];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
    if (isFields(value) && typeof value.zh === "string") return value.zh;
  }
  return undefined;
}

type Unread = Omit<Finding, "names">;
type Read = { readonly polygons: readonly PolygonRings[] } | Unread;

function polygonsIn(geometry: unknown): Read {
  if (!isFields(geometry)) return { code: "no-geometry", level: "note" };
  switch (geometry.type) {
    case "Polygon":
      return severalOf([geometry.coordinates]);
    case "MultiPolygon":
      return severalOf(listIn(geometry.coordinates));
    case "GeometryCollection": {
      const all = listIn(geometry.geometries).map(polygonsIn);
      const wrong = all.find((one) => "code" in one);
      return wrong ?? { polygons: all.flatMap((one) => ("polygons" in one ? one.polygons : [])) };
    }
    default:
      return { code: "no-area", level: "fault" };
  }
}

function severalOf(polygons: readonly unknown[]): Read {
  const read: PolygonRings[] = [];
  for (const polygon of polygons) {
    const rings: Position[][] = [];
    for (const ring of listIn(polygon)) {
      const positions: Position[] = [];
      for (const place of listIn(ring)) {
        const position = positionOf(place);
        if ("code" in position) return position;
        positions.push(position.at);
      }
      rings.push(positions);
    }
    if (rings.length === 0) return { code: "no-geometry", level: "note" };
    read.push(rings);
  }
  return read.length === 0 ? { code: "no-geometry", level: "note" } : { polygons: read };
}

/** Tools write up to fifteen decimals; a tenth of a millimetre is the ninth. */
const rounded = (degrees: number) => Math.round(degrees * 1e9) / 1e9;

/** China as a box: what lies in it with the axes swapped was written the other way round. */
const isInChina = (lng: number, lat: number) => lng > 73 && lng < 136 && lat > 3 && lat < 54;

/** A position; a height behind it is left out. */
function positionOf(place: unknown): { readonly at: Position } | Unread {
  const [x, y] = listIn(place);
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y))
    return { code: "no-position", level: "fault" };
  if (isInChina(y, x) && !isInChina(x, y)) return { code: "axes-swapped", level: "fault", at: { lng: x, lat: y } };
  if (Math.abs(x) > 180 || Math.abs(y) > 90) return { code: "not-degrees", level: "fault", at: { lng: x, lat: y } };
  return { at: [rounded(x), rounded(y)] };
}

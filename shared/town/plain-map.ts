type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a feature of the profile says; a tool adds members of its own. */
const said = ["role", "name", "areaKm2", "synthetic"] as const;

const known = /(?:CRS84|EPSG:[\d.]*:?(?:4326|4490|4979))$/i;

/**
 * A map as a tool writes it, made plain: `crs` of degrees, `bbox`, `id`, heights, members and properties of a tool's own go; a
 * feature without geometry goes; each part of a MultiPolygon is a feature. A map in another system stays, to be refused.
 */
export function plainMap(given: unknown): unknown {
  if (!isFields(given) || !Array.isArray(given.features) || !isInDegrees(given)) return given;
  return { type: given.type, features: given.features.flatMap(plainFeature) };
}

function isInDegrees({ crs }: Fields): boolean {
  if (crs === undefined || crs === null) return true;
  const name = isFields(crs) && isFields(crs.properties) ? crs.properties.name : undefined;
  return typeof name === "string" && known.test(name);
}

function plainFeature(feature: unknown): readonly unknown[] {
  if (!isFields(feature)) return [feature];
  const { type, geometry } = feature;
  if (geometry === null) return [];
  const own = isFields(feature.properties) ? feature.properties : {};
  const properties = Object.fromEntries(said.flatMap((field) => (field in own ? [[field, own[field]]] : [])));
  return partsOf(geometry).map((part) => ({ type, properties, geometry: part }));
}

function partsOf(geometry: unknown): readonly unknown[] {
  if (!isFields(geometry) || !Array.isArray(geometry.coordinates)) return [geometry];
  const { type, coordinates } = geometry;
  const polygons: readonly unknown[] = type === "MultiPolygon" ? coordinates : [coordinates];
  const plain = type === "MultiPolygon" ? "Polygon" : type;
  return polygons.map((rings) => ({ type: plain, coordinates: flat(rings) }));
}

/** Positions without their heights. */
function flat(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.every((one) => typeof one === "number") ? value.slice(0, 2) : value.map(flat);
}

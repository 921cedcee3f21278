import {
  checkRings,
  checkSiblings,
  type PolygonRings,
  type ReadArea,
  readGeoJson,
} from "../../../../shared/territory/maps.ts";
import { readGridCode } from "./codes.ts";
import { roundedPlace } from "./datum.ts";
import { ancestorsOf, depthsOf, type Grid, isSpecial } from "./grid-map.ts";
import type { GridFinding, GridFindingCode, MapFinding } from "./map-findings.ts";

/** What a map is held against. */
export interface MapRules {
  /** Code of the town, 12 digits. */
  readonly town: string;
  /** Codes of its villages and communities, 12 digits. */
  readonly villages: readonly string[];
  readonly territory: readonly PolygonRings[];
  /** Kinds of special grids that the town has (G5). */
  readonly specialKinds: readonly string[];
  /** Pieces up to this size come from drawing: notes, in square metres. */
  readonly sliver: number;
  /** G-1 (D): beyond these a grid should be split, or could be joined. */
  readonly households: { readonly most: number; readonly fewest: number };
}

export interface ReadGridMap {
  readonly grids: readonly Grid[];
  readonly findings: readonly MapFinding[];
}

/** The words that tools and offices put beside a polygon. */
const fields = {
  code: ["code", "编码", "网格编码"],
  name: ["name", "名称", "网格名称"],
  village: ["village", "村", "社区", "所属村社区"],
  special: ["special", "专属类型"],
  parent: ["parent", "上级", "上级网格"],
  households: ["households", "户数"],
} as const;
type Field = keyof typeof fields;

function said(properties: ReadArea["properties"], field: Field): string | undefined {
  const value = fields[field].map((name) => properties[name]).find((one) => one !== undefined && one !== null);
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? undefined : text;
}

/**
 * G1, G5: reads a map of grids as tools write it, and holds it against itself and the town. Each finding names its grids; one about lines
 * also its place and size. A map with a fault cannot be adopted.
 * @param given the text of a GeoJSON file, or what it says
 */
export function readGridMap(given: unknown, rules: MapRules): ReadGridMap {
  const read = readGeoJson(given, (properties) => said(properties, "code") ?? said(properties, "name"));
  const checked = checkRings(read.areas.map(roundedArea));
  const told: GridFinding[] = [];
  const grids = checked.areas.flatMap((area) => gridOf(area, rules, told) ?? []);
  told.push(...relations(grids, rules));
  return { grids, findings: [...read.findings, ...checked.findings, ...told, ...between(grids, rules)] };
}

/** G-18: corners lie on the same raster as the places that are searched. */
const roundedArea = (area: ReadArea): ReadArea => ({
  ...area,
  polygons: area.polygons.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]): [number, number] => {
        const { lng, lat } = roundedPlace({ lng: x, lat: y });
        return [lng, lat];
      }),
    ),
  ),
});

function gridOf(
  { name: called, polygons, properties }: ReadArea,
  rules: MapRules,
  told: GridFinding[],
): Grid | undefined {
  const tell = (code: GridFindingCode, words?: string) => {
    told.push({ code, level: "fault", names: [called], ...(words === undefined ? {} : { said: words }) });
    return undefined;
  };
  const code = said(properties, "code");
  if (code === undefined) return tell("code-missing");
  const parts = readGridCode(code);
  if (parts === undefined) return tell("code-unreadable", code);
  if (`${parts.county}${parts.town}` !== rules.town.slice(0, 9)) return tell("code-of-another-town", code);
  const village = `${parts.county}${parts.town}${parts.village}`;
  if (!rules.villages.includes(village)) return tell("village-unknown", village);
  const named = said(properties, "village");
  if (named !== undefined && /^\d{12}$/.test(named) && named !== village) tell("village-differs", named);
  const special = said(properties, "special");
  if (special !== undefined && !rules.specialKinds.includes(special)) return tell("special-kind-unknown", special);
  const counted = said(properties, "households");
  if (counted !== undefined && !/^\d{1,6}$/.test(counted)) tell("households-unreadable", counted);
  const parent = said(properties, "parent");
  return {
    ...{ code, name: said(properties, "name") ?? code, village, polygons },
    kind: special === undefined ? "ordinary" : { special },
    ...(parent === undefined ? {} : { parent }),
    ...(counted === undefined ? {} : { households: Number(counted) }),
  };
}

/** What grids say of each other: codes that stand twice, parents, and how many live there (G-1). */
function relations(grids: readonly Grid[], { households: { most, fewest } }: MapRules): GridFinding[] {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const parents = new Map(grids.map(({ code, parent }) => [code, parent]));
  const seen = new Set<string>();
  const above = new Set(grids.flatMap(({ parent }) => parent ?? []));
  return grids.flatMap((grid): GridFinding[] => {
    const { code, parent, households } = grid;
    const found: [GridFindingCode, GridFinding["level"], string | undefined][] = [];
    if (seen.has(code)) found.push(["code-twice", "fault", undefined]);
    seen.add(code);
    const upper = parent === undefined ? undefined : known.get(parent);
    if (parent !== undefined && upper === undefined) found.push(["parent-unknown", "fault", parent]);
    if (upper !== undefined && (isSpecial(grid) || isSpecial(upper)))
      found.push(["parent-of-another-kind", "fault", parent]);
    const line = ancestorsOf(code, parents);
    if (parent === code || line.some((one) => parents.get(one) === code))
      found.push(["parents-in-a-circle", "fault", undefined]);
    // Only grids where people live next to each other are counted: those that no other divides further.
    if (!above.has(code) && households !== undefined && !isSpecial(grid)) {
      if (households > most) found.push(["too-many-households", "note", String(households)]);
      if (households < fewest) found.push(["too-few-households", "note", String(households)]);
    }
    return found.map(([what, level, words]) => ({
      ...{ code: what, level, names: [code] },
      ...(words === undefined ? {} : { said: words }),
    }));
  });
}

/**
 * Ordinary grids of the first level divide the town. Those of a deeper level lie in their parent, and those of one parent do not
 * overlap. Special ones lie over all of them, within the town.
 */
function between(grids: readonly Grid[], { territory, sliver }: MapRules): MapFinding[] {
  const areaOf = ({ code, polygons }: Grid): ReadArea => ({ name: code, polygons, properties: {} });
  const ordinary = grids.filter((grid) => !isSpecial(grid));
  const depths = depthsOf(ordinary);
  const first = ordinary.filter(({ code }) => depths.get(code) === 1).map(areaOf);
  const parents = ordinary.filter(({ code }) => ordinary.some(({ parent }) => parent === code));
  return [
    ...checkSiblings(first, { within: territory, cover: true, sliver }),
    ...parents.flatMap((grid) =>
      checkSiblings(ordinary.filter(({ parent }) => parent === grid.code).map(areaOf), {
        within: grid.polygons,
        sliver,
      }),
    ),
    ...grids.filter(isSpecial).flatMap((grid) => checkSiblings([areaOf(grid)], { within: territory, sliver })),
  ];
}

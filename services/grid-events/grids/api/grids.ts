import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fromRejection, type Route, read } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { datums, measured } from "../domain/datum.ts";
import { depthsOf, type Grid, type GridMap } from "../domain/grid-map.ts";
import { gridsAt, gridsWithin } from "../domain/place-index.ts";
import { placeFault } from "../domain/town-area.ts";
import { mapOn } from "../map-on.ts";

const day = z.iso.date();
const position = z.object({ lng: z.number(), lat: z.number() });

const gridRow = z.object({
  code: z.string(),
  name: z.string(),
  village: z.string(),
  /** Of a special grid: what it is (G5). */
  special: z.string().optional(),
  parent: z.string().optional(),
  /** 1: it divides the town; 2: it divides such a one; and so on. */
  depth: z.int(),
  households: z.int().optional(),
});

const rowsOf = ({ grids }: GridMap) => {
  const depths = depthsOf(grids);
  return grids.map((grid) => rowOfGrid(grid, depths.get(grid.code) ?? 1));
};

const rowOfGrid = ({ code, name, village, kind, parent, households }: Grid, depth: number) => ({
  ...{ code, name, village, depth },
  ...(kind === "ordinary" ? {} : { special: kind.special }),
  ...(parent === undefined ? {} : { parent }),
  ...(households === undefined ? {} : { households }),
});

const gridsOfDay = read("GET /grid-events/grids", {
  summary: { zh: "某日的网格", en: "The grids of a day" },
  allow: "public",
  query: z.strictObject({ on: day.optional(), village: lineOf(12).optional() }),
  returns: z.object({ on: day, map: day.optional(), items: z.array(gridRow) }),
  async run({ query }, runtime) {
    const on = query.on ?? todayIn(runtime.clock()).toString();
    const map = await mapOn(runtime, on);
    if (map === undefined) return { on, items: [] };
    const items = rowsOf(map).filter(({ village }) => query.village === undefined || village === query.village);
    return { on, map: map.from, items };
  },
});

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);

const gridOfPlace = read("GET /grid-events/grid-of-place", {
  summary: {
    zh: "某处属于哪个网格；坐标系须由客户端说明，否则不换算",
    en: "The grid of a place; a datum is converted only if the client names it",
  },
  allow: "public",
  query: z.strictObject({
    lng: degrees(180),
    lat: degrees(180),
    datum: z.enum(datums).default("WGS-84"),
    accuracy: z
      .string()
      .regex(/^\d{1,4}(\.\d{1,3})?$/)
      .transform(Number)
      .optional(),
    on: day.optional(),
  }),
  returns: z.object({
    on: day,
    map: day.optional(),
    given: position,
    datum: z.enum(datums),
    /** In WGS 84, rounded to seven decimals. */
    place: position,
    accuracy: z.number().optional(),
    /** Absent in a gap: its matters go to the dispatcher. */
    grid: gridRow.pick({ code: true, name: true, village: true }).optional(),
    special: z.array(z.object({ code: z.string(), kind: z.string() })),
    /** Other grids within the accuracy: a hint. */
    near: z.array(z.string()),
  }),
  async run({ query: { lng, lat, datum, accuracy, on: asked } }, runtime, texts) {
    const where = measured({ lng, lat }, datum, accuracy);
    const refused = placeFault(where.given, where.place, runtime.town);
    if (refused !== undefined) return fromRejection(refused, texts);
    const on = asked ?? todayIn(runtime.clock()).toString();
    const map = await mapOn(runtime, on);
    const said = { on, given: where.given, datum, place: where.place, ...(accuracy === undefined ? {} : { accuracy }) };
    if (map === undefined) return { ...said, special: [], near: [] };
    const { ordinary, special } = gridsAt(map, where.place);
    const grid = map.grids.find(({ code }) => code === ordinary);
    return {
      ...said,
      map: map.from,
      ...(grid === undefined ? {} : { grid: { code: grid.code, name: grid.name, village: grid.village } }),
      special: special.map((one) => ({ ...one })),
      near: accuracy === undefined ? [] : [...gridsWithin(map, where.place, accuracy)],
    };
  },
});

/** The grids of a day, and the grid of a place (G-18, G-19). */
export const gridRoutes: readonly Route[] = [gridsOfDay, gridOfPlace];

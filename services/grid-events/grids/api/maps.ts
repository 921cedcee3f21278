import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import {
  create,
  list,
  problem,
  type Route,
  readContent,
  resource,
  rowOf,
  severalOf,
  type Viewing,
} from "../../../../shared/http/index.ts";
import { parsedBy } from "../../../../shared/http/validation.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { gridMap, mapPartition } from "../domain/map/decider.ts";
import { gridsIn, pieceNames } from "../domain/map/pieces.ts";
import { type GridMapCommand, gridMapMoves, type KeptMap } from "../domain/map/words.ts";
import { readGridMap } from "../domain/read-map.ts";
import { mapRulesOf } from "../domain/town-area.ts";
import { mapOn } from "../map-on.ts";
import { findingView, viewFinding } from "./findings.ts";
import { geoJsonOf, gridMapFile } from "./geojson.ts";
import { gridReaders } from "./roles.ts";

const day = z.iso.date();
const statuses = ["adopted", "called-back"] as const;

/** What an HTTP API hands to a function is 6 MB at most. */
const bodyLimit = 4 * 1024 * 1024;
const geoJson = z
  .record(lineOf(100), z.unknown())
  .meta({ description: "GeoJSON，经度在前，CGCS2000或WGS 84 / GeoJSON: longitude first, CGCS 2000 or WGS 84" });

const mapView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  from: day,
  adoptedOn: day,
  /** Whether it is the map of today. */
  inForce: z.boolean(),
  grids: z.int(),
  specialGrids: z.int(),
  document: z.string().optional(),
  noteCount: z.int(),
  /** The first of the notes. */
  notes: z.array(findingView),
  withdrawnOn: day.optional(),
  reasons: z.string().optional(),
});

const mapRow = mapView.omit({ notes: true, reasons: true, document: true });

/** The first day of the map of today. */
const ofToday = async ({ runtime }: Pick<Viewing, "runtime">) =>
  (await mapOn(runtime, todayIn(runtime.clock()).toString()))?.from;

const shown = ({ id, version, state }: Loaded<KeptMap>, today: string | undefined) => {
  const { status, from, adoptedOn, grids, specialGrids, noteCount, notes, document } = state;
  return {
    ...{ id, version, status, from, adoptedOn, grids, specialGrids, noteCount },
    inForce: status === "adopted" && from === today,
    notes: notes.map(viewFinding),
    ...(document === undefined ? {} : { document }),
    ...(state.status === "called-back" ? { withdrawnOn: state.withdrawnOn, reasons: state.reasons } : {}),
  };
};

const maps = resource({
  of: gridMap,
  at: "/grid-events/grid-maps",
  staff: gridReaders,
  moves: gridMapMoves,
  statusOf: ({ status }) => status,
  returns: mapView,
  view: async (loaded, viewing) => shown(loaded, await ofToday(viewing)),
});

const adopt: Route = {
  ...create("POST /grid-events/grid-maps", {
    summary: {
      zh: "采用网格图，自某日起生效；有错误的整图不予采用",
      en: "Adopt a map of grids from a day on; a map with a fault is refused whole",
    },
    allow: ["leader"],
    of: gridMap,
    body: z.strictObject({ from: day, map: geoJson, document: lineOf(300).optional() }),
    returns: maps.returns,
    id: ({ body }) => body.from,
    learn: ofToday,
    run: ({ body: { from, map, document }, learnt }): GridMapCommand => ({
      ...{ type: "adopt", from, map, inForce: learnt },
      ...(document === undefined ? {} : { document }),
    }),
    view: maps.view,
  }),
  bytes: bodyLimit,
};

const checked = z.object({ grids: z.int(), faults: z.int(), findings: z.array(findingView) });
const checkBody = z.strictObject({ map: geoJson });
/** So many findings are told at once; who has mended them asks again. */
const enough = 500;

const check: Route = {
  method: "POST",
  path: "/grid-events/grid-maps/check",
  summary: {
    zh: "检查网格图：重叠、空隙、自相交等，逐处指出；不保存",
    en: "Check a map of grids: each overlap, gap and crossing by place; nothing is kept",
  },
  allow: ["dispatcher", "leader"],
  body: checkBody,
  bytes: bodyLimit,
  returns: checked,
  status: 200,
  isCommand: false,
  async handle({ body }, { town }) {
    const { grids, findings } = readGridMap(parsedBy(checkBody, body).map, mapRulesOf(town));
    const faults = findings.filter(({ level }) => level === "fault");
    const told = [...faults, ...findings.filter(({ level }) => level === "note")].slice(0, enough).map(viewFinding);
    return { status: 200, body: { grids: grids.length, faults: faults.length, findings: told } };
  },
};

/** Lines of grids are no part of a history: the map itself holds them. */
const withoutLines = <E extends { readonly data: object }>(event: E): E => ({
  ...event,
  data: Object.fromEntries(Object.entries(event.data).filter(([name]) => !lines.has(name))),
});
const lines: ReadonlySet<string> = new Set([...pieceNames, "notes"]);

/** Maps of grids (G1, G5). */
export const mapRoutes: readonly Route[] = [
  list("GET /grid-events/grid-maps", {
    summary: { zh: "网格图各版", en: "Maps of grids, version by version" },
    allow: gridReaders,
    of: gridMap,
    query: { status: severalOf(statuses).default(["adopted"]) },
    sorts: ["from"],
    returns: mapRow,
    find: ({ query }) =>
      query.status.map((one) => ({ index: "byStatus", partition: mapPartition(one), descending: true })),
    beside: (_items, viewing) => ofToday(viewing),
    view: (loaded, { beside }) => rowOf(mapRow, shown)(loaded, beside),
  }),
  adopt,
  check,
  maps.read({ zh: "一版网格图", en: "One map of grids" }, gridReaders),
  readContent("GET /grid-events/grid-maps/{id}/grids.geojson", {
    summary: { zh: "一版网格图的图形（GeoJSON）", en: "The lines of a map, as GeoJSON" },
    allow: gridReaders,
    produces: "application/geo+json",
    holds: gridMapFile,
    async run({ params: { id = "" } }, { store }) {
      const found = await store.load(gridMap, id);
      if (found === undefined) return problem(404, "resource.not-found");
      return { content: JSON.stringify(geoJsonOf(gridsIn(found.state))) };
    },
  }),
  maps.step("withdraw", {
    summary: { zh: "生效之前撤回", en: "Take it back before its first day" },
    allow: ["leader"],
    body: z.strictObject({ reasons: lineOf(500, 2) }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
  maps.history({ zh: "网格图的经过", en: "History of a map" }, gridReaders, withoutLines),
];

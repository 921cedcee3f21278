import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, readContent } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { eventStatuses, type GridEvent } from "../../events/domain/event.ts";
import { categoryOf } from "../../events/domain/said.ts";
import { centreOf } from "../../grids/domain/centre.ts";
import { mapOn } from "../../grids/index.ts";
import {
  type Box,
  boxOfCell,
  type Cell,
  cellKey,
  centreOfCell,
  depthOf,
  holds,
  rootsIn,
  sharedBox,
} from "../domain/cells.ts";
import { mapMark, markOf, markPartition } from "../domain/mark.ts";
import { type Cluster, middleCells, shownOf } from "../domain/shown.ts";
import { gridTallies, type MapTally, mapTally } from "../domain/tally.ts";
import { askedBox, boxIn, townBox } from "./box.ts";

/** So many matters, and so many grids, are told in one answer. */
const most = { matters: 200, grids: 500 } as const;
/** A view of two kilometres shows released matters one by one. */
const nearDegrees = 0.02;

const point = z.object({ type: z.literal("Point"), coordinates: z.array(z.number()).length(2) });
const box = z.array(z.number()).length(4);
const counted = { count: z.int().optional(), few: z.boolean().optional() };
const feature = z.object({
  type: z.literal("Feature"),
  geometry: point,
  /** The square that a cluster counts. */
  bbox: box.optional(),
  properties: z.discriminatedUnion("kind", [
    /** Open matters of a square. `released`: their texts can be read from nearer by. */
    z.object({ kind: z.literal("cluster"), released: z.boolean(), ...counted }),
    /** Sensitive matters: the grid, at its middle. */
    z.object({ kind: z.literal("grid"), grid: z.string(), name: z.string(), ...counted }),
    z.object({
      ...{ kind: z.literal("matter"), id: z.string(), number: z.string(), status: z.enum(eventStatuses) },
      ...{ category: z.string(), title: z.object({ zh: z.string(), en: z.string() }) },
      ...{ text: z.string(), pictures: z.array(z.string()), joined: z.int().optional() },
    }),
  ]),
});
const collection = z.object({ type: z.literal("FeatureCollection"), bbox: box, features: z.array(feature) });
type Feature = z.input<typeof feature>;

/** A number that everybody may see; `few` where it is below the floor of the profile. */
const countedAs = (count: number | undefined, floor: number): { readonly count?: number; readonly few?: boolean } =>
  count === undefined || count < floor ? { few: true } : { count };

const clusterFeature = ({ cell, released, count }: Cluster, floor: number): Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [...centreOfCell(cell)] },
  bbox: [...boxOfCell(cell)],
  properties: { kind: "cluster", released, ...countedAs(count, floor) },
});

async function talliesOf(cells: readonly Cell[], { store }: Runtime): Promise<ReadonlyMap<string, MapTally>> {
  const found = await store.loadAll(mapTally, cells.map(cellKey));
  return new Map(found.map(({ id, state }) => [id, state]));
}

/** Released matters of these squares, as they are now: what was taken back a moment ago is not told. */
async function releasedIn(cells: readonly Pick<Cell, "x" | "y">[], view: Box, runtime: Runtime): Promise<Feature[]> {
  const { store, town } = runtime;
  const ids: string[] = [];
  for (let at = 0; at < cells.length && ids.length < most.matters; at += 25) {
    const lists = cells.slice(at, at + 25).map((cell) => ({ index: "byPlace", partition: markPartition(cell) }));
    const { items } = await store.listAcross(mapMark, lists, { limit: most.matters - ids.length });
    ids.push(...items.map(({ state }) => state.event));
  }
  const matters = await store.loadAll(gridEvent, ids);
  return matters.flatMap((loaded) => {
    const mark = markOf(loaded.state, town);
    return mark !== undefined && "cell" in mark && mark.released ? matterFeature(loaded, view, runtime) : [];
  });
}

function matterFeature({ id, state }: Loaded<GridEvent>, view: Box, { town }: Runtime): Feature[] {
  const { released, where, number, status, category, joined } = state;
  const title = categoryOf(category, town)?.title;
  const place = where.measured?.place;
  if (released === undefined || title === undefined || place === undefined || !holds(view, place)) return [];
  const { publicFloor } = town.gridEvents.figures;
  return [
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [place.lng, place.lat] },
      properties: {
        ...{ kind: "matter", id, number: number.text.zh, status, category, title: { ...title } },
        ...{ text: released.text, pictures: [...released.pictures] },
        ...present({ joined: joined < publicFloor ? undefined : joined }),
      },
    },
  ];
}

/** Grids with sensitive matters, at the middle of each. */
async function gridsIn(view: Box, floor: number, runtime: Runtime): Promise<Feature[]> {
  const map = await mapOn(runtime, todayIn(runtime.clock()).toString());
  if (map === undefined) return [];
  const { items } = await runtime.store.list(mapTally, {
    ...{ index: "byStatus", partition: gridTallies, limit: most.grids },
  });
  const grids = new Map(map.grids.map((grid) => [grid.code, grid]));
  return items.flatMap(({ state }): Feature[] => {
    const grid = grids.get(state.grid ?? "");
    const middle = grid === undefined ? undefined : centreOf(grid);
    if (grid === undefined || middle === undefined || !holds(view, middle) || state.sensitive < 1) return [];
    return [
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [middle.lng, middle.lat] },
        properties: { kind: "grid", grid: grid.code, name: grid.name, ...countedAs(state.sensitive, floor) },
      },
    ];
  });
}

const map = readContent("GET /grid-events/map.geojson", {
  summary: {
    zh: "公众地图：在办事件按范围聚合；已公开的逐件显示，敏感类别只显示网格，不足公开下限的不显示件数",
    en: "The public map: open matters, clustered; released ones one by one, sensitive ones by their grid alone",
  },
  allow: "public",
  produces: "application/geo+json",
  query: z.strictObject({ bbox: askedBox.optional() }),
  run: async ({ query: { bbox } }, runtime) => {
    const whole = townBox(runtime.town.territory);
    const asked = (bbox === undefined ? undefined : boxIn(bbox)) ?? whole;
    const view = sharedBox(asked, whole);
    const features = view === undefined ? [] : await featuresIn(view, runtime);
    return { content: JSON.stringify(collection.parse({ type: "FeatureCollection", bbox: [...asked], features })) };
  },
});

/** What a view of the town shows. */
async function featuresIn(view: Box, runtime: Runtime): Promise<Feature[]> {
  const floor = runtime.town.gridEvents.figures.publicFloor;
  const [west, south, east, north] = view;
  const near = east - west <= nearDegrees && north - south <= nearDegrees;
  const looking = { box: view, depth: depthOf(view), floor, near };
  const roots = rootsIn(view);
  const above = await talliesOf(roots, runtime);
  const below = await talliesOf(middleCells(roots, above, looking), runtime);
  const { clusters, single } = shownOf(roots, new Map([...above, ...below]), looking);
  const [matters, grids] = await Promise.all([releasedIn(single, view, runtime), gridsIn(view, floor, runtime)]);
  return [...clusters.map((one) => clusterFeature(one, floor)), ...grids, ...matters];
}

/** What everybody sees of the grid on a map. */
export const mapRoutes: readonly Route[] = [{ ...map, returns: collection, maxAge: 60 }];

import * as z from "zod";
import { gridsAt } from "../../services/grid-events/grids/domain/place-index.ts";
import { gridEvents } from "../../services/grid-events/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { deliverAllOf, overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";
import { asGeoJson, gridMosaic, placesIn } from "./grid-mosaic.ts";
import { inTurn, ratio } from "./timing.ts";

const leader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
const desk: Actor = { sub: "dispatcher-1", name: "指挥调度1号", roles: ["dispatcher"], office: "grid-centre" };
const now = "2026-03-02T02:00:00.000Z";
const name = "town-grid-events";
const made = z.object({ id: z.string() });
const shown = z.object({ items: z.array(z.unknown()).optional(), features: z.array(z.unknown()).optional() });

/** G-18: how long the grid of a place takes among two thousand. */
export function gridPlaces(rounds: number) {
  const grids = gridMosaic();
  const map = {
    from: "2026-01-01",
    grids: grids.map(({ code, ring, parent }) => ({
      ...{ code, name: code, village: code.slice(0, 12), kind: "ordinary" as const, polygons: [[[...ring]]] },
      ...(parent === undefined ? {} : { parent }),
    })),
  };
  const places = placesIn(grids, rounds);
  for (const place of places.slice(0, 100)) gridsAt(map, place);
  const began = performance.now();
  const found = places.filter((place) => gridsAt(map, place).ordinary !== undefined).length;
  if (found !== places.length) throw new Error(`${places.length - found} places have no grid`);
  return { polygons: grids.length, milliseconds: (performance.now() - began) / rounds };
}

/** So many matters are reported through the API, and copied. */
const models = 400;
const warmUp = 10;
/** A matter, and its mark on the public map. */
const copied = ["event", "map-mark"] as const;

/**
 * Copies of stored matters with their marks, straight into the town's file: each with an id of its own, one for each twenty minutes
 * before. So a month holds as many of them in a large store as in a small one, as in a town.
 */
function fillTo({ file }: TemporaryTownFile, ids: readonly string[], from: number, to: number): void {
  const { database } = file;
  const columns = z
    .array(z.object({ name: z.string(), type: z.string() }))
    .parse(database.prepare("SELECT name, type FROM pragma_table_info(?)").all(name))
    .filter((column) => column.name !== "seq");
  const values = columns.map((column) =>
    column.type === "TEXT"
      ? `replace(replace(model."${column.name}", model.id, number.id), '${now}', number.time)`
      : `model."${column.name}"`,
  );
  database.exec("CREATE TEMP TABLE IF NOT EXISTS models (n INTEGER PRIMARY KEY, id TEXT)");
  const insert = database.prepare("INSERT OR IGNORE INTO models VALUES (?, ?)");
  file.writeNow(() => {
    for (const [at, id] of ids.entries()) insert.run(at, id);
    for (const kind of copied)
      database
        .prepare(
          `WITH RECURSIVE counted(n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ?2),
         number AS (SELECT n, printf('B%015d', n) AS id, strftime('%Y-%m-%dT%H:%M:%S.000Z', ?3, '-' || (n * 20) || ' minutes') AS time FROM counted)
         INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(", ")})
         SELECT ${values.join(", ")} FROM number
         JOIN (SELECT stored.*, models.id AS id, models.n AS at FROM models JOIN "${name}" stored ON stored.pk = '${kind}#' || models.id AND stored.sk = 'state') model
         ON model.at = number.n % ?4`,
        )
        .run(from, to, now, ids.length);
  });
}

/** A grid that holds so many matters, and what is asked of it. */
async function aGridOf(size: number, rounds: number) {
  const stored = await aTownFile();
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard(name, heard, stored.table(name, gridEvents)) });
  runtime.setClock(now);
  const ask = talkTo(gridEvents, runtime);
  const post = async (path: string, body: object, by: Actor) => {
    const answer = await ask({
      method: "POST",
      path: `/grid-events${path}`,
      body: JSON.stringify(body),
      claims: claimsFor(by),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const grids = gridMosaic();
  await post("/grid-maps", { from: "2026-03-02", map: asGeoJson(grids) }, leader);
  const places = placesIn(grids, models + rounds);
  const matter = { category: "road-pit", urgency: "ordinary", text: "路面有坑", address: "东街" };
  const report = async (at: number) =>
    made.parse(await post("/events", { ...matter, ...(places[at] === undefined ? {} : { place: places[at] }) }, desk))
      .id;
  const ids: string[] = [];
  for (let at = 0; at < models; at += 1) ids.push(await report(at));
  await deliverAllOf(heard, gridEvents, gridEvents.subscriptions, runtime);
  fillTo(stored, ids, 1, size);
  const look = async (path: string, query: Record<string, string>) => {
    const { status, body } = await ask({ path: `/grid-events${path}`, query, claims: claimsFor(desk) });
    const { items = [], features = items } = shown.parse(body);
    if (status !== 200 || features.length === 0) throw new Error(`${path}: ${status}, and nothing is shown`);
  };
  return {
    report: (round: number) => report(models + round),
    list: () => look("/events", { status: "reported", limit: "20" }),
    map: () => look("/map.geojson", {}),
    remove: () => stored.remove(),
  };
}

/** What a report, a list and the map cost beside few and beside many stored matters, asked by turns. */
export async function gridStored(sizes: readonly [number, number], rounds: number) {
  const [few, many] = [await aGridOf(sizes[0], rounds + warmUp), await aGridOf(sizes[1], rounds + warmUp)];
  const beside = async (what: "report" | "list" | "map") => {
    const times = await inTurn(rounds, warmUp, { few: few[what], many: many[what] });
    return Object.fromEntries(times);
  };
  const milliseconds = { report: await beside("report"), list: await beside("list"), map: await beside("map") };
  await few.remove();
  await many.remove();
  const grown = ({ few: small, many: large }: Awaited<ReturnType<typeof beside>>) =>
    ratio(large?.p50 ?? Number.NaN, small?.p50 ?? Number.NaN);
  const ratios = {
    report: grown(milliseconds.report),
    list: grown(milliseconds.list),
    map: grown(milliseconds.map),
  };
  return { sizes, rounds, milliseconds, ratios };
}

import * as z from "zod";
import { gridsAt } from "../../services/grid-events/grids/domain/place-index.ts";
import { gridEvents } from "../../services/grid-events/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { claimsFor } from "../permits/permits-hall.ts";
import { talkTo } from "../support/http.ts";
import { aRuntime } from "../support/tally-town.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";
import { asGeoJson, gridMosaic, placesIn } from "./grid-mosaic.ts";
import { ratio, timingOf } from "./timing.ts";

const leader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
const desk: Actor = { sub: "dispatcher-1", name: "指挥调度1号", roles: ["dispatcher"], office: "grid-centre" };
const now = "2026-03-02T02:00:00.000Z";
const name = "town-grid-events";
const made = z.object({ id: z.string() });

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

/**
 * Copies of stored matters, straight into the town's file: each with an id of its own, one for each twenty minutes before. So a
 * month holds as many of them in a large store as in a small one, as in a town.
 */
function fillTo({ file }: TemporaryTownFile, models: readonly string[], from: number, to: number): void {
  const { database } = file;
  const columns = z
    .array(z.object({ name: z.string(), type: z.string() }))
    .parse(database.prepare("SELECT name, type FROM pragma_table_info(?)").all(name))
    .filter((column) => column.name !== "seq");
  const copied = columns.map((column) =>
    column.type === "TEXT"
      ? `replace(replace(model."${column.name}", model.id, number.id), '${now}', number.time)`
      : `model."${column.name}"`,
  );
  database.exec("CREATE TEMP TABLE IF NOT EXISTS models (n INTEGER PRIMARY KEY, id TEXT)");
  const insert = database.prepare("INSERT OR IGNORE INTO models VALUES (?, ?)");
  file.writeNow(() => {
    for (const [at, id] of models.entries()) insert.run(at, id);
    database
      .prepare(
        `WITH RECURSIVE counted(n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < ?2),
         number AS (SELECT n, printf('B%015d', n) AS id, strftime('%Y-%m-%dT%H:%M:%S.000Z', ?3, '-' || (n * 20) || ' minutes') AS time FROM counted)
         INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join(", ")})
         SELECT ${copied.join(", ")} FROM number
         JOIN (SELECT stored.*, models.id AS id, models.n AS at FROM models JOIN "${name}" stored ON stored.pk = 'event#' || models.id AND stored.sk = 'state') model
         ON model.at = number.n % ?4`,
      )
      .run(from, to, now, models.length);
  });
}

/** What a report, a list and the map cost beside few and beside many stored matters. */
export async function gridStored(sizes: readonly [number, number], rounds: number) {
  const stored = await aTownFile();
  const runtime = aRuntime({ table: stored.table(name, gridEvents) });
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
  const places = placesIn(grids, 400 + sizes.length * (rounds + 10));
  const matter = { category: "road-pit", urgency: "ordinary", text: "路面有坑", address: "东街" };
  const report = async (at: number) =>
    made.parse(await post("/events", { ...matter, ...(places[at] === undefined ? {} : { place: places[at] }) }, desk))
      .id;
  const models: string[] = [];
  for (let at = 0; at < 400; at += 1) models.push(await report(at));
  const look = async (path: string, query: Record<string, string>) => {
    const { status } = await ask({ path: `/grid-events${path}`, query, claims: claimsFor(desk) });
    if (status !== 200) throw new Error(`${path}: ${status}`);
  };
  const measured: Record<string, Record<string, ReturnType<typeof timingOf>>> = {};
  let filled = 1;
  for (const [turn, size] of sizes.entries()) {
    fillTo(stored, models, filled, size);
    filled = size;
    const acts: Record<string, (round: number) => Promise<unknown>> = {
      report: (round) => report(400 + turn * (rounds + 10) + round),
      list: () => look("/events", { status: "reported", limit: "20" }),
      map: () => look("/map.geojson", {}),
    };
    for (const [what, act] of Object.entries(acts)) {
      const times: number[] = [];
      for (let round = 0; round < rounds + 10; round += 1) {
        const began = performance.now();
        await act(round);
        if (round >= 10) times.push(performance.now() - began);
      }
      measured[what] = { ...measured[what], [`of${size}`]: timingOf(times) };
    }
  }
  await stored.remove();
  const [small, large] = sizes;
  const grown = (what: string) =>
    ratio(measured[what]?.[`of${large}`]?.p50 ?? Number.NaN, measured[what]?.[`of${small}`]?.p50 ?? Number.NaN);
  return {
    ...{ sizes, rounds, milliseconds: measured },
    ratios: { report: grown("report"), list: grown("list"), map: grown("map") },
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { gridEvent } from "../../services/grid-events/events/domain/decider.ts";
import { gridEvents } from "../../services/grid-events/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { instruct, type Runtime } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { overheard } from "../support/reacting.ts";
import { aRuntime, profile } from "../support/tally-town.ts";

export const theLeader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theDispatcher: Actor = {
  sub: "dispatcher-1",
  name: "指挥调度1号",
  roles: ["dispatcher"],
  office: "grid-centre",
};
export const worker = (number: 1 | 2 | 3): Actor => ({
  sub: `grid-worker-${number}`,
  name: `网格员${number}号`,
  roles: ["grid-worker"],
  office: "grid-centre",
});

const features = z.looseObject({
  type: z.literal("FeatureCollection"),
  features: z.array(z.looseObject({ properties: z.looseObject({ code: z.string() }) })),
});
const file = join(import.meta.dirname, "../../infra/towns/guangtong/grids.geojson");
/** The grids of Guangtong, as the town drew them. */
export const theMap = features.parse(JSON.parse(readFileSync(file, "utf8")));

/** A map without some of its grids. */
export const mapWithout = (...codes: readonly string[]) => ({
  ...theMap,
  features: theMap.features.filter(({ properties }) => !codes.includes(properties.code)),
});

/** Grids of the map: of a community that is divided further, one of its parts, one of a village. */
export const eastStreet = "532302105001001";
export const eastStreetPart = "532302105001002";
export const market = "532302105002901";
/** A village's grid, and a place inside it. */
export const ofVillage = { grid: "532302105200001", place: { lng: "101.8498", lat: "25.1584" } };

/** The service on a table in memory, on Monday 2 March 2026 at ten o'clock. */
export function aGridTown(town: TownProfile = profile) {
  const heard: StoredEvent[] = [];
  const runtime = { ...aRuntime({ table: overheard("town-grid-events", heard) }), town };
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const { ask } = offersHeld(gridEvents, talkTo(gridEvents, runtime));
  const get = (path: string, query: Record<string, string> = {}, actor?: Actor) =>
    ask({ path: `/grid-events${path}`, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
  const post = (path: string, body: object, actor: Actor = theDispatcher, headers: Record<string, string> = {}) =>
    ask({ method: "POST", path: `/grid-events${path}`, body: JSON.stringify(body), claims: claimsFor(actor), headers });
  const adopt = (from: string, map: object = theMap, actor: Actor = theLeader) =>
    post("/grid-maps", { from, map }, actor);
  const assign = (grid: string, kind: "a" | "b", sub: string, from = "2026-03-02") =>
    post("/posts", { grid, post: kind, sub, from });
  return { runtime, heard, ask, get, post, adopt, assign };
}

/** A matter learns that one of its pictures is there, as it does when the file was sent and cleaned. */
export async function receivePicture(runtime: Runtime, event: string, sha256: string): Promise<void> {
  const carried = await instruct({ of: gridEvent, id: event, command: { type: "note-picture", sha256 } }).carryOut(
    runtime,
    { id: `${event}-${sha256}` },
  );
  if (!carried.done) throw new Error(carried.code);
}

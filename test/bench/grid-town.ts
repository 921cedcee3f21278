import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { asGeoJson, gridMosaic, placesIn } from "./grid-mosaic.ts";
import { ratio, timingOf } from "./timing.ts";
import { startTown, stopTown } from "./town.ts";

const clients = 8;
/** Of so many reports one is a breach, and goes to enforcement. */
const oneIn = 50;
const made = z.object({ id: z.string() });
const longest = 60_000;

interface Caller {
  readonly sub: string;
  readonly roles: readonly string[];
  readonly office: string;
}

/** Reports through HTTP into a running town of two thousand grids, and how long it takes until enforcement holds the lead. */
export async function gridReports(count: number) {
  const directory = await mkdtemp(join(tmpdir(), "qiangzhen-grid-"));
  const town = await startTown(directory);
  const json = { "content-type": "application/json" };
  const tokenOf = async (body: Caller) => {
    const answer = await fetch(`${town.url}/_embedded/token`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ ...body, name: body.sub }),
    });
    return z.object({ token: z.string() }).parse(await answer.json()).token;
  };
  const desk = await tokenOf({ sub: "dispatcher-1", roles: ["dispatcher"], office: "grid-centre" });
  const leader = await tokenOf({ sub: "zhen-zhang", roles: ["leader"], office: "party-government" });
  const officer = await tokenOf({ sub: "officer-1", roles: ["officer"], office: "enforcement-team" });
  const post = async (path: string, body: object, token = desk): Promise<unknown> => {
    const headers = { ...json, authorization: `Bearer ${token}` };
    const answer = await fetch(`${town.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  const { today } = z.object({ today: z.string() }).parse(await (await fetch(`${town.url}/_embedded/clock`)).json());
  const grids = gridMosaic();
  await post("/grid-events/grid-maps", { from: today, map: asGeoJson(grids) }, leader);
  const places = placesIn(grids, count);
  const times: number[] = [];
  const lags: Promise<number>[] = [];
  const report = async (at: number) => {
    const category = at % oneIn === 0 ? "illegal-building" : "road-pit";
    const body = { category, urgency: "ordinary", text: "上报", address: "东街", place: places[at] };
    const began = performance.now();
    const { id } = made.parse(await post("/grid-events/events", body));
    times[at] = performance.now() - began;
    if (at % oneIn !== 0) return;
    for (const step of ["accept", "file"]) await post(`/grid-events/events/${id}/${step}`, {});
    await post(`/grid-events/events/${id}/dispatch`, { unit: "enforcement-team" });
    lags.push(untilHeld(id));
  };
  /** The lead has the id that follows from the matter and its round. */
  async function untilHeld(event: string): Promise<number> {
    const lead = createHash("sha256").update(`grid-lead|${event}|1`).digest("hex").slice(0, 20).toUpperCase();
    const headers = { authorization: `Bearer ${officer}` };
    const began = performance.now();
    while (performance.now() - began < longest) {
      if ((await fetch(`${town.url}/enforcement/leads/${lead}`, { headers })).ok) return performance.now() - began;
      await pause(25);
    }
    throw new Error(`enforcement holds no lead of ${event}`);
  }
  let next = 0;
  const client = async () => {
    while (next < count) await report(next++);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1_000;
  const held = await Promise.all(lags);
  await stopTown(town.child);
  await rm(directory, { recursive: true, force: true });
  const tenth = Math.ceil(count / 10);
  const [first, last] = [timingOf(times.slice(tenth, 2 * tenth)), timingOf(times.slice(-tenth))];
  return {
    ...{ reports: count, grids: grids.length, clients, perSecond: Math.round(count / seconds) },
    milliseconds: timingOf(times),
    ...{ leads: held.length, lag: timingOf(held) },
    ratios: { lateToEarly: ratio(last.p50, first.p50) },
  };
}

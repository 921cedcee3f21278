import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { markOf } from "../../../services/grid-events/map/domain/mark.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { profile } from "../../support/tally-town.ts";
import { closed, reported } from "../events/builders.ts";
import { aGridTown, eastStreet, theDispatcher, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮，电话13812345678", address: "东街1号" };
const inStreet = { lng: 101.9701, lat: 25.1251 };
const made = z.object({ id: z.string() });
const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.array(z.number()) }),
      properties: z.looseObject({ kind: z.string() }),
    }),
  ),
});

/** Dust is sensitive here, so that everybody may report something sensitive. */
const withSensitive = {
  ...profile,
  gridEvents: {
    ...profile.gridEvents,
    categories: profile.gridEvents.categories.map((one) => (one.code === "dust" ? { ...one, sensitive: true } : one)),
  },
};

async function aMappedTown() {
  const town = aGridTown();
  Object.assign(town.runtime, { town: withSensitive });
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  let lamps = 0;
  const report = async (more: object = {}, by: Actor = theDispatcher) => {
    lamps += 1;
    const told = await town.post("/events", { ...light, place: inStreet, address: `东街${lamps}号`, ...more }, by);
    return made.parse(told.body).id;
  };
  const act = async (id: string, by: Actor, verb: string, body: object = {}) =>
    expect((await town.post(`/events/${id}/${verb}`, body, by)).status).toBe(200);
  const deliver = (times = 1) =>
    deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, { times });
  const ask = async (query: Record<string, string> = {}) => {
    expect(await deliver()).toEqual([]);
    return town.get("/map.geojson", query);
  };
  const map = async (query: Record<string, string> = {}) => {
    const { body } = await ask(query);
    return collection.parse(typeof body === "string" ? JSON.parse(body) : body).features;
  };
  return { ...town, report, act, deliver, ask, map };
}

describe("G14: the public map", () => {
  let town: Awaited<ReturnType<typeof aMappedTown>>;
  beforeAll(async () => {
    town = await aMappedTown();
  });

  test("a matter shows on it once, however often it is told, and nobody reads who or what", async () => {
    const { report, map, deliver, ask, heard } = town;
    const id = await report({}, villager);
    const again = [...heard];
    expect(await deliver(3)).toEqual([]);
    heard.push(...again);
    expect(await map()).toMatchObject([{ properties: { kind: "cluster", released: false, few: true } }]);
    const told = JSON.stringify(await ask());
    expect(told).not.toMatch(/resident-1|欧阳娜娜|路灯不亮|东街|13812345678|101\.9701|"count/);
    expect(told).not.toContain(id);
  });

  test("anybody may keep it for a minute, and asks cheaply for it again", async () => {
    const answer = await town.get("/map.geojson");
    expect(answer.headers).toMatchObject({
      "cache-control": "public, max-age=60",
      "content-type": "application/geo+json",
      etag: expect.stringMatching(/./),
    });
  });

  test("five have a number; a camera's, a dispute and one without a place have no part in it", async () => {
    const { report, map } = town;
    for (let more = 0; more < 4; more += 1) await report();
    await report({ place: undefined });
    await report({ category: "dispute" });
    expect(await map()).toMatchObject([{ properties: { kind: "cluster", count: 5 } }]);
    const seen = reported({ reporter: { kind: "camera" } }).state;
    expect(markOf(seen, profile)).toBeUndefined();
    expect(markOf(reported().state, profile)).toMatchObject({ released: false });
    expect(markOf(closed().state, profile)).toBeUndefined();
  });

  test("a released one shows its place and masked text, until it is taken back", async () => {
    const { report, act, map } = town;
    const id = await report();
    await act(id, theDispatcher, "release", { pictures: [] });
    const matters = async () => (await map()).filter(({ properties }) => properties.kind === "matter");
    const [shown, ...others] = await matters();
    expect(others).toEqual([]);
    expect(shown?.geometry.coordinates).toEqual([inStreet.lng, inStreet.lat]);
    expect(shown?.properties).toMatchObject({ id, category: "street-light", title: { en: "Street light out" } });
    expect(shown?.properties.text).not.toContain("13812345678");
    expect((await map({ bbox: "101.77,25.0,101.8,25.02" })).length).toBe(0);
    await act(id, theDispatcher, "withhold");
    expect(await matters()).toEqual([]);
    expect(await map()).toMatchObject([{ properties: { kind: "cluster", count: 6 } }]);
  });

  test("withheld a moment ago it is told to nobody, also before the map has heard of it", async () => {
    const { report, act, get, deliver } = town;
    const id = await report();
    await act(id, theDispatcher, "release", { pictures: [] });
    await deliver();
    await act(id, theDispatcher, "withhold");
    expect(JSON.stringify((await get("/map.geojson")).body)).not.toContain(id);
    await deliver();
  });

  test("a sensitive one shows its grid, never its point, and no number below the floor", async () => {
    const { report, map, ask, act } = town;
    const before = (await map()).length;
    const id = await report({ category: "dust", place: { lng: 101.9702, lat: 25.1252 } });
    const found = (await map()).filter(({ properties }) => properties.kind === "grid");
    expect(found).toMatchObject([
      { properties: { grid: expect.stringContaining(eastStreet.slice(0, 12)), few: true } },
    ]);
    expect(found[0]?.properties).not.toHaveProperty("count");
    expect(await map()).toHaveLength(before + 1);
    expect(JSON.stringify(await ask())).not.toMatch(/101\.9702|25\.1252/);
    for (let more = 0; more < 4; more += 1) await report({ category: "dust" });
    expect((await map()).find(({ properties }) => properties.kind === "grid")?.properties).toMatchObject({ count: 5 });
    await act(id, theDispatcher, "accept");
    await act(id, theDispatcher, "recategorise", { category: "litter", urgency: "ordinary", reasons: "是垃圾" });
    expect((await map()).find(({ properties }) => properties.kind === "grid")?.properties).not.toHaveProperty("count");
  });

  test("what is over is off the map, and comes back when it is taken up again", async () => {
    const { report, act, map } = await aMappedTown();
    const id = await report();
    expect(await map()).toHaveLength(1);
    for (const verb of ["accept", "handle-here"]) await act(id, worker(1), verb);
    await act(id, worker(1), "close-here", { outcome: "已换", proof: { without: "夜间无光" } });
    expect(await map()).toEqual([]);
    await act(id, theDispatcher, "reopen", { reasons: "又坏了" });
    expect(await map()).toHaveLength(1);
    const rejected = await report();
    await act(rejected, theDispatcher, "accept");
    await act(rejected, theDispatcher, "reject", { ground: "untrue", reasons: "不属实" });
    const withdrawn = await report({}, villager);
    await act(withdrawn, villager, "withdraw");
    await act(id, theDispatcher, "merge", { into: await report(), reasons: "同一盏" });
    expect(await map()).toMatchObject([{ properties: { kind: "cluster", few: true } }]);
  });

  test("a box is west, south, east, north; anything else is refused", async () => {
    const { get } = town;
    for (const bbox of [
      "",
      "1,2,3",
      "102,25,101,26",
      "101,26,102,25",
      "101,25,102,91",
      "a,b,c,d",
      "1e2,25,102,26",
      "101,25,102,26,9",
    ])
      expect([400, 422]).toContain((await get("/map.geojson", { bbox })).status);
    expect((await get("/map.geojson", { bbox: "0,0,1,1" })).body).toMatchObject({});
    expect((await get("/map.geojson", { bbox: "-180,-90,180,90" })).status).toBe(200);
    expect((await get("/map.geojson", { box: "101,25,102,26" })).status).toBe(400);
  });
});

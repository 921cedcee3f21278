import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { patrolPlan } from "../../../services/grid-events/patrols/domain/plan.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { townProfile } from "../../../shared/town/profile.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aContext, profile as guangtong } from "../../support/tally-town.ts";
import { aGridTown, eastStreet, ofVillage, theDispatcher, theLeader, worker } from "../grid-town.ts";

const some = z.looseObject({ id: z.string() });
const items = z.object({ items: z.array(z.looseObject({ id: z.string().optional() })) });
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const monday = "2026-03-02";
const street = { lng: 101.97, lat: 25.125 };
const plan = { title: "工作日巡查", grids: [eastStreet, ofVillage.grid], weekdays: [1, 2], from: monday };

type Town = Awaited<ReturnType<typeof aTown>>;
/** A town; `rules` say what its profile says of patrols besides. */
async function aTown(rules: object = {}) {
  const town = aGridTown();
  const { gridEvents: own } = town.runtime.town;
  const patrols = { ...own.patrols, ...rules };
  Object.assign(town.runtime, { town: townProfile.parse({ ...guangtong, gridEvents: { ...own, patrols } }) });
  await town.adopt(monday);
  await town.assign(eastStreet, "a", "grid-worker-1");
  const planned = async (more: object = {}) =>
    some.parse((await town.post("/patrol-plans", { ...plan, ...more }, theLeader)).body).id;
  const choose = (checkIns: boolean, tracks: boolean, by: Actor = worker(1)) =>
    town.post("/patrol-choice", { checkIns, tracks }, by);
  const walk = (body: object, by: Actor = worker(1)) => town.post("/patrol-walks", body, by);
  const settle = () => deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime);
  const codeOf = ({ body, status }: { readonly body: unknown; readonly status: number }) => [
    status,
    z.looseObject({ code: z.string() }).parse(body).code,
  ];
  return { ...town, planned, choose, walk, settle, codeOf };
}

let town: Town;
beforeAll(async () => {
  town = await aTown();
});

describe("G-13: no compulsory check-in, no forced track", () => {
  test("a profile that requires check-ins or tracks without an emergency is refused; for one of its emergencies it is taken", () => {
    const { gridEvents: rules } = guangtong;
    const parse = (what: "checkIns" | "tracks", rule: object) =>
      townProfile.safeParse({ ...guangtong, gridEvents: { ...rules, patrols: { ...rules.patrols, [what]: rule } } })
        .success;
    for (const what of ["checkIns", "tracks"] as const) {
      expect(parse(what, { offered: true, required: true, for: [] })).toBe(false);
      expect(parse(what, { offered: true, required: true, for: ["daily-round"] })).toBe(false);
      expect(parse(what, { offered: true, required: true, for: ["flood-watch"] })).toBe(true);
      expect(parse(what, { offered: true, required: false, for: [] })).toBe(true);
    }
  });

  test("both are off at first; a worker chooses for himself, and takes it back", async () => {
    expect((await town.get("/patrol-choice", {}, worker(1))).body).toMatchObject({
      ...{ checkIns: false, tracks: false, offered: { checkIns: "voluntary", tracks: "voluntary" } },
    });
    expect(town.codeOf(await town.walk({ places: [street] }))).toEqual([409, "grid-events.walk-not-chosen"]);
    expect((await town.choose(true, false, theDispatcher)).status).toBe(403);
    await town.choose(true, false);
    expect((await town.walk({ places: [street] })).status).toBe(201);
    expect(town.codeOf(await town.walk({ track: [street] }))).toEqual([409, "grid-events.walk-not-chosen"]);
    expect(town.codeOf(await town.walk({ places: [street] }, worker(2)))).toEqual([409, "grid-events.walk-not-chosen"]);
    await town.choose(true, true);
    expect((await town.walk({ track: [street, street] })).status).toBe(201);
    expect(town.codeOf(await town.walk({}))).toEqual([422, "grid-events.walk-empty"]);
    expect(town.codeOf(await town.walk({ track: Array.from({ length: 2_001 }, () => street) }))).toEqual([
      ...[422, "grid-events.walk-too-long"],
    ]);
    await town.choose(false, false);
    expect(town.codeOf(await town.walk({ places: [street] }))).toEqual([409, "grid-events.walk-not-chosen"]);
  });

  test("nobody but its writer reads it: not a leader, a dispatcher or another worker", async () => {
    await town.choose(true, false);
    const { id } = some.parse((await town.walk({ places: [street], note: "巡查" })).body);
    expect((await town.get(`/patrol-walks/${id}`, {}, worker(1))).body).toMatchObject({ places: [street] });
    for (const by of [worker(2), theDispatcher])
      expect((await town.get(`/patrol-walks/${id}`, {}, by)).status).toBe(404);
    expect((await town.get(`/patrol-walks/${id}`, {}, theLeader)).status).toBe(403);
    for (const query of [{}, { emergency: "flood-watch" }])
      expect(items.parse((await town.get("/patrol-walks", query, theDispatcher)).body).items).toEqual([]);
  });

  test("a town that offers none takes none, also from who would", async () => {
    const none = await aTown({ checkIns: { offered: false, required: false, for: [] } });
    await none.choose(true, true);
    expect(none.codeOf(await none.walk({ places: [street] }))).toEqual([409, "grid-events.walk-not-offered"]);
  });

  test("in an emergency that the profile names they are asked for, and the dispatcher reads where people are; an ordinary plan asks for none", async () => {
    const flood = await aTown({ checkIns: { offered: false, required: true, for: ["flood-watch"] } });
    const [watch, round] = [await flood.planned({ emergency: "flood-watch" }), await flood.planned()];
    expect((await flood.get(`/patrol-plans/${watch}`, {}, worker(1))).body).toMatchObject({
      checkIns: "required",
      tracks: "voluntary",
    });
    expect((await flood.get(`/patrol-plans/${round}`, {}, worker(1))).body).toMatchObject({ checkIns: "off" });
    expect(flood.codeOf(await flood.walk({ places: [street], plan: round }))).toEqual([
      409,
      "grid-events.walk-not-offered",
    ]);
    const { id } = some.parse((await flood.walk({ places: [street], plan: watch })).body);
    expect((await flood.get(`/patrol-walks/${id}`, {}, theDispatcher)).body).toMatchObject({
      emergency: "flood-watch",
    });
    expect((await flood.get("/patrol-walks", { emergency: "flood-watch" }, theDispatcher)).body).toMatchObject({
      items: [{ id }],
    });
    await flood.post(`/patrol-plans/${watch}/end`, {}, theDispatcher);
    expect(flood.codeOf(await flood.walk({ places: [street], plan: watch }))).toEqual([
      409,
      "grid-events.walk-not-offered",
    ]);
  });

  test("no field of the service is for points, rankings, online time or quotas of people", () => {
    const forbidden =
      /^(?:.*(?:ranking|rank|leaderboard|onlineTime|onlineMinutes|lastActive|lastSeen|streak|badge|quota|attendance).*|points?|积分|排名)$/i;
    const names = new Set<string>();
    const walkThrough = (schema: unknown): void => {
      if (Array.isArray(schema)) for (const one of schema) walkThrough(one);
      else if (typeof schema === "object" && schema !== null)
        for (const [name, one] of Object.entries(schema)) {
          if (name === "properties" && typeof one === "object" && one !== null)
            for (const key of Object.keys(one)) names.add(key);
          walkThrough(one);
        }
    };
    for (const { body, returns, query } of gridEvents.routes)
      for (const schema of [body, returns, query])
        if (schema !== undefined) walkThrough(z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }));
    expect(names.size).toBeGreaterThan(200);
    expect([...names].filter((name) => forbidden.test(name))).toEqual([]);
    for (const planted of ["points", "workerRanking", "onlineMinutes", "lastSeenAt", "monthlyQuota"])
      expect(planted).toMatch(forbidden);
  });

  test("P-8: what a worker wrote of himself is erased after the days of the profile", async () => {
    const own = await aTown();
    await own.choose(true, false);
    const { id } = some.parse((await own.walk({ places: [street], note: "巡查" })).body);
    own.runtime.setClock("2026-04-01T02:00:00.000Z");
    await clockworkFor(gridEvents, own.runtime)();
    expect((await own.get(`/patrol-walks/${id}`, {}, worker(1))).body).toMatchObject({ places: [street] });
    own.runtime.setClock("2026-04-02T02:00:00.000Z");
    await clockworkFor(gridEvents, own.runtime)();
    expect((await own.get(`/patrol-walks/${id}`, {}, worker(1))).status).toBe(404);
    expect(JSON.stringify(await own.runtime.store.history({ aggregate: "patrol-walk" }, id))).not.toMatch(
      /101\.97|grid-worker-1|巡查/,
    );
  });
});

describe("G3: plans and coverage", () => {
  test("dispatchers and leaders plan, from today on, for grids of the map, and for emergencies of the profile", async () => {
    const refused = async (more: object, by: Actor = theLeader) =>
      town.codeOf(await town.post("/patrol-plans", { ...plan, ...more }, by));
    expect((await town.post("/patrol-plans", plan, worker(1))).status).toBe(403);
    const context = aContext(worker(1));
    const asked = { type: "plan", known: plan.grids, ...plan } as const;
    expect(patrolPlan.decide(undefined, asked, { ...context, numbers: { take: () => 1 } })).toMatchObject({
      code: "grid-events.patrol-not-yours",
    });
    expect(await refused({ from: "2026-03-01" })).toEqual([422, "grid-events.day-past"]);
    expect(await refused({ from: "2099-01-01" })).toEqual([422, "grid-events.day-too-far"]);
    expect(await refused({ until: "2026-03-01" })).toEqual([422, "grid-events.period-inverted"]);
    expect(await refused({ grids: ["532302105001999"] })).toEqual([422, "grid-events.patrol-grid-unknown"]);
    expect(await refused({ emergency: "inspection" })).toEqual([422, "grid-events.patrol-emergency-unknown"]);
    const id = await town.planned();
    await town.post(`/patrol-plans/${id}/end`, {}, theDispatcher);
    expect(town.codeOf(await town.post(`/patrol-plans/${id}/end`, {}, theDispatcher))).toEqual([
      ...[409, "grid-events.patrol-not-in-this-state"],
    ]);
  });

  test("a grid is covered by what a worker saw or did there; not by what a resident reports, nor by a check-in", async () => {
    const own = await aTown();
    const others = items.parse((await own.get("/grids", {}, theLeader)).body);
    expect(others.items.length).toBeGreaterThan(2);
    await own.planned();
    const matter = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
    const day = async (on: string) => (await own.get("/coverage", { on }, theLeader)).body;
    const at = { lng: Number(ofVillage.place.lng), lat: Number(ofVillage.place.lat) };
    await own.post("/events", { ...matter, place: at }, villager);
    await own.choose(true, true);
    await own.walk({ places: [at], track: [at] });
    await own.settle();
    expect(await day(monday)).toMatchObject({
      planned: 2,
      covered: 0,
      items: [{ grid: eastStreet }, { grid: ofVillage.grid, covered: false }],
    });
    const { id } = some.parse((await own.post("/events", { ...matter, place: street }, worker(1))).body);
    for (const verb of ["accept", "handle-here"]) await own.post(`/events/${id}/${verb}`, {}, worker(1));
    const seen = own.heard.splice(0);
    for (let time = 0; time < 2; time += 1)
      await deliverAllOf([...seen], gridEvents, gridEvents.subscriptions, own.runtime);
    own.runtime.setClock("2026-03-03T02:00:00.000Z");
    await own.post(`/events/${id}/close-here`, { outcome: "已换灯泡", proof: { without: "夜间无光" } }, worker(1));
    await own.settle();
    const rows = async (on: string) =>
      z.object({ items: z.array(z.looseObject({ grid: z.string() })) }).parse(await day(on)).items;
    const seenOn = (await rows(monday)).filter(({ seen: count }) => count === 1);
    expect(seenOn.map(({ grid }) => grid.slice(0, 12))).toEqual(["532302105001"]);
    expect((await rows("2026-03-03")).filter(({ done }) => done === 1)).toHaveLength(1);
    // Wednesday is not planned.
    expect(await day("2026-03-04")).toEqual({ on: "2026-03-04", planned: 0, covered: 0, items: [] });
    expect(JSON.stringify([await day(monday), await day("2026-03-03")])).not.toMatch(/grid-worker|resident/);
  });
});

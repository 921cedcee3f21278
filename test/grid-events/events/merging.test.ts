import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { type Actor, theTownItself } from "../../../shared/decider/index.ts";
import { toCloudEvent } from "../../../shared/messaging/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";
import { accepted, duty, monday, theWorker, tuesday } from "./builders.ts";

const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };
const nearby = { lng: 101.97, lat: 25.1251 };
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const neighbour: Actor = { sub: "resident-2", name: "邻居", roles: ["resident"] };
const passerBy: Actor = { sub: "resident-3", name: "路人", roles: ["resident"] };
const made = z.object({ id: z.string() });
const reasons = "同一盏路灯";
const work = { outcome: "已换灯泡", proof: { without: "夜间无光" } };
const similar = z.object({ similar: z.array(z.object({ id: z.string() })) });
const items = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

async function aTownOfTwins() {
  const town = aGridTown();
  await town.adopt(monday);
  await town.assign(eastStreet, "a", "grid-worker-1");
  const report = async (by: Actor, more: object = {}) =>
    made.parse((await town.post("/events", { ...light, place, ...more }, by)).body).id;
  const act = (id: string, verb: string, by: Actor, body: object = {}) => town.post(`/events/${id}/${verb}`, body, by);
  const read = (id: string, by: Actor) => town.get(`/events/${id}`, {}, by);
  const followed = (id: string, by: Actor) => town.get(`/events/${id}/followed`, {}, by);
  const hintsOf = async (id: string) =>
    similar.parse((await read(id, theDispatcher)).body).similar.map((one) => one.id);
  const counted = async () => (await town.get("/hint-counts", { month: "2026-03" }, theLeader)).body;
  return { ...town, report, act, read, followed, hintsOf, counted };
}

describe("G2: two reports of one matter", () => {
  test("a hint, and nothing is merged by itself; a person merges, and both reporters are told the result", async () => {
    const { report, act, read, followed, hintsOf, counted, runtime } = await aTownOfTwins();
    const [main, twin] = [await report(villager), await report(neighbour, { place: nearby })];
    expect(await hintsOf(twin)).toEqual([main]);
    expect((await read(twin, theLeader)).body).toMatchObject({ status: "reported", similar: [{ metres: 11 }] });
    expect((await read(twin, neighbour)).body).not.toHaveProperty("similar");
    await act(main, "accept", worker(1));
    expect((await act(twin, "merge", worker(1), { into: main, reasons })).body).toMatchObject({
      status: "merged",
      into: main,
    });
    expect((await read(main, worker(1))).body).toMatchObject({ joined: 1, tookIn: [twin] });
    expect(await counted()).toEqual({ month: "2026-03", accepted: 1, refused: 0 });
    runtime.setClock("2026-03-03T02:00:00.000Z");
    await act(main, "handle-here", worker(1));
    await act(main, "close-here", worker(1), work);
    const { body } = await followed(twin, neighbour);
    expect(body).toMatchObject({
      ...{ number: "GT-2026-2", status: "closed", outcome: "已换灯泡", dealtWithAs: "GT-2026-1" },
      told: [{ status: "merged" }, { status: "closed" }],
    });
    expect((await followed(main, neighbour)).status).toBe(404);
  });

  test("it is reported and never filed; only before it is filed, only into one that is open, never into itself or in a circle", async () => {
    const { report, act } = await aTownOfTwins();
    const [one, two, three] = [await report(villager), await report(neighbour), await report(passerBy)];
    const merge = (id: string, into: string, by = theDispatcher) => act(id, "merge", by, { into, reasons });
    expect(await merge(one, one)).toMatchObject({ status: 422, body: { code: "grid-events.merged-into-itself" } });
    expect(await merge(one, "NOTHING000000000")).toMatchObject({
      status: 422,
      body: { code: "grid-events.unknown-matter" },
    });
    expect((await merge(one, two, worker(2))).status).toBe(403);
    expect((await merge(one, two)).status).toBe(200);
    expect(await merge(two, one)).toMatchObject({
      status: 409,
      body: { code: "grid-events.event-not-in-this-state", detail: expect.stringContaining("不能并入另一事件") },
    });
    for (const verb of ["file", "accept", "merge"])
      expect((await act(one, verb, theDispatcher, verb === "merge" ? { into: three, reasons } : {})).status).toBe(409);
    await act(two, "accept", theDispatcher);
    await act(two, "file", theDispatcher);
    expect((await merge(two, three)).status).toBe(409);
    await act(three, "withdraw", passerBy);
    const four = await report(passerBy);
    expect((await merge(four, three)).status).toBe(409);
  });

  test("two at once into each other: one wins", async () => {
    const { report, act } = await aTownOfTwins();
    const [one, two] = [await report(villager), await report(neighbour)];
    const both = await Promise.all([
      act(one, "merge", theDispatcher, { into: two, reasons }),
      act(two, "merge", theDispatcher, { into: one, reasons }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("a refused hint is counted and not shown again, from neither side", async () => {
    const { report, act, hintsOf, counted } = await aTownOfTwins();
    const [one, two] = [await report(villager), await report(neighbour)];
    expect((await act(two, "not-same", theDispatcher, { other: one })).status).toBe(200);
    expect([await hintsOf(one), await hintsOf(two)]).toEqual([[], []]);
    expect(await counted()).toEqual({ month: "2026-03", accepted: 0, refused: 1 });
    expect(await act(two, "not-same", theDispatcher, { other: one })).toMatchObject({
      status: 422,
      body: { code: "grid-events.nothing-changed" },
    });
    expect((await act(two, "not-same", theDispatcher, { other: "ELSEWHERE" })).status).toBe(422);
    expect(await counted()).toEqual({ month: "2026-03", accepted: 0, refused: 1 });
  });

  test("G-5: the component decides; one of another county or kind is refused", async () => {
    const { post, report, hintsOf } = await aTownOfTwins();
    const component = "5323020105000017";
    const far = await report(villager, { component, place: { lng: 101.9, lat: 25.1005 } });
    const near = await report(neighbour, { component });
    expect(await hintsOf(near)).toEqual([far]);
    for (const wrong of ["4406050105000017", "5323020201000017"])
      expect(await post("/events", { ...light, place, component: wrong }, villager)).toMatchObject({
        status: 422,
        body: { code: "grid-events.unknown-component" },
      });
  });

  test("G-8: the term runs from the earlier acceptance, so that nobody waits longer", () => {
    const late = accepted().lawfully(
      { type: "take-in", from: "X", whole: { joined: 2, acceptedAt: "2026-02-25T02:00:00.000Z" } },
      monday,
      theWorker,
    );
    expect(late.state).toMatchObject({ joined: 3, tookIn: ["X"], term: { start: "2026-02-25T02:00:00.000Z" } });
    expect((late.state.term?.due ?? "") < (accepted().state.term?.due ?? "")).toBe(true);
    const later = accepted().lawfully(
      { type: "take-in", from: "X", whole: { joined: 0, acceptedAt: "2026-03-03T02:00:00.000Z" } },
      tuesday,
      theWorker,
    );
    expect(later.state.term).toEqual(accepted().state.term);
  });
});

describe("G2: residents join a matter instead of reporting it again", () => {
  test("they find it nearby, join once, and read state and answers, never what was said", async () => {
    const { report, act, get, followed, runtime } = await aTownOfTwins();
    const id = await report(villager);
    const query = { lng: "101.97", lat: "25.1251", category: "street-light" };
    expect(items.parse((await get("/similar", query)).body).items).toMatchObject([{ id }]);
    const shownJoined = async () => items.parse((await get("/similar", query)).body).items[0]?.joined;
    expect(await shownJoined()).toBeUndefined();
    expect((await act(id, "join", neighbour)).body).toMatchObject({ status: "reported", joined: 1 });
    expect(await act(id, "join", neighbour)).toMatchObject({
      status: 422,
      body: { code: "grid-events.joined-already" },
    });
    expect(await act(id, "join", villager)).toMatchObject({
      status: 422,
      body: { code: "grid-events.joined-already" },
    });
    await act(id, "accept", worker(1));
    const { body } = await followed(id, neighbour);
    expect(body).toMatchObject({ status: "accepted", joined: 1, told: [{ status: "accepted" }] });
    expect(JSON.stringify(body)).not.toMatch(/路灯不亮|东街|resident/);
    expect(items.parse((await get("/joinings", {}, neighbour)).body).items).toMatchObject([{ event: id }]);
    expect(items.parse((await get("/joinings", {}, villager)).body).items).toEqual([]);
    expect((await followed(id, passerBy)).status).toBe(404);
    expect((await runtime.store.load(gridEvent, id))?.state.joined).toBe(1);
  });

  test("what is not for the public, or over, is joined and found by nobody", async () => {
    const { report, act, get, post } = await aTownOfTwins();
    const dispute = made.parse(
      (await post("/events", { ...light, place, category: "dispute", from: "hotline" }, theDispatcher)).body,
    ).id;
    expect((await act(dispute, "join", neighbour)).status).toBe(404);
    expect(
      items.parse((await get("/similar", { lng: "101.97", lat: "25.125", category: "dispute" })).body).items,
    ).toEqual([]);
    const id = await report(villager);
    await act(id, "withdraw", villager);
    expect((await act(id, "join", neighbour)).status).toBe(409);
  });

  test("P-1: no history, view or published event says who reported or joined", async () => {
    const { report, act, get, heard, runtime } = await aTownOfTwins();
    const id = await report(villager);
    await act(id, "join", neighbour);
    await act(id, "accept", worker(1));
    await act(id, "handle-here", worker(1));
    await act(id, "close-here", worker(1), work);
    await act(id, "reopen", villager, { reasons });
    const history = (await get(`/events/${id}/history`, {}, theLeader)).body;
    expect(JSON.stringify(history)).not.toMatch(/resident-/);
    expect(JSON.stringify(history)).toContain("grid-worker-1");
    const key = runtime.keyed("actor", "resident-1", 16);
    const published = heard.map((event) => toCloudEvent(event, "grid-events", "5"));
    expect(published.length).toBeGreaterThan(5);
    expect(JSON.stringify(published)).not.toMatch(
      new RegExp(`resident-|${key}|${runtime.keyed("actor", "resident-2", 16)}`),
    );
  });
});

describe("a report that tells of several matters", () => {
  test("is split: the part has the same reporter, and its term runs from when the whole was accepted", async () => {
    const { report, act, read, runtime } = await aTownOfTwins();
    const id = await report(villager);
    await act(id, "accept", worker(1));
    const acceptedAt = runtime.clock();
    runtime.setClock("2026-03-03T02:00:00.000Z");
    const part = { category: "litter", urgency: "ordinary", text: "路灯下有垃圾" };
    const { body } = await act(id, "split", worker(1), part);
    const [child = ""] = z.object({ parts: z.array(z.string()) }).parse(body).parts;
    expect((await act(id, "split", worker(1), part)).status).not.toBe(200);
    expect((await read(child, villager)).body).toMatchObject({ category: "litter", partOf: id, status: "reported" });
    expect((await read(child, neighbour)).status).toBe(404);
    expect((await act(child, "accept", worker(1))).body).toMatchObject({ term: { start: acceptedAt } });
    expect((await act(id, "split", worker(2), part)).status).toBe(403);
  });
  test("P-5: a machine merges, tells apart and splits nothing", () => {
    const told = (command: Parameters<ReturnType<typeof accepted>["tell"]>[0]) =>
      refusalOf(accepted().tell(command, tuesday, theTownItself)).code;
    const merge = { type: "merge", into: "X", isSelf: false, isKnown: true, hinted: true, reasons, duty } as const;
    for (const command of [
      merge,
      { type: "not-same", other: "X", isKnown: true, duty },
      { type: "split", part: "X", duty },
    ] as const)
      expect(told(command)).toBe("grid-events.person-decides");
  });
});

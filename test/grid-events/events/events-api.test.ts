import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aGridTown, eastStreet, eastStreetPart, mapWithout, theDispatcher, theLeader, worker } from "../grid-town.ts";

const monday = "2026-03-02";
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const neighbour: Actor = { sub: "resident-2", name: "邻居", roles: ["resident"] };
const officer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
const centre: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const made = z.object({ id: z.string() });
const due = z.object({ due: z.string() });
const listed = z.object({ items: z.array(z.object({ id: z.string(), grid: z.string().optional() })) });

const inPart = { lng: 101.97, lat: 25.125 };
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
const proof = { pictures: ["b".repeat(64)] };
const work = { outcome: "已换灯泡", proof };
const reasons = "理由充分";

/** A town whose east street has worker 1 on the A post of the whole, and nobody on those of its parts. */
async function aTownOfMatters() {
  const town = aGridTown();
  await town.adopt(monday);
  await town.assign(eastStreet, "a", "grid-worker-1");
  await town.assign(eastStreet, "b", "grid-worker-2");
  const report = async (by: Actor = villager, more: object = {}) =>
    made.parse((await town.post("/events", { ...light, place: inPart, ...more }, by)).body).id;
  const act = (id: string, verb: string, by: Actor, body: object = {}) => town.post(`/events/${id}/${verb}`, body, by);
  const read = async (id: string, by: Actor) => town.get(`/events/${id}`, {}, by);
  const clockwork = clockworkFor(gridEvents, town.runtime);
  const dispatched = async (to: object = { unit: "enforcement-team", person: "officer-1" }) => {
    const id = await report();
    await act(id, "accept", worker(1));
    await act(id, "file", theDispatcher);
    expect((await act(id, "dispatch", theDispatcher, to)).status).toBe(200);
    return id;
  };
  return { ...town, report, act, read, dispatched, clockwork };
}

describe("G2: a matter is found by its number, as a caller reads it out", () => {
  test("by the house in any state; by others only if they read it", async () => {
    const { report, act, get } = await aTownOfMatters();
    const id = await report();
    const second = await report(neighbour);
    await act(id, "withdraw", villager);
    const found = async (number: string, by: Actor) =>
      listed.parse((await get("/events", { number }, by)).body).items.map((one) => one.id);
    expect(await found("gt 2026 1", theDispatcher)).toEqual([id]);
    expect(await found("GT-2026-1", villager)).toEqual([id]);
    expect(await found("GT-2026-2", neighbour)).toEqual([second]);
    for (const by of [villager, officer]) expect(await found("GT-2026-2", by)).toEqual([]);
    expect(await found("GT-2026-22", theDispatcher)).toEqual([]);
  });
});

describe("G-8: the house sees until when each next step is in time", () => {
  test("by the matter's own term, and what a unit does by the unit's; before the acceptance none runs", async () => {
    const { report, act, read, dispatched } = await aTownOfMatters();
    const steps = z.object({ steps: z.array(z.object({ verb: z.string(), until: z.string().exactOptional() })) });
    const untilOf = async (id: string, verb: string) =>
      steps.parse((await read(id, theDispatcher)).body).steps.find((one) => one.verb === verb);
    const id = await report();
    expect(await untilOf(id, "accept")).not.toHaveProperty("until");
    await act(id, "accept", worker(1));
    await act(id, "handle-here", worker(1));
    expect(await untilOf(id, "close-here")).toMatchObject({ until: "2026-03-05" });
    const sent = await dispatched();
    const { assignments, term } = z
      .object({ term: due, assignments: z.array(z.object({ term: due })) })
      .parse((await read(sent, theDispatcher)).body);
    const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await untilOf(sent, "start")).toMatchObject({ until: dayOf(assignments[0]?.term.due ?? "") });
    expect(await untilOf(sent, "redirect")).toMatchObject({ until: dayOf(term.due) });
  });
});

describe("G2: a matter solved in the grid", () => {
  test("reported by a resident, accepted and closed by the worker of the grid above, read and rated by its reporter", async () => {
    const { report, act, read } = await aTownOfMatters();
    const id = await report();
    expect((await read(id, villager)).body).toMatchObject({
      status: "reported",
      number: "GT-2026-1",
      grid: `${eastStreet.slice(0, 12)}004`,
    });
    expect(await act(id, "accept", worker(2))).toMatchObject({
      status: 403,
      body: { code: "grid-events.not-your-grid" },
    });
    expect((await act(id, "accept", worker(1))).body).toMatchObject({
      status: "accepted",
      term: { unit: "working-day" },
    });
    await act(id, "handle-here", worker(1));
    expect(await act(id, "close-here", worker(1), { ...work, proof: { without: "  " } })).toMatchObject({
      status: 400,
    });
    expect((await act(id, "close-here", worker(1), work)).body).toMatchObject({
      status: "closed",
      outcome: "已换灯泡",
    });
    const { body } = await read(id, villager);
    expect(body).toMatchObject({ status: "closed", outcome: "已换灯泡", proof });
    expect(body).not.toHaveProperty("assignments");
    expect((await act(id, "rate", neighbour, { satisfied: true })).status).toBe(404);
    expect((await act(id, "rate", villager, { satisfied: true })).body).toMatchObject({
      status: "rated",
      satisfied: true,
    });
  });

  test("while the A post is away its stand-in acts, and the other does not", async () => {
    const { report, act, post } = await aTownOfMatters();
    await post(`/posts/${eastStreet}-a/mark-absent`, { from: monday, until: monday });
    const id = await report();
    expect((await act(id, "accept", worker(1))).status).toBe(403);
    expect((await act(id, "accept", worker(2))).status).toBe(200);
  });

  test("the part's own worker goes before the one of the whole", async () => {
    const { report, act, assign } = await aTownOfMatters();
    await assign(`${eastStreet.slice(0, 12)}004`, "a", "grid-worker-3");
    const id = await report();
    expect((await act(id, "accept", worker(1))).status).toBe(403);
    expect((await act(id, "accept", worker(3))).status).toBe(200);
  });

  test("in a gap, and with an address alone, it is taken and waits on the dispatcher's list", async () => {
    const town = aGridTown();
    await town.adopt(monday, mapWithout(eastStreetPart));
    const address = made.parse((await town.post("/events", light, villager)).body).id;
    const { body } = await town.get("/events", { grid: "none" }, theDispatcher);
    expect(listed.parse(body).items.map(({ id }) => id)).toEqual([address]);
    expect((await town.post(`/events/${address}/accept`, {}, worker(1))).status).toBe(403);
    expect(
      (await town.post(`/events/${address}/locate`, { place: inPart, address: "东街1号" }, theDispatcher)).body,
    ).toMatchObject({
      grid: expect.stringContaining("532302105001"),
    });
    expect((await town.post(`/events/${address}/accept`, {}, theDispatcher)).status).toBe(200);
  });

  test("outside of the town it is refused, swapped axes are named", async () => {
    const { post } = await aTownOfMatters();
    const at = (lng: number, lat: number) => post("/events", { ...light, place: { lng, lat } }, villager);
    expect(await at(102.1, 25.1)).toMatchObject({ status: 422, body: { code: "grid-events.outside-the-town" } });
    expect(await at(25.1, 101.9)).toMatchObject({ status: 422, body: { code: "grid-events.axes-swapped" } });
  });
});

describe("G2: a matter that a unit handles", () => {
  test("dispatched to a named person, handed in, verified by the worker of the grid", async () => {
    const { dispatched, act, read, get } = await aTownOfMatters();
    const id = await dispatched();
    expect((await read(id, centre)).status).toBe(404);
    expect((await read(id, { ...officer, sub: "officer-2" })).status).toBe(404);
    expect(listed.parse((await get("/events", {}, officer)).body).items).toMatchObject([{ id }]);
    expect(listed.parse((await get("/events", {}, { ...officer, sub: "officer-2" })).body).items).toEqual([]);
    await act(id, "start", officer);
    await act(id, "hand-in", officer, work);
    expect((await act(id, "close", worker(2))).status).toBe(403);
    expect((await act(id, "rework", worker(1), { reasons })).body).toMatchObject({ status: "rework" });
    await act(id, "start", officer);
    await act(id, "hand-in", officer, work);
    expect((await act(id, "close", worker(1))).body).toMatchObject({ status: "closed" });
  });

  test("a person the town does not know handles nothing for one of its offices", async () => {
    const { report, act } = await aTownOfMatters();
    const id = await report();
    await act(id, "accept", worker(1));
    await act(id, "file", theDispatcher);
    expect(await act(id, "dispatch", theDispatcher, { unit: "enforcement-team", person: "nobody" })).toMatchObject({
      status: 422,
      body: { code: "grid-events.unknown-worker" },
    });
  });

  test("for a company the dispatcher records what it did, and then does not verify it", async () => {
    const { dispatched, act } = await aTownOfMatters();
    const id = await dispatched({ unit: "road-company" });
    await act(id, "start", theDispatcher);
    await act(id, "hand-in", theDispatcher, work);
    expect(await act(id, "close", theDispatcher)).toMatchObject({
      status: 403,
      body: { code: "grid-events.handler-cannot-verify" },
    });
    expect((await act(id, "close", worker(1))).body).toMatchObject({ status: "closed" });
    const own = await dispatched();
    expect((await act(own, "start", theDispatcher)).status).toBe(403);
  });

  test("the wrong unit returns it; redirected, the first unit no longer reads it", async () => {
    const { dispatched, act, read } = await aTownOfMatters();
    const id = await dispatched();
    expect((await act(id, "return", officer, { reasons })).body).toMatchObject({ status: "returned" });
    expect((await act(id, "dispatch", theDispatcher, { unit: "service-centre" })).status).toBe(200);
    expect((await act(id, "redirect", theDispatcher, { unit: "road-company", reasons })).status).toBe(200);
    expect((await read(id, centre)).status).toBe(404);
  });

  test("a pause lets the clock stand; its end moves both terms; the category sets another", async () => {
    const { dispatched, act, runtime } = await aTownOfMatters();
    const id = await dispatched();
    expect((await act(id, "pause", officer, { reason: "weather", reasons })).body).toMatchObject({
      term: { due: null },
    });
    runtime.setClock("2026-03-04T02:00:00.000Z");
    expect((await act(id, "resume", officer)).body).toMatchObject({ term: { pausedMinutes: 2880 } });
    expect(await act(id, "resume", officer)).toMatchObject({ status: 422, body: { code: "grid-events.no-pause" } });
    expect(
      (await act(id, "recategorise", theDispatcher, { category: "illegal-building", urgency: "urgent", reasons })).body,
    ).toMatchObject({ category: "illegal-building", term: { length: 3 } });
  });

  test("time tells once that a term is near its end and late, and decides nothing", async () => {
    const { dispatched, read, runtime, clockwork } = await aTownOfMatters();
    const id = await dispatched();
    runtime.setClock("2026-03-10T02:00:00.000Z");
    await clockwork();
    expect((await read(id, worker(1))).body).toMatchObject({ status: "dispatched", late: true });
    const types = (await runtime.store.history(gridEvent, id)).map(({ type }) => type);
    expect(types.filter((type) => type.endsWith("overdue"))).toEqual([
      "grid-events.event.unit-overdue",
      "grid-events.event.overdue",
    ]);
  });
});

describe("the end and afterwards", () => {
  test("not taken on: the reporter reads why", async () => {
    const { report, act, read } = await aTownOfMatters();
    const id = await report();
    await act(id, "accept", worker(1));
    await act(id, "reject", theDispatcher, { ground: "untrue", reasons: "现场路灯正常" });
    expect((await read(id, villager)).body).toMatchObject({ rejected: { ground: "untrue", reasons: "现场路灯正常" } });
  });

  test("taken back by its reporter, taken up again by him within the window", async () => {
    const { report, act } = await aTownOfMatters();
    const first = await report();
    expect((await act(first, "withdraw", villager)).body).toMatchObject({ status: "withdrawn" });
    const second = await report();
    await act(second, "accept", worker(1));
    await act(second, "handle-here", worker(1));
    await act(second, "close-here", worker(1), work);
    expect((await act(second, "reopen", neighbour, { reasons })).status).toBe(404);
    expect((await act(second, "reopen", villager, { reasons })).body).toMatchObject({ status: "accepted", round: 2 });
  });
});

describe("P-1: who reported", () => {
  test("is in no view, list, history or published event; a dispatcher reads it for a reason on record", async () => {
    const { report, act, read, get, heard } = await aTownOfMatters();
    const told = { from: "hotline", caller: { name: "欧阳娜娜", phone: "13812345678" } };
    const id = await report(theDispatcher, told);
    const own = await report();
    const all = [
      await read(id, theLeader),
      await read(own, worker(1)),
      await get("/events", {}, theDispatcher),
      await get(`/events/${id}/history`, {}, theDispatcher),
      heard.map(({ data }) => data),
    ];
    expect(JSON.stringify(all)).not.toMatch(/欧阳|138123/);
    expect(JSON.stringify([all[1], all[2], all[4]])).not.toMatch(/resident-1/);
    expect(await act(id, "disclose", theDispatcher, { reason: "核实现场情况" })).toMatchObject({
      status: 200,
      body: { contact: { name: "欧阳娜娜", phone: "13812345678" } },
    });
    expect((await act(id, "disclose", worker(1), { reason: "核实现场情况" })).status).toBe(403);
    expect((await act(own, "disclose", theDispatcher, { reason: "核实现场情况" })).body).not.toHaveProperty("contact");
  });

  test("a resident lists and reads his own alone", async () => {
    const { report, get, read } = await aTownOfMatters();
    const id = await report();
    await report(neighbour);
    expect(listed.parse((await get("/events", {}, villager)).body).items.map((one) => one.id)).toEqual([id]);
    expect((await read(id, neighbour)).status).toBe(404);
  });
});

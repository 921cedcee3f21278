import { describe, expect, test } from "vitest";
import * as z from "zod";
import { eastStreet, theDispatcher, worker } from "../grid-town.ts";
import { anOfflineTown, light, place } from "./offline-town.ts";

const answer = z.object({
  grids: z.array(z.string()),
  items: z.array(z.looseObject({ id: z.string(), status: z.string(), version: z.number() })),
  removed: z.array(z.string()),
  next: z.string(),
  more: z.boolean(),
});
const elsewhere = { lng: 101.8498, lat: 25.1584 };

async function aTownOfChanges() {
  const town = await anOfflineTown();
  const report = async (more: object = {}) =>
    String((await town.post("/events", { ...light, ...more }, theDispatcher)).body.id);
  const changes = async (since?: string, by = worker(1)) =>
    answer.parse((await town.get("/changes", since === undefined ? {} : { since }, by)).body);
  const later = (minutes: number) =>
    town.runtime.setClock(new Date(Date.parse(town.runtime.clock()) + minutes * 60_000).toISOString());
  const act = (id: string, verb: string, body: object = {}) => town.post(`/events/${id}/${verb}`, body, theDispatcher);
  return { ...town, report, changes, later, act };
}

describe("G2: a worker's copy of his grids", () => {
  test("begins with what is open, and then holds what changed since", async () => {
    const { report, changes, later, act } = await aTownOfChanges();
    const [one, other] = [await report(), await report()];
    await report({ place: elsewhere });
    const first = await changes();
    expect(first.grids).toContain(eastStreet);
    expect(first.items.map(({ id }) => id).toSorted()).toEqual([one, other].toSorted());
    later(10);
    const second = await changes(first.next);
    later(10);
    expect(await changes(second.next)).toMatchObject({ items: [], removed: [], more: false });
    await act(one, "accept");
    later(10);
    const third = await changes(second.next);
    expect(third.items).toMatchObject([{ id: one, status: "accepted", version: 2 }]);
    expect((await changes(third.next)).items).toEqual([]);
  });

  test("what was written in the same minute is told again rather than lost", async () => {
    const { report, changes } = await aTownOfChanges();
    const first = await changes();
    const id = await report();
    expect((await changes(first.next)).items.map((one) => one.id)).toEqual([id]);
  });

  test("what moved to another grid is to be removed, and comes to the worker of that one", async () => {
    const { report, changes, later, act, assign } = await aTownOfChanges();
    await assign("532302105208001", "a", "grid-worker-3");
    const id = await report();
    const [mine, his] = [await changes(), await changes(undefined, worker(3))];
    later(10);
    expect((await act(id, "locate", { place: elsewhere, address: "某村" })).status).toBe(200);
    expect(await changes(mine.next)).toMatchObject({ items: [], removed: [id] });
    expect((await changes(his.next, worker(3))).items.map((one) => one.id)).toEqual([id]);
    later(10);
    await act(id, "locate", { place, address: "东街1号" });
    const back = await changes((await changes(mine.next)).next);
    expect(back).toMatchObject({ items: [{ id }], removed: [] });
  });

  test("a grid that is another one's now takes its matters with it; who gets it gets all that is open", async () => {
    const { report, changes, post, runtime } = await aTownOfChanges();
    const id = await report();
    const [mine, his] = [await changes(), await changes(undefined, worker(2))];
    expect(his.items).toEqual([]);
    await post(`/posts/${eastStreet}-a/relieve`, { last: "2026-03-02" }, theDispatcher);
    runtime.setClock("2026-03-03T02:00:00.000Z");
    expect(await changes(mine.next)).toMatchObject({ grids: [], items: [], removed: [id] });
    expect((await changes(his.next, worker(2))).items.map((one) => one.id)).toEqual([id]);
  });

  test("more than a page is read to its end, each matter once", async () => {
    const { report, changes } = await aTownOfChanges();
    const made: string[] = [];
    for (let at = 0; at < 51; at += 1) made.push(await report());
    const first = await changes();
    expect(first.more).toBe(true);
    const second = await changes(first.next);
    expect(second.more).toBe(false);
    const all = [...first.items, ...second.items].map(({ id }) => id);
    expect(all.toSorted()).toEqual(made.toSorted());
  });

  test("an answer that tells the same has the same ETag, also a minute later", async () => {
    const { get, later, report } = await aTownOfChanges();
    const etag = async () => (await get("/changes", {}, worker(1))).headers.etag;
    const before = await etag();
    later(1);
    expect(await etag()).toBe(before);
    await report();
    expect(await etag()).not.toBe(before);
  });

  test("what another one was given opens nothing, nor does anything altered", async () => {
    const { get, changes } = await aTownOfChanges();
    const { next } = await changes();
    for (const since of [`${next}A`, "x"])
      expect(await get("/changes", { since }, worker(1))).toMatchObject({
        status: 422,
        body: { code: "request.bad-cursor" },
      });
    expect((await get("/changes", { since: next }, worker(2))).status).toBe(422);
    expect((await get("/changes", {}, theDispatcher)).status).toBe(403);
  });
});

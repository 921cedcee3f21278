import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { isDrawn } from "../../../services/grid-events/events/sample-seed.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const today = "2026-03-02";
const place = { lng: 101.97, lat: 25.125 };
const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号", place };
const work = { outcome: "已换灯泡", proof: { without: "夜间无光" } };
const made = z.object({ id: z.string() });
const rows = z.object({ items: z.array(made) });
const seeded = z.object({ commitment: z.string(), seed: z.string().optional() });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const share = (seed: string, id: string) => Number.parseInt(sha256(`${seed}|${id}`).slice(0, 8), 16) / 2 ** 32;

/** A town in which a worker has solved so many matters today. */
async function aTownThatSolved(number: number) {
  const town = aGridTown();
  await town.adopt(today);
  await town.assign(eastStreet, "a", "grid-worker-1");
  const act = (id: string, verb: string, by: Actor, body: object = {}) => town.post(`/events/${id}/${verb}`, body, by);
  const ids: string[] = [];
  for (let at = 0; at < number; at += 1) {
    // Its key makes the id, and with it the draw, the same in each run.
    const key = { "idempotency-key": `street-light-${at}` };
    const id = made.parse((await town.post("/events", light, worker(2), key)).body).id;
    for (const verb of ["accept", "handle-here"]) await act(id, verb, worker(1));
    await act(id, "close-here", worker(1), work);
    ids.push(id);
  }
  const seed = async () => seeded.parse((await town.get("/sample-seed", { on: today })).body);
  const waiting = async () =>
    rows.parse((await town.get("/events", { sample: "true", limit: "100" }, theLeader)).body).items;
  const clockwork = clockworkFor(gridEvents, town.runtime);
  return { ...town, ids, act, seed, waiting, clockwork };
}

describe("G2: a sample of what was solved in the grid", () => {
  test("is drawn after the day by its seed, as anybody can reckon; until then only the digest of the seed is told", async () => {
    const { ids, seed, waiting, clockwork, runtime } = await aTownThatSolved(40);
    const before = await seed();
    expect(before.seed).toBeUndefined();
    runtime.setClock("2026-03-02T15:59:59.999Z");
    await clockwork();
    expect([(await seed()).seed, await waiting()]).toEqual([undefined, []]);
    runtime.setClock("2026-03-02T16:00:00.000Z");
    await clockwork();
    const { seed: told = "", commitment } = await seed();
    expect([commitment, sha256(told)]).toEqual([before.commitment, before.commitment]);
    const expected = ids.filter((id) => share(told, id) < 0.1).toSorted();
    expect((await waiting()).map(({ id }) => id).toSorted()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test("is checked by another person, once: neither who solved it nor who reported it", async () => {
    const { ids, act, waiting, clockwork, runtime, get } = await aTownThatSolved(40);
    const check = { right: false, notes: "路灯仍不亮" };
    expect(await act(ids[0] ?? "", "check-sample", worker(3), check)).toMatchObject({
      status: 409,
      body: { code: "grid-events.not-in-the-sample" },
    });
    runtime.setClock("2026-03-03T02:00:00.000Z");
    await clockwork();
    const [{ id } = { id: "" }] = await waiting();
    for (const by of [worker(1), worker(2)])
      expect(await act(id, "check-sample", by, check)).toMatchObject({
        status: 403,
        body: { code: "grid-events.handler-cannot-verify" },
      });
    expect((await act(id, "check-sample", worker(3), check)).body).toMatchObject({
      sample: { drawn: true, right: false },
    });
    expect((await act(id, "check-sample", theDispatcher, check)).status).toBe(422);
    expect((await waiting()).map((one) => one.id)).not.toContain(id);
    expect((await act(id, "reopen", theDispatcher, { reasons: "抽查不属实" })).body).not.toHaveProperty("sample");
    expect((await get(`/events/${id}`, {}, theLeader)).body).toMatchObject({ round: 2 });
  });
});

test("about so many in a hundred are drawn, and all or none at the ends", () => {
  const ids = Array.from({ length: 5_000 }, (_none, at) => `E${at}`);
  const drawn = (percent: number) => ids.filter((id) => isDrawn("SEED", id, percent)).length;
  expect([drawn(0), drawn(100)]).toEqual([0, 5_000]);
  expect(drawn(10)).toBeGreaterThan(400);
  expect(drawn(10)).toBeLessThan(600);
});

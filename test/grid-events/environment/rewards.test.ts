import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { sourceOf } from "../../../shared/messaging/index.ts";
import { deliverAllOf, handTo } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
const neighbour: Actor = { sub: "resident-2", name: "邻居", roles: ["resident"] };
const made = z.object({ id: z.string() });
const own = z.object({ status: z.string(), sumFen: z.int(), code: z.string().optional() });
const litter = { category: "litter", urgency: "ordinary", text: "乱倒垃圾", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };
const reasons = "举报属实";

async function aTownThatRewards() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const act = async (id: string, by: Actor, verb: string, body: object = {}) =>
    expect((await town.post(`/events/${id}/${verb}`, body, by)).status).toBe(200);
  const settle = async (id: string) => {
    for (const verb of ["accept", "handle-here"]) await act(id, worker(1), verb);
    await act(id, worker(1), "close-here", { outcome: "已清", proof: { without: "夜间无光" } });
    return id;
  };
  const report = async (by: Actor = villager, more: object = {}) =>
    made.parse((await town.post("/events", { ...litter, place, ...more }, by)).body).id;
  const suggest = (event: string, sumFen = 5000, by: Actor = theDispatcher) =>
    town.post("/rewards", { event, sumFen, reasons }, by);
  const decide = (id: string, verb: string, by: Actor = theLeader, body: object = {}) =>
    town.post(`/rewards/${id}/${verb}`, body, by);
  const granted = async (event: string) => {
    const { id } = made.parse((await suggest(event)).body);
    expect((await decide(id, "grant")).status).toBe(200);
    return id;
  };
  const mine = (event: string, by: Actor = villager) => town.get(`/events/${event}/reward`, {}, by);
  const paid = (reward: string) =>
    handTo(
      gridEvents.subscriptions,
      {
        ...{ specversion: "1.0", id: "reward-payout/1/1", type: "finance.reward.paid", subject: "reward-payout/1" },
        ...{ source: sourceOf(town.runtime.town.code, "finance"), datacontenttype: "application/json", actor: "town" },
        ...{ time: town.runtime.clock(), sequence: 1, data: { reward, on: "2026-03-03" } },
      },
      town.runtime,
    );
  return { ...town, act, settle, report, suggest, decide, granted, mine, paid };
}

describe("G11: a reward for who reported", () => {
  let town: Awaited<ReturnType<typeof aTownThatRewards>>;
  beforeAll(async () => {
    town = await aTownThatRewards();
  });

  test("only for a matter that is settled, of a rewarded category, up to its sum, from outside of the house", async () => {
    const { report, settle, suggest } = town;
    const open = await report();
    expect((await suggest(open)).body).toMatchObject({ code: "grid-events.reward-not-closed" });
    expect((await suggest("0000000000000000")).body).toMatchObject({ code: "grid-events.reward-not-closed" });
    await settle(open);
    expect((await suggest(open, 5001)).body).toMatchObject({ code: "grid-events.reward-too-high" });
    const lamp = await settle(await report(villager, { category: "street-light" }));
    expect((await suggest(lamp)).body).toMatchObject({ code: "grid-events.reward-category" });
    const byWorker = await settle(await report(worker(1)));
    expect((await suggest(byWorker)).body).toMatchObject({ code: "grid-events.reward-no-outsider" });
    expect((await suggest(open, 5000)).status).toBe(201);
    expect((await suggest(open, 100)).status).toBe(409);
  });

  test("who proposed it does not grant it, and nobody decides on a reward of his own", async () => {
    const { report, settle, suggest, decide } = town;
    const both: Actor = { ...theDispatcher, roles: ["dispatcher", "leader"] };
    const { id } = made.parse((await suggest(await settle(await report()), 1000, both)).body);
    expect((await decide(id, "grant", both)).body).toMatchObject({ code: "grid-events.reward-two-people" });
    const himself: Actor = { ...theLeader, sub: "resident-1" };
    expect((await decide(id, "grant", himself)).body).toMatchObject({ code: "grid-events.reward-own-report" });
    const asDispatcher: Actor = { ...theDispatcher, sub: "resident-1" };
    expect((await suggest(await settle(await report()), 1000, asDispatcher)).body).toMatchObject({
      code: "grid-events.reward-own-report",
    });
    expect((await decide(id, "turn-down", theLeader, { reasons })).body).toMatchObject({ status: "turned-down" });
    expect((await decide(id, "grant")).body).toMatchObject({ code: "grid-events.reward-not-in-this-state" });
  });

  test("what is published is the digest of the code and the sum; the code opens it, and the table holds no code", async () => {
    const { report, settle, granted, mine, heard } = town;
    const event = await settle(await report());
    const id = await granted(event);
    const read = own.parse((await mine(event)).body);
    const told = heard.find(({ type, id: of }) => type === "grid-events.reward.granted" && of === id);
    expect(told?.data).toEqual({
      codeDigest: createHash("sha256")
        .update(read.code ?? "")
        .digest("hex"),
      sumFen: 5000,
      on: "2026-03-02",
    });
    expect(id).not.toContain(event);
    const kept = JSON.stringify(heard.filter(({ aggregate }) => aggregate === "reward"));
    expect(kept).not.toContain(read.code);
    expect(kept).not.toMatch(/resident-1|欧阳娜娜/);
  });

  test("its reporter alone reads the code, until it is paid; told twice, it is paid once", async () => {
    const { report, settle, granted, mine, paid, get, decide } = town;
    const event = await settle(await report());
    expect((await mine(event)).status).toBe(404);
    const id = await granted(event);
    expect((await mine(event, neighbour)).status).toBe(404);
    expect((await mine(event, theLeader)).status).toBe(403);
    expect(JSON.stringify((await get(`/rewards/${id}`, {}, theLeader)).body)).not.toMatch(/"code"|resident-1/);
    expect([await paid(id), await paid(id)]).toEqual([[], []]);
    expect(own.parse((await mine(event)).body)).toMatchObject({ status: "paid" });
    expect((await mine(event)).body).not.toHaveProperty("code");
    expect((await decide(id, "withdraw", theLeader, { reasons })).body).toMatchObject({
      code: "grid-events.reward-not-in-this-state",
    });
    expect(await paid("UNKNOWN")).toEqual([]);
  });

  test("taken back before it is paid, it has no code; what was paid all the same is noted", async () => {
    const { report, settle, granted, mine, paid, decide, get } = town;
    const event = await settle(await report());
    const id = await granted(event);
    await decide(id, "withdraw", theLeader, { reasons });
    expect((await mine(event)).body).not.toHaveProperty("code");
    await paid(id);
    expect((await get(`/rewards/${id}`, {}, theLeader)).body).toMatchObject({ status: "paid" });
    const suggested = made.parse((await town.suggest(await settle(await report()))).body).id;
    await paid(suggested);
    expect((await get(`/rewards/${suggested}`, {}, theLeader)).body).toMatchObject({ status: "suggested" });
  });

  test("a matter taken up again meanwhile is not rewarded", async () => {
    const { report, settle, suggest, decide, act } = town;
    const event = await settle(await report());
    const { id } = made.parse((await suggest(event)).body);
    await act(event, theDispatcher, "reopen", { reasons: "又倒了" });
    expect((await decide(id, "grant")).body).toMatchObject({ code: "grid-events.reward-not-closed" });
  });

  test("who gave no name reads it by his receipt; another secret finds nothing", async () => {
    const { settle, granted, post, get, runtime, heard } = town;
    const told = z.object({ receipt: z.string() }).parse((await post("/unnamed-reports", { ...litter, place })).body);
    const event = told.receipt.split("-")[0] ?? "";
    await settle(event);
    const id = await granted(event);
    expect(own.parse((await post("/receipts/reward", { receipt: told.receipt })).body)).toMatchObject({
      status: "granted",
      code: expect.stringMatching(/^[0-9A-F]{20}$/),
    });
    expect((await post("/receipts/reward", { receipt: `${event}-0000000000000000` })).status).toBe(404);
    expect((await get("/rewards", { status: "granted" }, theLeader)).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id })]),
    });
    expect(await deliverAllOf(heard, gridEvents, gridEvents.subscriptions, runtime)).toEqual([]);
  });
});

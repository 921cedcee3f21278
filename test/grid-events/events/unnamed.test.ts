import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { networkOf, reportSource } from "../../../services/grid-events/events/domain/report-source.ts";
import { answerTo } from "../../../services/grid-events/events/domain/told.ts";
import { reportUnnamed } from "../../../services/grid-events/events/unnamed.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { town } from "../../support/deciding.ts";
import { talkTo } from "../../support/http.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";
import { accepted, closed, dispatched } from "./builders.ts";

const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮，我家门口", address: "东街1号" };
const place = { lng: 101.97, lat: 25.125 };
const given = z.object({ receipt: z.string() });
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const reasons = "仍然不亮";

async function aTownWithReceipts() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  const open = talkTo(gridEvents, town.runtime);
  const say = (path: string, body: object, headers: Record<string, string> = {}) =>
    open({ method: "POST", path: `/grid-events${path}`, body: JSON.stringify(body), headers });
  const report = (more: object = {}, headers: Record<string, string> = {}) =>
    say("/unnamed-reports", { ...light, place, ...more }, headers);
  const act = (receipt: string, verb: string, by: Actor, body: object = {}) =>
    town.post(`/events/${receipt.slice(0, 16)}/${verb}`, body, by);
  return { ...town, say, report, act };
}
const receiptIn = (answer: { readonly body: unknown }) => given.parse(answer.body).receipt;

describe("G2: a report without a name", () => {
  test("is answered with a receipt that opens state and answers; each step is told by the town's text", async () => {
    const { report, say, act } = await aTownWithReceipts();
    const made = await report();
    expect(made).toMatchObject({ status: 201, body: { status: "reported", number: "GT-2026-1", told: [] } });
    const receipt = receiptIn(made);
    await act(receipt, "accept", worker(1));
    expect((await say("/receipts", { receipt })).body).toMatchObject({
      status: "accepted",
      told: [{ status: "accepted", text: { zh: "您反映的GT-2026-1号事项已受理，最迟2026-03-05 23:59前办结。" } }],
    });
    await act(receipt, "handle-here", worker(1));
    await act(receipt, "close-here", worker(1), { outcome: "已换灯泡", proof: { without: "夜间无光" } });
    const { body } = await say("/receipts", { receipt });
    expect(body).toMatchObject({ status: "closed", outcome: "已换灯泡", told: [{}, { status: "closed" }] });
    expect(JSON.stringify(body)).not.toMatch(/我家门口|grid-worker|东街/);
    expect((await say("/receipts/rate", { receipt, satisfied: false })).body).toMatchObject({ satisfied: false });
    expect((await say("/receipts/reopen", { receipt, reasons })).body).toMatchObject({ status: "accepted", round: 2 });
    expect((await say("/receipts/withdraw", { receipt })).body).toMatchObject({ status: "withdrawn" });
  });

  test("opens for its own secret alone: another's, a guess and a report with a name find nothing", async () => {
    const { report, say, post } = await aTownWithReceipts();
    const [one, other] = [receiptIn(await report()), receiptIn(await report({ text: "另一盏路灯" }))];
    const named = z.object({ id: z.string() }).parse((await post("/events", { ...light, place }, villager)).body).id;
    const forged = [
      `${one.slice(0, 16)}-${other.slice(17)}`,
      `${one.slice(0, 16)}-${"0".repeat(16)}`,
      `${named}-${one.slice(17)}`,
    ];
    for (const receipt of forged)
      for (const [path, more] of [
        ["/receipts", {}],
        ["/receipts/withdraw", {}],
        ["/receipts/rate", { satisfied: true }],
      ] as const)
        expect((await say(path, { receipt, ...more })).status).toBe(404);
    expect((await say("/receipts", { receipt: "x" })).status).toBe(400);
  });

  test("the secret is nowhere: not in the table, no event, view or list of the house", async () => {
    const { report, act, runtime, heard, get } = await aTownWithReceipts();
    const receipt = receiptIn(await report());
    const id = receipt.slice(0, 16);
    await act(receipt, "accept", worker(1));
    const all = [
      await runtime.store.history(gridEvent, id),
      (await runtime.store.load(gridEvent, id))?.state,
      heard,
      (await get(`/events/${id}`, {}, theLeader)).body,
      (await get("/events", { status: "accepted" }, theDispatcher)).body,
      (await runtime.store.table.scan({ limit: 1_000 })).items,
    ];
    expect(JSON.stringify(all)).not.toContain(receipt.slice(17));
    expect(JSON.stringify(all)).not.toContain("127.0.0.1");
    expect(JSON.stringify((await runtime.store.load(gridEvent, id))?.state.reporter.receipt)).toMatch(/[0-9A-F]{32}/);
  });

  test("sent again under its key it is one matter with the same receipt; another matter under it is refused", async () => {
    const { report, get } = await aTownWithReceipts();
    const key = { "idempotency-key": "once" };
    const [first, again] = [await report({}, key), await report({}, key)];
    expect(receiptIn(again)).toBe(receiptIn(first));
    expect((await report({ text: "另一件事情" }, key)).status).toBe(422);
    expect((await get("/events", {}, theDispatcher)).body.items).toHaveLength(1);
  });

  test("only what the town offers to everybody", async () => {
    const { report } = await aTownWithReceipts();
    expect(await report({ category: "dispute" })).toMatchObject({
      status: 422,
      body: { code: "grid-events.category-not-public" },
    });
  });
});

describe("so many reports of one source on a day", () => {
  test("the number of the profile, and not one more (429); the next day there are more", async () => {
    const { report, runtime } = await aTownWithReceipts();
    const most = town.gridEvents.reportsPerDay.unnamed;
    for (let at = 0; at < most; at += 1) expect((await report({ text: `第${at}盏` })).status).toBe(201);
    expect(await report()).toMatchObject({ status: 429, body: { code: "grid-events.too-many-reports" } });
    runtime.setClock("2026-03-02T15:59:59.999Z");
    expect((await report()).status).toBe(429);
    runtime.setClock("2026-03-02T16:00:00.000Z");
    expect((await report()).status).toBe(201);
  });

  test("a crowd at once passes no limit; another network is not held up", async () => {
    const { runtime } = await aTownWithReceipts();
    const most = town.gridEvents.reportsPerDay.unnamed;
    const report = { ...light, pictures: [], mapped: undefined };
    const from = (source: string) => reportUnnamed(runtime, { report, source, key: undefined });
    const all = await Promise.all(Array.from({ length: most + 3 }, () => from("10.0.0.1")));
    expect(all.filter(({ outcome }) => outcome.kind === "done")).toHaveLength(most);
    expect((await from("10.0.0.2")).outcome.kind).toBe("done");
  });

  test("a resident has his own number; the worker of the grid has none", async () => {
    const { post } = await aTownWithReceipts();
    const most = town.gridEvents.reportsPerDay.resident;
    const told = (by: Actor) => post("/events", { ...light, place }, by);
    for (let at = 0; at < most; at += 1) expect((await told(villager)).status).toBe(201);
    expect(await told(villager)).toMatchObject({ status: 429, body: { code: "grid-events.too-many-reports" } });
    for (let at = 0; at <= most; at += 1) expect((await told(worker(1))).status).toBe(201);
  });

  test.each([
    ["10.1.2.3", "::ffff:10.1.2.3"],
    ["2001:db8:1:2:aaaa::1", "2001:0db8:0001:0002::ffff"],
    ["::1", "0:0:0:0:1:2:3:4"],
  ])("%s and %s are one network", (one, other) => expect(networkOf(one)).toBe(networkOf(other)));
  test("two networks of IPv6 are two", () => {
    expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  });
  test("what is kept of a source is a number", () => {
    expect(reportSource.evolve(undefined, { ...counted, sequence: 1, time: "", actor: "nobody" })).toEqual({
      reports: 1,
    });
  });
});
const counted = { type: "grid-events.report-source.counted", data: { as: "unnamed" } } as const;

describe("G2: what the reporter is told", () => {
  test("the text of the category goes before the general one; without one nothing is told", () => {
    const number = { series: "", year: 2026, serial: 1, text: { zh: "GT-1", en: "GT-1" } };
    const told = (category: string, of = town) => answerTo({ number, category }, "accepted", { town: of }).answer?.zh;
    expect(told("fire")).toContain("远离危险");
    expect(told("street-light")).toContain("GT-1号事项已受理");
    const silent = { ...town, gridEvents: { ...town.gridEvents, answers: [] } };
    expect(told("fire", silent)).toBeUndefined();
  });
  test("each answer is kept as it was told", () => {
    expect(accepted().state.told.map(({ status }) => status)).toEqual(["accepted"]);
    expect(dispatched().state.told.map(({ status }) => status)).toEqual(["accepted", "dispatched"]);
    expect(closed().state.told.map(({ status }) => status)).toEqual(["accepted", "dispatched", "closed"]);
  });
});

import { expect, test } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../services/grid-events/service.ts";
import { permits } from "../../services/permits/service.ts";
import { complaint } from "../../services/permits/voices/domain/complaint/decider.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { type CloudEvent, toCloudEvent } from "../../shared/messaging/index.ts";
import { appealHolder, handedOverList } from "../../shared/service/complaint-appeal.ts";
import { clockworkFor } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { aGridTown, theDispatcher, theLeader } from "../grid-events/grid-town.ts";
import { aHall } from "../permits/permits-hall.ts";
import { deliverAllOf, handTo, overheard } from "../support/reacting.ts";

const resident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };
const supervisor: Actor = { sub: "supervisor-1", name: "周督查", roles: ["supervisor"], office: "party-government" };
const head: Actor = { sub: "head-social-affairs", name: "负责人", roles: ["approver"], office: "social-affairs" };
const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const secret = "东街三号院门口长期积水";
const contact = { name: "欧阳娜娜", phone: "13812345678" };
const made = z.object({ id: z.string() });
const handed = z.looseObject({ status: z.string(), handedOver: z.looseObject({ appeal: z.string() }) });

/** The hall and the grid, each told what the other publishes, each event twice. */
async function twoServices() {
  const atTheHall: StoredEvent[] = [];
  const hall = await aHall(undefined, {}, overheard("town-permits", atTheHall));
  const grid = aGridTown();
  const published: CloudEvent[] = [];
  const pass = async (
    from: StoredEvent[],
    of: typeof permits,
    own: typeof grid.runtime,
    to: typeof gridEvents,
    other: typeof grid.runtime,
  ) => {
    const told: CloudEvent[] = [];
    const reactions = of.subscriptions.filter(({ type }) => type.startsWith(`${of.name}.complaint`));
    expect(await deliverAllOf(from, of, reactions, own, { heard: (event) => void told.push(event) })).toEqual([]);
    for (const event of told)
      for (let time = 0; time < 2; time += 1) expect(await handTo(to.subscriptions, event, other)).toEqual([]);
    published.push(...told);
  };
  const settle = async () => {
    await pass(atTheHall, permits, hall.runtime, gridEvents, grid.runtime);
    await pass(grid.heard, gridEvents, grid.runtime, permits, hall.runtime);
  };
  const complain = async (by: Actor, more: object = {}) => {
    const body = { against: { kind: "item", item: "PL-018" }, text: secret, contact, ...more };
    return made.parse((await hall.post(by, "/permits/complaints", body)).body).id;
  };
  const handOver = async (id: string, office = "social-affairs") => {
    const answer = await hall.post(supervisor, `/permits/complaints/${id}/hand-over`, { office, reasons: "属镇事项" });
    await settle();
    return answer;
  };
  const complaint = async (id: string, by: Actor) => hall.get(by, `/permits/complaints/${id}`);
  const appealOf = async (id: string) => handed.parse((await complaint(id, supervisor)).body).handedOver.appeal;
  const act = async (appeal: string, verb: string, by: Actor, body: object = {}) => {
    const answer = await grid.post(`/appeals/${appeal}/${verb}`, body, by);
    await settle();
    return answer;
  };
  const turnTo = async (now: string) => {
    for (const { runtime } of [hall, grid]) runtime.setClock(now);
    await clockworkFor(gridEvents, grid.runtime)();
    await settle();
  };
  return { hall, grid, published, settle, complain, handOver, complaint, appealOf, act, turnTo };
}

test("G8: handed over, a complaint is an appeal, once; its person goes on by his login, and each outcome returns", async () => {
  const { grid, hall, published, complain, handOver, complaint, appealOf, act, settle } = await twoServices();
  const id = await complain(resident);
  expect((await handOver(id)).status).toBe(200);
  await settle();
  const appeal = await appealOf(id);
  const seen = await grid.get(`/appeals/${appeal}`, {}, resident);
  expect(seen.body).toMatchObject({
    ...{ status: "received", lead: "social-affairs", channel: "online", receivedOn: "2026-03-02" },
    ...{ number: "广通诉〔2026〕1号", source: { kind: "complaint", id } },
  });
  expect((await complaint(id, resident)).body).toMatchObject({ status: "handed-over", handedOver: { appeal } });
  expect(JSON.stringify((await complaint(id, resident)).body)).toContain(`/grid-events/appeals/${appeal}`);
  // Nobody else opens it, and staff of the house do not speak for him.
  expect((await grid.get(`/appeals/${appeal}`, {}, stranger)).status).toBe(404);
  expect((await act(appeal, "withdraw", stranger)).status).toBe(404);

  const to = { sub: head.sub, office: "social-affairs" };
  expect((await act(appeal, "assign", theDispatcher, { to })).status).toBe(200);
  // The office that leads reads what was said where it lies, and who said it for a reason.
  expect((await complaint(id, head)).body).toMatchObject({ text: secret });
  expect((await complaint(id, clerk)).status).toBe(404);
  const reason = { reason: "回访投诉人" };
  expect((await hall.post(head, `/permits/complaints/${id}/contact`, reason)).body).toMatchObject({ contact });
  await act(appeal, "answer", head, { outcome: "explained", text: "已列入计划" });
  expect((await complaint(id, resident)).body).toMatchObject({ handedOver: { stage: "answered" } });
  expect((await act(appeal, "confirm", theDispatcher, { slip: "回1" })).status).toBe(403);
  expect((await act(appeal, "raise", resident, { reasons: "仍然积水" })).body).toMatchObject({ level: "town" });
  expect((await complaint(id, resident)).body).toMatchObject({ handedOver: { stage: "raised" } });
  await act(appeal, "answer", theLeader, { outcome: "solved", text: "已疏通" });
  expect((await act(appeal, "confirm", resident)).body).toMatchObject({ status: "confirmed" });
  expect((await complaint(id, resident)).body).toMatchObject({ status: "closed", handedOver: { stage: "confirmed" } });

  const told = JSON.stringify(published.filter(({ type }) => !type.startsWith("permits.application")));
  expect(told).toContain("permits.complaint.handed-over");
  expect(told).toContain("grid-events.appeal.outcome-told");
  const key = (sub: string) => grid.runtime.keyed("actor", sub, 16);
  expect(told).not.toMatch(new RegExp(`${secret}|${contact.name}|${contact.phone}|resident-1|${key("resident-1")}`));
  expect(JSON.stringify((await grid.get(`/appeals/${appeal}/history`, {}, theDispatcher)).body)).not.toMatch(
    /resident-1|积水/,
  );
});

test("G8: taken down by telephone it has no login: staff record his slip, and silence goes up; the term did not start again", async () => {
  const { grid, complain, handOver, complaint, appealOf, act, turnTo } = await twoServices();
  const id = await complain(clerk, { against: { kind: "window", window: "rural" } });
  await turnTo("2026-03-05T02:00:00.000Z");
  expect((await handOver(id, "service-centre")).status).toBe(422);
  expect((await handOver(id)).status).toBe(200);
  const appeal = await appealOf(id);
  expect((await grid.get(`/appeals/${appeal}`, {}, theDispatcher)).body).toMatchObject({
    ...{ channel: "hotline", receivedOn: "2026-03-02", limit: { due: "2026-03-09" } },
    against: { kind: "unit", office: "service-centre" },
  });
  // It is said against the office of the window: nobody there reads it.
  expect((await grid.get(`/appeals/${appeal}`, {}, clerk)).status).toBe(404);
  await act(appeal, "assign", theDispatcher, { to: { sub: head.sub, office: "social-affairs" } });
  await act(appeal, "answer", head, { outcome: "explained", text: "已整改" });
  expect((await act(appeal, "confirm", theDispatcher, {})).status).toBe(422);
  await turnTo("2026-03-25T02:00:00.000Z");
  expect((await complaint(id, supervisor)).body).toMatchObject({ handedOver: { stage: "raised" } });
  await act(appeal, "answer", theLeader, { outcome: "solved", text: "已整改" });
  expect((await act(appeal, "confirm", theDispatcher, { slip: "回音签1号" })).body).toMatchObject({
    status: "confirmed",
  });
  expect((await complaint(id, supervisor)).body).toMatchObject({ status: "closed" });
});

const rows = z.object({ items: z.array(z.object({ id: z.string() })) });

test("G8: it is in the list of who complained, beside what he asked for himself, and in nobody else's", async () => {
  const { grid, complain, handOver, appealOf } = await twoServices();
  const id = await complain(resident);
  await handOver(id);
  const appeal = await appealOf(id);
  const own = made.parse((await grid.post("/appeals", { text: "路灯不亮" }, resident)).body).id;
  const listOf = async (by: Actor) => rows.parse((await grid.get("/appeals", {}, by)).body).items.map((one) => one.id);
  expect((await listOf(resident)).toSorted()).toEqual([appeal, own].toSorted());
  // Two digits are shared by many: whose list it is, the whole digest says.
  const list = (sub: string) => handedOverList(sub, grid.runtime.keyed);
  const neighbours = Array.from({ length: 2_000 }, (_one, at) => `resident-${at + 2}`);
  const beside = neighbours.find((sub) => list(sub) === list(resident.sub));
  expect(beside).toBeDefined();
  expect(await listOf({ ...resident, sub: beside ?? "" })).toEqual([]);
  expect(await listOf(stranger)).toEqual([]);
});

test("P-8: the digest by which he goes on is told once, and leaves both records when their time is over", async () => {
  const { grid, hall, published, complain, handOver, appealOf, act } = await twoServices();
  const id = await complain(resident);
  await handOver(id);
  const appeal = await appealOf(id);
  const holder = appealHolder(appeal, resident.sub, hall.runtime.keyed);
  const stored = async (of: typeof hall.runtime) => JSON.stringify((await of.store.table.scan({ limit: 2_000 })).items);
  expect(published.find(({ type }) => type === "permits.complaint.handed-over")?.data).toMatchObject({ holder });
  expect(await stored(hall.runtime)).toContain(holder);
  expect((await act(appeal, "withdraw", resident)).status).toBe(200);
  for (const [service, of] of [
    [permits, hall.runtime],
    [gridEvents, grid.runtime],
  ] as const) {
    of.setClock("2060-01-01T02:00:00.000Z");
    const sweep = clockworkFor(service, of);
    while ((await sweep()).done > 0);
    expect(await stored(of)).not.toContain(holder);
  }
  const history = await hall.runtime.store.history(complaint, id);
  const told = history.find(({ type }) => type === "permits.complaint.handed-over");
  expect(told === undefined ? told : toCloudEvent(told, "permits", "1").data).not.toHaveProperty("holder");
  expect(await hall.runtime.store.verify(complaint, id)).toMatchObject({ intact: true });
});

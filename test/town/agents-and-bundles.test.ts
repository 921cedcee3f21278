import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { todayIn } from "../../shared/calendar/index.ts";
import { Hall, type Person, zhangSan } from "./hall.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ papers: false });
});
afterAll(() => hall.close());

const created = z.object({ id: z.string() });
const notices = z.object({ items: z.array(z.object({ kind: z.string(), text: z.object({ zh: z.string() }) })) });
const drawnUp = z.object({ items: z.array(z.object({ id: z.string(), application: z.string() })) });
const today = todayIn(new Date().toISOString());
const inspectors = ["reviewer-economic-development", "reviewer-1"];

/** Something made that begins to be. */
async function made(who: Person, path: string, body: object): Promise<string> {
  const answer = await hall.post(who, path, body);
  expect([path, answer.status, answer.body.code]).toEqual([path, 201, undefined]);
  return created.parse(answer.body).id;
}

async function goes(who: Person, id: string, verb: string, body: object = {}) {
  const answer = await hall.step(who, id, verb, body);
  expect([verb, answer.status, answer.body.code]).toEqual([verb, 200, undefined]);
  return answer.body;
}

async function told(): Promise<string[]> {
  await hall.town.settle();
  const { items } = notices.parse((await hall.get("resident", "/permits/notices")).body);
  return items.map(({ kind }) => kind).toSorted();
}

async function certificateOf(application: string): Promise<string> {
  await hall.town.settle();
  const { items } = drawnUp.parse((await hall.get("issuer", "/permits/certificates?status=drawn-up&limit=100")).body);
  return items.find((one) => one.application === application)?.id ?? "";
}

const issue = (certificate: string, body: object = {}) =>
  hall.post("issuer", `/permits/certificates/${certificate}/issue`, body);

const view = async (id: string) => (await hall.get("clerk", `/permits/applications/${id}`)).body;

const { name, idNumber, phone } = zhangSan;
const authorise = (acts: readonly string[]) =>
  made("clerk", "/permits/authorisations", {
    villager: { name, idNumber, phone },
    resident: "resident-1",
    agent: { sub: "agent-1", name: "李代办" },
    items: ["PS-010"],
    acts,
    proof: { kind: "counter" },
    until: today.add({ months: 3 }).toString(),
  });

test("L9 高龄津贴 through a village agent: authorised at the counter, filed, told, decided, collected, closed", async () => {
  const form = { itemCode: "PS-010", applicant: zhangSan, materials: ["申请表"] };
  const alone = await hall.post("villageAgent", "/permits/applications", form);
  expect([alone.status, alone.body.code]).toEqual([422, "permits.not-authorised"]);
  const toFile = await authorise(["file"]);
  const id = await made("villageAgent", "/permits/applications", { ...form, authorisation: toFile });
  expect(await view(id)).toMatchObject({ status: "received", channel: "agent", missing: [] });
  expect(await told()).toEqual(["agent-filed", "authorised"]);
  expect((await hall.get("villageAgent", `/permits/applications/${id}`)).status).toBe(200);
  await goes("clerk", id, "accept");
  await goes("socialWorker", id, "review", { opinion: "agree", affectsThirdParties: false });
  await goes("socialApprover", id, "decide", { outcome: "granted" });
  const certificate = await certificateOf(id);
  const agentWith = (authorisation: string) => ({ collectedBy: { kind: "agent", authorisation } });
  expect((await issue(certificate, agentWith(toFile))).body).toMatchObject({
    code: "permits.not-authorised",
    errors: [{ pointer: "/collectedBy/authorisation" }],
  });
  const toCollect = await authorise(["collect"]);
  const issued = await issue(certificate, agentWith(toCollect));
  expect([issued.status, issued.body.collectedBy]).toEqual([200, { kind: "agent", authorisation: toCollect }]);
  expect(await told()).toEqual(["accepted", "agent-filed", "authorised", "authorised", "collected", "decided"]);
  expect(await view(id)).toMatchObject({ status: "closed", outcome: "granted" });
});

const form = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      materials: z.array(z.object({ name: z.string(), required: z.boolean(), shared: z.boolean() })),
    }),
  ),
});

test("L12 开小餐饮店一件事: one form, three items; the one that may not be received shows why, the others go on to the end", async () => {
  const suspension = { from: today.toString(), reason: "年度评估" };
  expect((await hall.post("enforcementBureau", "/powers/items/PL-007/suspend", suspension)).status).toBe(200);
  await hall.town.settle();
  const { items } = form.parse((await hall.get(undefined, "/permits/bundle-forms")).body);
  const asked = items.find(({ code }) => code === "YJS03")?.materials ?? [];
  const materials = asked.filter(({ required, shared }) => required && !shared).map((one) => one.name);
  const merged = "开小餐饮店一件事申请表";
  expect(materials.filter((one) => one.includes("申请"))).toEqual([merged]);
  const bundle = await made("clerk", "/permits/bundles", {
    ...{ bundle: "YJS03", applicant: zhangSan },
    materials: materials.filter((one) => one !== merged),
  });
  const progress = async () => {
    await hall.town.settle();
    return (await hall.get("clerk", `/permits/bundles/${bundle}`)).body;
  };
  const refused = { item: "PL-007", status: "not-received", refusal: { code: "permits.power-not-in-force" } };
  const filed = await progress();
  expect(filed).toMatchObject({
    ...{ status: "open", progress: { parts: 3, over: 1, notReceived: 1 } },
    parts: [{ item: "PS-069", status: "received" }, { item: "PL-025", status: "received" }, refused],
    missing: [{ name: merged, items: ["PS-069", "PL-025"], notified: false }],
  });
  const body = { materials: [{ name: merged }] };
  expect((await hall.post("clerk", `/permits/bundles/${bundle}/bring`, body)).status).toBe(200);
  const taken = { brought: [{ outcome: "taken" }] };
  expect(await progress()).toMatchObject({
    parts: [{ ...taken, onTheSpot: { now: true } }, taken, { brought: [{ outcome: "refused" }] }],
    missing: [],
  });
  const parts = z.object({ parts: z.array(z.object({ application: z.string().optional() })) }).parse(filed).parts;
  const [business = "", food = "", advertising] = parts.map(({ application }) => application);
  expect(advertising).toBeUndefined();
  await goes("marketApprover", business, "decide-at-once", { outcome: "granted" });
  expect((await issue(await certificateOf(business))).status).toBe(200);
  await goes("clerk", food, "accept");
  expect(await progress()).toMatchObject({
    ...{ status: "open", progress: { parts: 3, over: 2, notReceived: 1 } },
    parts: [{ status: "closed" }, { status: "accepted" }, refused],
  });
  await goes("marketReviewer", food, "review", { opinion: "agree", inspectors, affectsThirdParties: false });
  await goes("reviewer", food, "confirm-survey");
  await goes("marketReviewer", food, "review", { opinion: "agree", affectsThirdParties: false });
  await goes("marketApprover", food, "decide", { outcome: "granted" });
  expect((await issue(await certificateOf(food))).status).toBe(200);
  expect(await progress()).toMatchObject({
    ...{ status: "done", progress: { parts: 3, over: 3, notReceived: 1 } },
    parts: [{ status: "closed" }, { status: "closed" }, refused],
  });
});

test("nothing was set aside on the way", async () => {
  expect((await hall.get("operator", "/permits/parked")).body).toEqual({ items: [] });
});

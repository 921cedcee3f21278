import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { type CloudEvent, messageOf } from "../../shared/messaging/index.ts";
import { queueName } from "../../shared/service/index.ts";
import { Hall, type Person, zhangSan } from "./hall.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(() => hall.close());

const neighbouringTown = "532302102000";
const papers = z.object({ items: z.array(z.object({ kind: z.string(), status: z.string() })) });
const drawnUp = z.object({ items: z.array(z.object({ id: z.string(), application: z.string() })) });

const view = async (id: string) => (await hall.get("clerk", `/permits/applications/${id}`)).body;

/** A step that succeeds; answers the case as it then is. */
async function goes(who: Person, id: string, verb: string, body: unknown = {}) {
  const answer = await hall.step(who, id, verb, body);
  expect([verb, answer.status, answer.body.code]).toEqual([verb, 200, undefined]);
  return answer.body;
}

/** A step that is refused; answers with what code. */
async function refused(who: Person, id: string, verb: string, body: unknown = {}) {
  const answer = await hall.step(who, id, verb, body);
  return [answer.status, answer.body.code];
}

/** The certificate of a granted case, once it is drawn up. */
async function certificateOf(id: string): Promise<string> {
  await hall.town.settle();
  const { items } = drawnUp.parse((await hall.get("issuer", "/permits/certificates?status=drawn-up&limit=100")).body);
  return items.find(({ application }) => application === id)?.id ?? "";
}

const issue = (certificate: string) => hall.post("issuer", `/permits/certificates/${certificate}/issue`);

async function papersOf(id: string): Promise<string[]> {
  await hall.town.settle();
  const { items } = papers.parse((await hall.get("clerk", `/permits/applications/${id}/documents`)).body);
  expect(items.map(({ status }) => status)).toEqual(items.map(() => "drawn-up"));
  return items.map(({ kind }) => kind).toSorted();
}

const inspectors = ["reviewer-2", "reviewer-1"];

test("宅基地审批 homestead: surveyed by two, heard by two offices, decided by the town, certificate, published", async () => {
  const id = await hall.receive("PL-001");
  expect(await refused("planningApprover", id, "decide", { outcome: "granted" })).toEqual([
    409,
    "permits.not-in-this-state",
  ]);
  const accepted = await goes("clerk", id, "accept");
  expect(accepted).toMatchObject({ status: "accepted", receipt: { seal: { zh: expect.stringContaining("专用章") } } });
  const survey = { opinion: "agree", affectsThirdParties: false };
  expect(await refused("planner", id, "review", { ...survey, inspectors: ["reviewer-2"] })).toEqual([
    422,
    "permits.two-inspectors",
  ]);
  await goes("planner", id, "review", { ...survey, inspectors });
  expect(await refused("planner", id, "confirm-survey")).toEqual([422, "permits.survey-signed-by-you"]);
  await goes("reviewer", id, "confirm-survey");
  await goes("planner", id, "consult", { offices: ["agriculture-centre"] });
  await goes("planner", id, "review", { opinion: "agree" });
  expect(await refused("planningApprover", id, "decide", { outcome: "granted" })).toEqual([
    422,
    "permits.steps-pending",
  ]);
  const joined = await goes("reviewer", id, "review", { opinion: "agree" });
  expect(joined).toMatchObject({ joint: { waiting: [] }, pendingSteps: [{ kind: "review" }] });
  await goes("planner", id, "review", { opinion: "agree" });
  expect(await refused("approver", id, "decide", { outcome: "granted" })).toEqual([403, "permits.not-your-office"]);
  expect(await refused("planningApprover", id, "decide", { outcome: "granted" })).toEqual([
    422,
    "permits.farmland-not-considered",
  ]);
  await goes("planningApprover", id, "decide", { outcome: "granted", occupiesFarmland: false });
  const certificate = await certificateOf(id);
  expect((await issue(certificate)).status).toBe(200);
  expect(await papersOf(id)).toEqual(["acceptance-notice", "certificate", "delivery-record", "grant", "receipt"]);
  expect(await view(id)).toMatchObject({ status: "closed", outcome: "granted" });
  const published = (await hall.get(undefined, "/permits/approvals?item=PL-001")).body;
  expect(published.items).toEqual([expect.objectContaining({ holder: "张*", item: expect.anything() })]);
  expect(JSON.stringify(published)).not.toContain(zhangSan.name);
});

test("乡村建设规划许可 rural building: reviewed in twenty days, passed on, the county's decision recorded and delivered", async () => {
  const id = await hall.accepted("PL-003");
  expect(await view(id)).toMatchObject({ limits: { statutory: { rule: "XK-43" } } });
  await goes("planner", id, "review", { opinion: "agree", inspectors, affectsThirdParties: false });
  await goes("reviewer", id, "confirm-survey");
  for (const who of ["reviewer", "planner", "planner"] as const) await goes(who, id, "review", { opinion: "agree" });
  expect(await refused("planningApprover", id, "decide", { outcome: "granted" })).toEqual([
    422,
    "permits.town-does-not-decide",
  ]);
  const forwarded = await goes("planningApprover", id, "forward");
  expect(forwarded).toMatchObject({ status: "forwarded", to: "禄丰市自然资源和规划局" });
  const decision = { outcome: "granted", decidedOn: forwarded.forwardedOn, number: "乡字第530000202600001号" };
  expect(await goes("clerk", id, "record-upper-decision", decision)).toMatchObject({ status: "answered" });
  expect(await goes("clerk", id, "deliver")).toMatchObject({ status: "closed", upper: { number: decision.number } });
  expect(await papersOf(id)).toEqual(["acceptance-notice", "delivery-record", "forwarding-letter", "receipt"]);
});

test("L16 流转合同备案 a filing: recorded on receipt, numbered, decided by nobody", async () => {
  const incomplete = { itemCode: "PS-057", applicant: zhangSan, materials: [] };
  expect((await hall.post("clerk", "/permits/applications", incomplete)).body.status).toBe("received");
  const whole = { ...incomplete, materials: ["流转合同"] };
  const { body } = await hall.post("clerk", "/permits/applications", whole);
  expect(body).toMatchObject({ status: "recorded", receipt: { number: { year: expect.any(Number) } } });
  const id = z.string().parse(body.id);
  expect(await refused("approver", id, "decide", { outcome: "granted" })).toEqual([409, "permits.not-in-this-state"]);
  expect(await papersOf(id)).toEqual(["filing-receipt"]);
});

test("XK-34 急难救助 an immediate item is decided on the spot; L1: not by the counter, nor issued by who decided", async () => {
  const id = await hall.receive("PS-006");
  expect(await refused("clerk", id, "decide-at-once", { outcome: "granted" })).toEqual([403, "auth.role"]);
  const decided = await goes("socialApprover", id, "decide-at-once", { outcome: "granted" });
  expect(decided).toMatchObject({ status: "granted", acceptedBy: "clerk-1", decidedBy: "approver-4" });
  expect((await issue(await certificateOf(id))).status).toBe(200);
  await hall.town.settle();
  expect(await view(id)).toMatchObject({ status: "closed" });
  const slow = await hall.receive("PL-027");
  expect(await refused("marketApprover", slow, "decide-at-once", { outcome: "granted" })).toEqual([
    422,
    "permits.not-immediate",
  ]);
});

test("L10 a neighbour's case: taken in where the item is open to other towns, counted apart, to its end", async () => {
  const form = { applicant: zhangSan, residence: neighbouringTown };
  const homestead = await hall.post("clerk", "/permits/applications", { ...form, itemCode: "PL-001", materials: [] });
  expect([homestead.status, homestead.body.code]).toEqual([422, "permits.not-for-other-towns"]);
  const materials = ["申请表", "困难情况说明和相关票据"];
  const { body } = await hall.post("clerk", "/permits/applications", { ...form, itemCode: "PS-005", materials });
  expect(body).toMatchObject({ crossTown: true, residence: neighbouringTown, missing: [] });
  const id = z.string().parse(body.id);
  await goes("clerk", id, "accept");
  const counts = async () => (await hall.get("socialWorker", "/permits/applications/counts")).body;
  expect(await counts()).toMatchObject({ office: "social-affairs", crossTown: 1 });
  const surveyors = ["reviewer-social-affairs", "reviewer-1"];
  await goes("socialWorker", id, "review", { opinion: "agree", inspectors: surveyors });
  await goes("reviewer", id, "confirm-survey");
  await goes("socialWorker", id, "review", { opinion: "agree" });
  await goes("socialApprover", id, "decide", { outcome: "granted" });
  expect((await issue(await certificateOf(id))).status).toBe(200);
  await hall.town.settle();
  expect(await view(id)).toMatchObject({ status: "closed", crossTown: true });
  expect(await counts()).toMatchObject({ crossTown: 0 });
});

/** As the finance service tells of a payment that has reached the treasury. */
async function treasuryReceives(id: string, amountFen: number) {
  const { queues, town } = hall.town;
  const source = `/towns/${town.profile.code}/finance`;
  const event: CloudEvent = {
    specversion: "1.0",
    datacontenttype: "application/json",
    ...{ id: `payment/${id}/1`, source, type: "finance.payment.received" },
    ...{ subject: `payment/${id}`, time: "2026-11-01T00:00:00Z", sequence: 1, actor: "finance" },
    data: {
      ...{ for: { service: "permits", id }, amountFen, treasuryFen: amountFen },
      ...{ receivedOn: "2026-11-01", receipt: "缴款书1号" },
    },
  };
  await queues.of(queueName("guangtong", "permits")).send([messageOf(event)]);
}

test("XK-59 房屋首次登记 a fee: due at acceptance, the paper waits until the treasury has it", async () => {
  const id = await hall.accepted("PS-065");
  expect(await view(id)).toMatchObject({ fee: { amountFen: 1000, basis: expect.stringContaining("民法典") } });
  await goes("planner", id, "review", { opinion: "agree", inspectors });
  await goes("reviewer", id, "confirm-survey");
  await goes("planner", id, "review", { opinion: "agree" });
  await goes("planningApprover", id, "decide", { outcome: "granted" });
  const certificate = await certificateOf(id);
  expect((await issue(certificate)).body).toMatchObject({ code: "permits.fee-not-paid" });
  await treasuryReceives(id, 1000);
  await vi.waitFor(
    async () => expect(await view(id)).toMatchObject({ fee: { paid: { receipt: "缴款书1号" } } }),
    10_000,
  );
  expect((await issue(certificate)).status).toBe(200);
  await hall.town.settle();
  expect(await view(id)).toMatchObject({ status: "closed" });
});

test("nothing was set aside on the way", async () => {
  expect((await hall.get("operator", "/permits/parked")).body).toEqual({ items: [] });
});

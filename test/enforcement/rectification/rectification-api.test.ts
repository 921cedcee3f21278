import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { orderRecordId } from "../../../services/enforcement/cases/domain/order-record/id.ts";
import { orderRecord } from "../../../services/enforcement/cases/domain/order-record/order-record.ts";
import { penalRecordId } from "../../../services/enforcement/cases/domain/penal-record/id.ts";
import { penalRecord } from "../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import { knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { delivery } from "../../../services/enforcement/service-of-papers/domain/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/clockwork.ts";
import { instruct } from "../../../shared/service/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { partyId } from "../../support/keyed.ts";
import { linksLead } from "../../support/offers.ts";
import { deliverAllOf, deliverHistory } from "../../support/reacting.ts";
import { anotherLeader, aPower, inTown, officer1, officer2, theHead, theSquadLeader } from "../cases/case-builders.ts";
import { aNorm, aPenalty } from "../cases/proceeding/builders.ts";
import { certified } from "../common/builders.ts";
import { anEnforcementTown } from "../enforcement-town.ts";
import { aSquadOf } from "../squads.ts";

const code = "PN-150";
const idNumber = "11010519491231002X";
const key = partyId(idNumber);
const vendor: Actor = { sub: "resident-9", name: "欧阳娜娜", roles: ["resident"], party: key };
const namesake: Actor = { ...vendor, sub: "resident-8", party: partyId("53233119900101001X") };
const sha = "b".repeat(64);
const made = z.looseObject({ id: z.string() });
const ok = { status: 200 };
const at = "/enforcement/rectifications";
const foundOn = "2026-09-01";
const lastDay = "2026-09-08";
const afterwards = "2026-09-09";

let town: ReturnType<typeof anEnforcementTown>;
const day = (on: string) => town.runtime.setClock(`${on}T02:00:00.000Z`);

beforeEach(async () => {
  town = anEnforcementTown();
  for (const sub of ["officer-1", "officer-2", "officer-3"])
    await town.certify(sub, certified({ domains: ["trade"], until: "2030-12-31" }));
  const { runtime } = town;
  const norm = aNorm({ conditions: { fineNeeds: "order-unmet" } });
  const content = aPenalty({ code, domain: "trade", rectificationDays: 7, norm });
  await instruct({ of: listedPenalty, id: code, expects: "either", command: { type: "list", content } }).carryOut(
    runtime,
    { id: "list" },
  );
  const [change] = aPower(code).changes;
  if (change === undefined) throw new Error("no handover");
  const known = { of: knownPower, id: code, expects: "either" as const };
  const news = { townRole: "decides" as const, domain: "trade" };
  await instruct({ ...known, command: { type: "learn", sequence: 1, code, news } }).carryOut(runtime, { id: "1" });
  const command = { type: "learn" as const, sequence: 2, code, news: { change } };
  await instruct({ ...known, command }).carryOut(runtime, { id: "2" });
});

const person = { kind: "citizen", name: "欧阳娜娜", idNumber };
const party = { ...person, phone: "13812345678", address: "某村2号" };
const breach = { code, place: inTown, address: "某街1号" };
const order = (more: object = {}) => ({
  ...{ ...breach, party, foundOn, facts: "占道摆摊", demands: "撤出占道摊位", with: "officer-2" },
  ...more,
});
const step = (id: string, verb: string, body: object, actor: Actor) => town.post(`${at}/${id}/${verb}`, body, actor);
const view = async (id: string, actor: Actor = officer1) => (await town.get(`${at}/${id}`, {}, actor)).body;

async function create(path: string, body: object, actor: Actor = officer1) {
  const answer = await town.post(path, body, actor);
  expect(answer).toMatchObject({ status: 201 });
  return made.parse(answer.body).id;
}
async function issued(more: object = {}) {
  const id = await create(at, order(more));
  expect(await step(id, "countersign", {}, officer2)).toMatchObject(ok);
  return id;
}
async function deliver(id: string, kind: string, on: string) {
  const delivery = await create("/enforcement/deliveries", { order: id, paper: { kind } });
  const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
  expect(await town.post(`/enforcement/deliveries/${delivery}/deliver-by-hand`, taken, officer1)).toMatchObject(ok);
  return delivery;
}
const delivered = async (id: string) => (await town.get(`/enforcement/deliveries/${id}`, {}, officer1)).body;
async function served(more: object = {}) {
  const id = await issued(more);
  await deliver(id, "rectification-order", foundOn);
  return id;
}
const found = (finding: "corrected" | "not-corrected", checkedOn: string, more: object = {}) => ({
  ...{ with: "officer-2", checkedOn, finding, slight: true, harm: "none", notes: "现场所见", files: [sha] },
  ...more,
});
async function looked(id: string, finding: "corrected" | "not-corrected", on: string, more: object = {}) {
  day(on);
  expect(await step(id, "recheck", found(finding, on, more), officer1)).toMatchObject(ok);
  return step(id, "sign-recheck", { finding }, officer2);
}
const unmet = async (more: object = {}) => {
  const id = await served(more);
  expect(await looked(id, "not-corrected", afterwards)).toMatchObject({ status: 200, body: { status: "unmet" } });
  return id;
};
const unmetOf = async () =>
  (await town.runtime.store.load(orderRecord, orderRecordId(town.runtime.keyed, key, code)))?.state;
const penalOf = async () =>
  (await town.runtime.store.load(penalRecord, penalRecordId(town.runtime.keyed, key, code)))?.state;

describe("E3: a vendor persuaded, over HTTP", () => {
  test("what is told of a delivery of an order reaches every part, and none of them gets stuck on it", async () => {
    const paper = await deliver(await issued(), "rectification-order", foundOn);
    const { subscriptions } = enforcement;
    expect(await deliverHistory(delivery, paper, enforcement, subscriptions, town.runtime)).toEqual([]);
  });
  test("CF-28, CF-61: order, its delivery, the check and no penalty have papers; he reads what goes to him", async () => {
    const hear = () => deliverAllOf(town.heard, enforcement, enforcement.subscriptions, town.runtime);
    const said = { ...breach, party: person, on: foundOn, said: "此处不得占道摆摊", ownWord: "马上就搬" };
    const guidance = await create("/enforcement/guidances", said);
    const id = await issued();
    const sent = await deliver(id, "rectification-order", foundOn);
    expect(await looked(id, "corrected", "2026-09-07")).toMatchObject(ok);
    const letting = { ground: "minor", reasons: "轻微并及时改正", educatedOn: "2026-09-07" };
    expect(await step(id, "let-off", letting, theHead)).toMatchObject(ok);
    expect(await hear()).toEqual([]);
    const papersFor = async (path: string, actor: Actor, query: Record<string, string> = {}) => {
      const { body } = await town.get(`/enforcement/${path}/papers`, query, actor);
      return z.array(z.looseObject({ id: z.string(), kind: z.string(), number: z.string() })).parse(body.items);
    };
    const kindsFor = async (path: string, actor: Actor) => (await papersFor(path, actor)).map(({ kind }) => kind);
    const all = ["rectification-order", "delivery-record", "rectification-check", "letting-off"];
    const ofOrder = `rectifications/${id}`;
    expect((await kindsFor(ofOrder, officer1)).toSorted()).toEqual(all.toSorted());
    expect(await kindsFor(ofOrder, vendor)).toEqual(["rectification-order", "letting-off"]);
    expect(await town.get(`/enforcement/${ofOrder}/papers`, {}, namesake)).toMatchObject({ status: 404 });
    const [printed] = await papersFor(ofOrder, vendor);
    const page = await town.get(`/enforcement/papers/${printed?.id}/html`, {}, vendor);
    expect(Buffer.from(String(page.body.text), "base64").toString()).toContain("撤出占道摊位");
    for (const path of ["", "/html"])
      expect(await town.get(`/enforcement/papers/${printed?.id}${path}`, {}, namesake)).toMatchObject({ status: 404 });
    const record = await papersFor(ofOrder, officer1, { kind: "delivery-record", delivery: sent });
    expect(record).toMatchObject([{ number: "广通罚送〔2026〕1号" }]);
    expect(await papersFor(ofOrder, officer1, { delivery: "another" })).toEqual([]);
    const links = await linksLead(enforcement, town.ask, await delivered(sent), claimsFor(officer1));
    expect(links).toEqual(expect.arrayContaining(["paper", "record"]));
    expect(await papersFor(`guidances/${guidance}`, officer1)).toMatchObject([
      { kind: "guidance-record", number: "广通劝〔2026〕1号" },
    ]);
    expect(await town.get(`/enforcement/guidances/${guidance}/papers`, {}, namesake)).toMatchObject({ status: 403 });
  });
  test("spoken to, ordered, served, looked at, let off, and told: he reads it all himself", async () => {
    const said = { ...breach, party: person, on: foundOn, said: "此处不得占道摆摊", ownWord: "马上就搬" };
    const guidance = await create("/enforcement/guidances", said);
    expect(await town.get(`/enforcement/guidances/${guidance}`, {}, vendor)).toMatchObject({
      status: 200,
      body: { party: { name: "欧阳娜娜" }, ownWord: "马上就搬" },
    });
    const id = await issued({ guidance });
    expect(await town.get(`/enforcement/guidances/${guidance}`, {}, officer1)).toMatchObject({
      body: { status: "ordered", order: id, party: { name: "欧***" } },
    });
    expect(await town.get(`${at}/${id}`, {}, vendor)).toMatchObject({ status: 200, body: { status: "issued" } });
    await deliver(id, "rectification-order", foundOn);
    expect(await view(id, vendor)).toMatchObject({
      status: "binding",
      party: { name: "欧阳娜娜" },
      limit: { due: lastDay, rule: "CF-28" },
    });
    expect(await step(id, "ask-extension", { reasons: "搬运需要时间" }, vendor)).toMatchObject(ok);
    const given = { granted: true, days: 2, reasons: "情况属实" };
    await aSquadOf(anotherLeader.sub, ["officer-7"], town.runtime);
    expect(await step(id, "decide-extension", given, anotherLeader)).toMatchObject({ status: 404 });
    await aSquadOf(theSquadLeader.sub, ["officer-1"], town.runtime);
    expect(await step(id, "decide-extension", given, theSquadLeader)).toMatchObject({
      status: 200,
      body: { limit: { due: "2026-09-10" } },
    });
    expect(await step(id, "report-done", { note: "已撤出" }, vendor)).toMatchObject(ok);
    expect(await looked(id, "corrected", "2026-09-10")).toMatchObject({ status: 200, body: { status: "corrected" } });
    const letting = { ground: "minor", reasons: "轻微并及时改正，没有危害后果", educatedOn: "2026-09-10" };
    expect(await step(id, "let-off", letting, theHead)).toMatchObject({
      status: 200,
      body: { status: "let-off", noPenaltyDecision: { number: { text: { zh: "广通不罚〔2026〕1号" } } } },
    });
    await deliver(id, "decision", "2026-09-10");
    expect(await view(id, vendor)).toMatchObject({ noPenaltyDecision: { served: { on: "2026-09-10" } } });
    expect(await town.get(at, {}, vendor)).toMatchObject({ status: 200, body: { items: [{ id, status: "let-off" }] } });
    expect((await penalOf())?.entries).toMatchObject([{ of: id, outcome: "let-off", decidedOn: "2026-09-10" }]);
    expect((await unmetOf())?.entries ?? []).toEqual([]);
  });
  test("somebody of the same name, and another officer, find nothing", async () => {
    const id = await served();
    for (const actor of [namesake, { ...officer1, sub: "officer-3" }])
      expect(await town.get(`${at}/${id}`, {}, actor)).toMatchObject({ status: 404 });
    expect(await town.get(at, {}, namesake)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await step(id, "ask-extension", { reasons: "需要时间" }, namesake)).toMatchObject({ status: 404 });
  });
  test("CF-33a: years later, with other officers, the second time is known; after the window it is a first time again", async () => {
    const first = { ground: "first-time", reasons: "首次，及时改正", promise: sha };
    const letOff = async (on: string, officers: readonly [Actor, Actor]) => {
      day(on);
      const [one, other] = officers;
      const id = await create(at, order({ foundOn: on, with: other.sub }), one);
      expect(await step(id, "countersign", {}, other)).toMatchObject(ok);
      const delivery = await create(
        "/enforcement/deliveries",
        { order: id, paper: { kind: "rectification-order" } },
        one,
      );
      const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
      expect(await town.post(`/enforcement/deliveries/${delivery}/deliver-by-hand`, taken, one)).toMatchObject(ok);
      expect(await step(id, "recheck", found("corrected", on, { with: other.sub }), one)).toMatchObject(ok);
      expect(await step(id, "sign-recheck", { finding: "corrected" }, other)).toMatchObject(ok);
      return step(id, "let-off", { ...first, educatedOn: on }, theHead);
    };
    const third = { ...officer1, sub: "officer-3", name: "执法三号" };
    expect(await letOff(foundOn, [officer1, officer2])).toMatchObject(ok);
    expect(await letOff("2028-09-01", [officer2, third])).toMatchObject({
      status: 422,
      body: { code: "enforcement.order-not-first-time" },
    });
    expect(await letOff("2028-09-02", [third, officer1])).toMatchObject(ok);
  });
  test("of two first times decided at once only one is the first", async () => {
    const corrected = async () => {
      const id = await served();
      expect(await looked(id, "corrected", lastDay)).toMatchObject(ok);
      return id;
    };
    const one = await corrected();
    day(foundOn);
    const other = await corrected();
    const first = { ground: "first-time", reasons: "首次", educatedOn: lastDay, promise: sha };
    const both = await Promise.all([one, other].map((id) => step(id, "let-off", first, theHead)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });
  test("late: the last day is told once", async () => {
    const id = await served();
    const run = clockworkFor(enforcement, town.runtime);
    day("2026-09-12");
    await run();
    day("2026-09-20");
    await run();
    expect(await view(id)).toMatchObject({ late: true });
    expect(town.heard.filter(({ type }) => type === "enforcement.rectification.overdue")).toHaveLength(1);
  });
});

describe("CF-61: the delivery and its order, in one commit", () => {
  test("a paper of another's order, or one that there is not, is sent by nobody", async () => {
    const id = await create(at, order());
    const send = (body: object, actor: Actor = officer1) => town.post("/enforcement/deliveries", body, actor);
    expect(await send({ order: id, paper: { kind: "rectification-order" } })).toMatchObject({
      status: 422,
      body: { code: "enforcement.no-such-paper" },
    });
    await step(id, "countersign", {}, officer2);
    for (const kind of ["decision", "notice", "demand", "other"])
      expect(await send({ order: id, paper: { kind, number: "1号", issuedOn: foundOn } })).toMatchObject({
        status: 422,
        body: { code: "enforcement.no-such-paper" },
      });
    const stranger = { ...officer1, sub: "officer-3" };
    expect(await send({ order: id, paper: { kind: "rectification-order" } }, stranger)).toMatchObject({
      status: 422,
      body: { code: "enforcement.no-such-proceeding" },
    });
    expect(await send({ paper: { kind: "rectification-order" } })).toMatchObject({ status: 422 });
    expect(await send({ order: id, proceeding: "C1:P1", paper: { kind: "decision" } })).toMatchObject({ status: 422 });
  });
  test("an order that was revoked on the way is served no more, and its delivery stays as it was", async () => {
    const id = await issued();
    const delivery = await create("/enforcement/deliveries", { order: id, paper: { kind: "rectification-order" } });
    expect(await step(id, "revoke", { reasons: "认定有误" }, theHead)).toMatchObject(ok);
    const taken = { on: foundOn, to: "self", signedBy: "欧阳娜娜", proof: sha };
    const path = `/enforcement/deliveries/${delivery}`;
    expect(await town.post(`${path}/deliver-by-hand`, taken, officer1)).toMatchObject({ status: 409 });
    expect(await town.get(path, {}, officer1)).toMatchObject({ body: { status: "under-way", order: id } });
    expect(await town.get(path, {}, vendor)).toMatchObject(ok);
    expect(await town.get(path, {}, namesake)).toMatchObject({ status: 404 });
  });
  test("thirty days after a public notice it is served, and its time runs from there", async () => {
    const id = await issued();
    const delivery = await create("/enforcement/deliveries", { order: id, paper: { kind: "rectification-order" } });
    const notice = { where: "镇政府公告栏", because: "whereabouts-unknown", reasons: "下落不明", proof: sha };
    expect(await town.post(`/enforcement/deliveries/${delivery}/publish-notice`, notice, officer1)).toMatchObject(ok);
    day("2026-10-01");
    await clockworkFor(enforcement, town.runtime)();
    expect(await view(id)).toMatchObject({ status: "binding", served: { on: "2026-10-01", how: "public-notice" } });
  });
});

describe("CF-28: a fine that needs an unmet order", () => {
  const proposal = { from: "2026-08-20", harm: false, investigators: ["officer-1", "officer-2"] };
  async function proposed(id: string, more: object = {}) {
    expect(await step(id, "propose", { ...proposal, ...more }, officer1)).toMatchObject({
      status: 200,
      body: { status: "proposed" },
    });
    const { case: of } = z.looseObject({ case: z.string() }).parse(await view(id));
    return filed(of);
  }
  async function filed(of: string) {
    expect(await town.post(`/enforcement/cases/${of}/approve`, {}, theHead)).toMatchObject(ok);
    const piece = {
      ...{ case: of, kind: "documentary", acts: ["A1"], files: [{ sha256: sha, title: "照片" }] },
      ...{ collectedOn: afterwards, address: "某街1号", provider: "当事人", proves: "占道", with: "officer-2" },
      original: { what: "original" },
    };
    const evidence = await create("/enforcement/evidence", piece);
    expect(await town.post(`/enforcement/evidence/${evidence}/countersign`, {}, officer2)).toMatchObject(ok);
    await create("/enforcement/proceedings", { case: of, party: "P1" });
    return { of, evidence };
  }
  const charge = (evidence: string, orderUnmet: boolean, more: object = {}) => ({
    charges: [
      {
        ...{ act: "A1", code, competing: [], kinds: ["罚款"] },
        facts: [{ text: "占道摆摊", evidence: [evidence] }],
        circumstances: {
          ...{
            slight: false,
            harm: "slight",
            corrected: false,
            faultless: false,
            serious: false,
            orderUnmet,
            grounds: [],
          },
          ...more,
        },
        fine: { amountFen: 100_000, tier: "一般", grounds: [] },
        order: { text: "立即撤出" },
      },
    ],
  });
  const charges = (of: string, body: object) => town.post(`/enforcement/proceedings/${of}:P1/charge`, body, officer1);

  test("the case comes with the order, in one commit; its fine rests on the register, not on a word", async () => {
    const id = await unmet();
    expect((await unmetOf())?.entries).toMatchObject([
      { of: id, code, foundOn, servedOn: foundOn, due: lastDay, unmetOn: afterwards },
    ]);
    const { of, evidence } = await proposed(id);
    expect(await town.get(`/enforcement/cases/${of}`, {}, officer1)).toMatchObject({
      body: {
        source: { kind: "rectification", id, receivedOn: afterwards },
        acts: [{ code, discoveredOn: foundOn, from: "2026-08-20" }],
      },
    });
    expect(await charges(of, charge(evidence, false))).toMatchObject({
      status: 422,
      body: { code: "enforcement.kind-not-allowed" },
    });
    expect(await charges(of, charge(evidence, true))).toMatchObject(ok);
    // The order falls: what rested on it has no ground any more, and the gate says so.
    expect(await step(id, "revoke", { reasons: "认定有误" }, theHead)).toMatchObject(ok);
    expect((await unmetOf())?.entries).toEqual([]);
    expect(await charges(of, charge(evidence, true))).toMatchObject({
      status: 422,
      body: { code: "enforcement.order-not-proved" },
    });
    const gates = await town.get(`/enforcement/cases/${of}/gates`, {}, officer1);
    const parties = z.object({
      parties: z.array(z.object({ gates: z.array(z.looseObject({ id: z.string(), done: z.boolean() })) })),
    });
    const rows = parties.parse(gates.body).parties[0]?.gates ?? [];
    expect(rows.find((gate) => gate.id === "amount")).toMatchObject({ done: false });
  });
  test("an order of another act, of another person, not served, or met proves nothing", async () => {
    const false1 = { status: 422, body: { code: "enforcement.order-not-proved" } };
    const id = await unmet();
    // The act of the case ended before the order was given.
    const { of, evidence } = await proposed(id, { until: "2026-08-25" });
    expect(await charges(of, charge(evidence, true))).toMatchObject(false1);
  });
  test("a warning in vain needs an earlier penalty after which the act went on, or an unmet order", async () => {
    const id = await served();
    expect(await looked(id, "corrected", lastDay)).toMatchObject(ok);
    day(afterwards);
    const { of, evidence } = await proposed(id, { until: lastDay });
    expect(await charges(of, charge(evidence, false, { warningUnmet: true }))).toMatchObject({
      status: 422,
      body: { code: "enforcement.warning-not-proved" },
    });
    const warned = { of: "C0:P1", code, actOn: "2026-08-10", decidedOn: "2026-08-22", outcome: "punished" as const };
    const record = { of: penalRecord, id: penalRecordId(town.runtime.keyed, key, code), expects: "either" as const };
    await instruct({ ...record, command: { type: "record", ...warned } }).carryOut(town.runtime, { id: "warned" });
    expect(await charges(of, charge(evidence, false, { warningUnmet: true }))).toMatchObject({
      status: 422,
      body: { code: "enforcement.kind-not-allowed" },
    });
  });
  test("on the spot, too: an officer's word is not enough", async () => {
    const spot = {
      ...{ ...breach, facts: "占道摆摊", party: { ...party, id: "P1", role: "principal" }, with: "officer-2" },
      told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: false, note: "无异议" } },
      ...{ kinds: ["罚款"], amountFen: 10_000, tier: "一般", orderUnmet: true },
      ...{ correction: { how: "at-once" }, form: { how: "signed" } },
    };
    const path = "/enforcement/on-spot-penalties";
    const norm = aNorm({ conditions: { fineNeeds: "order-unmet" } });
    const content = aPenalty({ code, domain: "trade", rectificationDays: 7, norm, simpleProcedurePossible: true });
    const list = { of: listedPenalty, id: code, expects: "either" as const };
    await instruct({ ...list, command: { type: "list", content } }).carryOut(town.runtime, { id: "list2" });
    expect(await town.post(path, spot, officer1)).toMatchObject({
      status: 422,
      body: { code: "enforcement.order-not-proved" },
    });
    expect(await town.post(path, { ...spot, orderUnmet: undefined, warningUnmet: true }, officer1)).toMatchObject({
      status: 422,
      body: { code: "enforcement.warning-not-proved" },
    });
    await unmet();
    expect(await town.post(path, spot, officer1)).toMatchObject({ status: 201 });
  });
});

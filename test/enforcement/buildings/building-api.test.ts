import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { building } from "../../../services/enforcement/buildings/domain/decider.ts";
import { buildingReactions } from "../../../services/enforcement/buildings/reactions/proceedings.ts";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { instantAt, toDate } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/cloud-event.ts";
import { contextFor } from "../../../shared/service/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { offersHeld } from "../../support/offers.ts";
import { handTo } from "../../support/reacting.ts";
import { aRuntime, type TestRuntime } from "../../support/tally-town.ts";
import {
  anAct,
  aParty,
  aPower,
  approving,
  aVendor,
  listed,
  officer1,
  officer2,
  officer3,
  proposing,
  someEvidence,
  theChief,
  theHead,
} from "../cases/case-builders.ts";
import { aNorm, aPenalty, members, theReviewer } from "../cases/proceeding/builders.ts";
import { anOfficer, certified } from "../common/builders.ts";

const key = "0123456789ABCDEF01234567";
const theBuilder: Actor = { ...aVendor, party: key };
const stranger: Actor = { ...aVendor, sub: "resident-7", party: "76543210FEDCBA9876543210" };
const ok = { status: 200 };
const sha = "a".repeat(64);
const domains = ["building", "land-use"];
const filedOn = "2026-01-05";
const at = "/buildings/CASE1:P1:A1";

let runtime: TestRuntime;
let ask: ReturnType<typeof talkTo>;
let serial = 0;

async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C, actor = officer1) {
  serial += 1;
  const outcome = await runtime.store.execute({
    ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}
const post = (path: string, body: object, actor: Actor = officer1) =>
  ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
const get = (path: string, actor: Actor = officer1, query: Record<string, string> = {}) =>
  ask({ path: `/enforcement${path}`, query, claims: claimsFor(actor) });
const step = (verb: string, body: object, actor: Actor = officer1) => post(`${at}/${verb}`, body, actor);
const day = (date: string, clock = "10:00") => runtime.setClock(instantAt(date, clock));
const later = (date: string, days = 1) => toDate(date).add({ days }).toString();
const refusedFor = async (answer: ReturnType<typeof step>) =>
  z.object({ code: z.string() }).parse((await answer).body).code;
const view = z.looseObject({
  demand: z.looseObject({ term: z.looseObject({ due: z.string() }).optional() }).optional(),
  remedyPeriods: z.looseObject({ over: z.boolean(), firstDayAfter: z.string().optional() }).optional(),
});
const seen = async () => view.parse((await get(at)).body);
const paperIn = z.looseObject({
  number: z.looseObject({ text: z.looseObject({ zh: z.string() }) }),
  issuedOn: z.string(),
});

/** A paper reaches the party by the hand of an officer, and the building learns it from the delivery. */
async function deliver(kind: string, on: string, field?: string) {
  const body = (await get(at)).body;
  const known = field === undefined ? {} : { [field]: body[field] };
  const paper = field === undefined ? undefined : paperIn.parse(known[field]);
  const said = paper === undefined ? {} : { number: paper.number.text.zh, issuedOn: paper.issuedOn };
  const sent = await post("/deliveries", { proceeding: "CASE1:P1", paper: { kind, ...said } });
  const id = String(sent.body.id);
  if (field !== undefined)
    expect(await refusedFor(step("note-service", { delivery: id }))).toBe("enforcement.delivery-does-not-fit");
  const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
  expect(await post(`/deliveries/${id}/deliver-by-hand`, taken)).toMatchObject(ok);
  if (field !== undefined) expect(await step("note-service", { delivery: id })).toMatchObject(ok);
}

/** A case on file for one act of a villager, with evidence, report and charges; officers certified, the power in force. */
async function aCaseFor(code: string, domain: string, legalBasis: string, id = "CASE1") {
  const officers = ["officer-1", "officer-2", "officer-3"].map((sub) => anOfficer(sub, [certified({ domains })]));
  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    const change = certified({ domains, until: "2028-12-31" });
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change });
  }
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news: { townRole: "decides" as const, domain } });
  const [change] = aPower(code).changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  const norm = aNorm({ kinds: ["限期拆除"], legalBasis });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code, domain, norm }) });
  const act = anAct({ code, from: "2025-12-20", until: "2025-12-31", discoveredOn: filedOn });
  const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, id, command, actor);
  await toCase(
    proposing({
      ...{ acts: [act], listed: [listed(code, { domain })], parties: [aParty({ key })], officers },
      source: { kind: "inspection", receivedOn: filedOn },
    }),
  );
  const power = { ...aPower(code), domain };
  await toCase(approving({ powers: [power], officers }), theHead);
  await toCase({ type: "note-evidence", evidence: someEvidence({ collectedOn: filedOn }) });
  await toCase({ type: "note-file", sha256: sha });
  await toCase({ type: "report", sha256: sha, complex: true, suspectedCrime: false, summary: "查清", officers });
  expect(await post("/proceedings", { case: id, party: "P1" })).toMatchObject({ status: 201 });
  const charge = {
    ...{ act: "A1", code, competing: [], kinds: ["限期拆除"] },
    facts: [{ text: "未经批准建住宅", evidence: ["E1"] }],
    circumstances: {
      ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
      grounds: [],
    },
    order: { text: "限期自行拆除" },
  };
  const own = `/proceedings/${id}:P1`;
  expect(await post(`${own}/charge`, { charges: [charge] })).toMatchObject(ok);
  expect(await post(`${own}/countersign`, {}, officer2)).toMatchObject(ok);
}

/** Noticed, reviewed, discussed, decided and served (CF-44, CF-57, CF-58, CF-61). */
async function decideToDemolish(noticedOn: string, decidedOn: string) {
  const own = "/proceedings/CASE1:P1";
  day(noticedOn);
  expect(await post(`${own}/notify`, {})).toMatchObject(ok);
  expect(await post(`${own}/issue-notice`, {}, officer2)).toMatchObject(ok);
  await deliver("notice", noticedOn);
  day(decidedOn);
  const review = { conclusion: "agreed", opinion: "同意" };
  expect(await post(`${own}/legal-review`, review, theReviewer)).toMatchObject(ok);
  const meeting = { members, agreedOn: "punish", minutes: sha, on: decidedOn };
  expect(await post(`${own}/discuss`, meeting, theHead)).toMatchObject(ok);
  const decision = { outcome: "punish", reasons: "事实清楚", performance: { how: "十五日内自行拆除" } };
  expect(await post(`${own}/decide`, decision, theChief)).toMatchObject(ok);
  await deliver("decision", decidedOn);
}

const found = {
  ...{ proceeding: "CASE1:P1", act: "A1", with: "officer-2", description: "砖混二层住宅" },
  ...{ address: "某村3号", home: true, stage: "under-construction", areaSquareMetres: 120, files: [sha] },
};

beforeEach(() => {
  runtime = aRuntime();
  ask = offersHeld(enforcement, talkTo(enforcement, runtime)).ask;
  day(filedOn);
});

describe("an illegal building over HTTP", () => {
  test("CF-T1: from the stop order to the demolition, things handed back and the cost claimed", async () => {
    await aCaseFor("PN-026", "building", "城乡规划法65");
    expect(await post("/buildings", found, officer3)).toMatchObject({ status: 422 });
    expect(await post("/buildings", found)).toMatchObject({
      status: 201,
      body: { status: "recorded", way: "planning" },
    });
    expect(await post("/buildings", found)).toMatchObject({ status: 409 });
    expect(await refusedFor(step("countersign", {}))).toBe("enforcement.own-signature");
    expect(await step("countersign", {}, officer2)).toMatchObject(ok);
    expect(await step("order-stop", { reasons: "未取得许可" })).toMatchObject(ok);
    await deliver("stop-order", filedOn, "stopOrder");
    expect(await step("order-correction", { by: "2026-01-20", text: "限期改正" }, theHead)).toMatchObject(ok);
    await deliver("rectification-order", filedOn, "correctionOrder");
    day("2026-01-21");
    expect(await step("recheck", { corrected: false, with: "officer-2", files: [sha] })).toMatchObject(ok);
    const take = { by: "2026-02-13" };
    expect(await refusedFor(step("take-decision", take))).toBe("enforcement.decision-not-to-demolish");
    await decideToDemolish("2026-01-21", "2026-01-29");
    expect(await step("take-decision", take)).toMatchObject({ body: { status: "decided" } });

    day("2026-02-14");
    expect(await step("demand", { text: "请自行拆除" })).toMatchObject(ok);
    await deliver("demand", "2026-02-14", "demand");
    expect(await step("state-opinion", { text: "请求宽限" }, theBuilder)).toMatchObject(ok);
    const due = (await seen()).demand?.term?.due ?? "";
    day(later(due));
    const deciding = { reasons: "逾期不拆", means: ["machines"], estimateFen: 3_000_000 };
    expect(await refusedFor(step("decide-enforcement", deciding, theHead))).toBe("enforcement.demolition-opinion-open");
    expect(await step("hear-opinion", { adopted: false, reasons: "无正当理由" })).toMatchObject(ok);
    expect(await step("decide-enforcement", deciding, theHead)).toMatchObject({ body: { status: "enforcing" } });
    await deliver("enforcement-decision", later(due), "enforcementDecision");
    const notice = { by: later(due, 20), where: "村公告栏", proof: sha };
    expect(await step("publish-notice", notice)).toMatchObject(ok);

    const first = (await seen()).remedyPeriods?.firstDayAfter ?? "";
    const listing = {
      ...{ with: "officer-2", signature: { how: "refused" }, witnesses: ["村民甲"], files: [sha] },
      things: [{ description: "衣柜", quantity: "1" }],
    };
    day(later(first, -1));
    expect(await step("list-things", listing)).toMatchObject(ok);
    const begin = { means: ["machines"], partyPresent: false, witnesses: ["村民甲"] };
    expect(await refusedFor(step("begin-demolition", begin, officer2))).toBe("enforcement.remedy-period-open");
    day(first, "22:00");
    expect(await refusedFor(step("begin-demolition", begin, officer2))).toBe("enforcement.at-night");
    day(first);
    expect((await seen()).remedyPeriods?.over).toBe(true);
    expect(await step("begin-demolition", begin, officer2)).toMatchObject({ body: { status: "demolishing" } });
    day(first, "16:00");
    const finish = { record: sha, recording: sha, signedBy: ["村民甲"] };
    expect(await step("finish-demolition", finish, officer2)).toMatchObject({ body: { demolishedOn: first } });
    expect(await refusedFor(step("close", {}))).toBe("enforcement.things-not-returned");
    const back = { how: "deposited", things: ["T1"], signedBy: "保管员", proof: sha };
    expect(await step("hand-back", back)).toMatchObject(ok);
    const costs = { items: [{ description: "机械租赁", amountFen: 2_500_000, proof: sha }], salvageFen: 100_000 };
    expect(await step("claim-costs", costs, theHead)).toMatchObject({
      body: { costs: { claimedFen: 2_400_000 }, compensation: { owed: false } },
    });
    expect(await step("close", {})).toMatchObject({ body: { status: "ended", ending: "demolished" } });
    expect(await get(at, theBuilder)).toMatchObject({ body: { ending: "demolished" } });
    // QZ-51: the party pays after the end too; a line counts once. F-47: what was another one's money is taken back.
    const money = (type: string, at: number, amountFen: number): CloudEvent => ({
      ...{ specversion: "1.0", source: "/finance", type, subject: "receivable/1", id: `${type}/${at}` },
      ...{ time: "2026-09-20T01:00:00.000Z", datacontenttype: "application/json", sequence: at, actor: "finance" },
      data: {
        for: { service: "enforcement", id: "cost:building:CASE1:P1:A1" },
        ...{ amountFen, treasuryFen: amountFen, receivedOn: first, on: first },
        ...{ receipt: `票据${at}`, serial: `GK-${at}` },
      },
    });
    const heard = async (...told: Parameters<typeof money>) => {
      expect(await handTo(enforcement.subscriptions, money(...told), runtime)).toEqual([]);
      return get(at, theBuilder);
    };
    const paidUp = { body: { costs: { paidFen: 2_400_000, openFen: 0, paidOn: first } } };
    expect(await heard("finance.payment.received", 1, 1_400_000)).toMatchObject({
      body: { costs: { claimedFen: 2_400_000, paidFen: 1_400_000, openFen: 1_000_000 } },
    });
    for (const _time of [1, 2]) expect(await heard("finance.payment.received", 2, 1_000_000)).toMatchObject(paidUp);
    const owed = await heard("finance.payment.reversed", 1, 1_400_000);
    expect(owed).toMatchObject({ body: { costs: { paidFen: 1_000_000, openFen: 1_400_000 } } });
    expect(owed).not.toHaveProperty("body.costs.paidOn");
    expect(await get(at, stranger)).toMatchObject({ status: 404 });
    expect(await get(at, officer3)).toMatchObject({ status: 404 });
    expect(await get("/buildings", officer1, { case: "CASE1" })).toMatchObject({
      body: { items: [{ status: "ended" }] },
    });
    expect(await get("/buildings", officer3, { case: "CASE1" })).toMatchObject({ body: { items: [] } });
    // A9: what belongs to a case lies in another order
    expect(await get("/buildings", officer1, { case: "CASE1", sort: "recordedOn" })).toMatchObject({
      status: 422,
      body: { code: "request.unsortable" },
    });
    expect(await get("/buildings", officer1, { sort: "-recordedOn" })).toMatchObject({ status: 200 });
  });

  test("QZ-44b: a villager's house on land without approval: suit in fifteen days, then the court", async () => {
    await aCaseFor("PN-022", "land-use", "土地管理法78");
    expect(await post("/buildings", found)).toMatchObject({ body: { way: "land" } });
    expect(await step("countersign", {}, officer2)).toMatchObject(ok);
    expect(await step("order-stop", { reasons: "未经批准" })).toMatchObject(ok);
    await deliver("stop-order", filedOn, "stopOrder");
    expect(await refusedFor(step("order-correction", { by: "2026-01-20", text: "限期" }, theHead))).toBe(
      "enforcement.court-demolishes",
    );
    await decideToDemolish("2026-01-05", "2026-01-13");
    expect(await step("take-decision", { by: "2026-01-28" })).toMatchObject(ok);
    day("2026-01-29");
    expect(await step("demand", { text: "请自行拆除" })).toMatchObject(ok);
    await deliver("demand", "2026-01-29", "demand");
    const due = (await seen()).demand?.term?.due ?? "";
    day(later(due));
    const deciding = { reasons: "逾期不拆", means: ["machines"], estimateFen: 1 };
    expect(await refusedFor(step("decide-enforcement", deciding, theHead))).toBe("enforcement.court-demolishes");
    const applying = { factsAndBasis: "事实和依据", object: "房屋现状" };
    expect(await step("apply-to-court", applying, theHead)).toMatchObject({
      body: { status: "before-court", courtEnforcement: { appliedOn: later(due) } },
    });
    const document = "（2026）云2331行审1号";
    expect(await step("court-answered", { accepted: true, on: later(due), document })).toMatchObject(ok);
    expect(await step("court-ruled", { enforce: true, on: later(due), document })).toMatchObject(ok);
    expect(await step("note-court-execution", { on: later(due), document })).toMatchObject({
      body: { status: "ended", ending: "by-court" },
    });
  });

  test("QZ-44c: the news of a suit against the decision reach each building of the party, twice or late", async () => {
    await aCaseFor("PN-026", "building", "城乡规划法65");
    await post("/buildings", found);
    const event: CloudEvent = {
      ...{ specversion: "1.0" as const, datacontenttype: "application/json" as const },
      ...{ id: "news", source: "enforcement", type: "enforcement.proceeding.overturned" },
      ...{ subject: "proceeding/CASE1:P1", time: instantAt(filedOn, "10:00"), sequence: 9, actor: "K" },
      data: { case: "CASE1" },
    };
    for (const _twice of [1, 2]) expect(await handTo(buildingReactions, event, runtime)).toEqual([]);
    expect((await runtime.store.load(building, "CASE1:P1:A1"))?.state.status).toBe("recorded");
  });

  test("each case has a building of its own, though its acts are counted alike", async () => {
    await aCaseFor("PN-026", "building", "城乡规划法65");
    await aCaseFor("PN-026", "building", "城乡规划法65", "CASE2");
    for (const of of ["CASE1:P1", "CASE2:P1"])
      expect(await post("/buildings", { ...found, proceeding: of })).toMatchObject({
        status: 201,
        body: { id: `${of}:A1` },
      });
  });
});

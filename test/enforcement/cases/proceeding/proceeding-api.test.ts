import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { proceedingRoutes } from "../../../../services/enforcement/cases/api/proceeding-routes.ts";
import { penaltyCase } from "../../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../../services/enforcement/cases/domain/case/messages.ts";
import { penalRecordId } from "../../../../services/enforcement/cases/domain/penal-record/id.ts";
import { penalRecord } from "../../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import { proceeding } from "../../../../services/enforcement/cases/domain/proceeding/decider.ts";
import { caseProblems } from "../../../../services/enforcement/cases/problems/case.ts";
import { proceedingProblems } from "../../../../services/enforcement/cases/problems/proceeding.ts";
import { knownOfficer, knownPower } from "../../../../services/enforcement/common/domain/known-power.ts";
import { commonProblems } from "../../../../services/enforcement/common/problems.ts";
import { listedPenalty } from "../../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { deliveryRoutes } from "../../../../services/enforcement/service-of-papers/api/deliveries.ts";
import { deliveryAggregate } from "../../../../services/enforcement/service-of-papers/publication.ts";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../../shared/decider/index.ts";
import { partyKey } from "../../../../shared/parties/index.ts";
import { aggregate, contextFor, type Service } from "../../../../shared/service/index.ts";
import { talkTo } from "../../../support/http.ts";
import { tallyService } from "../../../support/tally.ts";
import { aRuntime, type TestRuntime } from "../../../support/tally-town.ts";
import { certified } from "../../common/builders.ts";
import {
  aParty,
  approving,
  aVendor,
  filedOn,
  officer1,
  officer2,
  officer3,
  proposing,
  someEvidence,
  theChief,
  theHead,
} from "../case-builders.ts";
import { aPenalty, aPower, sha } from "./builders.ts";

const service: Service = {
  ...tallyService,
  name: "enforcement",
  aggregates: [
    ...[aggregate(proceeding), aggregate(penalRecord), aggregate(penaltyCase)],
    ...[aggregate(knownOfficer), aggregate(knownPower), aggregate(listedPenalty), deliveryAggregate],
  ],
  routes: [...proceedingRoutes, ...deliveryRoutes],
  problems: { ...commonProblems, ...caseProblems, ...proceedingProblems },
};

let runtime: TestRuntime;
let ask: ReturnType<typeof talkTo>;
let serial = 0;

async function lay<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  id: string,
  command: C,
  actor: Actor = officer1,
) {
  serial += 1;
  const outcome = await runtime.store.execute({
    ...{ decider, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}
const toCase = (command: CaseCommand, actor: Actor = officer1, id = "CASE1") => lay(penaltyCase, id, command, actor);
/** A case on file, with evidence and report, and a proceeding against its party. */
async function aCaseOnFile(id: string) {
  await toCase(proposing({ parties: [aParty({ key })] }), officer1, id);
  await toCase(approving(), theHead, id);
  await toCase({ type: "note-evidence", evidence: someEvidence() }, officer1, id);
  await toCase({ type: "note-file", sha256: sha }, officer1, id);
  const { officers } = proposing();
  const report = { sha256: sha, complex: false, suspectedCrime: false, summary: "查清" };
  await toCase({ type: "report", ...report, officers }, officer1, id);
  expect(await post("", { case: id, party: "P1" }, officer1)).toMatchObject({ status: 201 });
}

const claimsOf = ({ sub, name, roles, office, party }: Actor) => ({
  ...{ sub, name, town: "guangtong", roles: `[${roles.join(" ")}]` },
  ...(office === undefined ? {} : { office }),
  ...(party === undefined ? {} : { party }),
});
const post = (path: string, body: object, actor: Actor) =>
  ask({ method: "POST", path: `/enforcement/proceedings${path}`, body: JSON.stringify(body), claims: claimsOf(actor) });
const step = (verb: string, body: object, actor: Actor) => post(`/CASE1:P1/${verb}`, body, actor);
/** The paper is handed over by an officer of the case. */
async function deliver(kind: "notice" | "decision", on: string) {
  const asks = (path: string, body: object) =>
    ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsOf(officer1) });
  const sent = await asks("/deliveries", { proceeding: "CASE1:P1", paper: { kind } });
  const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
  expect(await asks(`/deliveries/${sent.body.id}/deliver-by-hand`, taken)).toMatchObject(ok);
}
const get = (path: string, actor: Actor) => ask({ path: `/enforcement${path}`, claims: claimsOf(actor) });
const day = (date: string) => runtime.setClock(startOfDay(date));

const code = "PN-150";
const charge = {
  ...{ act: "A1", code, competing: [], kinds: ["罚款"] },
  facts: [{ text: "2026年8月20日无照经营", evidence: ["E1"] }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { amountFen: 100_000, tier: "一般", grounds: [] },
  order: { text: "立即停止" },
};
const decision = {
  ...{ outcome: "punish", reasons: "事实清楚" },
  performance: { how: "十五日内缴纳", bank: "农商行", surcharge: true },
};
const ok = { status: 200 };
const detailed = z.object({ gates: z.array(z.record(z.string(), z.unknown())) });
/** As a token names a person: 24 figures. */
const key = "0123456789ABCDEF01234567";
const theVendor: Actor = { ...aVendor, party: key };

beforeEach(async () => {
  runtime = aRuntime();
  ask = talkTo(service, runtime);
  day(filedOn);
  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const change = certified({ domains: ["trade", "tourism"] });
    await lay(knownOfficer, `云E5323${sub.replace(/\D/g, "")}`, {
      type: "learn",
      sequence: 1,
      certificate: `云E5323${sub.replace(/\D/g, "")}`,
      sub,
      change,
    });
  }
  const power = aPower({ code });
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news: { townRole: "decides", domain: "trade" } });
  const [change] = power.changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code }) });
  await aCaseOnFile("CASE1");
});

async function noticed() {
  expect(await step("charge", { charges: [charge] }, officer1)).toMatchObject(ok);
  expect(await step("countersign", {}, officer2)).toMatchObject(ok);
  expect(await step("notify", {}, officer1)).toMatchObject(ok);
  expect(await step("issue-notice", {}, officer2)).toMatchObject(ok);
  await deliver("notice", filedOn);
}

describe("a proceeding over HTTP", () => {
  test("from the charges to a decision in effect, with the case and the register of penalties told", async () => {
    await noticed();
    expect(await step("state-defence", { points: ["没有违法"] }, theVendor)).toMatchObject(ok);
    day("2026-09-10");
    const early = await step("decide", decision, theHead);
    expect(early).toMatchObject({
      status: 422,
      body: { code: "enforcement.steps-missing", details: { missing: ["defence-review"] } },
    });
    const told = await get("/cases/CASE1/gates", officer1);
    expect(told).toMatchObject({ status: 200, body: { parties: [{ party: "P1", status: "noticed" }] } });
    const { gates } = detailed.parse(early.body.details);
    expect(told.body).toMatchObject({ parties: [{ gates }] });
    const answers = [{ statement: "S1", point: 0, taken: false, reasons: "与证据不符" }];
    expect(await step("review-defence", { answers }, officer1)).toMatchObject(ok);
    expect(await step("decide", decision, theHead)).toMatchObject({ status: 200, body: { status: "decided" } });
    await deliver("decision", "2026-09-10");
    expect(await get("/proceedings/CASE1:P1", officer1)).toMatchObject({
      status: 200,
      body: {
        status: "in-effect",
        remedyNotice: { reviewDays: 60, reviewFirst: false, review: { due: "2026-11-09" } },
      },
    });
    const of = await runtime.store.load(penaltyCase, "CASE1");
    expect(of?.state).toMatchObject({
      status: "performing",
      proceedings: [{ party: "P1", status: "in-effect", outcome: "punish" }],
    });
    const record = await runtime.store.load(penalRecord, penalRecordId(runtime.keyed, key, code));
    expect(record?.state.entries).toMatchObject([
      { of: "CASE1:P1", code, outcome: "punished", decidedOn: "2026-09-10" },
    ]);
  });

  test("CF-57a: in a case suspended meanwhile nothing is decided, and nothing is half done", async () => {
    await noticed();
    day("2026-09-10");
    await toCase({ type: "suspend", ground: "court", reasons: "等待判决" }, theHead);
    expect(await step("decide", decision, theHead)).toMatchObject({
      status: 422,
      body: { details: { missing: ["filed"] } },
    });
    expect((await runtime.store.load(penalRecord, penalRecordId(runtime.keyed, key, code)))?.state).toBeUndefined();
  });

  test("CF-48: a decision that falls is struck from the register, and the case is told", async () => {
    await noticed();
    day("2026-09-10");
    await step("decide", decision, theHead);
    const overturn = { how: "void", by: "own", document: { number: "1", date: "2026-09-10" }, reasons: "无权" };
    expect(await step("overturn", overturn, theHead)).toMatchObject({ status: 200, body: { status: "overturned" } });
    const record = await runtime.store.load(penalRecord, penalRecordId(runtime.keyed, key, code));
    expect(record?.state.entries).toEqual([]);
    expect((await runtime.store.load(penaltyCase, "CASE1"))?.state).toMatchObject({
      proceedings: [{ status: "void" }],
    });
  });

  test("CF-40, CF-33a: found not proved leaves no entry, and falls like any other decision", async () => {
    await noticed();
    day("2026-09-10");
    const notProved = { outcome: "not-proved", ground: "minor", reasons: "违法事实不能成立" };
    expect(await step("decide", notProved, theHead)).toMatchObject({ status: 200, body: { status: "decided" } });
    expect(await runtime.store.load(penalRecord, penalRecordId(runtime.keyed, key, code))).toBeUndefined();
    const overturn = { how: "revoked", by: "own", document: { number: "1", date: "2026-09-10" }, reasons: "事实有误" };
    expect(await step("overturn", overturn, theHead)).toMatchObject({ status: 200, body: { status: "overturned" } });
  });

  test("CF-33a: of two first times of one person decided at once only one is the first", async () => {
    await aCaseOnFile("CASE2");
    const { fine: _fine, ...bare } = charge;
    const corrected = { ...bare, kinds: [], circumstances: { ...charge.circumstances, corrected: true } };
    for (const id of ["CASE1", "CASE2"]) {
      expect(await post(`/${id}:P1/charge`, { charges: [corrected] }, officer1)).toMatchObject(ok);
      expect(await post(`/${id}:P1/countersign`, {}, officer2)).toMatchObject(ok);
    }
    const lettingOff = { checkedOn: filedOn, educatedOn: filedOn, promise: sha };
    const letOff = { outcome: "no-penalty", ground: "first-time", reasons: "首次违法", lettingOff };
    const answers = await Promise.all(["CASE1", "CASE2"].map((id) => post(`/${id}:P1/decide`, letOff, theHead)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ code: "enforcement.ground-not-met" });
  });

  test("D6: a stranger, another party and an officer of no part in it find nothing by any route", async () => {
    await noticed();
    const another: Actor = { ...aVendor, sub: "resident-2", party: "F123456789ABCDEF01234567" };
    for (const actor of [another, officer3]) {
      expect(await get("/proceedings/CASE1:P1", actor)).toMatchObject({ status: 404 });
      expect(await get("/cases/CASE1/gates", actor)).toMatchObject({ status: actor === officer3 ? 404 : 403 });
    }
    expect(await step("state-defence", { points: ["我来说"] }, another)).toMatchObject({ status: 404 });
    expect(await get("/proceedings", another)).toMatchObject({ status: 200, body: { items: [] } });
  });

  test("CF-64: an agent reads and speaks until his appointment ends; then he finds nothing, and takes no paper", async () => {
    await noticed();
    const number = "53233119900101001X";
    const appointment = { name: "张律师", kind: "lawyer", idNumber: number, extent: "general", proof: sha };
    const agent: Actor = {
      ...aVendor,
      sub: "resident-5",
      name: "张律师",
      party: partyKey(runtime.keyed, { idNumber: number }),
    };
    const namesake: Actor = { ...agent, sub: "resident-6", party: "F123456789ABCDEF01234567" };
    expect(await get("/proceedings/CASE1:P1", agent)).toMatchObject({ status: 404 });
    expect(await step("appoint-agent", appointment, agent)).toMatchObject({ status: 404 });
    expect(await step("appoint-agent", appointment, theVendor)).toMatchObject({
      status: 200,
      body: { agents: [{ id: "R1", name: "张律师", kind: "lawyer" }] },
    });
    expect(await get("/proceedings/CASE1:P1", officer1)).toMatchObject({ body: { agents: [{ name: "张**" }] } });
    expect(await get("/proceedings/CASE1:P1", agent)).toMatchObject({
      status: 200,
      body: { charges: { signed: true } },
    });
    expect(await get("/proceedings/CASE1:P1", namesake)).toMatchObject({ status: 404 });
    expect(await step("state-defence", { points: ["没有违法"] }, agent)).toMatchObject(ok);
    expect(await step("waive", { rights: ["defence"] }, agent)).toMatchObject({
      status: 403,
      body: { code: "enforcement.authority-missing" },
    });
    expect(await step("end-agent", { agent: "R1" }, theVendor)).toMatchObject(ok);
    expect(await get("/proceedings/CASE1:P1", agent)).toMatchObject({ status: 404 });
    expect(await step("state-defence", { points: ["再说一次"] }, agent)).toMatchObject({ status: 404 });
    const asks = (path: string, body: object) =>
      ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsOf(officer1) });
    const sent = await asks("/deliveries", {
      proceeding: "CASE1:P1",
      paper: { kind: "other", number: "1", issuedOn: filedOn },
    });
    const taken = { on: filedOn, to: "agent", signedBy: "张律师", proof: sha };
    expect(await asks(`/deliveries/${sent.body.id}/deliver-by-hand`, taken)).toMatchObject({
      status: 422,
      body: { code: "enforcement.not-an-agent" },
    });
    expect(await get("/deliveries", theVendor)).toMatchObject({
      status: 200,
      body: { items: [{ paper: { kind: "other" } }, { paper: { kind: "notice" }, status: "served" }] },
    });
    expect(await get("/deliveries", namesake)).toMatchObject({ status: 200, body: { items: [] } });
  });

  test("an officer who is a party himself lists his own, and reads it as a party", async () => {
    await noticed();
    const asOfficer: Actor = { ...officer3, party: key };
    const list = await ask({ path: "/enforcement/proceedings", query: { mine: "true" }, claims: claimsOf(asOfficer) });
    expect(list).toMatchObject({ status: 200, body: { items: [{ id: "CASE1:P1" }] } });
    const other = await ask({ path: "/enforcement/proceedings", query: { mine: "true" }, claims: claimsOf(officer2) });
    expect(other).toMatchObject({ status: 200, body: { items: [] } });
  });

  test("the party reads what he was told, and nothing that the house says among itself", async () => {
    await step("charge", { charges: [charge] }, officer1);
    const before = await get("/proceedings/CASE1:P1", theVendor);
    expect(before.body.charges).toBeUndefined();
    await step("countersign", {}, officer2);
    await step("notify", {}, officer1);
    await step("issue-notice", {}, officer2);
    await step("ask-counsel", { counsel: "counsel-1" }, officer1);
    const { body } = await get("/proceedings/CASE1:P1", theVendor);
    expect(body).toMatchObject({ party: { name: "欧阳娜娜" }, charges: { items: [{ act: "A1" }] } });
    expect(body.counsel).toBeUndefined();
    expect(await get("/proceedings/CASE1:P1/history", theVendor)).toMatchObject({ status: 403 });
    expect(await get("/proceedings", theVendor)).toMatchObject({ body: { items: [{ id: "CASE1:P1" }] } });
  });

  test("CF-43: the party asks for a recusal; the case keeps it, and the decision waits", async () => {
    await noticed();
    const recusal = { person: "officer-1", ground: "relative", reasons: "亲戚" };
    expect(await step("ask-recusal", recusal, theVendor)).toMatchObject(ok);
    day("2026-09-10");
    expect(await step("decide", decision, theHead)).toMatchObject({ body: { details: { missing: ["recusals"] } } });
  });

  test("the head who decides reads what he decides, in any role", async () => {
    await noticed();
    expect(await get("/proceedings/CASE1:P1", theHead)).toMatchObject(ok);
    expect(await get("/cases/CASE1/gates", theHead)).toMatchObject(ok);
  });

  test("an officer who is the party himself reads nothing of what the house says among itself", async () => {
    await noticed();
    const review = { conclusion: "agreed", opinion: "同意" };
    const reviewer: Actor = { sub: "legal-reviewer-1", name: "法制", roles: ["legal-reviewer"] };
    expect(await step("legal-review", review, reviewer)).toMatchObject(ok);
    const both: Actor = { ...officer1, party: key };
    const said = JSON.stringify((await get("/proceedings/CASE1:P1/history", both)).body);
    expect(said).toContain("enforcement.proceeding.legally-reviewed");
    expect(said).not.toContain("agreed");
    expect(JSON.stringify((await get("/proceedings/CASE1:P1/history", officer1)).body)).toContain("agreed");
    expect((await get("/proceedings/CASE1:P1", both)).body.legalReview).toBeUndefined();
  });

  test("what can be done next is told with what blocks it", async () => {
    await noticed();
    const { body } = await get("/proceedings/CASE1:P1", theChief);
    expect(body.actions).toEqual(expect.arrayContaining([expect.objectContaining({ verb: "decide" })]));
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { proceeding } from "../../../services/enforcement/cases/domain/proceeding/decider.ts";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { hearingIdOf } from "../../../services/enforcement/hearings/hearing-id.ts";
import { hearingReactions } from "../../../services/enforcement/hearings/reactions/requests.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/cloud-event.ts";
import { contextFor } from "../../../shared/service/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { partyId } from "../../support/keyed.ts";
import { offersHeld } from "../../support/offers.ts";
import { handTo } from "../../support/reacting.ts";
import { aRuntime, type TestRuntime } from "../../support/tally-town.ts";
import {
  anAct,
  aParty,
  approving,
  aVendor,
  filedOn,
  officer1,
  officer2,
  officer3,
  proposing,
  someEvidence,
  theHead,
} from "../cases/case-builders.ts";
import { aPenalty, aPower } from "../cases/proceeding/builders.ts";
import { certified } from "../common/builders.ts";
import { sha, theChair, theRecorder } from "./builders.ts";

const code = "PN-150";
/** As a token names a person: 24 figures. */
const keys = { P1: "0123456789ABCDEF01234567", P2: "76543210FEDCBA9876543210" } as const;
const party1: Actor = { ...aVendor, party: keys.P1 };
const party2: Actor = { ...aVendor, sub: "resident-7", party: keys.P2 };
const heldOn = "2026-09-15";
const ok = { status: 200 };

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
const post = (path: string, body: object, actor: Actor) =>
  ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
const get = (path: string, actor: Actor, query: Record<string, string> = {}) =>
  ask({ path: `/enforcement${path}`, query, claims: claimsFor(actor) });
const day = (date: string) => runtime.setClock(startOfDay(date));
const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, "CASE1", command, actor);

const charge = {
  ...{ act: "A1", code, competing: [], kinds: ["责令停产停业"] },
  facts: [{ text: "无照经营", evidence: ["E1"] }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  order: { text: "立即停止" },
};

beforeEach(async () => {
  runtime = aRuntime();
  ask = offersHeld(enforcement, talkTo(enforcement, runtime)).ask;
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
  const news = { townRole: "decides" as const, domain: "trade" };
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news });
  const [change] = aPower({ code }).changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code }) });
  const parties = [aParty({ key: keys.P1 }), aParty({ id: "P2", key: keys.P2, name: "张三丰" })];
  await toCase(proposing({ acts: [anAct({ by: ["P1", "P2"] })], parties }));
  await toCase(approving(), theHead);
  await toCase({ type: "note-evidence", evidence: someEvidence() });
  await toCase({ type: "note-file", sha256: sha });
  const { officers } = proposing();
  await toCase({ type: "report", sha256: sha, complex: false, suspectedCrime: false, summary: "查清", officers });
});

/** A party who was told what is meant and asks for a hearing; the town hears of it. */
async function asked(party: "P1" | "P2", actor: Actor) {
  const at = `/proceedings/CASE1:${party}`;
  expect(await post("/proceedings", { case: "CASE1", party }, officer1)).toMatchObject({ status: 201 });
  expect(await post(`${at}/charge`, { charges: [charge] }, officer1)).toMatchObject(ok);
  expect(await post(`${at}/countersign`, {}, officer2)).toMatchObject(ok);
  expect(await post(`${at}/notify`, {}, officer1)).toMatchObject(ok);
  expect(await post(`${at}/issue-notice`, {}, officer2)).toMatchObject(ok);
  const sent = await post("/deliveries", { proceeding: `CASE1:${party}`, paper: { kind: "notice" } }, officer1);
  const taken = { on: filedOn, to: "self", signedBy: "当事人", proof: sha };
  expect(await post(`/deliveries/${sent.body.id}/deliver-by-hand`, taken, officer1)).toMatchObject(ok);
  expect(await post(`${at}/request-hearing`, {}, actor)).toMatchObject(ok);
  const event: CloudEvent = {
    ...{ specversion: "1.0" as const, datacontenttype: "application/json" as const },
    ...{ id: `hearing|${party}`, source: "enforcement", type: "enforcement.proceeding.hearing-requested" },
    ...{ subject: `proceeding/CASE1:${party}`, time: startOfDay(filedOn), sequence: 9, actor: "K" },
    data: { case: "CASE1", proceeding: `CASE1:${party}`, party, on: filedOn, requestedOn: filedOn },
  };
  for (const _twice of [1, 2]) expect(await handTo(hearingReactions, event, runtime)).toEqual([]);
  return `/hearings/${hearingIdOf(`CASE1:${party}`, filedOn)}`;
}
const plan = {
  ...{ on: heldOn, at: "09:00", place: "二楼会议室", chair: theChair.sub, recorder: theRecorder.sub },
};
const telling = (party: string) => ({ party, on: filedOn, how: "direct", proof: sha });
const there = (party: string, how = "in-person") => ({ party, how, agents: [] });
const holding = (attendance: object[], signers: string[] = ["P1"]) => ({
  attendance,
  investigators: ["officer-1", "officer-2"],
  course: { evidencePut: true, defenceHeard: true, readOver: true },
  record: {
    ...{ sha256: sha, pages: 2, signatures: signers.map((party) => ({ party, how: "signed", pages: 2 })) },
    recording: { sha256: sha, told: true, unbroken: true },
  },
});

describe("a hearing over HTTP", () => {
  test("CF-64a: two parties in one hearing: one is heard, one waives; proceedings and case are told with it", async () => {
    const at = await asked("P1", party1);
    const other = await asked("P2", party2);
    expect(await post(`${other}/join`, { into: at.split("/").at(-1) }, theHead)).toMatchObject({
      body: { status: "joined" },
    });
    expect(await post(`${at}/schedule`, plan, theHead)).toMatchObject({ body: { status: "scheduled" } });
    expect(await post(`${at}/note-told`, telling("P1"), theRecorder)).toMatchObject(ok);
    expect(await post(`${at}/note-told`, telling("P2"), officer1)).toMatchObject(ok);
    day(heldOn);
    const body = holding([there("P1"), there("P2", "absent")]);
    expect(await post(`${at}/hold`, body, theChair)).toMatchObject({ body: { status: "held" } });
    for (const [party, how] of [
      ["P1", "held"],
      ["P2", "absent"],
    ])
      expect(await get(`/proceedings/CASE1:${party}`, theHead)).toMatchObject({
        body: { priorNotice: { hearing: { outcome: { how, on: heldOn } } } },
      });
    expect(
      await post(`${at}/report`, { sha256: sha, conclusion: "维持建议", newFacts: false }, theChair),
    ).toMatchObject({ body: { status: "reported" } });
    const { state } = (await runtime.store.load(penaltyCase, "CASE1")) ?? {};
    expect(state?.papers.filter(({ kind }) => kind.startsWith("hearing"))).toMatchObject([
      { kind: "hearing-record", party: "P1" },
      { kind: "hearing-report", party: "P1" },
    ]);
  });
  test("nothing half done: a case that is suspended that day is not heard, and no proceeding says so", async () => {
    const at = await asked("P1", party1);
    await post(`${at}/schedule`, plan, theHead);
    await post(`${at}/note-told`, telling("P1"), theRecorder);
    day(heldOn);
    await toCase({ type: "suspend", ground: "court", reasons: "待判决" }, theHead);
    expect(await post(`${at}/hold`, holding([there("P1")]), theChair)).toMatchObject({ status: 409 });
    expect(await get(at, theHead)).toMatchObject({ body: { status: "scheduled" } });
    const own = await runtime.store.load(proceeding, "CASE1:P1");
    expect(own?.state).toMatchObject({ status: "noticed", notice: { hearing: { requestedOn: filedOn } } });
  });
  test("the party takes it back in one step with his proceeding", async () => {
    const at = await asked("P1", party1);
    expect(await post(`${at}/withdraw`, { party: "P1" }, party1)).toMatchObject({ body: { status: "withdrawn" } });
    expect(await get("/proceedings/CASE1:P1", theHead)).toMatchObject({
      body: { priorNotice: { hearing: { outcome: { how: "withdrawn" } } } },
    });
  });
  test("CF-64(5): an agent finds his cases, reads the hearing, asks for another chair, and gives nothing up", async () => {
    const at = await asked("P1", party1);
    const idNumber = "53233119900101001X";
    const agent: Actor = { sub: "resident-8", name: "李律师", roles: ["resident"], party: partyId(idNumber) };
    const mine = async (actor: Actor) => (await get("/mandates", actor)).body.items;
    expect(await mine(agent)).toEqual([]);
    const appointed = { name: "李律师", kind: "lawyer", idNumber, extent: "general", proof: sha };
    expect(await post("/proceedings/CASE1:P1/appoint-agent", appointed, party1)).toMatchObject(ok);
    expect(await mine(agent)).toMatchObject([
      { proceeding: "CASE1:P1", party: "欧阳娜娜", kind: "lawyer", status: "noticed" },
    ]);
    for (const actor of [party1, party2]) expect(await mine(actor)).toEqual([]);
    expect(await get("/proceedings/CASE1:P1", agent)).toMatchObject({
      ...ok,
      body: { links: expect.arrayContaining([expect.objectContaining({ rel: "hearing" })]) },
    });
    expect((await get("/proceedings/CASE1:P2", agent)).status).toBe(404);
    await post(`${at}/schedule`, plan, theHead);
    expect(await get(at, agent)).toMatchObject({ body: { parties: [{ party: "P1", name: "欧阳娜娜" }] } });
    // CF-43: with the roles of the house he finds nothing here.
    const asStaff: Actor = { ...agent, roles: ["resident", "legal-reviewer"], sub: theChair.sub };
    expect((await get(at, asStaff)).status).toBe(404);
    // CF-43: no list of the house tells him of it either.
    const listed = async (actor: Actor) => (await get("/hearings", actor)).body.items;
    expect(await listed(theHead)).toHaveLength(1);
    expect(await listed(asStaff)).toEqual([]);
    const objection = { ground: "relative", reasons: "是对方亲属" };
    expect(await post(`${at}/ask-recusal`, objection, agent)).toMatchObject({ body: { recusalOpen: true } });
    expect((await post(`${at}/withdraw`, { party: "P1" }, agent)).status).toBe(403);
    const kept = { person: "officer-1", ...objection };
    expect(await post("/proceedings/CASE1:P1/ask-recusal", kept, agent)).toMatchObject(ok);
    expect((await runtime.store.load(penaltyCase, "CASE1"))?.state.recusals).toMatchObject([{ sub: "officer-1" }]);
    expect(await post("/proceedings/CASE1:P1/end-agent", { agent: "R1" }, party1)).toMatchObject(ok);
    expect(await mine(agent)).toEqual([]);
    expect((await get(at, agent)).status).toBe(404);
    expect((await post("/proceedings/CASE1:P1/ask-recusal", { ...kept, person: "officer-2" }, agent)).status).toBe(404);
  });
  test("CF-64: an agent who may give up rights takes the request back, in one step with the proceeding", async () => {
    const at = await asked("P1", party1);
    const idNumber = "53233119900101001X";
    const agent: Actor = { sub: "resident-8", name: "李律师", roles: ["resident"], party: partyId(idNumber) };
    const appointed = { name: "李律师", kind: "lawyer", idNumber, extent: "special", proof: sha };
    expect(await post("/proceedings/CASE1:P1/appoint-agent", appointed, party1)).toMatchObject(ok);
    expect(await post(`${at}/withdraw`, { party: "P1" }, agent)).toMatchObject({ body: { status: "withdrawn" } });
    expect(await get("/proceedings/CASE1:P1", theHead)).toMatchObject({
      body: { priorNotice: { hearing: { outcome: { how: "withdrawn" } } } },
    });
  });
  test("CF-29a: each party sees himself alone, and a stranger finds nothing", async () => {
    const at = await asked("P1", party1);
    expect((await get(at, party2)).status).toBe(404);
    const other = await asked("P2", party2);
    await post(`${other}/join`, { into: at.split("/").at(-1) }, theHead);
    const { body } = await get(at, party2);
    expect(body).toMatchObject({ parties: [{ party: "P2", name: "张三丰" }] });
    expect(JSON.stringify(body)).not.toContain("P1");
    expect((await get(at, { ...officer3, sub: "officer-9" })).status).toBe(404);
    expect(await get("/hearings", party1)).toMatchObject({ body: { items: [{ status: "requested" }] } });
    // CF-64a: the second party finds the hearing that took his in, as well as his own.
    const found = await get("/hearings", party2);
    expect(found).toMatchObject({
      body: { items: expect.arrayContaining([expect.objectContaining({ status: "joined" })]) },
    });
    expect(JSON.stringify(found.body)).toContain(String(at.split("/").at(-1)));
    expect(await get("/hearings", { ...party1, party: "ABCDEF0123456789ABCDEF01" })).toMatchObject({
      body: { items: [] },
    });
    expect(await get("/hearings", theHead, { case: "CASE1", status: "requested" })).toMatchObject({
      body: { items: [{ parties: 2 }] },
    });
  });
});

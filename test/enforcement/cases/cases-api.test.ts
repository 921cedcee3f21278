import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { penalRecordId } from "../../../services/enforcement/cases/domain/penal-record/id.ts";
import { penalRecord } from "../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { contextFor } from "../../../shared/service/index.ts";
import type { Expects } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { keyed, partyId } from "../../support/keyed.ts";
import { aRuntime, profile } from "../../support/tally-town.ts";
import { aSquadOf } from "../squads.ts";
import {
  aFirm,
  anotherLeader,
  inTown,
  officer1,
  officer2,
  officer3,
  theChief,
  theHead,
  theSquadLeader,
} from "./case-builders.ts";

const code = "PN-150";
const idNumber = "11010519491231002X";
const vendor: Actor = { sub: "resident-9", name: "某摊贩", roles: ["resident"], party: partyId(idNumber) };
const stranger: Actor = { sub: "resident-8", name: "路人", roles: ["resident"], party: partyId("53233119900101001X") };
const theSupervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };
const sha256 = "a".repeat(64);
const created = z.looseObject({ id: z.string() });
const verbs = (body: unknown) =>
  z.looseObject({ actions: z.array(z.looseObject({ verb: z.string(), blocked: z.unknown().optional() })) }).parse(body);

let runtime: ReturnType<typeof aRuntime>;
let ask: ReturnType<typeof talkTo>;

async function lay<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string, command: C) {
  const expects: Expects = "either";
  const context = contextFor(runtime, theChief);
  await runtime.store.execute({ decider, id, command, expects, commandId: `${id}-1`, bodyDigest: "x", context });
}

beforeEach(async () => {
  runtime = aRuntime();
  runtime.setClock("2026-09-01T02:00:00.000Z");
  ask = talkTo(enforcement, runtime);
  const inWhoseName = { name: profile.organName, uscc: profile.uscc };
  await lay(knownPower, code, {
    type: "learn",
    code,
    sequence: 1,
    news: { townRole: "decides", domain: "trade", basis: [] },
  });
  await lay2({ kind: "handed-over", from: "2025-01-01", mode: "delegated", inWhoseName });
  for (const sub of ["officer-1", "officer-2", "officer-3"])
    await lay(knownOfficer, `云E5323${sub.replace(/\D/g, "")}`, {
      type: "learn",
      certificate: `云E5323${sub.replace(/\D/g, "")}`,
      sub,
      sequence: 1,
      change: { kind: "certified", from: "2026-01-01", until: "2026-12-31", domains: ["trade"] },
    });
  await aSquadOf(theSquadLeader.sub, ["officer-1", "officer-2"], runtime);
  await aSquadOf(anotherLeader.sub, ["officer-7"], runtime);
  await lay(listedPenalty, code, {
    type: "list",
    content: {
      code,
      act: { zh: "占道经营", en: "Trading on the road" },
      domain: "trade",
      sourceDepartment: "县市场监督管理局",
      limitationYears: 2,
      rectificationDays: 0,
      simpleProcedurePossible: true,
      norm: {
        legalBasis: "条例1",
        kinds: ["警告", "罚款"],
        citizenFine: { minFen: 1_000, maxFen: 100_000 },
        organisationFine: { minFen: 1_000, maxFen: 1_000_000 },
        tiers: [{ name: "一般", fromPercent: 0, toPercent: 100 }],
      },
      verified: "yes",
    },
  });
});

async function lay2(change: Parameters<typeof powerChange>[0]) {
  const context = contextFor(runtime, theChief);
  const command = powerChange(change);
  await runtime.store.execute({
    decider: knownPower,
    id: code,
    command,
    expects: "either",
    commandId: `${code}-2`,
    bodyDigest: "x",
    context,
  });
}
const powerChange = (change: import("../../../shared/powers-in-force/index.ts").PowerChange) => ({
  type: "learn" as const,
  code,
  sequence: 2,
  news: { change },
});

const post = (actor: Actor, path: string, body: object = {}) =>
  ask({ method: "POST", path, body: JSON.stringify(body), claims: claimsFor(actor) });
const get = (actor: Actor, path: string, query: Record<string, string> = {}) =>
  ask({ path, query, claims: claimsFor(actor) });

const citizen = {
  id: "P1",
  kind: "citizen",
  role: "principal",
  name: "欧阳娜娜",
  idNumber,
  phone: "13812345678",
  address: "某村2号",
};
const { key: _key, ...firm } = aFirm({ idNumber: "91530000MA6K0000XX" });
const anAct = (by: string[] = ["P1"]) => ({
  code,
  by,
  from: "2026-08-20",
  until: "2026-08-20",
  discoveredOn: "2026-08-21",
  harm: false,
  place: inTown,
  address: "某街1号",
  facts: "占道摆摊经营",
});
const aProposal = (more: object = {}) => ({
  acts: [anAct()],
  parties: [citizen],
  investigators: ["officer-1", "officer-2"],
  source: { kind: "lead", id: "LEAD1", receivedOn: "2026-08-28" },
  ...more,
});
async function propose(more: object = {}) {
  const answer = await post(officer1, "/enforcement/cases", aProposal(more));
  expect(answer).toMatchObject({ status: 201, body: { status: "proposed" } });
  return `/enforcement/cases/${created.parse(answer.body).id}`;
}
async function file(more: object = {}) {
  const at = await propose(more);
  expect(await post(theHead, `${at}/approve`, {})).toMatchObject({ status: 200, body: { status: "investigating" } });
  return at;
}

describe("a case over HTTP", () => {
  test("is proposed, filed, suspended, resumed, stopped and closed by its people", async () => {
    const at = await file();
    expect(await get(officer1, at)).toMatchObject({
      status: 200,
      body: {
        number: { text: { zh: "广通立〔2026〕1号" } },
        clock: { due: "2026-11-30" },
        parties: [{ name: "欧***" }],
      },
    });
    expect(await post(theHead, `${at}/suspend`, { ground: "court", reasons: "待判决" })).toMatchObject({ status: 200 });
    expect(await post(theHead, `${at}/resume`, { reasons: "已判决" })).toMatchObject({ status: 200 });
    expect(await post(theHead, `${at}/stop`, { ground: "no-breach", reasons: "不构成违法" })).toMatchObject({
      status: 200,
      body: { status: "stopped", missingPapers: [] },
    });
    expect(await post(theHead, `${at}/close`, { report: sha256 })).toMatchObject({
      status: 200,
      body: { status: "closed" },
    });
  });

  test("a refusal says why, by its article", async () => {
    const at = await propose({ acts: [{ ...anAct(), from: "2024-12-30", until: "2024-12-30" }] });
    expect(await post(theHead, `${at}/approve`, {})).toMatchObject({
      status: 422,
      body: { code: "enforcement.power-not-in-force" },
    });
    expect(
      await post(officer1, "/enforcement/cases", aProposal({ acts: [{ ...anAct(), code: "PN-999" }] })),
    ).toMatchObject({
      status: 422,
      body: { code: "enforcement.unknown-penalty" },
    });
  });

  test("CF-29a: who has nothing to do with it finds nothing, in reading, history and each step", async () => {
    const at = await file();
    for (const actor of [officer3, stranger, anotherLeader]) {
      expect(await get(actor, at)).toMatchObject({ status: 404 });
      expect(
        await post(actor, `${at}/ask-recusal`, { person: "officer-1", ground: "relative", reasons: "亲属关系" }),
      ).toMatchObject({ status: 404 });
    }
    expect(await post(officer3, `${at}/report`, {})).toMatchObject({ status: 404 });
    expect(await get(officer3, `${at}/history`)).toMatchObject({ status: 404 });
    for (const actor of [officer2, theSquadLeader, theHead, theChief, theSupervisor])
      expect(await get(actor, at)).toMatchObject({ status: 200 });
  });

  test("CF-29a: a party sees himself, his acts and the officers, and no other party, evidence or paper", async () => {
    const at = await file({ acts: [anAct(["P1", "P2"]), anAct(["P2"])], parties: [citizen, firm] });
    const { status, body } = await get(vendor, at);
    expect(status).toBe(200);
    expect(body).toMatchObject({ parties: [{ id: "P1" }], acts: [{ id: "A1", by: ["P1"] }], officers: [{}, {}] });
    for (const field of ["evidence", "papers", "source", "recusals", "proceedings", "clock", "approvedBy"])
      expect(body).not.toHaveProperty(field);
    expect(JSON.stringify(body)).not.toContain("某商行");
    expect(await get(vendor, `${at}/history`)).toMatchObject({ status: 403 });
  });

  test("L1: staff who are a party of the case see no more of it than any party", async () => {
    const at = await file();
    for (const actor of [theSupervisor, theSquadLeader, theChief]) {
      const { status, body } = await get({ ...actor, party: partyId(idNumber) }, at);
      expect(status).toBe(200);
      expect(body).not.toHaveProperty("evidence");
    }
    expect(await get({ ...theHead, party: partyId(idNumber) }, await propose())).toMatchObject({ status: 404 });
  });

  test("E1: a squad leader finds his squad's cases only, in each list, gate, board, export and file of a case", async () => {
    const at = await file();
    const body = { case: at.split("/").at(-1) ?? "" };
    const rest = ["", "/gates", "/history", "/evidence-files"];
    for (const path of rest) {
      expect(await get(anotherLeader, `${at}${path}`)).toMatchObject({ status: 404 });
      expect(await get(theSquadLeader, `${at}${path}`)).toMatchObject({ status: 200 });
    }
    const listed = async (actor: Actor, path: string, query = {}) =>
      JSON.stringify((await get(actor, path, query)).body);
    for (const [path, query] of [
      ["/enforcement/cases", {}],
      ["/enforcement/board", { within: "90" }],
    ] as const) {
      expect(await listed(theSquadLeader, path, query)).toContain(body.case);
      expect(await listed(anotherLeader, path, query)).not.toContain(body.case);
    }
    expect(await post(anotherLeader, "/enforcement/case-files", { ...body, incomplete: true })).toMatchObject({
      status: 422,
    });
    const change = { investigators: ["officer-2", "officer-3"], reasons: "轮岗" };
    expect(await post(anotherLeader, `${at}/change-officers`, change)).toMatchObject({ status: 404 });
    // A token that says whom he leads is not believed.
    expect(await get({ ...anotherLeader, leads: ["officer-1"] }, at)).toMatchObject({ status: 404 });
  });

  test("E1: who leads no longer, or whose squad is disbanded, finds nothing of it", async () => {
    const at = await file();
    expect(await get(theSquadLeader, at)).toMatchObject({ status: 200 });
    expect(
      await post(theChief, `/enforcement/squads/SQUAD-${theSquadLeader.sub}/disband`, { reasons: "合并" }),
    ).toMatchObject({
      status: 200,
    });
    expect(await get(theSquadLeader, at)).toMatchObject({ status: 404 });
  });

  test("before the filing a party finds nothing", async () => {
    expect(await get(vendor, await propose())).toMatchObject({ status: 404 });
  });

  test("a recused officer no longer finds the case", async () => {
    const at = await file();
    const person = "officer-2";
    await post(vendor, `${at}/ask-recusal`, { person, ground: "relative", reasons: "近亲属" });
    expect(await get(officer2, at)).toMatchObject({ status: 200 });
    expect(
      await post(theHead, `${at}/decide-recusal`, { person, recused: true, earlierActsStand: true, reasons: "属实" }),
    ).toMatchObject({ status: 200, body: { officers: [{ sub: "officer-1" }] } });
    expect(await get(officer2, at)).toMatchObject({ status: 404 });
  });

  test("the view offers what its reader can do, and says what blocks the rest", async () => {
    const at = await propose();
    const { actions } = verbs((await get(theHead, at)).body);
    const open = actions.filter(({ blocked }) => blocked === undefined).map(({ verb }) => verb);
    expect(open).toEqual(expect.arrayContaining(["approve", "dismiss"]));
    const own = verbs((await get(officer1, at)).body).actions.map(({ verb }) => verb);
    expect(own).not.toContain("approve");
  });

  test("lists show nothing that the single reading refuses", async () => {
    const at = await file();
    const id = at.split("/").at(-1);
    expect(await get(officer1, "/enforcement/cases")).toMatchObject({
      body: { items: [{ id, officers: ["officer-1", "officer-2"] }] },
    });
    expect(await get(officer3, "/enforcement/cases")).toMatchObject({ status: 200, body: { items: [] } });
    expect(await get(theHead, "/enforcement/cases", { officer: "officer-2", item: code })).toMatchObject({
      body: { items: [{ id }] },
    });
    expect(await get(theHead, "/enforcement/cases", { dueBy: "2026-11-29" })).toMatchObject({ body: { items: [] } });
    expect(await get(theHead, "/enforcement/cases", { dueBy: "2026-11-30" })).toMatchObject({
      body: { items: [{ id }] },
    });
    expect(await get(theHead, "/enforcement/cases", { status: "closed" })).toMatchObject({ body: { items: [] } });
  });
});

describe("evidence over HTTP", () => {
  const taking = (at: string, more: object = {}) => ({
    case: at.split("/").at(-1),
    kind: "documentary",
    acts: ["A1"],
    files: [{ sha256, title: "台账" }],
    collectedOn: "2026-09-01",
    address: "某街1号",
    provider: "欧阳娜娜",
    proves: "占道经营",
    with: "officer-2",
    original: { what: "original" },
    ...more,
  });
  async function take(at: string) {
    const answer = await post(officer1, "/enforcement/evidence", taking(at));
    expect(answer).toMatchObject({ status: 201, body: { status: "collected" } });
    return `/enforcement/evidence/${created.parse(answer.body).id}`;
  }

  test("CF-42: it joins the register of its case, and counts there once the other officer has signed", async () => {
    const at = await file();
    const piece = await take(at);
    expect(await get(officer1, at)).toMatchObject({ body: { evidence: [{ established: false }] } });
    expect(await post(officer1, `${piece}/countersign`)).toMatchObject({
      status: 403,
      body: { code: "enforcement.own-signature" },
    });
    expect(await get(officer2, "/enforcement/evidence")).toMatchObject({ body: { items: [{ status: "collected" }] } });
    expect(await post(officer2, `${piece}/countersign`)).toMatchObject({
      status: 200,
      body: { status: "established" },
    });
    expect(await get(officer1, at)).toMatchObject({ body: { evidence: [{ established: true }] } });
    // P-17: who gave it is masked.
    expect(await get(officer1, piece)).toMatchObject({ body: { provider: expect.stringMatching(/^.\*+$/) } });
    expect(await post(theHead, `${piece}/exclude`, { ground: "unlawful", reasons: "程序违法" })).toMatchObject({
      status: 200,
    });
    expect(await get(officer1, at)).toMatchObject({ body: { evidence: [{ excluded: "unlawful" }] } });
  });

  test("who does not read the case finds no evidence of it, and adds none; a party neither", async () => {
    const at = await file();
    const piece = await take(at);
    for (const actor of [officer3, anotherLeader]) expect(await get(actor, piece)).toMatchObject({ status: 404 });
    expect(await post(officer3, "/enforcement/evidence", taking(at))).toMatchObject({
      status: 422,
      body: { code: "enforcement.no-such-case-of-evidence" },
    });
    expect((await get(vendor, piece)).status).toBe(403);
    expect(await get({ ...officer3, party: partyId(idNumber) }, piece)).toMatchObject({ status: 404 });
  });

  test("CF-46a: nothing half done: a stopped case takes no evidence, and none is left behind", async () => {
    const at = await file();
    await post(theHead, `${at}/stop`, { ground: "no-breach", reasons: "不构成违法" });
    expect(await post(officer1, "/enforcement/evidence", taking(at))).toMatchObject({
      status: 409,
      body: { code: "enforcement.case-not-in-this-state" },
    });
    expect(await get(officer2, "/enforcement/evidence")).toMatchObject({ body: { items: [] } });
  });

  test("CF-29c: after a merger it is found, signed and excluded where its register is", async () => {
    const at = await file();
    const into = await file();
    const piece = await take(at);
    const merging = { into: into.split("/").at(-1), because: "same-party", reasons: "同一当事人" };
    expect(await post(theHead, `${at}/merge`, merging)).toMatchObject({ status: 200, body: { status: "merged" } });
    expect(await post(officer2, `${piece}/countersign`)).toMatchObject({ status: 200 });
    expect(await get(officer1, into)).toMatchObject({
      body: { acts: [{ id: "A1" }, { id: "A2" }], evidence: [{ acts: ["A2"], established: true }] },
    });
  });

  test("CF-29c: a split makes a case of its own with its number, evidence and first filing", async () => {
    const at = await file({ acts: [anAct(["P1", "P2"])], parties: [citizen, firm] });
    await take(at);
    const answer = await post(theHead, `${at}/split`, { parties: ["P2"], acts: [], reasons: "分案处理" });
    expect(answer).toMatchObject({ status: 200, body: { parties: [{ id: "P1" }] } });
    const [id] = z.looseObject({ split: z.array(z.string()) }).parse(answer.body).split;
    expect(await get(officer1, `/enforcement/cases/${id}`)).toMatchObject({
      status: 200,
      body: {
        status: "investigating",
        filedOn: "2026-09-01",
        parties: [{ id: "P2" }],
        evidence: [{ kind: "documentary" }],
      },
    });
  });

  test("a merger with a case that is not there, or with itself, is refused", async () => {
    const at = await file();
    const merging = { because: "linked-acts", reasons: "关联行为" };
    const itself = { ...merging, into: at.split("/").at(-1) };
    expect((await post(theHead, `${at}/merge`, itself)).status).toBeGreaterThanOrEqual(400);
    expect((await post(theHead, `${at}/merge`, { ...merging, into: "NOWHERE" })).status).toBeGreaterThanOrEqual(400);
    expect(await get(officer1, at)).toMatchObject({ body: { status: "investigating" } });
  });
});

describe("a penalty on the spot over HTTP", () => {
  const recording = (more: object = {}) => ({
    code,
    place: inTown,
    address: "某街1号",
    facts: "占道摆摊经营",
    party: citizen,
    with: "officer-2",
    told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: false, note: "未陈述" } },
    kinds: ["罚款"],
    amountFen: 5_000,
    tier: "一般",
    correction: { how: "at-once" },
    form: { how: "signed" },
    ...more,
  });
  async function record() {
    const answer = await post(officer1, "/enforcement/on-spot-penalties", recording());
    expect(answer).toMatchObject({ status: 201, body: { status: "recorded" } });
    return `/enforcement/on-spot-penalties/${created.parse(answer.body).id}`;
  }

  test("CF-51: recorded by one, signed by the other, told to the party, remembered for the next time", async () => {
    const at = await record();
    expect(await get(vendor, at)).toMatchObject({ status: 404 });
    expect(await post(officer2, `${at}/countersign`)).toMatchObject({
      status: 200,
      body: { status: "decided", remedies: { reviewFirst: true } },
    });
    expect(await get(vendor, at)).toMatchObject({ status: 200, body: { amountFen: 5_000 } });
    for (const actor of [stranger, officer3]) expect(await get(actor, at)).toMatchObject({ status: 404 });
    const kept = await runtime.store.load(penalRecord, penalRecordId(keyed, partyId(idNumber), code));
    expect(kept?.state.entries).toMatchObject([{ outcome: "punished", decidedOn: "2026-09-01" }]);
  });

  test("CF-71: the money passes through other hands to the bank", async () => {
    const at = await record();
    await post(officer2, `${at}/countersign`);
    await post(officer2, `${at}/report`);
    const taken = {
      receipt: "财票001",
      hardToEnforceLater: false,
      remote: false,
      partyProposes: false,
      reasons: "五十元",
    };
    expect(await post(officer1, `${at}/collect`, taken)).toMatchObject({ status: 200 });
    expect(await post(officer1, `${at}/hand-in`, { to: "clerk-3" })).toMatchObject({ status: 200 });
    const cashier: Actor = { sub: "clerk-3", name: "窗口3号", roles: ["cashier"], office: "service-centre" };
    expect(await post(cashier, `${at}/deposit`, { voucher: "银行001" })).toMatchObject({
      status: 200,
      body: { status: "settled" },
    });
  });

  test("CF-51: turned to the ordinary procedure, its case is proposed in the same commit", async () => {
    const at = await record();
    const answer = await post(officer2, `${at}/to-ordinary`, { harm: false, reasons: "案情需要调查" });
    expect(answer).toMatchObject({ status: 200, body: { status: "ordinary" } });
    const { case: id } = z.looseObject({ case: z.string() }).parse(answer.body);
    expect(await get(officer1, `/enforcement/cases/${id}`)).toMatchObject({
      status: 200,
      body: { status: "proposed", source: { kind: "on-spot" }, acts: [{ code, from: "2026-09-01" }] },
    });
    expect(await post(officer2, `${at}/countersign`)).toMatchObject({ status: 409 });
  });
});

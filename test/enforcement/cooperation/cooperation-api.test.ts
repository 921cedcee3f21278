import { beforeEach, describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { letter } from "../../../services/enforcement/cooperation/domain/letter/decider.ts";
import { lead } from "../../../services/enforcement/leads/domain/decider.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { instantAt } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { contextFor, instruct } from "../../../shared/service/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { linksLead, offersHeld } from "../../support/offers.ts";
import { aRuntime, type TestRuntime } from "../../support/tally-town.ts";
import {
  approving,
  filedOn,
  officer1,
  officer3,
  proposing,
  theChief,
  theHead,
  theSquadLeader,
} from "../cases/case-builders.ts";

const theResident: Actor = { sub: "resident-3", name: "村民", roles: ["resident"] };
let runtime: TestRuntime;
let ask: ReturnType<typeof talkTo>;
let serial = 0;
const ok = { status: 200 };
const sha = "a".repeat(64);
const document = "禄公函〔2026〕1号";

async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C, actor: Actor) {
  serial += 1;
  const outcome = await runtime.store.execute({
    ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}
const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, "CASE1", command, actor);
const post = (path: string, body: object, actor: Actor = officer1) =>
  ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
const get = (path: string, actor: Actor) => ask({ path: `/enforcement${path}`, claims: claimsFor(actor) });
const caseNow = async () => (await runtime.store.load(penaltyCase, "CASE1"))?.state;

beforeEach(async () => {
  runtime = aRuntime();
  ask = offersHeld(enforcement, talkTo(enforcement, runtime)).ask;
  runtime.setClock(instantAt(filedOn, "10:00"));
  await toCase(proposing());
  await toCase(approving(), theHead);
});

const referral = {
  ...{ kind: "referral-police", department: "public-security", subject: "涉嫌犯罪", case: "CASE1" },
  police: { goodsList: "无涉案物品", testReports: [] },
};

describe("letters over HTTP", () => {
  test("CF-27a: the case goes to the police with its letter, and both come back together, or nothing does", async () => {
    expect(await post("/letters", referral)).toMatchObject({ body: { code: "enforcement.transfer-not-approved" } });
    await toCase({ type: "propose-transfer", team: ["officer-1", "officer-2"], report: sha, reasons: "涉嫌犯罪" });
    await toCase({ type: "decide-transfer", approved: true, reasons: "同意" }, theChief);
    const sent = await post("/letters", referral);
    expect(sent).toMatchObject({ status: 201, body: { kind: "referral", referredTo: "police", status: "sent" } });
    const id = String(sent.body.id);
    expect(await caseNow()).toMatchObject({ police: { handedOverOn: filedOn } });
    expect((await caseNow())?.papers).toContainEqual({ kind: "transfer-letter", reference: id, on: filedOn });
    expect(await get(`/letters/${id}`, officer3)).toMatchObject({ status: 404 });
    expect(await post(`/letters/${id}/note-receipt`, { on: filedOn, document })).toMatchObject(ok);
    const answer = { agreed: false, on: filedOn, document };
    expect(await post(`/letters/${id}/note-answer`, answer)).toMatchObject({ body: { status: "not-agreed" } });
    expect((await caseNow())?.papers.map(({ kind }) => kind)).toContain("police-answer");
    expect(await post(`/letters/${id}/note-return`, { on: filedOn, document })).toMatchObject({
      body: { status: "sent-back" },
    });
    expect(await caseNow()).toMatchObject({ status: "investigating", police: { returned: true } });
  });
  const cameIn = {
    ...{ kind: "referral-received", department: "water", subject: "涉嫌违法取水", theirNumber: document, on: filedOn },
    from: "organ",
  };
  const told = {
    text: "河边洗车店从河道抽水",
    address: "某村河边",
    accused: { name: "某洗车店", idNumber: "53233119900101001X" },
  };

  test("E6: a referral opens its lead in the same commit; the answer waits for what comes of it, and goes back", async () => {
    const sent = await post("/letters", { ...cameIn, lead: told });
    expect(sent).toMatchObject({ status: 201, body: { kind: "referral-received", status: "received" } });
    const id = String(sent.body.id);
    expect(sent.body.lead).toBe(id);
    const lead = await get(`/leads/${id}`, officer1);
    expect(lead).toMatchObject({ body: { status: "received", source: { kind: "transfer", id }, text: told.text } });
    expect(JSON.stringify(lead.body)).not.toContain(told.accused.idNumber);
    expect(await linksLead(enforcement, ask, sent.body, claimsFor(officer1))).toContain("lead");
    expect(await linksLead(enforcement, ask, lead.body, claimsFor(officer1))).toContain("letter");
    expect(
      await post(`/letters/${id}/refuse`, { ground: "outside-duties", reasons: "无权", document }, theHead),
    ).toMatchObject({ status: 422, body: { code: "enforcement.duty-to-help" } });
    expect(await post(`/letters/${id}/take`, { responsible: "officer-1" }, theHead)).toMatchObject(ok);
    const reply = { text: "已办理", document: "广通函〔2026〕1号" };
    expect(await post(`/letters/${id}/reply`, reply)).toMatchObject({
      status: 422,
      body: { code: "enforcement.referral-undecided" },
    });
    const dismissal = { ground: "too-vague", reasons: "查无此店" };
    expect(await post(`/leads/${id}/dismiss`, dismissal, theSquadLeader)).toMatchObject(ok);
    expect(await post(`/letters/${id}/reply`, reply)).toMatchObject({ body: { status: "not-agreed" } });
  });
  test("E6: a referral of what is known already names its lead and opens none; a lead that there is not is refused", async () => {
    const known = await post("/leads", { source: { kind: "patrol" }, text: told.text, address: told.address });
    const id = String(known.body.id);
    const linked = await post("/letters", { ...cameIn, from: "police", lead: { id } });
    expect(linked).toMatchObject({ status: 201, body: { lead: id } });
    expect((await runtime.store.load(lead, String(linked.body.id)))?.state).toBeUndefined();
    expect(await post("/letters", { ...cameIn, lead: { id: "NONE" } })).toMatchObject({
      status: 422,
      body: { code: "enforcement.letter-of-no-lead" },
    });
    const conduct = await post("/leads", { matter: "conduct", text: "态度粗暴", address: "某处" }, theResident);
    expect(await post("/letters", { ...cameIn, lead: { id: String(conduct.body.id) } })).toMatchObject({
      body: { code: "enforcement.letter-of-no-lead" },
    });
    expect(await post("/letters", { ...cameIn, from: "police", lead: told })).toMatchObject({ status: 201 });
    expect((await get("/leads", officer1)).body.items).toContainEqual(
      expect.objectContaining({ source: expect.objectContaining({ kind: "police" }) }),
    );
  });
  test("nothing half done: a lead that is refused leaves no letter", async () => {
    expect((await post("/letters", { ...cameIn, lead: { ...told, domain: "no-such-domain" } })).body.code).toBe(
      "enforcement.unknown-domain",
    );
    expect((await get("/letters", theHead)).body.items).toEqual([]);
    expect((await post("/letters", { ...cameIn, lead: told }, theResident)).status).toBe(403);
  });
  test("CF-22: to another organ by the head alone, with the case", async () => {
    const { police: _police, ...about } = referral;
    const body = { ...about, kind: "referral-organ", department: "water", reasons: "管辖" };
    expect(await post("/letters", body)).toMatchObject({ status: 403 });
    expect((await caseNow())?.status).toBe("investigating");
    expect(await post("/letters", body, theHead)).toMatchObject({ status: 201, body: { referredTo: "organ" } });
    expect((await caseNow())?.status).toBe("transferred");
  });
});

describe("the meeting of a month over HTTP", () => {
  test("E7: its agenda is made of what is open; only those who oversee the office see it", async () => {
    const request = { kind: "assistance-request", department: "water", subject: "协助", basis: "行政处罚法26" };
    const sent = await post("/letters", { ...request, answerBy: "2026-09-02" });
    const id = String(sent.body.id);
    runtime.setClock(instantAt("2026-09-03", "00:00"));
    await instruct({ of: letter, id, command: { type: "pass-time" as const } }).carryOut(runtime, { id: "late" });
    const body = { month: "2026-09", on: "2026-09-03", departments: ["water"] };
    expect(await post("/joint-meetings", body, theHead)).toMatchObject({
      ...{ status: 201, body: { agenda: [{ kind: "letter", id, due: "2026-09-02", late: true }] } },
    });
    expect(await post("/joint-meetings", body, theHead)).toMatchObject({ status: 409 });
    const decisions = [{ text: "催办", responsible: "officer-1", due: "2026-09-20", about: id }];
    expect(
      await post("/joint-meetings/2026-09/hold", { minutes: sha, attended: ["水利局"], decisions }, theHead),
    ).toMatchObject({ body: { status: "held" } });
    const own = await get("/joint-meetings/2026-09", officer1);
    expect(own).toMatchObject({ body: { decisions: [{ id: "D1" }] } });
    expect(own.body.agenda).toBeUndefined();
    expect(await get("/joint-meetings/2026-09", officer3)).toMatchObject({ status: 404 });
    // E1: what other squads deal with is not a squad leader's.
    expect(await get("/joint-meetings/2026-09", theSquadLeader)).toMatchObject({ status: 404 });
    expect(await get("/joint-meetings/2026-09", theHead)).toMatchObject({ body: { agenda: [{ id }] } });
    const next = await post("/joint-meetings", { month: "2026-10", on: "2026-10-09", departments: [] }, theHead);
    expect(next.body.agenda).toContainEqual({ kind: "decision", id: "2026-09/D1", due: "2026-09-20", late: false });
    const done = { decision: "D1", on: "2026-09-03", proof: sha };
    expect(await post("/joint-meetings/2026-09/note-done", done)).toMatchObject({ body: { status: "followed-up" } });
  });
});

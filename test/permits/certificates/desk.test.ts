import { describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { type CountCase, reduction, reductionId } from "../../../services/permits/figures/domain/reduction.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import {
  anAgent,
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theHead,
  theIssuer,
  theReviewer,
  theSecond,
} from "../cases/builders.ts";
import { aForm, aHall, deliverAll } from "../permits-hall.ts";
import { noHarm } from "./builders.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
const page = z.object({ items: z.array(z.looseObject({ id: z.string().optional() })) });
const offered = z.looseObject({ actions: z.array(z.looseObject({ verb: z.string() })) });
const itemsOf = (body: unknown) => page.parse(body).items;
const secrets = [theApplicant.name, theApplicant.idNumber, theApplicant.phone];
const theLeader = { ...theHead, sub: "zhen-zhang", roles: ["leader"] as const, office: "party-government" };
const neighbour = { ...aResident, sub: "resident-2" };
const viewOf = (name: string) => permits.routes.find(({ method, path }) => `${method} ${path}` === name)?.returns;

const counting: Omit<CountCase, "application" | "month"> = {
  type: "count",
  item: "PL-018",
  category: "licence",
  name: { zh: "甲", en: "A" },
  figures: { steps: 1, materials: 1, workingDays: 1, visits: 1 },
};

/** A granted case of a resident and the certificate drawn up for it. */
async function granted(hall: Hall, by: Actor = aResident, form: object = aForm) {
  const id = await hall.file(by, form);
  const at = `/permits/applications/${id}`;
  const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
  await hall.post(theClerk, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
  return { id, paper: await hall.settle(id) };
}

describe("the certificate desk (L11)", () => {
  test("a certificate is issued, verified by its id, or by its number with its code, and by nothing less", async () => {
    const hall = await aHall();
    const { id, paper } = await granted(hall);
    const at = `/permits/certificates/${paper}`;
    const issued = await hall.post(theIssuer, `${at}/issue`, { handedOver: "courier" });
    expect(viewOf("GET /permits/certificates/{id}/record")?.safeParse(issued.body).error).toBeUndefined();
    expect(issued.body).toMatchObject({
      status: "valid",
      application: id,
      office: "agriculture-centre",
      verification: { path: at, code: paper.slice(-8) },
      issuer: { name: { zh: "禄丰市农业农村局" } },
    });
    const byId = await hall.get(undefined, at);
    const number = "禄丰市农业农村局（广通）许〔2026〕1号";
    const byCode = await hall.get(undefined, "/permits/verification", { number, code: paper.slice(-8).toLowerCase() });
    expect(byCode.body).toEqual(byId.body);
    // What was revoked a moment ago must not be told of as valid.
    for (const { headers } of [byId, byCode]) expect(headers["cache-control"]).toBe("public, no-cache");
    for (const secret of secrets) expect(JSON.stringify([issued.body, byId.body])).not.toContain(secret);
    const wrong = { number, code: "00000000" };
    const unknown = { number: "禄丰市农业农村局（广通）许〔2026〕2号", code: paper.slice(-8) };
    for (const query of [wrong, unknown])
      expect(await hall.get(undefined, "/permits/verification", query)).toMatchObject({
        status: 404,
        body: { code: "resource.not-found" },
      });
  });

  test("A3: its record says what an approver can do next with it; its holder can do nothing", async () => {
    const hall = await aHall();
    const { paper } = await granted(hall);
    const at = `/permits/certificates/${paper}`;
    await hall.post(theIssuer, `${at}/issue`);
    const verbs = (body: unknown) => offered.parse(body).actions.map(({ verb }) => verb);
    const seen = async (who: Actor) => verbs((await hall.get(who, `${at}/record`)).body);
    expect(await seen(aResident)).toEqual([]);
    expect(await seen(theApprover)).toEqual(["suspend", "propose-revocation", "drop-revocation", "revoke", "cancel"]);
    const document = { number: "扣1号", date: "2026-03-02" };
    const suspended = await hall.post(theApprover, `${at}/suspend`, { document });
    expect(verbs(suspended.body)).toContain("resume");
    expect(verbs(suspended.body)).not.toContain("suspend");
  });

  test("its holder finds it in his list and on the register, nobody else of his kind does", async () => {
    const hall = await aHall();
    const { paper } = await granted(hall);
    expect(itemsOf((await hall.get(aResident, "/permits/certificates")).body).map(({ id }) => id)).toEqual([paper]);
    expect(itemsOf((await hall.get(neighbour, "/permits/certificates")).body)).toEqual([]);
    for (const place of ["record", "history"]) {
      expect((await hall.get(aResident, `/permits/certificates/${paper}/${place}`)).status).toBe(200);
      expect((await hall.get(neighbour, `/permits/certificates/${paper}/${place}`)).status).toBe(404);
    }
    for (const [query, count] of [
      [{ office: "agriculture-centre" }, 1],
      [{ office: "social-affairs" }, 0],
      [{ status: "valid" }, 0],
      [{ toCancel: "true" }, 0],
    ] as const)
      expect(itemsOf((await hall.get(theIssuer, "/permits/certificates", query)).body)).toHaveLength(count);
  });

  test("XK-69, XK-70, XK-79: got by fraud it is revoked, to be cancelled, and its holder barred for three years", async () => {
    const hall = await aHall();
    await hall.revise({ safety: true });
    const { paper } = await granted(hall);
    const at = `/permits/certificates/${paper}`;
    await hall.post(theIssuer, `${at}/issue`);
    await hall.post(theApprover, `${at}/propose-revocation`, {
      ground: "fraud",
      notice: "撤告1号",
      facts: "证明系伪造",
    });
    const heard = { on: "2026-03-02", record: "笔录1号" };
    hall.runtime.setClock("2026-03-06T02:00:00.000Z");
    const revoked = await hall.post(theApprover, `${at}/revoke`, { heard, publicHarm: noHarm });
    expect(revoked).toMatchObject({ status: 200, body: { status: "revoked", compensation: "none" } });
    expect(itemsOf((await hall.get(theIssuer, "/permits/certificates", { toCancel: "true" })).body)).toHaveLength(1);
    expect((await hall.get(undefined, at)).body).toMatchObject({ status: "revoked", endedOn: "2026-03-06" });

    await deliverAll(hall, certificate, paper);
    await deliverAll(hall, certificate, paper);
    const bans = itemsOf((await hall.get(theClerk, "/permits/bans")).body);
    expect(bans).toMatchObject([{ item: "PL-018", barredUntil: "2029-03-06", holder: { name: "欧***" } }]);
    for (const secret of secrets) expect(JSON.stringify(bans)).not.toContain(secret);
    const document = { kind: "judgment", organ: "禄丰市人民法院", number: "1号", date: "2026-03-02" };
    expect((await hall.post(theLeader, `/permits/bans/${bans[0]?.id}/lift`, { document })).body).toMatchObject({
      status: "lifted",
    });
    expect(itemsOf((await hall.get(theClerk, "/permits/bans")).body)).toEqual([]);

    expect((await hall.post(theIssuer, `${at}/cancel`, { ground: "revoked" })).body).toMatchObject({
      status: "cancelled",
    });
    expect(itemsOf((await hall.get(theIssuer, "/permits/certificates", { toCancel: "true" })).body)).toEqual([]);
  });
});

describe("guides (L2)", () => {
  test("a revision is the next version; the earlier stay readable, their difference too, and the chart is drawn", async () => {
    const hall = await aHall();
    const at = "/permits/guides/PL-018";
    const revised = await hall.revise({ promisedWorkingDays: 8 });
    expect(revised.body).toMatchObject({ guideVersion: 2, promisedWorkingDays: 8 });
    expect((await hall.get(undefined, at, { version: "1" })).body).toMatchObject({
      guideVersion: 1,
      promisedWorkingDays: 10,
    });
    expect((await hall.get(undefined, at)).body).toMatchObject({ guideVersion: 2 });
    expect((await hall.get(undefined, at, { version: "3" })).status).toBe(404);
    expect((await hall.get(undefined, `${at}/diff`, { from: "1", to: "2" })).body).toEqual({
      from: 1,
      to: 2,
      changes: [{ path: "/promisedWorkingDays", before: 10, after: 8 }],
    });
    const chart = await hall.get(undefined, `${at}/flow.svg`);
    expect(chart.headers["content-type"]).toContain("image/svg+xml");
    expect(String(chart.body.text)).toContain("承诺8个工作日");
    expect(String((await hall.get(undefined, `${at}/flow.svg`, { version: "1" })).body.text)).toContain(
      "承诺10个工作日",
    );
  });

  test("XK-30: a gap is refused, whoever makes it; a resident changes nothing", async () => {
    const hall = await aHall();
    const at = "/permits/guides/PL-018/revise";
    expect(await hall.post(theLeader, at, { changes: { conditions: [] }, reason: "删去" })).toMatchObject({
      status: 422,
      body: { code: "permits.guide-incomplete", errors: [{ pointer: "/changes/conditions" }] },
    });
    expect((await hall.post(aResident, at, { changes: { visits: 0 }, reason: "改" })).status).toBe(403);
    expect((await hall.post(theHead, at, { changes: { code: "PL-001" }, reason: "改" })).status).toBe(400);
  });

  test("a case follows the version it was filed under", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    await hall.revise({ promisedWorkingDays: 8 });
    const accepted = await hall.post(theClerk, `/permits/applications/${id}/accept`);
    expect(accepted.body).toMatchObject({
      item: { guideVersion: 1 },
      limits: { promised: { derivation: { length: 10 } } },
    });
  });
});

describe("the consulting desk (L15)", () => {
  test("a question is answered, published without its asker, and turned into the application it made ready", async () => {
    const hall = await aHall();
    const { name, phone, idNumber } = theApplicant;
    const contact = { name, phone, idNumber, kind: "citizen" };
    const asked = await hall.post(aResident, "/permits/consultations", {
      item: "PL-018",
      question: "开农药店要办什么？",
      contact,
    });
    expect(asked).toMatchObject({ status: 201, body: { status: "asked", contact: { name: "欧***" } } });
    const at = `/permits/consultations/${asked.body.id}`;
    expect((await hall.get(neighbour, at)).status).toBe(404);
    expect(itemsOf((await hall.get(neighbour, "/permits/consultations")).body)).toEqual([]);
    expect(itemsOf((await hall.get(theReviewer, "/permits/consultations", { item: "PL-018" })).body)).toHaveLength(1);
    await hall.post(theReviewer, `${at}/answer`, { text: "须办农药经营许可证" });
    expect(itemsOf((await hall.get(undefined, "/permits/answers")).body)).toEqual([]);
    await hall.post(theReviewer, `${at}/publish`, { question: "开农药店要办什么？", answer: "农药经营许可证" });
    for (const [query, count] of [
      [{}, 1],
      [{ item: "PL-018" }, 1],
      [{ item: "general" }, 0],
    ] as const)
      expect(itemsOf((await hall.get(undefined, "/permits/answers", query)).body)).toHaveLength(count);

    const ready = await hall.post(aResident, `${at}/prefill`);
    const body = z
      .object({ application: z.looseObject({ materials: z.array(z.string()) }) })
      .parse(ready.body).application;
    expect(body).toMatchObject({ itemCode: "PL-018", applicant: theApplicant, channel: "online" });
    const filed = await hall.post(aResident, "/permits/applications", { ...body, materials: aForm.materials });
    expect(filed.status).toBe(201);
    expect((await hall.post(neighbour, `${at}/turn`, { application: filed.body.id })).status).toBe(404);
    expect((await hall.post(aResident, `${at}/turn`, { application: filed.body.id })).body).toMatchObject({
      status: "turned",
      application: filed.body.id,
    });
  });
});

describe("the four reductions (L13)", () => {
  test("L13 told apart by channel: online takes no visit but to fetch it; the counter takes one to file", async () => {
    const hall = await aHall();
    const authorisation = await hall.file(theClerk, aGivingBody, "authorisations");
    const closed = async (by: Actor, issuing: object = {}, more: object = {}) => {
      hall.runtime.setClock("2026-03-02T02:00:00.000Z");
      const { id, paper } = await granted(hall, by, { ...aForm, ...more });
      hall.runtime.setClock("2026-03-03T02:00:00.000Z");
      await hall.post(theIssuer, `/permits/certificates/${paper}/issue`, issuing);
      await deliverAll(hall, certificate, paper);
      await deliverAll(hall, application, id);
    };
    const sent = { handedOver: "courier" };
    await closed(theClerk);
    await closed(theClerk, sent);
    await closed(theClerk, { collectedBy: { kind: "agent", authorisation } });
    await closed(aResident);
    await closed(aResident, sent);
    await closed(anAgent, sent, { authorisation });
    const costing = (visits: number) => expect.objectContaining({ visits });
    const byChannel = {
      window: { cases: 3, after: costing(1.33), before: costing(3) },
      online: { cases: 2, after: costing(0.5) },
      agent: { cases: 1, after: costing(0), saved: costing(3) },
    };
    const { body } = await hall.get(theLeader, "/permits/reductions");
    expect(viewOf("GET /permits/reductions")?.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({ items: [{ cases: 6, byChannel }], total: { cases: 6, byChannel } });
    const records = await hall.get(theLeader, "/permits/reductions/PL-018-2026-03");
    const each = z.object({ cases: z.array(z.looseObject({ channel: z.string() })) }).parse(records.body).cases;
    expect(each.map(({ channel }) => channel).toSorted()).toEqual([
      "agent",
      "online",
      "online",
      "window",
      "window",
      "window",
    ]);
    expect((await hall.get(theLeader, "/permits/reductions/PL-018-2026-03/recount")).body).toMatchObject({
      agrees: true,
    });
  });
  test("a channel by which nobody came has no figures", async () => {
    const hall = await aHall();
    const { id, paper } = await granted(hall);
    await hall.post(theIssuer, `/permits/certificates/${paper}/issue`);
    await deliverAll(hall, certificate, paper);
    await deliverAll(hall, application, id);
    const { body } = await hall.get(theLeader, "/permits/reductions");
    const { byChannel } = z
      .object({ total: z.object({ byChannel: z.record(z.string(), z.unknown()) }) })
      .parse(body).total;
    expect(Object.keys(byChannel)).toEqual(["online"]);
  });
  test("a closed case is counted once, leads to its records, and recounts to the same", async () => {
    const hall = await aHall();
    const { id, paper } = await granted(hall);
    await hall.post(theIssuer, `/permits/certificates/${paper}/issue`, { handedOver: "courier" });
    expect((await hall.get(theLeader, "/permits/reductions")).body).not.toHaveProperty("total");
    await deliverAll(hall, certificate, paper);
    await deliverAll(hall, application, id);
    await deliverAll(hall, application, id);
    const { body } = await hall.get(theLeader, "/permits/reductions");
    expect(viewOf("GET /permits/reductions")?.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      from: "2026-01",
      to: "2026-03",
      items: [
        {
          item: "PL-018",
          cases: 1,
          before: { steps: 8, materials: 8, workingDays: 20, visits: 3 },
          after: { steps: 5, materials: 2, workingDays: 0 },
          records: ["/permits/reductions/PL-018-2026-03"],
        },
      ],
      total: { cases: 1 },
    });
    const records = await hall.get(theLeader, "/permits/reductions/PL-018-2026-03");
    expect(records.body).toMatchObject({ cases: [{ application: id, path: `/permits/applications/${id}` }] });
    expect((await hall.get(theLeader, "/permits/reductions/PL-018-2026-03/recount")).body).toEqual({
      cases: 1,
      looked: 1,
      agrees: true,
      differing: [],
    });
    const after = await hall.get(theLeader, "/permits/reductions/PL-018-2026-03/recount", { after: id });
    expect(after.body).toMatchObject({ cases: 1, looked: 0 });
    const more = { of: reduction, id: reductionId("PL-018", "2026-03"), expects: "existing" as const };
    for (let at = 0; at < 120; at += 1) {
      const command: CountCase = { ...counting, channel: "window", application: `${id}-${at}`, month: "2026-03" };
      await instruct({ ...more, command }).carryOut(hall.runtime, { id: `more|${at}` });
    }
    const first = await hall.get(theLeader, "/permits/reductions/PL-018-2026-03/recount");
    const { next } = z.object({ next: z.string() }).parse(first.body);
    expect(first.body).toMatchObject({ cases: 121, looked: 100, agrees: false });
    const rest = await hall.get(theLeader, "/permits/reductions/PL-018-2026-03/recount", { after: next });
    expect(rest.body).toMatchObject({ cases: 121, looked: 21 });
    expect(rest.body).not.toHaveProperty("next");
    const missing = [first, rest].flatMap(({ body: { differing } }) => z.array(z.unknown()).parse(differing));
    expect(missing).toHaveLength(120);
    expect((await hall.get(theLeader, "/permits/reductions", { from: "2026-03", to: "2026-02" })).status).toBe(422);
    expect((await hall.get(theLeader, "/permits/reductions", { item: "PL-001" })).body).not.toHaveProperty("total");
  });
});

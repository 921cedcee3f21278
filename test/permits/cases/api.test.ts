import { describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { handedOver } from "../../support/known-power.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import { aForm, aHall } from "../permits-hall.ts";
import {
  anAgent,
  aPower,
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  theHead,
  theIssuer,
  theNotice,
  thePlan,
  theReviewer,
  theSecond,
} from "./builders.ts";

const page = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const idsOf = (body: unknown) => page.parse(body).items.map(({ id }) => id);
const neighbour: Actor = { ...aResident, sub: "resident-2" };
const secrets = [theApplicant.name, theApplicant.idNumber, theApplicant.phone];
const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
const viewOf = (name: string) => permits.routes.find(({ method, path }) => `${method} ${path}` === name)?.returns;

/** Files a case and takes it as far as the decision. */
async function aReviewedCase(hall: Awaited<ReturnType<typeof aHall>>) {
  const id = await hall.file(theClerk);
  const at = `/permits/applications/${id}`;
  await hall.post(theClerk, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, review);
  return { id, at };
}

test("A3: a decision on a recusal is offered to the head, and only while one was asked for", async () => {
  const hall = await aHall();
  const at = `/permits/applications/${await hall.file(theClerk)}`;
  await hall.post(theClerk, `${at}/accept`);
  const open = async (who: Actor) => {
    const { actions } = z
      .looseObject({ actions: z.array(z.looseObject({ verb: z.string(), blocked: z.unknown().optional() })) })
      .parse((await hall.get(who, at)).body);
    return actions.filter(({ blocked }) => blocked === undefined).map(({ verb }) => verb);
  };
  expect(await open(theHead)).not.toContain("decide-recusal");
  await hall.post(theReviewer, `${at}/ask-recusal`, { person: theReviewer.sub, ground: "relative", reasons: "近亲属" });
  expect(await open(theHead)).toContain("decide-recusal");
  expect(await open(theApprover)).not.toContain("decide-recusal");
});

describe("filing", () => {
  test("is answered 201 with the view, the applicant masked and the days explained", async () => {
    const hall = await aHall();
    const { status, headers, body } = await hall.post(theClerk, "/permits/applications", aForm);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/permits/applications/${body.id}`);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^PL-018\./),
      version: 1,
      status: "received",
      applicant: { kind: "citizen", name: "欧***", idNumber: "110105********002X", phone: "138****5678" },
      acceptanceLimit: { light: "green", remaining: 5, due: "2026-03-09", rule: "XK-32-4" },
    });
  });

  test.each([
    ["a bad check digit", { idNumber: "110105194912310021" }, "/applicant/idNumber", "citizen-number.check-digit", 422],
    [
      "a credit code for a citizen",
      { idNumber: "11532302YY00010120" },
      "/applicant/idNumber",
      "citizen-number.characters",
      422,
    ],
    ["a number of no paper", { idNumber: "1101" }, "/applicant/idNumber", "document.number"],
    ["a phone of ten digits", { phone: "1381234567" }, "/applicant/phone", "phone.not-a-number"],
    ["a field nobody asked for", { address: "东街" }, "/applicant/address", "value.unknown-field"],
  ])("A8: %s is refused with its place", async (_what, wrong, pointer, code, status = 400) => {
    const hall = await aHall();
    const form = { ...aForm, applicant: { ...theApplicant, ...wrong } };
    expect(await hall.post(theClerk, "/permits/applications", form)).toMatchObject({
      status,
      body: { code: "request.invalid", errors: [{ pointer, code }] },
    });
    expect(idsOf((await hall.get(theClerk, "/permits/applications", { status: "received" })).body)).toEqual([]);
  });

  test("a birth to come is refused by the day's own date", async () => {
    const hall = await aHall();
    const form = { ...aForm, applicant: { ...theApplicant, idNumber: "110105202701010021" } };
    const { status, body } = await hall.post(theClerk, "/permits/applications", form);
    expect([400, 422]).toContain(status);
    expect(JSON.stringify(body)).toMatch(/citizen-number/);
  });

  test("an item without a guide is refused with its place", async () => {
    const hall = await aHall();
    expect(await hall.post(theClerk, "/permits/applications", { ...aForm, itemCode: "PL-999" })).toMatchObject({
      status: 422,
      body: { code: "permits.unknown-item", errors: [{ pointer: "/itemCode" }] },
    });
  });

  test("P5: without a power in force it is refused 422, in words", async () => {
    const hall = await aHall(aPower({ changes: [{ ...handedOver, from: "2026-03-03" }] }));
    expect(await hall.post(theClerk, "/permits/applications", aForm)).toMatchObject({
      status: 422,
      body: {
        code: "permits.power-not-in-force",
        detail: "法无授权不可为：2026-03-02本镇不得行使PL-018，不满足：尚未生效",
        details: { failed: [{ condition: "not-yet-in-force", from: "2026-03-03" }] },
      },
    });
    hall.runtime.setClock("2026-03-02T16:00:00.000Z");
    expect(await hall.post(theClerk, "/permits/applications", aForm)).toMatchObject({ status: 201 });
  });

  test("sent twice under one key it is one application, even after it was decided", async () => {
    const hall = await aHall();
    const send = () => hall.post(theClerk, "/permits/applications", aForm, { "Idempotency-Key": "k-1" });
    const first = await send();
    const { body } = await send();
    expect(body.id).toBe(first.body.id);
  });

  test("sent again under its key when the case remembers it no more, it is 409 and overwrites nothing", async () => {
    const hall = await aHall();
    const key = { "Idempotency-Key": "k-2" };
    const { body } = await hall.post(theClerk, "/permits/applications", aForm, key);
    const at = `/permits/applications/${body.id}`;
    await hall.post(theClerk, `${at}/accept`);
    for (let day = 0; day < 10; day += 1) {
      await hall.post(theReviewer, `${at}/pause`, {
        kind: "testing",
        notice: { ...theNotice("2026-03-02"), number: `告知${day}号` },
      });
      await hall.post(theReviewer, `${at}/resume`);
    }
    expect(await hall.post(theClerk, "/permits/applications", aForm, key)).toMatchObject({
      status: 409,
      body: { code: "permits.not-in-this-state" },
    });
    expect((await hall.get(theClerk, at)).body).toMatchObject({ status: "accepted", version: 22 });
  });
});

describe("who sees what", () => {
  test("a resident and an agent see what they filed, in the list and one by one, and nothing else", async () => {
    const hall = await aHall();
    const mine = await hall.file(aResident);
    const hers = await hall.file(neighbour);
    const { resident: _none, ...giving } = aGivingBody;
    const authorisation = await hall.file(theClerk, giving, "authorisations");
    const agents = await hall.file(anAgent, { ...aForm, authorisation });
    const counter = await hall.file(theClerk);
    const sees = async (actor: Actor) => idsOf((await hall.get(actor, "/permits/applications")).body);
    expect(await sees(aResident)).toEqual([mine]);
    expect(await sees(neighbour)).toEqual([hers]);
    expect(await sees(anAgent)).toEqual([agents]);
    for (const path of ["", "/history"]) {
      expect((await hall.get(aResident, `/permits/applications/${mine}${path}`)).status).toBe(200);
      for (const other of [hers, agents, counter])
        expect(await hall.get(aResident, `/permits/applications/${other}${path}`)).toMatchObject({
          status: 404,
          body: { code: "resource.not-found" },
        });
    }
  });

  test("asking for an office or a state widens nothing for a resident", async () => {
    const hall = await aHall();
    await hall.file(theClerk);
    const mine = await hall.file(aResident);
    for (const query of [{ office: "agriculture-centre" }, { status: "received" }])
      expect(idsOf((await hall.get(aResident, "/permits/applications", query)).body)).toEqual([mine]);
  });

  test("staff see the cases of an office, of a state, or of their own office", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    for (const query of [{}, { office: "agriculture-centre" }, { status: "received" }, { item: "PL-018" }])
      expect(idsOf((await hall.get(theReviewer, "/permits/applications", query)).body)).toEqual([id]);
    for (const query of [{ office: "social-affairs" }, { status: "accepted" }, { item: "PL-001" }])
      expect(idsOf((await hall.get(theReviewer, "/permits/applications", query)).body)).toEqual([]);
  });

  test("nobody sees a name, a number or a phone: not in views, not in histories, not in lists", async () => {
    const hall = await aHall();
    const { id, at } = await aReviewedCase(hall);
    await hall.post(theApprover, `${at}/decide`, { outcome: "refused", reasons: `${theApplicant.name}不符合` });
    const shown = [
      await hall.get(theClerk, `${at}/history`),
      await hall.get(theClerk, "/permits/applications", { status: "refused" }),
    ];
    for (const { status, body } of shown) {
      expect(status).toBe(200);
      const { reasons: _reasons, ...rest } = z.looseObject({}).parse(body);
      const text = JSON.stringify({
        ...rest,
        items: page.safeParse(body).data?.items.map((one) => ({ ...one, reasons: "" })),
      });
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    expect(id).toBeTruthy();
  });
});

describe("what cannot be", () => {
  test.each([
    ["GET", "/permits/applications/PL-018.NONE", theClerk],
    ["GET", "/permits/applications/PL-018.NONE/history", theClerk],
    ["POST", "/permits/applications/PL-018.NONE/accept", theClerk],
    ["POST", "/permits/applications/PL-018.NONE/decide", theApprover],
    ["POST", "/permits/certificates/NONE/issue", theIssuer],
    ["GET", "/permits/certificates/NONE", undefined],
    ["GET", "/permits/guides/PL-999", undefined],
  ] as const)("%s %s is 404", async (method, path, actor) => {
    const hall = await aHall();
    const body = path.endsWith("decide") ? { outcome: "granted" } : {};
    const answer = method === "GET" || actor === undefined ? hall.get(actor, path) : hall.post(actor, path, body);
    expect(await answer).toMatchObject({ status: 404, body: { code: "resource.not-found" } });
  });

  test("an id under another item's name is no id: the power asked for is always the case's own", async () => {
    const hall = await aHall();
    const { id } = await aReviewedCase(hall);
    const forged = id.replace("PL-018", "PL-001");
    expect(
      (await hall.post(theApprover, `/permits/applications/${forged}/decide`, { outcome: "granted" })).status,
    ).toBe(404);
  });

  test("a step the state does not allow is 409, and says what is possible", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    expect(await hall.post(theApprover, `/permits/applications/${id}/decide`, { outcome: "granted" })).toMatchObject({
      status: 409,
      body: { code: "permits.not-in-this-state", details: { status: "received", command: "decide" } },
    });
  });

  test("a step seen on an old version is 412", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    const stale = { "If-Match": '"7"' };
    expect((await hall.post(theClerk, `/permits/applications/${id}/accept`, {}, stale)).status).toBe(412);
  });

  test("XK-34: two inspectors are not one with a blank behind his name", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    expect(
      await hall.post(theReviewer, `/permits/applications/${id}/review`, {
        opinion: "agree",
        inspectors: ["甲", "甲 "],
      }),
    ).toMatchObject({ status: 422, body: { code: "permits.two-inspectors", errors: [{ pointer: "/inspectors" }] } });
  });
});

describe("XK-T3: the light of a limit", () => {
  test("green, yellow when little is left, red only after the due day; stopped while it stands", async () => {
    const hall = await aHall();
    const id = await hall.file(theClerk);
    const at = `/permits/applications/${id}`;
    await hall.post(theClerk, `${at}/accept`);
    const light = async (date: string) => {
      hall.runtime.setClock(`${date}T02:00:00.000Z`);
      return (await hall.get(theClerk, at)).body.limits;
    };
    expect(await light("2026-03-11")).toMatchObject({ promised: { light: "green", remaining: 3 } });
    expect(await light("2026-03-12")).toMatchObject({ promised: { light: "yellow", remaining: 2 } });
    expect(await light("2026-03-16")).toMatchObject({ promised: { light: "yellow", remaining: 0 } });
    expect(await light("2026-03-17")).toMatchObject({
      promised: { light: "red", remaining: -1 },
      statutory: { light: "green", due: "2026-03-30" },
    });
    await hall.post(theReviewer, `${at}/pause`, { kind: "testing", notice: theNotice("2026-03-17") });
    expect(await light("2026-05-01")).toMatchObject({ statutory: { light: "stopped", due: null } });
  });

  test("a case decided in time does not turn red when its day has gone by", async () => {
    const hall = await aHall();
    const { at } = await aReviewedCase(hall);
    await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
    hall.runtime.setClock("2026-06-01T02:00:00.000Z");
    expect((await hall.get(theClerk, at)).body.limits).toMatchObject({
      promised: { light: "green", remaining: 10 },
      statutory: { light: "green", remaining: 20 },
    });
  });
});

describe("from the decision to the certificate", () => {
  test("granted, drawn up, issued, verified by anybody, closed", async () => {
    const hall = await aHall();
    const { id, at } = await aReviewedCase(hall);
    expect(await hall.post(theApprover, `${at}/decide`, { outcome: "granted" })).toMatchObject({
      status: 200,
      body: { status: "granted", number: { serial: 1, text: { zh: "禄丰市农业农村局（广通）许〔2026〕1号" } } },
    });
    const paper = await hall.settle(id);
    expect(await hall.settle(id)).toBe(paper);
    expect(await hall.get(theIssuer, "/permits/certificates")).toMatchObject({
      body: { items: [{ id: paper, status: "drawn-up", holder: "欧***", due: "2026-03-16" }] },
    });
    const both = { ...theIssuer, sub: theApprover.sub };
    expect(await hall.post(both, `/permits/certificates/${paper}/issue`)).toMatchObject({
      status: 422,
      body: { code: "permits.decider-cannot-issue" },
    });
    expect(await hall.post(theIssuer, `/permits/certificates/${paper}/issue`)).toMatchObject({
      body: { status: "valid" },
    });
    expect(await hall.runtime.store.lastNumber("certificate-YY0001012/2026")).toBe(1);

    const { status, body } = await hall.get(undefined, `/permits/certificates/${paper}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      ["decidedOn", "genuine", "holder", "issuedOn", "issuer", "item", "licenceId", "number", "status", "title"].sort(),
    );
    expect(body).toMatchObject({
      genuine: true,
      status: "valid",
      holder: "欧***",
      issuer: { name: { zh: "禄丰市农业农村局" } },
    });
    for (const secret of [...secrets, id, theApprover.sub]) expect(JSON.stringify(body)).not.toContain(secret);
    const loaded = await hall.runtime.store.load(certificate, paper);
    expect(loaded?.state.holder.name).toBe(theApplicant.name);
  });

  test("XK-38: a refusal shows its reasons, and when it is delivered the last day of each remedy (FY-24)", async () => {
    const hall = await aHall();
    const { at } = await aReviewedCase(hall);
    expect(await hall.post(theApprover, `${at}/decide`, { outcome: "refused" })).toMatchObject({
      status: 422,
      body: { code: "permits.reasons-missing", errors: [{ pointer: "/reasons" }] },
    });
    const refused = await hall.post(theApprover, `${at}/decide`, { outcome: "refused", reasons: "不符合条件" });
    expect(refused.body).toMatchObject({
      reasons: "不符合条件",
      remedies: { organ: { zh: "禄丰市人民政府" }, reviewDays: 60, suitMonths: 6 },
    });
    expect(refused.body.remedies).not.toHaveProperty("review");
    hall.runtime.setClock("2026-03-05T02:00:00.000Z");
    expect((await hall.post(theClerk, `${at}/deliver`)).body).toMatchObject({
      status: "closed",
      outcome: "refused",
      reasons: "不符合条件",
      remedies: { review: { start: "2026-03-05", due: "2026-05-06" }, suit: { due: "2026-09-07" } },
    });
  });

  test("XK-42-1: the applicant can read why his case takes longer", async () => {
    const hall = await aHall();
    const id = await hall.file(aResident);
    const at = `/permits/applications/${id}`;
    await hall.post(theClerk, `${at}/accept`);
    await hall.post(theHead, `${at}/extend`, { workingDays: 10, reasons: "案情复杂" });
    expect((await hall.get(aResident, at)).body).toMatchObject({
      extension: { workingDays: 10, on: "2026-03-02", reasons: "案情复杂" },
      limits: { statutory: { due: "2026-04-14" } },
    });
  });
});

describe("every view is what the manifest declares", () => {
  test("in every state", async () => {
    const hall = await aHall();
    const shape = viewOf("GET /permits/applications/{id}");
    const shown = async (at: string) => {
      const { body } = await hall.get(theClerk, at);
      expect(shape?.safeParse(body).error).toBeUndefined();
      return body.status;
    };
    const half = await hall.file(theClerk, { ...aForm, materials: [theForm] });
    const reviewed = await aReviewedCase(hall);
    const seen = [await shown(`/permits/applications/${half}`)];
    await hall.post(theClerk, `/permits/applications/${half}/notify-corrections`, {
      missing: [thePlan],
      explanation: "缺图",
    });
    seen.push(await shown(`/permits/applications/${half}`));
    await hall.post(theClerk, `/permits/applications/${half}/withdraw`, { statement: "撤回声明1号" });
    seen.push(await shown(`/permits/applications/${half}`), await shown(reviewed.at));
    await hall.post(theReviewer, `${reviewed.at}/pause`, { kind: "testing", notice: theNotice("2026-03-02") });
    seen.push(await shown(reviewed.at));
    await hall.post(theReviewer, `${reviewed.at}/resume`);
    await hall.post(theApprover, `${reviewed.at}/decide`, { outcome: "refused", reasons: "不符合" });
    seen.push(await shown(reviewed.at));
    await hall.post(theClerk, `${reviewed.at}/deliver`);
    seen.push(await shown(reviewed.at));
    const declined = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${declined}/decline`, {
      ground: "no-permit-needed",
      reasons: "自用",
      facts: "仅供自家使用",
    });
    seen.push(await shown(`/permits/applications/${declined}`));
    expect(seen).toEqual([
      "received",
      "incomplete",
      "withdrawn",
      "accepted",
      "paused",
      "refused",
      "closed",
      "declined",
    ]);
    expect(await hall.runtime.store.verify(application, reviewed.id)).toMatchObject({ intact: true });
  });

  test("guides are public, in the list, by domain and one by one", async () => {
    const hall = await aHall();
    const shape = viewOf("GET /permits/guides/{id}");
    const { body: whole } = await hall.get(undefined, "/permits/guides/PL-018");
    expect(shape?.safeParse(whole).success).toBe(true);
    // V10: the one name that papers bear.
    expect(whole).toMatchObject({ sourceDepartment: "禄丰市农业农村局" });
    for (const [query, count] of [
      [{}, 1],
      [{ domain: "agriculture" }, 1],
      [{ domain: "land" }, 0],
      [{ category: "public-service" }, 0],
    ] as const) {
      const { body } = await hall.get(undefined, "/permits/guides", query);
      expect(z.object({ items: z.array(z.unknown()) }).parse(body).items).toHaveLength(count);
    }
  });
});

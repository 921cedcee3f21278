import { describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { permits } from "../../../services/permits/service.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { aForm, aHall } from "../permits-hall.ts";
import {
  aCommand,
  anApplication,
  aPower,
  aReviewed,
  theApplicant,
  theApprover,
  theChair,
  theClerk,
  theReviewer,
  theSecond,
} from "./builders.ts";

const today = "2026-03-02";
const { decide } = aCommand(today);
const published = z.object({ items: z.array(z.looseObject({})) });
type Hall = Awaited<ReturnType<typeof aHall>>;
const reviewing = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };

const approvals = async (hall: Hall, query = {}) =>
  published.parse((await hall.get(undefined, "/permits/approvals", query)).body).items;
const announcements = async (hall: Hall) =>
  published.parse((await hall.get(undefined, "/permits/announcements")).body).items;

async function reviewed(hall: Hall, form: object = aForm) {
  const id = await hall.file(theClerk, form);
  const at = `/permits/applications/${id}`;
  await hall.post(theClerk, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, reviewing);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, reviewing);
  return at;
}

describe("XK-40: approvals are public", () => {
  test("anybody reads what was granted, by item, the person masked, nothing else of him", async () => {
    const hall = await aHall();
    const at = await reviewed(hall);
    expect(await approvals(hall)).toEqual([]);
    await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
    const [one, ...more] = await approvals(hall);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ item: { code: "PL-018" }, holder: "欧***", decidedOn: today, number: { serial: 1 } });
    const { name, idNumber, phone } = theApplicant;
    expect(JSON.stringify(one)).not.toMatch(new RegExp(`${name}|${idNumber}|${phone}|reasons|applicant`));
    expect(await approvals(hall, { item: "PL-018" })).toHaveLength(1);
    expect(await approvals(hall, { item: "PL-001" })).toEqual([]);
  });

  test("an organisation is named: it is no person", async () => {
    const hall = await aHall();
    const company = {
      kind: "organisation",
      name: "广通农资店",
      idNumber: "11532302YY00010120",
      phone: theApplicant.phone,
    };
    const at = await reviewed(hall, { ...aForm, applicant: company });
    await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
    expect(await approvals(hall)).toMatchObject([{ holder: "广通农资店" }]);
  });

  test.each(["state-secret", "trade-secret", "privacy"])("XK-5(2): what is a %s is not", async (secrecy) => {
    const hall = await aHall();
    const at = await reviewed(hall);
    expect((await hall.post(theApprover, `${at}/decide`, { outcome: "granted", secrecy })).status).toBe(200);
    expect((await hall.get(theClerk, at)).body).toMatchObject({ secrecy });
    expect(await approvals(hall)).toEqual([]);
  });

  test("nor is what was refused, or is no licence", async () => {
    const hall = await aHall();
    const at = await reviewed(hall);
    await hall.post(theApprover, `${at}/decide`, { outcome: "refused", reasons: "不符合" });
    expect(await approvals(hall)).toEqual([]);
    const service = aReviewed({ guide: { category: "public-service" } }).lawfully(decide, today);
    expect(application.listed?.(service.state, "A")).not.toHaveProperty("byCode");
  });
});

describe("XK-T3: a missed promise is accounted for in public; beyond the law's limit the delay is unlawful", () => {
  async function late() {
    const hall = await aHall();
    const at = await reviewed(hall);
    hall.runtime.setClock("2026-04-01T02:00:00.000Z");
    await clockworkFor(permits, hall.runtime)();
    return { hall, at };
  }
  const explaining = { limit: "promised", cause: "workload", reasons: "六月集中申报，人手不足" };

  test("promised 10 working days, legal 20: recorded at 10, unlawful at 20", () => {
    const one = anApplication({ status: "accepted", on: today });
    one.letPass("2026-04-30");
    expect(
      one.events.filter(({ type }) => type.endsWith("limit-missed")).map(({ data, time }) => [time, data]),
    ).toEqual([
      ["2026-03-16T16:00:00.000Z", expect.objectContaining({ limit: "promised", unlawful: false })],
      ["2026-03-30T16:00:00.000Z", expect.objectContaining({ limit: "statutory", unlawful: true })],
    ]);
  });

  test("the view says that it is unlawful, not before the law's own limit", async () => {
    const { hall, at } = await late();
    expect((await hall.get(theClerk, at)).body).toMatchObject({ unlawfulDelay: true });
    const once = await aHall();
    const promise = await reviewed(once);
    once.runtime.setClock("2026-03-17T02:00:00.000Z");
    await clockworkFor(permits, once.runtime)();
    const { body } = await once.get(theClerk, promise);
    expect(body).toMatchObject({ missedLimits: ["promised"] });
    expect(body).not.toHaveProperty("unlawfulDelay");
  });

  test("the reason is read by anybody, with its limit and day, and again beside the approval", async () => {
    const { hall, at } = await late();
    expect(await announcements(hall)).toEqual([]);
    expect((await hall.post(theApprover, `${at}/explain-overdue`, explaining)).status).toBe(200);
    const [one] = await announcements(hall);
    expect(one).toMatchObject({ delays: [{ limit: "promised", due: "2026-03-16", reasons: explaining.reasons }] });
    expect(JSON.stringify(one)).not.toMatch(/applicant|holder|欧/);
    await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
    expect(await approvals(hall)).toMatchObject([{ delays: [{ reasons: explaining.reasons }] }]);
    expect(await announcements(hall)).toEqual([]);
  });

  test("of a limit that was not missed there is nothing to explain; once explained, not again; the applicant is not named", async () => {
    const onTime = await aHall();
    const punctual = await reviewed(onTime);
    expect((await onTime.post(theApprover, `${punctual}/explain-overdue`, explaining)).body).toMatchObject({
      code: "permits.limit-not-missed",
    });
    const { hall, at } = await late();
    for (const secret of [theApplicant.name, theApplicant.idNumber, theApplicant.phone])
      expect(
        (await hall.post(theApprover, `${at}/explain-overdue`, { ...explaining, reasons: `因${secret}未到场` })).body,
      ).toMatchObject({ code: "permits.names-the-applicant" });
    await hall.post(theApprover, `${at}/explain-overdue`, explaining);
    expect((await hall.post(theApprover, `${at}/explain-overdue`, explaining)).body).toMatchObject({
      code: "permits.already-explained",
    });
    const elsewhere = { ...theApprover, office: "social-affairs" };
    const other = { ...explaining, limit: "statutory" };
    expect((await hall.post(elsewhere, `${at}/explain-overdue`, other)).status).toBe(403);
  });
});

describe("XK-46, XK-48: hearings are announced", () => {
  const calling = {
    ground: "public-interest",
    number: "听证1号",
    heldOn: "2026-04-01",
    heldAt: "09:30",
    place: "镇政府",
    chair: theChair.sub,
  };

  test("anybody reads when and where, not who presides; of a closed one only why it is closed", async () => {
    const hall = await aHall();
    for (const more of [{}, { closed: "privacy" }]) {
      const at = await reviewed(hall);
      expect((await hall.post(theReviewer, `${at}/call-hearing`, { ...calling, ...more })).status).toBe(200);
    }
    const seen = await announcements(hall);
    expect(seen).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain("法制员");
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          hearing: expect.objectContaining({ heldOn: "2026-04-01", heldAt: "09:30", place: "镇政府" }),
        }),
        expect.objectContaining({ hearing: expect.objectContaining({ closed: "privacy", place: "" }) }),
      ]),
    );
  });
});

describe("XK-78: false materials before the grant", () => {
  const refusing = { outcome: "refused", reasons: "伪造材料", falseMaterials: true };
  const lied = async (safety: boolean) => {
    const hall = await aHall(aPower(), { safety });
    const at = await reviewed(hall);
    expect((await hall.post(theApprover, `${at}/decide`, refusing)).body).toMatchObject({ falseMaterials: true });
    await settled(hall, at);
    return hall;
  };
  const settled = (hall: Hall, at: string) => hall.settle(at.slice("/permits/applications/".length));
  const again = (hall: Hall) => hall.post(theClerk, "/permits/applications", aForm);

  test("they are refused with a warning, never granted, and the event says so without a name", () => {
    expect(refusalOf(aReviewed().tell({ ...decide, falseMaterials: true }, today))).toMatchObject({
      code: "permits.false-materials",
      details: { rule: "XK-78" },
    });
    const one = aReviewed().lawfully({ ...decide, ...refusing, outcome: "refused" }, today);
    expect(one.state).toMatchObject({ status: "refused", falseMaterials: true });
    expect(one.events.at(-1)?.data).toMatchObject({ falseMaterials: true });
  });

  test("in an item that bears on safety he may not apply again for a year, and may the day after", async () => {
    const hall = await lied(true);
    expect((await again(hall)).body).toMatchObject({ code: "permits.barred", details: { rule: "XK-78" } });
    hall.runtime.setClock("2027-03-02T02:00:00.000Z");
    expect((await again(hall)).body).toMatchObject({ code: "permits.barred" });
    hall.runtime.setClock("2027-03-02T16:00:00.000Z");
    expect((await again(hall)).status).toBe(201);
  });

  test("in another item it is a warning on record, and he may apply again", async () => {
    const hall = await lied(false);
    expect((await again(hall)).status).toBe(201);
  });

  test("refused for another reason, nothing bars him", async () => {
    const hall = await aHall(aPower(), { safety: true });
    const at = await reviewed(hall);
    await hall.post(theApprover, `${at}/decide`, { outcome: "refused", reasons: "不符合" });
    await settled(hall, at);
    expect((await again(hall)).status).toBe(201);
  });
});

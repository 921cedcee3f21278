import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { certificateIdOf } from "../../../services/permits/common/certificate-id.ts";
import { knownPower } from "../../../services/permits/common/domain/known-power.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor, instruct } from "../../../shared/service/index.ts";
import { keyed } from "../../support/keyed.ts";
import { aForm, aHall, deliverAll } from "../permits-hall.ts";
import { aPower, theApplicant, theApprover, theClerk, theIssuer, theReviewer, theSecond } from "./builders.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
type Kind = "renewal" | "change";

/** A case granted on the day it is, and its certificate drawn up. */
async function grant(hall: Hall, concerns?: { certificate: string; kind: Kind }) {
  const id = await hall.file(theClerk, { ...aForm, ...(concerns === undefined ? {} : { concerns }) });
  const at = `/permits/applications/${id}`;
  const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
  await hall.post(theClerk, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, { opinion: "agree" });
  expect((await hall.post(theApprover, `${at}/decide`, { outcome: "granted" })).status).toBe(200);
  await deliverAll(hall, application, id);
  const granting = (await hall.runtime.store.history(application, id)).find(
    ({ type }) => type === "permits.application.granted",
  );
  return certificateIdOf(keyed, `application/${id}/${granting?.sequence}`);
}

/** A hall where the certificate lasts a year, and one issued on 2 March 2026. */
async function aYearLong() {
  const hall = await aHall(aPower(), { validityMonths: 12 });
  const old = await grant(hall);
  await hall.post(theIssuer, `/permits/certificates/${old}/issue`);
  await deliverAll(hall, certificate, old);
  const state = async (id: string) => (await hall.runtime.store.load(certificate, id))?.state;
  const sweep = async (now: string) => {
    hall.runtime.setClock(now);
    await clockworkFor(permits, hall.runtime)();
  };
  return { hall, old, state, sweep };
}

describe("XK-50: a renewal from its application to the certificate that takes the old one's place", () => {
  test("granted, it runs on from the old one's end; issued, the old one is struck from the register", async () => {
    const { hall, old, state, sweep } = await aYearLong();
    expect(await state(old)).toMatchObject({
      status: "valid",
      validUntil: "2027-03-02",
      window: { latest: "2027-01-31" },
    });
    await sweep("2027-01-11T02:00:00.000Z");
    expect(await state(old)).toMatchObject({ reminded: true });
    const fresh = await grant(hall, { certificate: old, kind: "renewal" });
    expect(await state(old)).toMatchObject({ renewed: { on: "2027-01-11" } });
    expect(await state(fresh)).toMatchObject({
      validUntil: "2028-03-02",
      replaces: { certificate: old, kind: "renewal" },
    });
    await hall.post(theIssuer, `/permits/certificates/${fresh}/issue`);
    await deliverAll(hall, certificate, fresh);
    await deliverAll(hall, application, (await state(fresh))?.application ?? "");
    expect(await state(old)).toMatchObject({ status: "cancelled", ground: "renewed", replacedBy: fresh });
    expect((await hall.get(undefined, `/permits/certificates/${old}`)).body).toMatchObject({ status: "cancelled" });
  });

  test("a change keeps the end of the old one", async () => {
    const { hall, old, state } = await aYearLong();
    hall.runtime.setClock("2026-06-01T02:00:00.000Z");
    const fresh = await grant(hall, { certificate: old, kind: "change" });
    expect(await state(fresh)).toMatchObject({ validUntil: "2027-03-02", replaces: { kind: "change" } });
  });

  test("XK-50-2: filed in time and left lying, it is renewed by law the day after expiry, and the sweep does it once", async () => {
    const { hall, old, state, sweep } = await aYearLong();
    hall.runtime.setClock("2027-01-29T02:00:00.000Z");
    const id = await hall.file(theClerk, { ...aForm, concerns: { certificate: old, kind: "renewal" } });
    await deliverAll(hall, application, id);
    expect(await state(old)).toMatchObject({ pending: { application: id, late: false } });
    await sweep("2027-03-02T15:59:00.000Z");
    expect(await state(old)).toMatchObject({ validUntil: "2027-03-02" });
    await sweep("2027-03-02T16:00:00.000Z");
    await sweep("2027-03-02T16:00:00.000Z");
    expect(await state(old)).toMatchObject({
      status: "valid",
      validUntil: "2028-03-02",
      deemed: [{ application: id, on: "2027-03-03", until: "2028-03-02" }],
    });
    const { body } = await hall.get(theIssuer, `/permits/certificates/${old}/record`);
    expect(body).toMatchObject({ renewal: { deemed: [{ on: "2027-03-03" }] } });
    expect(JSON.stringify(body)).not.toContain(theApplicant.name);

    await deliverAll(hall, certificate, old);
    const at = `/permits/applications/${id}`;
    expect((await hall.get(theClerk, at)).body).toMatchObject({ status: "renewed", validUntil: "2028-03-02" });
    const refusing = await hall.post(theApprover, `${at}/decide`, { outcome: "refused", reasons: "太晚了" });
    expect(refusing).toMatchObject({ status: 409, body: { code: "permits.not-in-this-state" } });
    await deliverAll(hall, application, id);
  });

  /** Since the certificate was issued the item has been adjusted: the town receives and passes on, the county decides. */
  async function passedOn() {
    const { hall, old, ...more } = await aYearLong();
    const news = { type: "learn" as const, code: "PL-018", sequence: 3, news: { townRole: "forwards" as const } };
    await instruct({ of: knownPower, id: "PL-018", expects: "either", command: news }).carryOut(hall.runtime, {
      id: "adjusted",
    });
    hall.runtime.setClock("2027-01-11T02:00:00.000Z");
    const id = await hall.file(theClerk, { ...aForm, concerns: { certificate: old, kind: "renewal" } });
    const step = async (who: Actor, verb: string, body: object = {}) => {
      const answer = await hall.post(who, `/permits/applications/${id}/${verb}`, body);
      expect(answer).toMatchObject({ status: 200 });
    };
    await step(theClerk, "accept");
    const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
    await step(theReviewer, "review", review);
    await step(theSecond, "confirm-survey");
    await step(theReviewer, "review", review);
    await step(theApprover, "forward");
    await deliverAll(hall, application, id);
    const record = async () => (await hall.get(theIssuer, `/permits/certificates/${old}/record`)).body;
    return { hall, old, id, step, record, ...more };
  }
  const upper = { decidedOn: "2027-01-11", number: "县许〔2027〕5号" };

  test("XK-50, XK-T2: passed on, granted above and delivered, the old one gives way to the number of the organ above", async () => {
    const { hall, id, step, record, sweep } = await passedOn();
    expect(await record()).toMatchObject({ renewal: { pending: { application: id, forwarded: true } } });
    await step(theClerk, "record-upper-decision", { ...upper, outcome: "granted" });
    await deliverAll(hall, application, id);
    expect(await record()).toMatchObject({ status: "valid", renewal: { granted: { application: id } } });
    await sweep("2027-03-02T16:00:00.000Z");
    expect(await record()).toMatchObject({ status: "expired", renewal: { deemed: [] } });
    await step(theClerk, "deliver");
    await deliverAll(hall, application, id);
    expect(await record()).toMatchObject({ status: "cancelled", ground: "renewed", replacedBy: upper.number });
    await deliverAll(hall, application, id);
  });

  test("XK-50, XK-T2: refused above, nothing renews it: it expires, and is to be struck from the register", async () => {
    const { hall, id, step, record, sweep } = await passedOn();
    await step(theClerk, "record-upper-decision", { ...upper, outcome: "refused", reasons: "不符合" });
    await step(theClerk, "deliver");
    await deliverAll(hall, application, id);
    expect(await record()).toMatchObject({ status: "valid", renewal: { deemed: [] } });
    await sweep("2027-03-02T16:00:00.000Z");
    expect(await record()).toMatchObject({ status: "expired", renewal: { deemed: [] } });
    expect((await record()).renewal).not.toHaveProperty("granted");
  });

  test("XK-50-2, XK-T2: silent above until expiry, it is renewed by law, and the case with it", async () => {
    const { hall, old, id, record, sweep } = await passedOn();
    await sweep("2027-03-02T16:00:00.000Z");
    expect(await record()).toMatchObject({ status: "valid", renewal: { deemed: [{ application: id }] } });
    await deliverAll(hall, certificate, old);
    expect((await hall.get(theClerk, `/permits/applications/${id}`)).body).toMatchObject({ status: "renewed" });
  });

  test("XK-70: nobody applied: it expires, and stands among those to be cancelled", async () => {
    const { hall, old, state, sweep } = await aYearLong();
    await sweep("2027-03-02T16:00:00.000Z");
    expect(await state(old)).toMatchObject({ status: "expired", expiredOn: "2027-03-03" });
    const { body } = await hall.get(theIssuer, "/permits/certificates", { toCancel: "true" });
    expect(body).toMatchObject({ items: [{ id: old, status: "expired" }] });
  });
});

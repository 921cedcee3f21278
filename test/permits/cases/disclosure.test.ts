import { expect, test } from "vitest";
import { aForm, aHall } from "../permits-hall.ts";
import { theApplicant, theApprover, theClerk, theIssuer, theReviewer } from "./builders.ts";

const reason = { reason: "电话通知领取证件" };

test("P-1: who works on the case sees the applicant in full, for a reason, on record", async () => {
  const hall = await aHall();
  const id = await hall.file(theClerk);
  const at = `/permits/applications/${id}`;
  for (const [place, actor] of [theClerk, theReviewer, theApprover, theIssuer].entries()) {
    const { status, body } = await hall.post(actor, `${at}/disclose`, reason);
    expect([status, body.applicant]).toEqual([200, theApplicant]);
    expect(body.version).toBe(place + 2);
  }
  const { body } = await hall.get(theClerk, `${at}/history`);
  expect(JSON.stringify(body)).toContain("permits.application.disclosed");
  expect(JSON.stringify(body)).not.toContain(reason.reason);
  expect((await hall.get(theClerk, at)).body).toMatchObject({ status: "received", applicant: { name: "欧***" } });
});

test("P-1: the applicant in full has the kind of his document, where it is no identity card", async () => {
  const hall = await aHall();
  const foreigner = { ...theApplicant, document: "passport", idNumber: "E12345678" };
  const id = await hall.file(theClerk, { ...aForm, applicant: foreigner });
  const { status, body } = await hall.post(theClerk, `/permits/applications/${id}/disclose`, reason);
  expect([status, body.applicant]).toEqual([200, foreigner]);
});

test("P-1: without a reason, or for another office, nothing is shown and nothing recorded", async () => {
  const hall = await aHall();
  const id = await hall.file(theClerk);
  const at = `/permits/applications/${id}`;
  const bare = await hall.post(theClerk, `${at}/disclose`, {});
  expect([bare.status, bare.body.code]).toEqual([400, "request.invalid"]);
  const elsewhere = await hall.post({ ...theReviewer, office: "social-affairs" }, `${at}/disclose`, reason);
  expect([elsewhere.status, elsewhere.body.code]).toEqual([403, "permits.not-your-office"]);
  expect((await hall.get(theClerk, at)).body.version).toBe(1);
});

test("at the counter the list is what was just received; in an office that decides, its own cases", async () => {
  const hall = await aHall();
  const received = await hall.file(theClerk);
  const accepted = await hall.file(theClerk);
  await hall.post(theClerk, `/permits/applications/${accepted}/accept`);
  const ids = async (who: typeof theClerk) =>
    JSON.stringify((await hall.get(who, "/permits/applications")).body).match(/PL-018\.[0-9A-Z]{16}/g);
  expect(new Set(await ids(theClerk))).toEqual(new Set([received]));
  expect(new Set(await ids(theReviewer))).toEqual(new Set([received, accepted]));
});

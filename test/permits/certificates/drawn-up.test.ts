import { describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate as theDecider } from "../../../services/permits/certificates/domain/certificate.ts";
import { documentReactions } from "../../../services/permits/papers/reactions/document.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { toCloudEvent } from "../../../shared/messaging/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { theApprover, theClerk, theIssuer, theReviewer, theSecond } from "../cases/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm } from "../permits-hall.ts";
import { aGrant, aPaper, aProposal, certificate, heardOn, noHarm, told } from "./builders.ts";

const drawn = () => told(certificate, undefined, aGrant(), "2026-04-28");
const proposed = () => told(certificate, drawn(), aProposal(), "2026-05-04", theApprover);
const revoking = { type: "revoke", heard: heardOn("2026-05-06"), publicHarm: noHarm } as const;

describe("XK-69: a licence is revoked before its certificate is issued", () => {
  test("not before the holder was told, and not before his days are over", () => {
    expect(refusalOf(certificate.decide(drawn(), revoking, on("2026-05-20", theApprover)))).toMatchObject({
      code: "permits.no-revocation-proposed",
    });
    expect(refusalOf(certificate.decide(proposed(), revoking, on("2026-05-06", theApprover)))).toMatchObject({
      code: "permits.statement-period-runs",
    });
  });

  test("while it is proposed nobody issues it; once it is dropped, it is issued", () => {
    const issue = (state = proposed()) => certificate.decide(state, { type: "issue" }, on("2026-05-06", theIssuer));
    expect(refusalOf(issue())).toMatchObject({ code: "permits.revocation-open", details: { rule: "XK-69" } });
    const dropped = told(
      certificate,
      proposed(),
      { type: "drop-revocation", reasons: "查明无误" },
      "2026-05-05",
      theApprover,
    );
    expect(dropped).toMatchObject({ status: "drawn-up", delivery: { due: "2026-05-14" } });
    expect(isRejection(issue(dropped))).toBe(false);
  });

  test("revoked it is on the register without a day of issue, is due to be struck, and is never issued", () => {
    const revoked = told(certificate, proposed(), revoking, "2026-05-20", theApprover);
    expect(revoked).toMatchObject({ status: "revoked", ground: "procedure", proposal: { notice: "撤告1号" } });
    expect(revoked).not.toHaveProperty("issuedOn");
    expect(refusalOf(certificate.decide(revoked, { type: "issue" }, on("2026-05-21", theIssuer))).code).toBe(
      "permits.certificate-not-in-this-state",
    );
    expect(certificate.nextDeadline?.(revoked)).toBeUndefined();
    const struck = told(certificate, revoked, { type: "cancel", ground: "revoked" }, "2026-05-21", theIssuer);
    expect(struck).toMatchObject({ status: "cancelled", ground: "revoked" });
  });

  test("XK-70: the holder died before it was handed over: it is cancelled on the document that proves it", () => {
    const cancel = { type: "cancel", ground: "holder-died" } as const;
    expect(refusalOf(certificate.decide(drawn(), cancel, on("2026-05-06", theIssuer))).code).toBe(
      "permits.cancellation-without-document",
    );
    expect(told(certificate, drawn(), { ...cancel, document: aPaper }, "2026-05-06", theIssuer)).toMatchObject({
      status: "cancelled",
      cancelledOn: "2026-05-06",
    });
  });
});

const list = z.object({ items: z.array(z.looseObject({ id: z.string(), kind: z.string().optional() })) });

test("XK-69 over HTTP: the case is closed, and its papers say the truth: a revocation, and no record of delivery", async () => {
  const town = await aPeopleTown();
  const id = await town.create(theClerk, "/permits/applications", aForm);
  const step = (verb: string, who = theClerk, body = {}) => town.post(who, `/permits/applications/${id}/${verb}`, body);
  await step("accept");
  for (let pending = 0; pending < 3; pending += 1) {
    const inspectors = pending === 0 ? { inspectors: ["reviewer-1", "reviewer-2"] } : {};
    await step("review", theReviewer, { opinion: "agree", affectsThirdParties: false, ...inspectors });
    await step("confirm-survey", theSecond);
  }
  expect(await step("decide", theApprover, { outcome: "granted" })).toMatchObject({ status: 200 });
  await town.settle();
  const [paper] = list.parse((await town.get(theIssuer, "/permits/certificates")).body).items;
  const act = (verb: string, who = theApprover, body = {}) =>
    town.post(who, `/permits/certificates/${paper?.id}/${verb}`, body);
  const proposal = { ground: "procedure", notice: "撤告1号", facts: "未经两人现场核查" };
  expect(await act("propose-revocation", theApprover, proposal)).toMatchObject({
    status: 200,
    body: { status: "drawn-up", proposal: { notice: "撤告1号" } },
  });
  expect(await act("issue", theIssuer)).toMatchObject({ status: 422, body: { code: "permits.revocation-open" } });
  await town.morning("2026-03-16");
  const revoked = await act("revoke", theApprover, {
    heard: { on: "2026-03-03", record: "笔录1号" },
    publicHarm: { grave: false, assessment: "不涉及公共利益" },
  });
  expect(revoked).toMatchObject({ status: 200, body: { status: "revoked" } });
  expect(revoked.body).not.toHaveProperty("issuedOn");
  await town.settle({ times: 2 });
  expect(await town.get(theClerk, `/permits/applications/${id}`)).toMatchObject({ body: { status: "closed" } });
  // Its papers are drawn from the same events.
  const { store } = town.runtime;
  const happened = [...(await store.history(application, id)), ...(await store.history(theDecider, paper?.id ?? ""))];
  for (const event of happened.map((one) => toCloudEvent(one, "permits", "532302105000")))
    for (const { type, react } of documentReactions)
      for (const drawing of type === event.type ? react(event) : [])
        expect(await drawing.carryOut(town.runtime, { id: event.id })).toEqual({ done: true });
  const papers = list.parse((await town.get(theClerk, `/permits/applications/${id}/documents`)).body).items;
  const kinds = papers.map(({ kind }) => kind);
  expect(kinds).toContain("revocation");
  expect(kinds).not.toContain("delivery-record");
  expect(kinds).not.toContain("certificate");
});

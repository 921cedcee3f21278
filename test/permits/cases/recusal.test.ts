import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aGrant, told } from "../certificates/builders.ts";
import {
  aCommand,
  anApplication,
  aResident,
  aReviewed,
  type Case,
  theApprover,
  theClerk,
  theHead,
  theIssuer,
  theMayor,
  theReviewer,
  theSecond,
  theTwo,
} from "./builders.ts";
import { jointly } from "./ready-cases.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const { request: _request, ...asking } = sample["ask-recusal"];
const { earlierActsStand: _stand, ...granting } = sample["decide-recusal"];
const accepted = (by?: Actor) => anApplication({ status: "accepted", ...(by === undefined ? {} : { by }) });
const denied = { ...granting, recused: false };
const doneAgain = { ...granting, earlierActsStand: false };
const another: Actor = { ...theReviewer, sub: "reviewer-agriculture-centre" };
const asked = (one: Case = accepted(), person = theReviewer.sub) =>
  one.lawfully({ ...sample["ask-recusal"], person }, today);

describe("XK-48(3), CF-43a: who asks for a recusal", () => {
  test("the applicant by his own login, and the person himself", () => {
    expect(accepted(aResident).lawfully(asking, today, aResident).state).toMatchObject({
      recusals: [{ sub: theReviewer.sub, askedBy: aResident.sub }],
    });
    expect(accepted().lawfully(asking, today, theReviewer).state).toMatchObject({ recusals: [{}] });
  });
  test("a concerned party at the counter, by his written request; a colleague does not", () => {
    expect(refusalOf(accepted().tell(asking, today, theClerk))).toMatchObject({
      code: "permits.recusal-without-request",
      pointer: "/request",
    });
    expect(asked().state).toMatchObject({ recusals: [{ sub: theReviewer.sub }] });
    expect(refusalOf(accepted().tell(asking, today, theSecond)).code).toBe("permits.recusal-not-yours");
  });
  test("no name, reason or request leaves the service", () => {
    const [event] = asked().events.slice(-1);
    expect(event?.data).toEqual({ on: today, ground: "relative", askedFor: "at-the-counter" });
  });
  test("asked on the same ground after a refusal, it is refused: nobody is kept out by asking without end", () => {
    const one = asked().lawfully(denied, today, theHead);
    expect(refusalOf(one.tell(sample["ask-recusal"], today)).code).toBe("permits.recusal-denied");
    expect(one.lawfully({ ...sample["ask-recusal"], ground: "own-interest" }, today).status).toBe("accepted");
  });
});

describe("CF-43a: while it is undecided, and after", () => {
  test.each(["review", "pause", "assign-inspectors", "inform-third-parties", "call-hearing"] as const)(
    "the person takes no step, another goes on: %s",
    (type) => {
      const one = asked(anApplication({ status: "accepted", guide: { inspection: true } }));
      expect(refusalOf(one.tell(sample[type], today, theReviewer)).code).toBe("permits.recusal-undecided");
      const command = type === "review" ? { ...sample.review, inspectors: [another.sub, theSecond.sub] } : sample[type];
      const withOthers =
        command.type === "assign-inspectors" ? { ...command, inspectors: [another.sub, theSecond.sub] } : command;
      expect(one.tell(withOthers, today, another)).toBeInstanceOf(Array);
    },
  );
  test("nor does he sign, read the applicant in full, issue the certificate, or get named", () => {
    const one = accepted();
    one.tell(sample.review, today);
    asked(one, theSecond.sub);
    expect(refusalOf(one.tell(sample["confirm-survey"], today)).code).toBe("permits.recusal-undecided");
    const disclose = { type: "disclose", reason: "核对" } as const;
    expect(refusalOf(application.decide(one.state, disclose, on(today, theSecond))).code).toBe(
      "permits.recusal-undecided",
    );
    expect(refusalOf(asked().tell(sample.review, today, theSecond))).toMatchObject({ pointer: "/inspectors/0" });
    const { recusals = [] } = asked(accepted(), theIssuer.sub).state;
    const issuing = { type: "issue", recusals } as const;
    const drawn = told(certificate, undefined, aGrant(), "2026-04-28");
    expect(refusalOf(certificate.decide(drawn, issuing, on(today, theIssuer))).code).toBe("permits.issuer-recused");
    const other = { ...theIssuer, sub: "issuer-2" };
    expect(certificate.decide(drawn, issuing, on(today, other))).toBeInstanceOf(Array);
  });
  test("granted he is kept out; refused he goes on", () => {
    const out = asked().lawfully(granting, today, theHead);
    expect(refusalOf(out.tell(sample.review, today)).code).toBe("permits.recused");
    expect(asked().lawfully(denied, today, theHead).does("review", today).state).toMatchObject({ reviews: [{}] });
  });
  test("nothing is decided while it is open whether the examination stands; of a person who did nothing in it, it is", () => {
    const examined = asked(aReviewed());
    expect(refusalOf(examined.tell(sample.decide, today)).code).toBe("permits.recusal-undecided");
    expect(examined.does("decide-recusal", today).does("decide", today).status).toBe("granted");
    expect(asked(aReviewed(), another.sub).does("decide", today).status).toBe("granted");
  });
  test("the applicant's own steps go on", () => {
    const one = accepted(aResident).lawfully(asking, today, aResident);
    expect(one.lawfully({ type: "withdraw" }, today, aResident).status).toBe("withdrawn");
  });
});

describe("CF-43: the head decides, never about himself", () => {
  test("the head of the office or of the town; nobody else", () => {
    for (const head of [theHead, theMayor]) expect(asked().lawfully(granting, today, head).status).toBe("accepted");
    for (const other of [theApprover, theReviewer, { ...theHead, sub: "head-social-affairs" }])
      expect(refusalOf(asked().tell(granting, today, other)).ground).not.toBe("state");
  });
  test("about the head of the office, the head of the town", () => {
    const one = asked(accepted(), theHead.sub);
    const about = { ...granting, person: theHead.sub };
    expect(refusalOf(one.tell(about, today, theHead)).code).toBe("permits.own-recusal");
    expect(one.lawfully(about, today, theMayor).status).toBe("accepted");
  });
  test("about the head of the town, a meeting of the leaders, with the number of its minutes", () => {
    const one = asked(accepted(), theMayor.sub);
    const about = { ...granting, person: theMayor.sub };
    const deputy = { ...theMayor, sub: "deputy-mayor" };
    expect(refusalOf(one.tell({ ...about, meeting: "纪要1号" }, today, theHead)).code).toBe(
      "permits.recusal-by-the-head",
    );
    expect(refusalOf(one.tell(about, today, deputy)).code).toBe("permits.recusal-by-meeting");
    expect(one.lawfully({ ...about, meeting: "纪要1号" }, today, deputy).status).toBe("accepted");
  });
});

describe("CF-43a: what he did before stands only if the decision says so", () => {
  test("the decision says it, where he took part", () => {
    expect(refusalOf(asked(aReviewed()).tell(granting, today, theHead))).toMatchObject({
      code: "permits.earlier-acts-undecided",
      pointer: "/earlierActsStand",
    });
    expect(asked(aReviewed()).does("decide-recusal", today).state).toMatchObject({ pending: [], reviews: [{}, {}] });
  });
  test("else his steps are taken again, by others", () => {
    const one = asked(aReviewed()).lawfully(doneAgain, today, theHead);
    expect(one.state).toMatchObject({ reviews: [], pending: [{ kind: "survey" }, { kind: "review" }] });
    expect(one.state).not.toHaveProperty("thirdParties");
    expect(refusalOf(one.tell(sample.decide, today)).code).toBe("permits.steps-pending");
    one.tell({ ...sample.review, inspectors: [another.sub, theSecond.sub] }, today, another);
    one.lawfully(sample["confirm-survey"], today, theSecond).lawfully({ ...sample.review }, today, another);
    expect(one.does("decide", today).status).toBe("granted");
  });
  test("of the second inspector, only the survey is made again", () => {
    const one = asked(aReviewed(), theSecond.sub).lawfully({ ...doneAgain, person: theSecond.sub }, today, theHead);
    expect(one.state).toMatchObject({ reviews: [{ step: { kind: "review" } }], pending: [{ kind: "survey" }] });
  });
  test("a survey that is not signed by all falls with him, whatever is said", () => {
    const one = accepted();
    one.tell(sample.review, today);
    asked(one).does("decide-recusal", today);
    expect(one.state).not.toHaveProperty("survey");
  });
  test("in a joint step the other offices' opinions stay", () => {
    const one = anApplication({ status: "accepted", guide: jointly }).does("consult", today);
    const planner = { ...theSecond, office: "planning-construction" };
    const opinion = { type: "review", opinion: "agree", affectsThirdParties: false } as const;
    one.lawfully(opinion, today, theReviewer).lawfully(opinion, today, planner);
    asked(one).lawfully(doneAgain, today, theHead);
    expect(one.state).toMatchObject({
      joint: { opinions: [{ by: planner.sub }] },
      pending: [{ kind: "joint-review" }],
    });
    expect(one.lawfully(opinion, today, another).state).toMatchObject({ pending: [] });
  });
  test("inspectors are assigned anew", () => {
    const one = anApplication({ status: "accepted", guide: { inspection: true } }).does("assign-inspectors", today);
    expect(one.state).toMatchObject({ inspection: { inspectors: theTwo } });
    asked(one).lawfully(doneAgain, today, theHead);
    expect(one.state).not.toHaveProperty("inspection.inspectors");
  });
  test("XK-48: a hearing he chaired is held again within twenty working days of the decision", () => {
    const { heldOn, chair } = sample["call-hearing"];
    const one = accepted().does("call-hearing", today).does("record-hearing", heldOn);
    asked(one, chair).lawfully({ ...doneAgain, person: chair }, heldOn, theHead);
    expect(one.state).toMatchObject({ hearing: { organise: { rule: "XK-47", due: "2026-04-30" } } });
    expect(one.state).not.toHaveProperty("hearing.held");
    const again = { ...sample["call-hearing"], number: "听证通知2号", heldOn: "2026-04-20" };
    expect(refusalOf(one.tell(again, heldOn))).toMatchObject({ code: "permits.recused", pointer: "/chair" });
    expect(one.lawfully({ ...again, chair: "head-safety-rule-of-law" }, heldOn).status).toBe("paused");
  });
  test("XK-48: nobody records a hearing whose chair is recused, before another takes the chair", () => {
    const { heldOn, chair } = sample["call-hearing"];
    const one = asked(accepted().does("call-hearing", today), chair);
    expect(refusalOf(one.tell(sample["record-hearing"], heldOn)).code).toBe("permits.recusal-undecided");
    one.lawfully({ ...granting, person: chair, earlierActsStand: true }, today, theHead);
    expect(refusalOf(one.tell(sample["record-hearing"], heldOn)).code).toBe("permits.recused");
    one.lawfully(sample["replace-chair"], today);
    expect(one.does("record-hearing", heldOn).state).toMatchObject({ hearing: { held: { on: heldOn } } });
  });
  test("after the licence is granted only a revocation undoes it (XK-69)", () => {
    const one = asked(anApplication({ status: "granted" }));
    expect(refusalOf(one.tell(doneAgain, today, theHead))).toMatchObject({
      code: "permits.granted-already",
      details: { rule: "XK-69" },
    });
    expect(one.does("decide-recusal", today).status).toBe("granted");
  });
});

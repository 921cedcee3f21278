import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { knownOfficer, type OfficerCopy } from "../../../services/permits/common/domain/known-power.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aHall } from "../permits-hall.ts";
import {
  aCommand,
  anApplication,
  aReviewed,
  type Case,
  theApprover,
  theChair,
  theClerk,
  theReviewer,
  theSecond,
} from "./builders.ts";
import { jointly } from "./ready-cases.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const accepted = () => anApplication({ status: "accepted" });
const inOffice = (sub: string, ...roles: Actor["roles"]): Actor => ({
  ...theApprover,
  sub,
  roles: [...theApprover.roles, ...roles],
});
const anOfficer = (copy: Partial<OfficerCopy> = {}): OfficerCopy => ({
  certificate: "云E-001",
  sub: "officer-9",
  changes: [{ kind: "certified", from: "2026-01-01", until: "2026-12-31", domains: ["agriculture"] }],
  followedTo: 1,
  ...copy,
});

describe("V3 a person in a case is somebody the town knows", () => {
  const surveying = (...inspectors: string[]) => ({ ...sample.review, inspectors });
  test.each([
    ["a survey", () => accepted().tell(surveying(theReviewer.sub, "乙"), today), "/inspectors/1"],
    ["a hearing", () => accepted().tell({ ...sample["call-hearing"], chair: "法制员" }, today), "/chair"],
    ["a recusal", () => accepted().tell({ ...sample["ask-recusal"], person: "李四光" }, today), "/person"],
    [
      "an inspection",
      () =>
        anApplication({ status: "accepted", guide: { inspection: true } }).tell(
          { type: "assign-inspectors", inspectors: [theReviewer.sub, "丁"] },
          today,
        ),
      "/inspectors/1",
    ],
  ])("%s names nobody by free text", (_what, naming, pointer) => {
    expect(refusalOf(naming())).toMatchObject({ code: "permits.unknown-person", pointer });
  });

  test.each(["审查岗", "Reviewer-1", "reviewer-1 ", "REVIEWER-1"])(
    "%j is no other person: the spelling of the login counts, and a shown name is none",
    (other) => {
      expect(refusalOf(accepted().tell(surveying(theReviewer.sub, other), today)).code).toBe("permits.unknown-person");
    },
  );

  test("the name the parties are told is looked up", () => {
    const one = accepted().does("call-hearing", today);
    expect(one.state).toMatchObject({ hearing: { notice: { chair: "法制审核员", chairedBy: theChair.sub } } });
  });

  test("a name or certificate that is typed besides is the town's own, or refused", () => {
    const naming = (more: object) => ({
      ...sample.review,
      inspectors: [{ sub: "reviewer-1", ...more }, theSecond.sub],
    });
    for (const more of [{ name: "李四光" }, { certificateNo: "云E0" }])
      expect(refusalOf(accepted().tell(naming(more), today))).toMatchObject({
        code: "permits.person-differs",
        pointer: "/inspectors/0",
      });
    const known = { name: "审查岗", certificateNo: "云E53230200117" };
    expect(accepted().lawfully(naming(known), today).status).toBe("accepted");
  });

  test.each([
    ["certified today", {}, true],
    ["withdrawn", { changes: [...anOfficer().changes, { kind: "withdrawn", from: today } as const] }, false],
    ["suspended", { changes: [...anOfficer().changes, { kind: "suspended", from: today } as const] }, false],
    ["another person's", { sub: "officer-8" }, false],
  ])("an officer of the register who is %s is known or not", (_what, copy, isKnown) => {
    const command = { ...surveying(theReviewer.sub, "officer-9"), officers: [anOfficer(copy)] };
    const decision = application.decide(accepted().state, command, on(today, theReviewer));
    if (isKnown)
      expect(decision).toMatchObject([
        { personal: { persons: [{}, { sub: "officer-9", name: "执法证云E-001", certificateNo: "云E-001" }] } },
      ]);
    else expect(refusalOf(decision).code).toBe("permits.unknown-person");
  });

  test("over HTTP an officer is found in the register by his login", async () => {
    const hall = await aHall();
    const { sub, certificate, changes } = anOfficer();
    const [change] = changes;
    if (change === undefined) throw new Error("unreachable");
    const learn = { type: "learn" as const, certificate, sequence: 1, sub, change };
    await instruct({ of: knownOfficer, id: certificate, expects: "either", command: learn }).carryOut(hall.runtime, {
      id: "certified",
    });
    const at = `/permits/applications/${await hall.file(theClerk)}`;
    await hall.post(theClerk, `${at}/accept`);
    const survey = (...inspectors: string[]) =>
      hall.post(theReviewer, `${at}/review`, { opinion: "agree", inspectors, affectsThirdParties: false });
    expect((await survey(theReviewer.sub, "officer-8")).body).toMatchObject({ code: "permits.unknown-person" });
    expect((await survey(theReviewer.sub, sub)).body).toMatchObject({ survey: { waiting: [sub] } });
    const officer: Actor = { sub, name: "执法员", roles: ["officer"], office: "enforcement-team" };
    expect((await hall.post(officer, `${at}/confirm-survey`)).body).toMatchObject({
      reviews: [{ inspectors: [theReviewer.sub, sub], signed: true }],
    });
  });
});

describe("V3 XK-34: a survey is signed by each inspector with his own login", () => {
  const recorded = (inspectors = [theReviewer.sub, theSecond.sub]) => {
    const one = accepted();
    one.tell({ ...sample.review, inspectors }, today);
    return one;
  };

  test("the first records it; it is no step done before the second has signed", () => {
    const one = recorded();
    expect(one.state).toMatchObject({
      survey: { signatures: [{ by: theReviewer.sub, on: today }] },
      reviews: [],
      pending: [{ kind: "survey" }, { kind: "review" }],
    });
    expect(refusalOf(one.tell(sample.decide, today)).code).toBe("permits.steps-pending");
    one.lawfully(sample["confirm-survey"], "2026-03-03", theSecond);
    expect(one.state).toMatchObject({ reviews: [{ by: theReviewer.sub, on: "2026-03-03", signed: true }] });
    expect(one.state).not.toHaveProperty("survey");
  });

  test.each([
    ["the one who recorded it", theReviewer, "permits.survey-signed-by-you"],
    ["a person who was not there", { ...theSecond, sub: "reviewer-agriculture-centre" }, "permits.not-an-inspector"],
    ["the same name in capitals", { ...theSecond, sub: "REVIEWER-2" }, "permits.not-an-inspector"],
  ])("%s does not sign as the second", (_who, actor, code) => {
    expect(refusalOf(recorded().tell(sample["confirm-survey"], today, actor)).code).toBe(code);
  });

  test("one person twice is one person; who records it was there himself", () => {
    expect(refusalOf(accepted().tell({ ...sample.review, inspectors: ["reviewer-1", "reviewer-1"] }, today)).code).toBe(
      "permits.two-inspectors",
    );
    const others = { ...sample.review, inspectors: [theSecond.sub, "reviewer-agriculture-centre"] };
    expect(refusalOf(accepted().tell(others, today)).code).toBe("permits.not-an-inspector");
  });

  test("of three inspectors the last signature makes the step", () => {
    const third = { ...theSecond, sub: "reviewer-agriculture-centre" };
    const one = recorded([theReviewer.sub, theSecond.sub, third.sub]);
    one.lawfully(sample["confirm-survey"], today, theSecond);
    expect(one.state).toMatchObject({ reviews: [], survey: { signatures: [{}, { by: theSecond.sub }] } });
    expect(one.lawfully(sample["confirm-survey"], today, third).state).toMatchObject({ reviews: [{ signed: true }] });
  });

  test("recorded again with another opinion it is signed anew", () => {
    const third = "reviewer-agriculture-centre";
    const one = recorded([theReviewer.sub, theSecond.sub, third]);
    one.lawfully(sample["confirm-survey"], today, theSecond);
    one.tell({ ...sample.review, opinion: "disagree", inspectors: [theReviewer.sub, theSecond.sub] }, today);
    expect(one.state).toMatchObject({ survey: { opinion: "disagree", signatures: [{ by: theReviewer.sub }] } });
  });

  test("XK-55: where inspectors were assigned, nobody else signs the survey", () => {
    const one = anApplication({ status: "accepted", guide: { inspection: true } }).does("assign-inspectors", today);
    const others = { ...sample.review, inspectors: [theReviewer.sub, "reviewer-agriculture-centre"] };
    expect(refusalOf(one.tell(others, today)).code).toBe("permits.not-an-inspector");
    expect(one.does("review", today).state).toMatchObject({ reviews: [{ signed: true }] });
  });
});

describe("V3 conflicts are between persons, whatever their roles and the order of the steps", () => {
  test("clerk-2 took in, reviewed and would decide, because clerk-1 accepted", () => {
    const second = inOffice("clerk-2", "clerk", "reviewer");
    const one = anApplication({ by: second }).does("accept", today).does("review", today);
    one.lawfully({ ...sample.review, inspectors: [] }, today, second);
    expect(refusalOf(one.tell(sample.decide, today, second))).toMatchObject({
      code: "permits.acceptor-cannot-decide",
      details: { rule: "L1" },
    });
    expect(one.does("decide", today).status).toBe("granted");
  });

  const deciding = (one: Case, sub: string) => refusalOf(one.tell(sample.decide, today, inOffice(sub))).code;
  test.each([
    ["reviewed it", theReviewer.sub],
    ["surveyed it as the second", theSecond.sub],
  ])("who %s does not decide it", (_what, sub) => {
    expect(deciding(aReviewed(), sub)).toBe("permits.examiner-cannot-decide");
  });

  test("nor forwards it, nor who gave an opinion in a joint step", () => {
    const forwarded = aReviewed().tell(sample.forward, today, inOffice(theReviewer.sub));
    expect(refusalOf(forwarded).code).toBe("permits.examiner-cannot-decide");
    const joint = anApplication({ status: "accepted", guide: jointly });
    joint.lawfully({ type: "review", opinion: "agree", affectsThirdParties: false }, today, theSecond);
    expect(deciding(joint, theSecond.sub)).toBe("permits.examiner-cannot-decide");
  });

  const heard = () => accepted().does("call-hearing", today).does("resume", today);
  test.each([
    ["reviews", { ...theChair, office: "agriculture-centre" }, sample.review],
    ["decides", inOffice(theChair.sub), sample.decide],
  ])("XK-48: who chairs the hearing neither examines nor decides: he %s", (_what, actor, command) => {
    const one = heard();
    const inspectors = [actor.sub, theSecond.sub];
    expect(refusalOf(one.tell("inspectors" in command ? { ...command, inspectors } : command, today, actor)).code).toBe(
      "permits.chair-stays-chair",
    );
  });

  test.each([theReviewer.sub, theSecond.sub])(
    "XK-48: %s surveyed it and does not chair, nor takes the chair's place",
    (sub) => {
      const one = aReviewed();
      expect(refusalOf(one.tell({ ...sample["call-hearing"], chair: sub }, today))).toMatchObject({
        code: "permits.chair-examined-it",
        pointer: "/chair",
      });
      one.does("call-hearing", today);
      expect(refusalOf(one.tell({ type: "replace-chair", chair: sub }, today)).code).toBe("permits.chair-examined-it");
    },
  );

  test("another chair takes over before the hearing, whose time and place stay", () => {
    const one = accepted().does("call-hearing", today);
    const before = one.state;
    one.lawfully(sample["replace-chair"], today);
    expect(one.state).toMatchObject({
      ...{ status: "paused", hearing: { notice: { chairedBy: "head-safety-rule-of-law" } } },
      limits: "limits" in before ? before.limits : undefined,
    });
    expect(
      refusalOf(one.does("record-hearing", sample["call-hearing"].heldOn).tell(sample["replace-chair"], "2026-04-02"))
        .code,
    ).toBe("permits.hearing-already-recorded");
  });

  test("who filed the case himself is no inspector and no chair in it", () => {
    const own: Actor = { sub: theSecond.sub, name: "审查二岗", roles: ["resident"] };
    const one = anApplication({ by: own }).does("accept", today);
    expect(refusalOf(one.tell(sample.review, today)).code).toBe("permits.own-case");
    expect(refusalOf(one.tell({ ...sample["call-hearing"], chair: own.sub }, today)).code).toBe("permits.own-case");
  });
});

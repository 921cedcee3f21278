import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { remedies } from "../../../shared/case-rules/remedies.ts";
import type { PowerChange } from "../../../shared/powers-in-force/index.ts";
import { calendar, refusalOf } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import {
  aCommand,
  anApplication,
  aPower,
  aResident,
  aReviewed,
  type Moving,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
} from "./builders.ts";

const today = "2026-03-02";
const decide = aCommand(today).decide;
const refusing = { ...decide, outcome: "refused", reasons: "不符合《农药管理条例》第二十四条" } as const;
const forward = { type: "forward", power: aPower({ townRole: "forwards" }) } as const;

describe("the steps of the guide, in their order", () => {
  test("intake, decision and issue are no steps of review", () => {
    const { state } = anApplication({ status: "accepted" });
    expect(state).toMatchObject({ pending: [{ kind: "survey" }, { kind: "review" }], reviews: [] });
  });

  test("each is recorded with who, when and what he found", () => {
    const { state } = anApplication({ status: "accepted" }).does("review", "2026-03-03");
    expect(state).toMatchObject({
      pending: [{ kind: "review" }],
      reviews: [
        { step: { kind: "survey" }, by: "reviewer-1", on: "2026-03-03", inspectors: ["reviewer-1", "reviewer-2"] },
      ],
    });
  });

  test.each([[undefined], [[]], [["甲"]], [["甲", "甲"]]])(
    "XK-34: a survey by %j is not one: it takes two",
    (inspectors) => {
      const review = { type: "review", opinion: "agree", ...(inspectors === undefined ? {} : { inspectors }) } as const;
      expect(refusalOf(anApplication({ status: "accepted" }).tell(review, today))).toMatchObject({
        code: "permits.two-inspectors",
        pointer: "/inspectors",
        details: { rule: "XK-34", step: "现场踏勘" },
      });
    },
  );

  test("XK-34: a review at the desk takes one", () => {
    const one = anApplication({ status: "accepted" }).does("review", today);
    expect(one.lawfully({ type: "review", opinion: "agree" }, today).state).toMatchObject({ pending: [] });
  });

  test("when all are done there is nothing left to review", () => {
    expect(refusalOf(aReviewed().tell(aCommand(today).review, today)).code).toBe("permits.no-step-pending");
  });
});

describe.each([
  ["decide", decide],
  ["forward", forward],
] as const)("who may %s, and when", (_name, command) => {
  test("not before every step is done", () => {
    const refusal = refusalOf(anApplication({ status: "accepted" }).tell(command, today));
    expect(refusal).toMatchObject({ code: "permits.steps-pending", details: { steps: ["现场踏勘", "审查"] } });
  });

  test("not another office", () => {
    const stranger = { ...theApprover, office: "social-affairs" };
    expect(refusalOf(aReviewed().tell(command, today, stranger)).code).toBe("permits.not-your-office");
  });

  test("L1: not who accepted", () => {
    const both = { ...theApprover, roles: ["clerk", "approver"] as const };
    const one = anApplication()
      .lawfully(aCommand(today).accept, today, both)
      .does("review", today)
      .does("review", today);
    expect(refusalOf(one.tell(command, today, both))).toMatchObject({
      code: "permits.acceptor-cannot-decide",
      details: { rule: "L1" },
    });
    one.lawfully(command, today, { ...theApprover, sub: "approver-2" });
  });

  test("L1: nor who took it in and let five days pass until the law accepted it", () => {
    const both = { ...theApprover, roles: ["clerk", "approver"] as const };
    const one = anApplication({ by: both });
    one.letPass("2026-03-10");
    one.does("review", "2026-03-10").does("review", "2026-03-10");
    expect(refusalOf(one.tell(command, "2026-03-10", both)).code).toBe("permits.acceptor-cannot-decide");
    one.lawfully(command, "2026-03-10", { ...theApprover, sub: "approver-2" });
  });

  test("P5: not on a day on which the power is not in force; every failing condition is named", () => {
    const suspended: PowerChange = { kind: "suspended", from: "2026-03-03", reason: "评估" };
    const recalled: PowerChange = { kind: "recalled", from: "2026-03-03", document: "收回1号" };
    const later = { ...command.power, changes: [handedOver, recalled, suspended] };
    expect(refusalOf(aReviewed().tell({ ...command, power: aPower(later) }, "2026-03-03"))).toMatchObject({
      code: "permits.power-not-in-force",
      details: {
        on: "2026-03-03",
        conditions: ["recalled", "suspended"],
        failed: [{ document: "收回1号" }, { reason: "评估" }],
      },
    });
    aReviewed().lawfully({ ...command, power: aPower(later) }, "2026-03-02");
  });

  test("P5: and not without any power known", () => {
    expect(refusalOf(aReviewed().tell({ ...command, power: undefined }, today))).toMatchObject({
      code: "permits.power-not-in-force",
      details: { conditions: ["not-listed"] },
    });
  });
});

describe("XK-T2: what the county decides, the town forwards", () => {
  test.each(["forwards", "reviews"] as const)("a town that %s does not decide, and is told who does", (townRole) => {
    expect(refusalOf(aReviewed().tell({ ...decide, power: aPower({ townRole }) }, today))).toMatchObject({
      code: "permits.town-does-not-decide",
      details: { role: townRole, to: "禄丰市农业农村局", rule: "XK-T2" },
    });
    const one = aReviewed().lawfully({ type: "forward", power: aPower({ townRole }) }, "2026-03-09");
    expect(one.state).toMatchObject({ status: "forwarded", forwardedOn: "2026-03-09", to: "禄丰市农业农村局" });
  });

  test("what it decides itself it does not pass on", () => {
    expect(refusalOf(aReviewed().tell({ type: "forward", power: aPower() }, today)).code).toBe(
      "permits.town-decides-itself",
    );
  });
});

describe("granting", () => {
  test("numbers the certificate in the series of the year, and says in whose name and by which letter", () => {
    const one = aReviewed({ guide: { validityMonths: 60 } }).does("decide", today);
    expect(one.state).toMatchObject({
      status: "granted",
      decidedBy: "approver-1",
      number: {
        series: "certificate-YY0001012",
        year: 2026,
        serial: 1,
        text: { zh: "禄丰市农业农村局（广通）许〔2026〕1号" },
      },
      inWhoseName: { name: { zh: "禄丰市农业农村局" } },
      validUntil: "2031-03-02",
    });
    expect(one.events.at(-1)?.data).toMatchObject({ mode: "entrusted", letter: handedOver.letter });
  });

  test("without a term in the guide it is not limited in time", () => {
    expect(anApplication({ status: "granted" }).state).not.toHaveProperty("validUntil");
  });

  test("T-2: a term that ends on no day of its month ends on the last", () => {
    const one = aReviewed({ on: "2026-08-31", guide: { validityMonths: 6 } }).does("decide", "2026-08-31");
    expect(one.state).toMatchObject({ validUntil: "2027-02-28" });
  });

  test("the case is closed when the certificate is in the applicant's hands", () => {
    const one = anApplication({ status: "granted" }).does("close", "2026-03-05");
    expect(one.state).toMatchObject({
      status: "closed",
      outcome: "granted",
      closedOn: "2026-03-05",
      number: { serial: 1 },
    });
  });
});

describe("XK-38: refusing", () => {
  test("takes reasons", () => {
    expect(refusalOf(aReviewed().tell({ ...decide, outcome: "refused" }, today))).toMatchObject({
      code: "permits.reasons-missing",
      pointer: "/reasons",
      details: { rule: "XK-38" },
    });
    expect(aReviewed().lawfully(refusing, today).state).toMatchObject({ status: "refused", reasons: refusing.reasons });
  });

  test("spends no number", () => {
    expect(aReviewed().lawfully(refusing, today).state).not.toHaveProperty("number");
  });

  test("keeps its reasons, which may name the applicant, out of what is published", () => {
    const reasons = `${theApplicant.name}不具备培训证书`;
    const one = aReviewed().lawfully({ ...refusing, reasons }, today);
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toContain(theApplicant.name);
    expect(one.does("deliver", today).state).toMatchObject({ status: "closed", outcome: "refused", reasons });
  });

  test("the remedies run from the day it is delivered, not from the day it was decided", () => {
    expect(remedies(undefined, calendar)).toEqual({ reviewDays: 60, suitMonths: 6 });
    expect(remedies("2026-01-15", calendar)).toMatchObject({ suit: { due: "2026-07-15", rule: "SS-46" } });
  });

  test("FY-20, FY-88: a last day of rest moves to the next working day", () => {
    expect(remedies("2026-08-03", calendar)).toMatchObject({
      review: { due: "2026-10-08", dueUnrolled: "2026-10-02" },
    });
  });

  test("T-10: into a year not announced they are provisional", () => {
    expect(remedies("2026-08-03", calendar).suit).toMatchObject({ provisional: true });
  });
});

describe("the applicant's own hand in it", () => {
  test("a resident who filed it does not stand in the way of the decision", () => {
    const one = anApplication({ by: aResident, materials: [theForm, "四至图"] });
    one.lawfully(aCommand(today).accept, today, theClerk).does("review", today).does("review", today);
    expect(one.does("decide", today).status).toBe("granted");
  });
});

describe("XK-50-2: what the law has renewed nobody decides any more", () => {
  const renewal: Moving = { type: "deem-renewed", renewedOn: "2026-05-01", validUntil: "2031-04-30" };

  test.each(["received", "incomplete", "accepted", "paused", "forwarded"] as const)(
    "a renewal that was %s is closed by it, with the ground, and can neither be refused nor taken back",
    (status) => {
      const one = anApplication({ status }).lawfully(renewal, "2026-05-01");
      expect(one.state).toMatchObject({ status: "renewed", renewedOn: "2026-05-01", validUntil: "2031-04-30" });
      expect(one.events.at(-1)).toMatchObject({
        type: "permits.application.renewed",
        data: { rule: "XK-50-2", article: "行政许可法50(2)" },
      });
      const { decide, withdraw } = aCommand("2026-05-01");
      for (const command of [{ ...decide, outcome: "refused", reasons: "理由" } as const, withdraw])
        expect(refusalOf(one.tell(command, "2026-05-01"))).toMatchObject({
          code: "permits.not-in-this-state",
          details: { status: "renewed" },
        });
      expect(application.nextDeadline?.(one.state)).toBeUndefined();
    },
  );

  test("one that was decided before stays decided", () => {
    for (const status of ["granted", "refused", "declined", "withdrawn", "closed"] as const)
      expect(refusalOf(anApplication({ status }).tell(renewal, "2026-05-01")).ground).toBe("state");
  });

  test("XK-T3: that it took too long is still told", () => {
    const late = anApplication({ status: "accepted", since: "2026-03-02", on: "2026-05-20" });
    late.does("explain-overdue", "2026-05-20").lawfully(renewal, "2026-05-21");
    expect(late.state).toMatchObject({ missed: ["promised", "statutory"], explanations: [{ reasons: "人手不足" }] });
    expect(application.listed?.(late.state, "A")).toMatchObject({ byCode: { partition: "notices" } });
  });
});

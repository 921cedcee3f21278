import { describe, expect, test } from "vitest";
import { deliveryLimit } from "../../../services/permits/domain/application/limits.ts";
import { moves } from "../../../services/permits/domain/application/moves.ts";
import { certificate } from "../../../services/permits/domain/certificate/certificate.ts";
import { guide } from "../../../services/permits/domain/guide/guide.ts";
import { problems } from "../../../services/permits/problems.ts";
import { limitFrom } from "../../../shared/calendar/index.ts";
import { isRejection, type Rejection } from "../../../shared/decider/index.ts";
import { textOf } from "../../../shared/http/problem.ts";
import { commonProblems } from "../../../shared/http/texts.ts";
import {
  aCommand,
  aGuide,
  anApplication,
  aPower,
  aReviewed,
  Case,
  calendar,
  handedOver,
  on,
  refusalOf,
  sharedMaterial,
  statuses,
  theApprover,
  theForm,
  theReviewer,
} from "../../support/builders-permits.ts";
import { codesTold, codesUsedBy, unfilled } from "../../support/problem-texts.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const texts = { ...commonProblems, ...problems };
const received = () => anApplication({ materials: [theForm] });
const accepted = () => anApplication({ status: "accepted" });
const stranger = { ...theReviewer, sub: "x", office: "social-affairs" };
const drawn = {
  application: "A",
  item: { code: "PL-018", name: { zh: "甲", en: "A" } },
  title: "证",
  number: { series: "certificate", year: 2026, serial: 1, text: { zh: "1号", en: "No. 1" } },
  licenceId: "1",
  holder: { kind: "citizen", name: "甲", idNumber: "1" },
  issuer: handedOver.inWhoseName,
  decidedOn: today,
  decidedBy: theApprover.sub,
} as const;
const valid = { ...drawn, status: "valid", issuedOn: today, issuedBy: "x" } as const;
const issue = (state: Parameters<typeof certificate.decide>[0]) =>
  certificate.decide(state, { type: "issue" }, on(today, theApprover));

/** Every refusal of the service, provoked. */
const refusals: Readonly<Record<string, () => ReturnType<Case["tell"]> | Rejection>> = {
  "permits.unknown-item": () => new Case().tell({ ...sample.receive, guide: undefined }, today),
  "permits.power-not-in-force": () => new Case().tell({ ...sample.receive, power: undefined }, today),
  "permits.material-not-asked": () => new Case().tell({ ...sample.receive, materials: ["?"] }, today),
  "permits.material-obtained-by-sharing": () =>
    received().tell({ type: "notify-corrections", missing: ["四至图", sharedMaterial] }, today),
  "permits.corrections-already-notified": () =>
    anApplication({ status: "incomplete" }).does("correct", today).tell(sample["notify-corrections"], today),
  "permits.notice-incomplete": () =>
    anApplication({ materials: [] }).tell({ type: "notify-corrections", missing: [theForm] }, today),
  "permits.deemed-accepted": () => received().tell(sample.decline, "2026-03-10"),
  "permits.materials-missing": () => received().tell(sample.accept, today),
  "permits.competent-organ-missing": () => received().tell({ type: "decline", ground: "outside-competence" }, today),
  "permits.not-yours": () => received().tell(sample.withdraw, today, stranger),
  "permits.not-in-this-state": () => received().tell(sample.decide, today),
  "permits.no-written-notice": () => accepted().tell({ type: "pause", kind: "hearing" }, today),
  "permits.notice-not-delivered-yet": () => accepted().tell(aCommand("2026-03-03").pause, today),
  "permits.head-must-approve": () => accepted().tell(sample.extend, today, theApprover),
  "permits.no-statutory-limit": () =>
    anApplication({ status: "accepted", guide: { category: "public-service" } }).tell(sample.extend, today),
  "permits.already-extended": () => accepted().does("extend", today).tell(sample.extend, today),
  "permits.extension-too-long": () => accepted().tell({ ...sample.extend, workingDays: 11 }, today),
  "permits.limit-already-passed": () => accepted().tell(sample.extend, "2026-03-31"),
  "permits.no-step-pending": () => aReviewed().tell(sample.review, today),
  "permits.not-your-office": () => accepted().tell(sample.review, today, stranger),
  "permits.two-inspectors": () => accepted().tell({ type: "review", opinion: "agree" }, today),
  "permits.acceptor-cannot-decide": () => aReviewed().tell(sample.decide, today, { ...theApprover, sub: "clerk-1" }),
  "permits.steps-pending": () => accepted().tell(sample.decide, today),
  "permits.town-does-not-decide": () =>
    aReviewed().tell({ ...sample.decide, power: aPower({ townRole: "forwards" }) }, today),
  "permits.town-decides-itself": () => aReviewed().tell(sample.forward, today),
  "permits.reasons-missing": () => aReviewed().tell({ ...sample.decide, outcome: "refused" }, today),
  "permits.promise-longer-than-law": () =>
    refusalOf(
      guide.decide(undefined, { type: "publish", content: aGuide({ promisedWorkingDays: 21 }).content }, on(today)),
    ),
  "permits.certificate-not-in-this-state": () => refusalOf(issue(valid)),
  "permits.decider-cannot-issue": () =>
    refusalOf(issue({ ...drawn, status: "drawn-up", delivery: limitFrom(calendar, deliveryLimit, today) })),
};

describe("what the service says when it refuses", () => {
  test("every code in its sources has a text in both languages, and every text its code", () => {
    const common = Object.keys(commonProblems);
    const used = codesUsedBy("permits").filter((code) => !common.includes(code));
    expect(codesTold(problems)).toEqual(used);
    for (const { zh, en } of Object.values(problems)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  });

  test("every one of them is provoked here", () => {
    expect(Object.keys(refusals).sort()).toEqual(codesTold(problems));
  });

  test.each(Object.entries(refusals))("%s: every place in its text is filled, in words", (code, provoke) => {
    const answer = provoke();
    if (!isRejection(answer)) throw new Error("not refused");
    expect(answer.code).toBe(code);
    expect(unfilled(answer, texts)).toEqual([]);
    const { zh, en } = textOf(code, answer.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–[\]]|undefined/);
  });

  test("every state, command and condition has its word, so that nobody reads a code", () => {
    const words = [...statuses, ...Object.values(moves).flatMap((row) => Object.keys(row)), ...Object.keys(sample)];
    const conditions = ["not-listed", "not-handed-over", "not-yet-in-force", "suspended", "recalled"];
    for (const word of [...words, ...conditions, "drawn-up", "valid", "issue", "reviews", "forwards"])
      expect(problems).toHaveProperty([`word.${word}`, "zh"], expect.stringMatching(/\p{Script=Han}/u));
  });
});

import { describe, expect, test } from "vitest";
import { powers } from "../../services/powers/service.ts";
import { type Decision, type DomainEvent, isRejection } from "../../shared/decider/index.ts";
import { textOf } from "../../shared/http/problem.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { codesTold, codesUsedBy, unfilled } from "../support/problem-texts.ts";
import { theLeader } from "./duties/builders.ts";
import { dutyRefusals } from "./duties/refusals.ts";
import { evaluationRefusals } from "./evaluations/refusals.ts";
import { handoverRefusals } from "./handovers/refusals.ts";
import { listRefusals } from "./list/refusals.ts";
import { aCertificate, aCertified, Certificate } from "./officers/builders.ts";
import {
  aHandover,
  aHeldPower,
  aListing,
  byTheProvince,
  Held,
  inTheDepartmentsName,
  withoutAuthority,
  withoutLetter,
} from "./powers/builders.ts";
import { readinessRefusals } from "./readiness/refusals.ts";
import { runningCaseRefusals } from "./running-cases/refusals.ts";

const today = "2026-03-01";
const { problems } = powers;
const texts = { ...commonProblems, ...problems };
const authority = (given: object) => ({ authority: { ...byTheProvince, ...given } });
const give = (handover: object, category: "penalty" | "licence" | "coercion" = "penalty") =>
  new Held().lawfully(aListing({ category }), today).tell(aHandover(handover), today);
const reviewing = { type: "adjust", from: "2026-03-02", townRole: "reviews", document: "县编办〔2026〕2号" } as const;
const inForce = () => aHeldPower(aHandover());

/** Every refusal of the service, provoked. */
const refusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.already-listed": () => aHeldPower().tell(aListing(), today),
  "powers.no-authority": () => aHeldPower().tell(withoutAuthority(aHandover()), today),
  "powers.coercion-not-entrusted": () => give({ mode: "entrusted", inWhoseName: inTheDepartmentsName }, "coercion"),
  "powers.province-must-decide": () => give(authority({ kind: "county" })),
  "powers.state-council-must-approve": () => give({}, "licence"),
  "powers.decision-not-published": () => give(authority({ published: false })),
  "powers.in-the-wrong-name": () => give({ inWhoseName: inTheDepartmentsName }),
  "powers.before-its-authority": () => give(authority({ date: "2026-03-03" })),
  "powers.letter-missing": () => aHeldPower().tell(withoutLetter(aHandover()), today),
  "powers.already-in-force": () => inForce().tell(aHandover(), today),
  "powers.not-in-force": () => aHeldPower().tell({ type: "suspend", from: "2026-03-02", reason: "评估" }, today),
  "powers.not-suspended": () => inForce().tell({ type: "resume", from: "2026-03-02" }, today),
  "powers.nothing-adjusted": () => inForce().tell({ ...reviewing, townRole: "decides" }, today),
  "powers.county-must-change": () => inForce().tell(reviewing, today, theLeader),
  "powers.adjustment-document-missing": () => inForce().tell({ ...reviewing, document: undefined }, today),
  "powers.no-basis": () =>
    inForce().tell({ type: "adjust", from: today, basis: [], document: "县编办〔2026〕2号" }, today),
  "powers.suspended-by-the-other": () =>
    inForce()
      .lawfully({ type: "suspend", from: "2026-03-02", reason: "评估" }, today)
      .tell({ type: "resume", from: "2026-03-02" }, today, theLeader),
  "powers.date-past": () => inForce().tell({ type: "resume", from: "2026-02-28" }, today),
  ...dutyRefusals,
  ...evaluationRefusals,
  ...handoverRefusals,
  ...listRefusals,
  "powers.officer-known": () => aCertified().tell(aCertificate(), today),
  "powers.officer-not-so": () => aCertified().tell({ type: "resume", from: today }, today),
  "powers.unknown-domain": () => new Certificate().tell(aCertificate({ domains: ["space"] }), today),
  ...readinessRefusals,
  ...runningCaseRefusals,
};

describe("what the service says when it refuses", () => {
  test("every code in its sources has a text in both languages, and every text its code", () => {
    const common = Object.keys(commonProblems);
    expect(codesTold(problems)).toEqual(codesUsedBy("powers").filter((code) => !common.includes(code)));
    for (const { zh, en } of Object.values(problems)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  });

  test("every one of them is provoked here", () => expect(Object.keys(refusals).sort()).toEqual(codesTold(problems)));

  test.each(Object.entries(refusals))("%s: every place in its text is filled", (code, provoke) => {
    const answer = provoke();
    if (!isRejection(answer)) throw new Error("not refused");
    expect(answer.code).toBe(code);
    expect(unfilled(answer, texts)).toEqual([]);
    const { zh, en } = textOf(code, answer.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–]|undefined/);
  });
});

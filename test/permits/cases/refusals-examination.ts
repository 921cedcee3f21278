import { day } from "../../support/deciding.ts";
import type { Provoked } from "../provoked.ts";
import {
  aCommand,
  anApplication,
  aResident,
  aReviewed,
  type Moving,
  theApprover,
  theHead,
  theMayor,
  theReviewer,
  theSecond,
} from "./builders.ts";
import { jointly } from "./ready-cases.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const accepted = () => anApplication({ status: "accepted" });
const joint = () => anApplication({ status: "accepted", guide: jointly });
const stranger = { ...theReviewer, sub: "x", office: "social-affairs" };
const opinion = (said: "agree" | "disagree"): Moving => ({ type: "review", opinion: said, affectsThirdParties: false });
const affected = () => {
  const touching = { ...sample.review, affectsThirdParties: true };
  return accepted().lawfully(touching, today).lawfully(touching, today);
};
const without = <T extends object, K extends keyof T>(field: K, { [field]: _left, ...rest }: T): Omit<T, K> => rest;
const surveyed = () => {
  const one = accepted();
  one.tell(sample.review, today);
  return one;
};
const asked = () => accepted().does("ask-recusal", today);
const { chair } = sample["call-hearing"];
const chairReviews = { ...sample.review, inspectors: [chair, theSecond.sub] };
const prescribed = { hearingRequired: true } as const;
const called = () => accepted().does("call-hearing", today);
const heldOn = sample["call-hearing"].heldOn;
const requested = () => affected().does("inform-third-parties", today).does("request-hearing", today);

/** Every refusal in the examination of an application. */
export const examinationRefusals: Provoked = {
  "permits.no-joint-step": () => accepted().tell(sample.consult, today),
  "permits.unknown-office": () => joint().tell({ type: "consult", offices: ["office-of-nowhere"] }, today),
  "permits.not-asked": () => joint().tell(opinion("agree"), today, stranger),
  "permits.opinion-given": () =>
    joint().does("consult", today).lawfully(opinion("agree"), today).tell(opinion("agree"), today),
  "permits.joint-disagreement": () => joint().lawfully(opinion("disagree"), today).tell(sample.decide, today),
  "permits.no-disagreement": () => accepted().tell(sample["resolve-disagreement"], today),
  "permits.nothing-to-inspect": () => accepted().tell(sample["assign-inspectors"], today),
  "permits.inspectors-not-assigned": () => aReviewed({ guide: { inspection: true } }).tell(sample.decide, today),
  "permits.third-parties-not-considered": () => {
    const silent: Moving = { type: "review", opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"] };
    return accepted().lawfully(silent, today).lawfully(silent, today).tell(sample.decide, today);
  },
  "permits.third-parties-not-informed": () => affected().tell(sample.decide, today),
  "permits.third-parties-not-heard": () =>
    affected().does("inform-third-parties", today).tell(sample.decide, "2026-03-10"),
  "permits.hearing-may-be-requested": () =>
    affected().does("inform-third-parties", today).does("hear-parties", today).tell(sample.decide, "2026-03-09"),
  "permits.hearing-already-requested": () => requested().tell(sample["request-hearing"], today),
  "permits.hearing-requested-late": () =>
    affected().does("inform-third-parties", today).tell(sample["request-hearing"], "2026-03-10"),
  "permits.posted-before-told": () =>
    affected()
      .does("inform-third-parties", today)
      .tell({ type: "request-hearing", posted: { on: "2026-03-01", proof: "挂号信" } }, today),
  "permits.posted-in-future": () =>
    affected()
      .does("inform-third-parties", today)
      .tell({ type: "request-hearing", posted: { on: "2026-03-03", proof: "挂号信" } }, today),
  "permits.posting-recorded-by-staff": () =>
    anApplication({ status: "accepted", by: aResident })
      .lawfully({ ...sample.review, affectsThirdParties: true }, today)
      .lawfully({ ...sample.review, affectsThirdParties: true }, today)
      .does("inform-third-parties", today)
      .tell({ type: "request-hearing", posted: { on: today, proof: "挂号信" } }, today, aResident),
  "permits.hearing-on-a-rest-day": () => accepted().tell({ ...sample["call-hearing"], heldOn: "2026-04-04" }, today),
  "permits.hearing-noticed-late": () => accepted().tell({ ...sample["call-hearing"], heldOn: "2026-03-11" }, today),
  "permits.hearing-day-passed": () =>
    called()
      .does("resume", today)
      .tell({ type: "replace-chair", chair: "head-safety-rule-of-law" }, day(heldOn).add({ days: 1 }).toString()),
  "permits.hearing-held-late": () =>
    requested().tell({ ...sample["call-hearing"], ground: "request", heldOn: "2026-03-31" }, today),
  "permits.chair-examined-it": () => affected().tell({ ...sample["call-hearing"], chair: theReviewer.sub }, today),
  "permits.chair-stays-chair": () =>
    called()
      .does("resume", today)
      .tell(chairReviews, today, { ...theReviewer, sub: chair }),
  "permits.unknown-person": () => accepted().tell({ ...sample["call-hearing"], chair: "李主持" }, today),
  "permits.person-differs": () =>
    accepted().tell({ ...sample.review, inspectors: [{ sub: theReviewer.sub, name: "李四光" }, theSecond.sub] }, today),
  "permits.not-an-inspector": () => surveyed().tell(sample["confirm-survey"], today, stranger),
  "permits.no-survey-to-sign": () => accepted().tell(sample["confirm-survey"], today),
  "permits.survey-signed-by-you": () => surveyed().tell(sample["confirm-survey"], today, theReviewer),
  "permits.examiner-cannot-decide": () =>
    aReviewed().tell(sample.decide, today, { ...theApprover, sub: theReviewer.sub }),
  "permits.recused": () => asked().does("decide-recusal", today).tell(sample.review, today),
  "permits.recusal-undecided": () => asked().tell(sample.review, today),
  "permits.recusal-asked": () => asked().tell(sample["ask-recusal"], today),
  "permits.recusal-denied": () =>
    asked()
      .lawfully({ ...sample["decide-recusal"], recused: false }, today)
      .tell(sample["ask-recusal"], today),
  "permits.recusal-not-asked": () => accepted().tell(sample["decide-recusal"], today),
  "permits.recusal-not-yours": () => accepted().tell(sample["ask-recusal"], today, theSecond),
  "permits.recusal-without-request": () => accepted().tell(without("request", sample["ask-recusal"]), today),
  "permits.recusal-by-the-head": () => asked().tell(sample["decide-recusal"], today, theApprover),
  "permits.recusal-by-meeting": () =>
    accepted()
      .lawfully({ ...sample["ask-recusal"], person: theMayor.sub }, today)
      .tell({ ...sample["decide-recusal"], person: theMayor.sub }, today, { ...theMayor, sub: "deputy-mayor" }),
  "permits.own-recusal": () =>
    accepted()
      .lawfully({ ...sample["ask-recusal"], person: theHead.sub }, today)
      .tell({ ...sample["decide-recusal"], person: theHead.sub }, today, theHead),
  "permits.earlier-acts-undecided": () =>
    aReviewed().does("ask-recusal", today).tell(without("earlierActsStand", sample["decide-recusal"]), today),
  "permits.granted-already": () =>
    anApplication({ status: "granted" })
      .does("ask-recusal", today)
      .tell({ ...sample["decide-recusal"], earlierActsStand: false }, today),
  "permits.hearing-already-called": () => called().does("resume", today).tell(sample["call-hearing"], today),
  "permits.hearing-not-requested": () => accepted().tell({ ...sample["call-hearing"], ground: "request" }, today),
  "permits.hearing-not-prescribed": () => accepted().tell({ ...sample["call-hearing"], ground: "law" }, today),
  "permits.no-hearing-called": () => accepted().tell(sample["record-hearing"], today),
  "permits.hearing-already-recorded": () =>
    called().does("record-hearing", heldOn).tell(sample["record-hearing"], heldOn),
  "permits.hearing-not-yet": () => called().tell(sample["record-hearing"], today),
  "permits.record-not-signed": () => called().tell({ ...sample["record-hearing"], signed: false }, heldOn),
  "permits.hearing-not-held": () => aReviewed({ guide: prescribed }).tell(sample.decide, today),
  "permits.not-by-the-record": () =>
    called()
      .does("record-hearing", heldOn)
      .does("review", heldOn)
      .does("review", heldOn)
      .tell({ ...sample.decide, hearingRecord: "另一份笔录" }, heldOn),
};

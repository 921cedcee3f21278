import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import type { Material } from "../../../services/permits/guides/domain/guide.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { on, town } from "../../support/deciding.ts";
import type { Provoked } from "../provoked.ts";
import {
  aCommand,
  aGuide,
  anApplication,
  aPower,
  aResident,
  aReviewed,
  Case,
  inOrder,
  type Moving,
  sharedMaterial,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  theParty,
  thePlan,
  theReviewer,
} from "./builders.ts";
import { immediate, withFee } from "./ready-cases.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const outside = { type: "decline", ground: "outside-competence", reasons: "不在本镇" } as const;
const unplaced = aCommand(today, aPower({ code: "PL-004" }), aGuide({ code: "PL-004" })).receive;
const received = () => anApplication({ materials: [theForm] });
const accepted = () => anApplication({ status: "accepted" });
const stranger = { ...theReviewer, sub: "x", office: "social-affairs" };
const withMaterials = (change: Partial<Material>) => ({
  materials: aGuide().content.materials.map((one) => (one.name === thePlan ? { ...one, ...change } : one)),
});
const tolerant = () => anApplication({ materials: [theForm], guide: withMaterials({ tolerable: true }) });
const promising = (until: string): Moving => ({ ...sample.accept, promise: { until } });
const lacking = () => {
  const one = tolerant().lawfully(promising("2026-03-04"), today);
  return one.does("review", today).does("review", today);
};
const paying = { type: "pay", amountFen: 1000, treasuryFen: 1000, receipt: "缴款书1号" } as const;
const owing = () => anApplication({ status: "accepted", guide: withFee });
const limited = () => aReviewed({ guide: { quantity: 1 } });
const overdue = () => anApplication({ status: "accepted", since: "2026-01-05", on: today });

/** Every refusal of an application. */
export const applicationRefusals: Provoked = {
  "permits.unknown-item": () => new Case().tell({ ...sample.receive, guide: undefined }, today),
  "permits.power-not-in-force": () => new Case().tell({ ...sample.receive, power: undefined }, today),
  "permits.place-missing": () => new Case().tell(unplaced, today),
  "permits.own-case": () => received().tell(sample.decline, today, { ...theClerk, sub: "clerk-2", party: theParty }),
  "permits.material-not-asked": () => new Case().tell({ ...sample.receive, materials: ["?"] }, today),
  "permits.material-obtained-by-sharing": () =>
    received().tell({ type: "notify-corrections", missing: ["四至图", sharedMaterial] }, today),
  "permits.correction-unexplained": () => received().tell({ type: "notify-corrections", missing: [theForm] }, today),
  "permits.not-obtained-by-sharing": () =>
    received().tell(
      { type: "notify-corrections", missing: [thePlan], unobtainable: [{ material: thePlan, reason: "接口故障" }] },
      today,
    ),
  "permits.corrections-already-notified": () =>
    anApplication({ status: "incomplete" })
      .does("correct", today)
      .tell({ type: "notify-corrections", missing: [theForm] }, today),
  "permits.notice-incomplete": () =>
    anApplication({ materials: [] }).tell({ type: "notify-corrections", missing: [theForm] }, today),
  "permits.deemed-accepted": () => received().tell(sample.decline, "2026-03-10"),
  "permits.granted-without-materials": () => {
    const deemed = received();
    deemed.letPass("2026-03-10");
    return deemed.does("review", "2026-03-10").does("review", "2026-03-10").tell(sample.decide, "2026-03-10");
  },
  "permits.person-decides": () => received().tell(sample.decline, today, theTownItself),
  "permits.materials-missing": () => received().tell(sample.accept, today),
  "permits.competent-organ-missing": () => received().tell(outside, today),
  "permits.town-is-competent": () => received().tell({ ...outside, competentOrgan: town.organName.zh }, today),
  "permits.decline-without-reasons": () => received().tell({ type: "decline", ground: "outside-competence" }, today),
  "permits.permit-needed": () =>
    received().tell({ type: "decline", ground: "no-permit-needed", reasons: "自用", power: aPower() }, today),
  "permits.withdrawal-without-statement": () => received().tell({ type: "withdraw" }, today),
  "permits.notice-before-case": () => accepted().tell(aCommand("2026-03-01").pause, today),
  "permits.notice-number-used": () => accepted().does("pause", today).does("resume", today).tell(sample.pause, today),
  "permits.pause-too-long": () =>
    accepted().tell({ ...sample.pause, notice: { number: "1", deliveredOn: today, neededDays: 31 } }, today),
  "permits.not-yours": () => received().tell(sample.withdraw, today, stranger),
  "permits.not-in-this-state": () => received().tell(sample.decide, today),
  "permits.no-written-notice": () => accepted().tell({ type: "pause", kind: "testing" }, today),
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
  "permits.material-on-file": () =>
    new Case()
      .lawfully({ ...sample.receive, materials: [theForm], onFile: [thePlan] }, today)
      .tell({ type: "notify-corrections", missing: [thePlan] }, today),
  "permits.not-for-other-towns": () => new Case().tell({ ...sample.receive, residence: "532302106000" }, today),
  "permits.fee-without-basis": () => anApplication({ guide: { feeFen: 1000 } }).tell(sample.accept, today),
  "permits.fee-paid-already": () =>
    anApplication({ status: "accepted", guide: withFee })
      .lawfully(paying, today)
      .tell({ type: "pay-by-agent", authorisation: "A-1", given: undefined }, today),
  "permits.no-fee-due": () => accepted().tell(paying, today),
  "permits.fee-differs": () => owing().tell({ ...paying, amountFen: 999 }, today),
  "permits.fee-not-to-treasury": () => owing().tell({ ...paying, treasuryFen: 900 }, today),
  "permits.promise-in-the-past": () => tolerant().tell(promising("2026-03-01"), today),
  "permits.promise-too-late": () => tolerant().tell(promising("2026-03-17"), today),
  "permits.promise-not-kept": () => lacking().tell(sample.decide, today),
  "permits.review-not-extended": () =>
    anApplication({ status: "accepted", power: aPower({ townRole: "forwards" }) }).tell(sample.extend, today),
  "permits.limit-not-missed": () => accepted().tell(sample["explain-overdue"], today),
  "permits.already-explained": () => overdue().does("explain-overdue", today).tell(sample["explain-overdue"], today),
  "permits.names-the-applicant": () =>
    overdue().tell({ ...sample["explain-overdue"], reasons: `${theApplicant.name}未到场` }, today),
  "permits.decided-on-another-day": () =>
    anApplication({ status: "forwarded" }).tell({ ...sample["record-upper-decision"], decidedOn: "2026-03-01" }, today),
  "permits.false-materials": () => aReviewed().tell({ ...sample.decide, falseMaterials: true }, today),
  "permits.not-first-in-line": () =>
    limited().tell({ ...sample.decide, queue: { before: ["PL-018.1"], taken: 0 } }, today),
  "permits.line-not-complete": () =>
    application.decide(
      inOrder(limited(), 2),
      { ...sample.decide, queue: { before: [], taken: 0, knownTo: 0 } },
      on(today, theApprover),
    ),
  "permits.no-place-left": () => limited().tell({ ...sample.decide, queue: { before: [], taken: 1 } }, today),
  "permits.not-immediate": () => received().tell(sample["decide-at-once"], today),
  "permits.not-at-the-counter": () =>
    anApplication({ by: aResident, guide: immediate }).tell(sample["decide-at-once"], today),
  "permits.reasons-missing": () => aReviewed().tell({ ...sample.decide, outcome: "refused" }, today),
};

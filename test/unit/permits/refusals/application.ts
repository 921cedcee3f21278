import {
  aCommand,
  anApplication,
  aPower,
  aReviewed,
  Case,
  sharedMaterial,
  theApprover,
  theForm,
  theReviewer,
} from "../../../support/builders-permits.ts";
import type { Provoked } from "./provoked.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const received = () => anApplication({ materials: [theForm] });
const accepted = () => anApplication({ status: "accepted" });
const stranger = { ...theReviewer, sub: "x", office: "social-affairs" };
/** Every refusal of an application. */
export const applicationRefusals: Provoked = {
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
};

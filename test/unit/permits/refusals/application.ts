import { deliveryLimit } from "../../../../services/permits/domain/application/limits.ts";
import { certificate } from "../../../../services/permits/domain/certificate/certificate.ts";
import { limitFrom } from "../../../../shared/calendar/index.ts";
import {
  aCommand,
  anApplication,
  aPower,
  aReviewed,
  Case,
  calendar,
  handedOver,
  on,
  refusalOf,
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

/** Every refusal of an application and its certificate. */
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
  "permits.certificate-not-in-this-state": () => refusalOf(issue(valid)),
  "permits.decider-cannot-issue": () =>
    refusalOf(issue({ ...drawn, status: "drawn-up", delivery: limitFrom(calendar, deliveryLimit, today) })),
};

import { departure } from "../../../services/permits/duties/domain/departure/departure.ts";
import { on } from "../../support/deciding.ts";
import { agentRefusals } from "../authorisations/refusals.ts";
import { bundleRefusals } from "../bundles/refusals.ts";
import type { Provoked } from "../provoked.ts";
import {
  aCalendar,
  anAbsence,
  anAssignment,
  counterA,
  counterB,
  handlerA,
  handlerB,
  theDirector,
  theHead,
  theMayor,
} from "./builders.ts";

const today = "2026-03-04";
const duty = "handling" as const;
const offer = { type: "offer", duty, to: handlerB.sub, reason: "另有任务", away: [] } as const;
const away = () => aCalendar().lawfully(anAbsence("2026-03-04", "2026-03-06"), today, theHead);
const leaves = { type: "start", person: handlerA.sub, to: handlerB.sub, reason: "调离本镇", toAway: false } as const;

/** Every refusal about responsibility, absences and hand-overs. */
export const peopleRefusals: Provoked = {
  ...agentRefusals,
  ...bundleRefusals,
  "permits.assignment-over": () =>
    anAssignment().lawfully({ type: "end" }, today).tell({ type: "take", duty }, today, handlerB),
  "permits.no-such-duty": () => anAssignment({ accepted: false }).tell(offer, today, handlerA),
  "permits.not-your-duty": () => anAssignment().tell(offer, today, counterB),
  "permits.offered-already": () => anAssignment().lawfully(offer, today, handlerA).tell(offer, today, handlerA),
  "permits.has-it-already": () => anAssignment().tell({ ...offer, to: handlerA.sub }, today, theHead),
  "permits.receiver-absent": () => anAssignment().tell({ ...offer, away: [handlerB.sub] }, today, handlerA),
  "permits.nothing-offered": () => anAssignment().tell({ type: "accept-offer", duty }, today, handlerB),
  "permits.not-offered-to-you": () =>
    anAssignment().lawfully(offer, today, handlerA).tell({ type: "accept-offer", duty }, today, counterA),
  "permits.assigned-already": () => anAssignment().tell({ type: "take", duty }, today, handlerB),
  "permits.absence-ends-before-it-begins": () =>
    aCalendar().tell(anAbsence("2026-03-06", "2026-03-04"), today, theHead),
  "permits.own-absence": () => aCalendar().tell(anAbsence(today, today), today, handlerA),
  "permits.absent-already": () => away().tell(anAbsence("2026-03-06", "2026-03-09"), today, theHead),
  "permits.partner-absent": () =>
    aCalendar().tell({ ...anAbsence(today, today, handlerB.sub), partners: [away().state] }, today, theHead),
  "permits.no-such-absence": () => away().tell({ type: "shorten", no: 2, to: today }, today, theHead),
  "permits.absence-over": () =>
    away()
      .lawfully({ type: "pass-time" }, "2026-03-07")
      .tell({ type: "shorten", no: 1, to: today }, "2026-03-07", theHead),
  "permits.absence-not-shortened": () => away().tell({ type: "shorten", no: 1, to: "2026-03-06" }, today, theHead),
  "permits.same-person": () => departure.decide(undefined, { ...leaves, to: handlerA.sub }, on(today, theMayor)),
  "permits.own-departure": () => departure.decide(undefined, leaves, on(today, { ...theHead, sub: handlerA.sub })),
};

/** Heads of other offices are told whose it is. */
export const elsewhere: Provoked = {
  absence: () => aCalendar().tell(anAbsence(today, today), today, theDirector),
  shorten: () => away().tell({ type: "shorten", no: 1, to: today }, today, theDirector),
  assign: () => anAssignment().tell({ type: "assign", duty, to: handlerB.sub, away: [] }, today, theDirector),
  departure: () => departure.decide(undefined, leaves, on(today, theDirector)),
};

import { deciderOf } from "../../../../../shared/decider/index.ts";
import { relations } from "../household/household.ts";
import { accept, correct, decline, notifyCorrections, supplement, withdraw } from "./acceptance.ts";
import { endAgency, machineDecides, notAsAgent, ownCase } from "./agent.ts";
import { extend, pause, resume } from "./clock.ts";
import { close, decide, deemRenewed, review } from "./decision.ts";
import { disclose } from "./disclosure.ts";
import { applicationEvents } from "./evolve.ts";
import { pay, payByAgent, takePaymentBack } from "./fees.ts";
import { forward, recordUpperDecision } from "./forwarding.ts";
import { callHearing, recordHearing, replaceChair, requestHearing } from "./hearing.ts";
import { stateHousehold } from "./household.ts";
import { assignInspectors } from "./inspection.ts";
import { consult, resolveDisagreement } from "./joint-review.ts";
import { isOpen, listed } from "./listed.ts";
import { byItself, moves } from "./moves.ts";
import { lookingUp } from "./on-file.ts";
import { decideAtOnce } from "./on-the-spot.ts";
import { explainOverdue } from "./overdue.ts";
import { nextDeadline, passTime } from "./passing-time.ts";
import { actsWithoutPower, locate } from "./power.ts";
import { receive } from "./receiving.ts";
import { askForRecusal, decideOnRecusal, recusedActor } from "./recusal.ts";
import { confirmSurvey } from "./survey.ts";
import { hearParties, informThirdParties } from "./third-parties.ts";
import type { ApplicationWords } from "./words.ts";

/** An application, from the counter to the certificate (行政许可法 ch. IV). */
export const application = deciderOf<ApplicationWords>({
  aggregate: "application",
  shape: 5,
  codes: { relation: relations },
  logins: ["acceptedBy", "by", "inspectors"],
  ended: (state) => !isOpen(state),
  apart: ["guide"],
  apartInState: ["item", "organ", "inWhoseName"],
  moves,
  impossible: "permits.not-in-this-state",
  byItself,
  begin: { receive },
  guard: (state, command, context) =>
    machineDecides(command, context) ??
    notAsAgent(state, command, context) ??
    ownCase(state, command, context) ??
    recusedActor(state, command, context) ??
    actsWithoutPower(state, command, context),
  steps: {
    "notify-corrections": lookingUp(notifyCorrections),
    correct: lookingUp(correct),
    accept: lookingUp(accept),
    decline,
    locate,
    "state-household": stateHousehold,
    "decide-at-once": lookingUp(decideAtOnce),
    supplement,
    consult,
    review,
    "confirm-survey": confirmSurvey,
    "resolve-disagreement": resolveDisagreement,
    "assign-inspectors": assignInspectors,
    "inform-third-parties": informThirdParties,
    "hear-parties": hearParties,
    "request-hearing": requestHearing,
    "call-hearing": callHearing,
    "replace-chair": replaceChair,
    "record-hearing": recordHearing,
    pause,
    resume: (state, _command, context) => resume(state, context),
    extend,
    "explain-overdue": explainOverdue,
    "pay-by-agent": payByAgent,
    pay,
    "take-payment-back": takePaymentBack,
    decide,
    forward,
    "record-upper-decision": recordUpperDecision,
    withdraw,
    "ask-recusal": askForRecusal,
    "decide-recusal": decideOnRecusal,
    "deem-renewed": deemRenewed,
    deliver: (state, _command, context) => close(state, context),
    close: (state, _command, context) => close(state, context),
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  always: {
    disclose: (state, { reason }, context) => disclose(state, reason, context),
    "end-agency": endAgency,
  },
  ...applicationEvents,
  listed,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

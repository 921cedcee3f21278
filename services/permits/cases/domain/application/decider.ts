import { type Context, type Decider, type Decision, isRejection } from "../../../../../shared/decider/index.ts";
import { checkMove } from "../refusals.ts";
import { accept, correct, decline, notifyCorrections, supplement, withdraw } from "./acceptance.ts";
import { endAgency, notAsAgent } from "./agent.ts";
import type { Accepted, Application, ApplicationCommand, ApplicationEvent, Paused, Received } from "./application.ts";
import { extend, pause, resume } from "./clock.ts";
import { close, decide, deemRenewed, review } from "./decision.ts";
import { disclose } from "./disclosure.ts";
import { evolve } from "./evolve.ts";
import { pay } from "./fees.ts";
import { forward, recordUpperDecision } from "./forwarding.ts";
import { callHearing, recordHearing, requestHearing } from "./hearing.ts";
import { assignInspectors } from "./inspection.ts";
import { consult, resolveDisagreement } from "./joint-review.ts";
import { listed } from "./listed.ts";
import { byItself, moves } from "./moves.ts";
import { asksForMaterials, countingOnFile, foundOnFile, isLookingUp, newOnFile } from "./on-file.ts";
import { decideAtOnce } from "./on-the-spot.ts";
import { explainOverdue } from "./overdue.ts";
import { nextDeadline, passTime } from "./passing-time.ts";
import { receive } from "./receiving.ts";
import { hearParties, informThirdParties } from "./third-parties.ts";

/** An application, from the counter to the certificate (行政许可法 ch. IV). */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent> = {
  aggregate: "application",
  shape: 1,
  decide(state, command, context) {
    if (state === undefined) return command.type === "receive" ? receive(command, context) : [];
    if (command.type === "disclose") return disclose(state, command.reason, context);
    if (command.type === "end-agency") return endAgency(state, command, context);
    return (
      checkMove(moves, "permits.not-in-this-state", state.status, command.type, byItself) ??
      notAsAgent(state, command, context) ??
      lookUp(state, command, context)
    );
  },
  evolve,
  listed,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

/** S-4: first what is on file by now; the step is then decided on that. */
function lookUp(state: Application, command: ApplicationCommand, context: Context): Decision<ApplicationEvent> {
  const found = isLookingUp(command) && asksForMaterials(state) ? newOnFile(state, command.onFile) : [];
  if (found.length === 0) return carryOut(state, command, context);
  const decision = carryOut(countingOnFile(state, found), command, context);
  return isRejection(decision) ? decision : [foundOnFile(found, context), ...decision];
}

/** The move is possible; whether it is lawful is for the rule to say. */
function carryOut(state: Application, command: ApplicationCommand, context: Context): Decision<ApplicationEvent> {
  if (command.type === "withdraw") return withdraw(state, context);
  if (command.type === "deem-renewed") return deemRenewed(state, command);
  if (command.type === "pass-time") return passTime(state, context);
  if ("limits" in state && command.type === "explain-overdue") return explainOverdue(state, command, context);
  if ("limits" in state && command.type === "pay") return pay(state, command, context);
  switch (state.status) {
    case "received":
      return onReceived(state, command, context);
    case "incomplete":
      return command.type === "correct" ? correct(state, command, context) : [];
    case "accepted":
      return onAccepted(state, command, context);
    case "paused":
      return command.type === "resume" ? resume(state, context) : onRunning(state, command, context);
    case "forwarded":
      return command.type === "record-upper-decision" ? recordUpperDecision(state, command, context) : [];
    case "granted":
    case "refused":
    case "answered":
      return close(state, context);
    default:
      return [];
  }
}

function onReceived(state: Received, command: ApplicationCommand, context: Context): Decision<ApplicationEvent> {
  switch (command.type) {
    case "notify-corrections":
      return notifyCorrections(state, command, context);
    case "correct":
      return correct(state, command, context);
    case "accept":
      return accept(state, command, context);
    case "decline":
      return decline(state, command, context);
    case "decide-at-once":
      return decideAtOnce(state, command, context);
    default:
      return [];
  }
}

function onAccepted(state: Accepted, command: ApplicationCommand, context: Context): Decision<ApplicationEvent> {
  switch (command.type) {
    case "consult":
      return consult(state, command, context);
    case "review":
      return review(state, command, context);
    case "resolve-disagreement":
      return resolveDisagreement(state, command, context);
    case "inform-third-parties":
      return informThirdParties(state, command, context);
    case "request-hearing":
      return requestHearing(state, context);
    case "call-hearing":
      return callHearing(state, command, context);
    case "pause":
      return pause(state, command, context);
    case "extend":
      return extend(state, command, context);
    case "decide":
      return decide(state, command, context);
    case "forward":
      return forward(state, command, context);
    default:
      return onRunning(state, command, context);
  }
}

/** What may be done while the clock stands as well. */
function onRunning(
  state: Accepted | Paused,
  command: ApplicationCommand,
  context: Context,
): Decision<ApplicationEvent> {
  switch (command.type) {
    case "supplement":
      return supplement(state, command, context);
    case "assign-inspectors":
      return assignInspectors(state, command, context);
    case "hear-parties":
      return hearParties(state, command, context);
    case "record-hearing":
      return recordHearing(state, command, context);
    default:
      return [];
  }
}

import { type Context, checkMove, type Decider, type Decision } from "../../../../shared/decider/index.ts";
import { accept, correct, decline, notifyCorrections, receive, withdraw } from "./acceptance.ts";
import type { Application, ApplicationCommand, ApplicationEvent } from "./application.ts";
import { extend, nextDeadline, passTime, pause, resume } from "./clock.ts";
import { close, decide, forward, review } from "./decision.ts";
import { disclose } from "./disclosure.ts";
import { evolve } from "./evolve.ts";
import { moves } from "./moves.ts";

/** An application, from the counter to the certificate (行政许可法 ch. IV). */
export const application: Decider<Application, ApplicationCommand, ApplicationEvent> = {
  aggregate: "application",
  decide(state, command, context) {
    if (state === undefined) return command.type === "receive" ? receive(command, context) : [];
    if (command.type === "disclose") return disclose(state, command.reason, context);
    return (
      checkMove(moves, "permits.not-in-this-state", state.status, command.type) ?? carryOut(state, command, context)
    );
  },
  evolve,
  listed: (state, id) => ({
    byStatus: { partition: state.status, sort: `${state.receivedOn}#${id}` },
    byOffice: { partition: state.office, sort: `${state.receivedOn}#${id}` },
    ...(state.owner === undefined ? {} : { byOwner: { partition: state.owner, sort: `${state.receivedOn}#${id}` } }),
  }),
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

/** The move is possible; whether it is lawful is for the rule to say. */
function carryOut(state: Application, command: ApplicationCommand, context: Context): Decision<ApplicationEvent> {
  if (command.type === "withdraw") return withdraw(state, context);
  if (command.type === "pass-time") return passTime(state, context);
  switch (state.status) {
    case "received":
      return onReceived(state, command, context);
    case "incomplete":
      return command.type === "correct" ? correct(state, command, context) : [];
    case "accepted":
      return onAccepted(state, command, context);
    case "paused":
      return resume(state, context);
    case "granted":
    case "refused":
      return close(state, context);
    default:
      return [];
  }
}

function onReceived(
  state: Extract<Application, { status: "received" }>,
  command: ApplicationCommand,
  context: Context,
) {
  switch (command.type) {
    case "notify-corrections":
      return notifyCorrections(state, command, context);
    case "correct":
      return correct(state, command, context);
    case "accept":
      return accept(state, context);
    case "decline":
      return decline(state, command, context);
    default:
      return [];
  }
}

function onAccepted(
  state: Extract<Application, { status: "accepted" }>,
  command: ApplicationCommand,
  context: Context,
) {
  switch (command.type) {
    case "review":
      return review(state, command, context);
    case "pause":
      return pause(state, command, context);
    case "extend":
      return extend(state, command, context);
    case "decide":
      return decide(state, command, context);
    case "forward":
      return forward(state, command, context);
    default:
      return [];
  }
}

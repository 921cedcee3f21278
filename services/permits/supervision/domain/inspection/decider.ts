import type { Context, Decider, Decision } from "../../../../../shared/decider/index.ts";
import { checkMove } from "../refusals.ts";
import { evolve } from "./evolve.ts";
import { act, annotate, nextDeadline, passTime } from "./handling.ts";
import type { Inspection } from "./inspection.ts";
import type { InspectionCommand, InspectionEvent } from "./messages.ts";
import { inspectionMoves } from "./moves.ts";
import { begin, callOff, plan, planAgain, rearrange } from "./planning.ts";
import { acknowledge, holdAnew, record, sign } from "./recording.ts";
import { isOpen, isToldHolder } from "./visibility.ts";

/** A supervision inspection (XK-61 to XK-66), from its planning to the archive. */
export const inspection: Decider<Inspection, InspectionCommand, InspectionEvent> = {
  aggregate: "inspection",
  shape: 1,
  decide(state, command, context): Decision<InspectionEvent> {
    if (state === undefined) {
      if (command.type === "plan") return plan(command, context);
      return command.type === "begin" ? begin(command, context) : [];
    }
    // Begun twice it is the same inspection.
    if (command.type === "begin") return [];
    return (
      checkMove(inspectionMoves, "permits.inspection-not-in-this-state", state.status, command.type) ??
      carryOut(state, command, context)
    );
  },
  evolve,
  listed(state, id) {
    const { status, subject, by } = state;
    const { certificate, item, office, owner } = subject;
    const on = "record" in state ? state.record.heldOn : by;
    return {
      byStatus: { partition: `inspection:${status}`, sort: `${by}#${id}` },
      byDomain: { partition: `inspection:certificate:${certificate}`, sort: `${on}#${id}` },
      ...(office === undefined ? {} : { byOffice: { partition: `inspection:${office}`, sort: `${by}#${id}` } }),
      ...(owner !== undefined && isToldHolder(state)
        ? { byOwner: { partition: `inspection:${owner}`, sort: `${on}#${id}` } }
        : {}),
      ...(isOpen(state) ? { byCode: { partition: `inspections:${item.code}`, sort: `${on}#${id}` } } : {}),
    };
  },
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

/** The move is possible; whether it is lawful is for the rule to say. */
function carryOut(state: Inspection, command: InspectionCommand, context: Context): Decision<InspectionEvent> {
  switch (state.status) {
    case "planned":
      if (command.type === "rearrange") return rearrange(state, command, context);
      if (command.type === "call-off") return callOff(state, command.reasons, context);
      if (command.type === "record") return record(state, command, context);
      return command.type === "pass-time" ? passTime(state, context) : [];
    case "called-off":
      return command.type === "plan" ? planAgain(state, command, context) : [];
    case "unsigned":
      if (command.type === "record") return record(state, command, context);
      if (command.type === "sign") return sign(state, command, context);
      if (command.type === "hold-anew") return holdAnew(command.reasons, context);
      if (command.type === "pass-time") return passTime(state, context);
      return command.type === "acknowledge" ? acknowledge(state, command, context) : [];
    case "to-act":
      if (command.type === "act") return act(state, command, context);
      if (command.type === "pass-time") return passTime(state, context);
      return command.type === "annotate" ? annotate(state, command.text, context) : [];
    case "archived":
      return command.type === "annotate" ? annotate(state, command.text, context) : [];
  }
}

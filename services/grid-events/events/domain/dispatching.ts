import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import { assignmentOf, type GridEvent } from "./event.ts";
import { leadGiven } from "./leads.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { picturesDue } from "./pictured.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { about, categoryFault, categoryTerm, proofFault } from "./said.ts";
import { isInTime } from "./taking.ts";
import { answerTo } from "./told.ts";
import { byMachine, isDispatcher, notOfTheUnit, notOnDuty, verifierFault } from "./who.ts";

type Decided = Decision<EventEvent>;

function dispatchFault(unit: string, person: string | undefined, { actor, town }: Context): Rejection | undefined {
  if (!isDispatcher(actor)) return byMachine(actor) ?? notYou("grid-events.not-your-grid", { rule: "G1" });
  const known = town.gridEvents.units.find(({ id }) => id === unit);
  if (known === undefined) return badInput("grid-events.unknown-unit", { unit }, "/unit");
  if (person === undefined || known.kind === "county" || known.kind === "company") return undefined;
  return knownPerson(person, town) === undefined
    ? badInput("grid-events.unknown-worker", { person }, "/person")
    : undefined;
}

/** G2: sent to a unit and to a named person. The unit's own term runs from here, beside that of the matter. */
export function dispatch(state: GridEvent, { unit, person }: CommandOf<"dispatch">, context: Context): Decided {
  const refused = dispatchFault(unit, person, context) ?? categoryFault(state, state.where.special, context);
  if (refused !== undefined) return refused;
  const term = categoryTerm(state, "unitTerms", context.now, { pauses: state.pauses, context });
  const data = { ...about(state), unit, term, ...answerTo(state, "dispatched", context) };
  return [
    { type: "grid-events.event.dispatched", data, personal: present({ person }) },
    ...leadGiven(state, unit, context),
  ];
}

/** Another unit is to act: the first one is told that it is withdrawn, in the same commit. */
export function redirect(
  state: GridEvent,
  { unit, person, reasons }: CommandOf<"redirect">,
  context: Context,
): Decided {
  const before = assignmentOf(state);
  if (before !== undefined && before.unit === unit && before.person === person)
    return refuse("grid-events.nothing-changed", { unit }, "/unit");
  const sent = dispatch(state, { type: "dispatch", unit, ...present({ person }) }, context);
  if ("rejected" in sent) return sent;
  const data = { ...about(state), unit: before?.unit ?? unit };
  return [{ type: "grid-events.event.unit-withdrawn", data, personal: { reasons } }, ...sent];
}

const unitOf = (state: GridEvent): string => (assignmentOf(state) ?? state.assignments.at(-1))?.unit ?? "";

/** G-7: the wrong unit sends it back promptly, with reasons. */
export function giveBack(state: GridEvent, { reasons }: CommandOf<"return">, context: Context): Decided {
  const refused = notOfTheUnit(state, context);
  if (refused !== undefined) return refused;
  return [
    { type: "grid-events.event.returned", data: { ...about(state), unit: unitOf(state) }, personal: { reasons } },
  ];
}

export function start(state: GridEvent, context: Context): Decided {
  const refused = byMachine(context.actor) ?? notOfTheUnit(state, context);
  return (
    refused ?? [{ type: "grid-events.event.started", data: { ...about(state), unit: unitOf(state) }, personal: {} }]
  );
}

/** G-6: handled, and handed in to be verified, with a picture after or the reason for none. */
export function handIn(state: GridEvent, { outcome, proof }: CommandOf<"hand-in">, context: Context): Decided {
  const refused = byMachine(context.actor) ?? notOfTheUnit(state, context) ?? proofFault(proof);
  if (refused !== undefined) return refused;
  const data = { ...about(state), unit: unitOf(state) };
  return [{ type: "grid-events.event.handed-in", data, personal: { outcome, proof } }];
}

const verifies = (
  state: GridEvent,
  { duty }: CommandOf<"close" | "rework">,
  { actor }: Context,
): Rejection | undefined => byMachine(actor) ?? verifierFault(state, actor) ?? notOnDuty(state, duty, actor);

/** G2: verified by the worker of the grid, never by who handled it, and closed. */
export function close(state: GridEvent, command: CommandOf<"close">, context: Context): Decided {
  const refused = verifies(state, command, context);
  if (refused !== undefined) return refused;
  const { outcome, proof, by } = state.solved ?? { outcome: "", proof: { without: "" }, by: [] };
  const data = {
    ...about(state),
    how: "by-a-unit" as const,
    inTime: isInTime(state, context),
    ...picturesDue({ received: state.received, proof }, context),
    ...answerTo(state, "closed", context),
  };
  return [{ type: "grid-events.event.closed", data, personal: { outcome, proof, by } }];
}

/** G-6: not done: the same unit goes on, and no term starts again. */
export function rework(state: GridEvent, command: CommandOf<"rework">, context: Context): Decided {
  const refused = verifies(state, command, context);
  if (refused !== undefined) return refused;
  const data = { ...about(state), unit: unitOf(state) };
  return [{ type: "grid-events.event.reworked", data, personal: { reasons: command.reasons } }];
}

import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import type { GridEvent } from "./event.ts";
import { levelTerm } from "./levels.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { picturesDue } from "./pictured.ts";
import { badInput, notYou } from "./refusals.ts";
import { about, categoryFault, categoryTerm, proofFault } from "./said.ts";
import { isTermOver } from "./term.ts";
import { answerTo } from "./told.ts";
import { byMachine, isDispatcher, isReporter, notOnDuty } from "./who.ts";

type Decided = Decision<EventEvent>;

const dispatcherOnly = ({ actor }: Context): Rejection | undefined =>
  byMachine(actor) ?? (isDispatcher(actor) ? undefined : notYou("grid-events.not-your-grid", { rule: "G1" }));

/** G2, G-8: accepted by the worker of the grid or the dispatcher. The term runs from here, and never starts again in this round. */
export function accept(state: GridEvent, { duty }: CommandOf<"accept">, context: Context): Decided {
  const refused = byMachine(context.actor) ?? notOnDuty(state, duty, context.actor);
  if (refused !== undefined) return refused;
  const fault = categoryFault(state, state.where.special, context);
  if (fault !== undefined) return fault;
  const term = categoryTerm(state, "terms", state.runsFrom ?? context.now, { pauses: [], context });
  // What went up before it was accepted has its time at that level already.
  const ofLevel =
    state.level === "village" ? present({ levelTerm: levelTerm("village", context.now, [], context) }) : {};
  return [
    {
      type: "grid-events.event.accepted",
      data: { ...about(state), term, ...ofLevel, ...answerTo(state, "accepted", context, term) },
      personal: {},
    },
  ];
}

/** G-6: not accepted, by a person, for a reason that the reporter is told. */
export function reject(state: GridEvent, { ground, reasons }: CommandOf<"reject">, context: Context): Decided {
  const refused = dispatcherOnly(context);
  if (refused !== undefined) return refused;
  const known = context.town.gridEvents.rejectionGrounds.some(({ code }) => code === ground);
  if (!known) return badInput("grid-events.unknown-ground", { ground }, "/ground");
  const data = { ...about(state), ground, ...answerTo(state, "rejected", context) };
  return [{ type: "grid-events.event.rejected", data, personal: { reasons } }];
}

/** The reporter takes his report back before anybody acts on it. */
export function withdraw(state: GridEvent, { receipt }: CommandOf<"withdraw">, { actor }: Context): Decided {
  return isReporter(state, actor, receipt)
    ? [{ type: "grid-events.event.withdrawn", data: about(state), personal: {} }]
    : notYou("grid-events.not-the-reporter", {});
}

/** G2: the worker of the grid solves it himself (自行处置). */
export function handleHere(state: GridEvent, { duty }: CommandOf<"handle-here">, { actor }: Context): Decided {
  const refused = byMachine(actor) ?? notOnDuty(state, duty, actor);
  if (refused !== undefined) return refused;
  return [{ type: "grid-events.event.taken-on", data: about(state), personal: {} }];
}

/** G2: solved in the grid, with a picture after or the reason for none. A sample of these is checked by somebody else. */
export function closeHere(
  state: GridEvent,
  { duty, outcome, proof }: CommandOf<"close-here">,
  context: Context,
): Decided {
  const { actor } = context;
  const refused = byMachine(actor) ?? notOnDuty(state, duty, actor) ?? proofFault(proof);
  if (refused !== undefined) return refused;
  const data = {
    ...about(state),
    how: "in-the-grid" as const,
    inTime: isInTime(state, context),
    ...picturesDue({ received: state.received, proof }, context),
    ...answerTo(state, "closed", context),
  };
  return [{ type: "grid-events.event.closed", data, personal: { outcome, proof, by: [actor.sub] } }];
}

/** Not late on the last instant itself; while the clock stands nothing is late. */
export const isInTime = ({ term }: GridEvent, { now }: Pick<Context, "now">): boolean =>
  term === undefined || !isTermOver(term, now);

/** G-6: too much for the grid: put on file to be dispatched (立案). */
export function file(state: GridEvent, context: Context): Decided {
  const refused = dispatcherOnly(context);
  return refused ?? [{ type: "grid-events.event.filed", data: about(state), personal: {} }];
}

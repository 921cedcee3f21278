import { instantBeside, minutesBetween, minutesLater, todayIn } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { assignmentOf, type EventPause, type GridEvent } from "./event.ts";
import { levelDeadlines, levelsInTime } from "./levels.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { unprovedAt, unprovedInTime } from "./pictured.ts";
import { badInput, refuse } from "./refusals.ts";
import { about } from "./said.ts";
import { drawingAt } from "./sampling.ts";
import { isTermOver, type Term, termFrom } from "./term.ts";
import { byMachine, isDispatcher, notOfTheUnit } from "./who.ts";

type Decided = Decision<EventEvent>;

const running = ({ pauses }: GridEvent): EventPause | undefined => pauses.find(({ to }) => to === undefined);

/** Minutes for which the clock stood for a reason, in this round. */
const stoodFor = ({ pauses }: GridEvent, reason: string): number =>
  pauses
    .filter((one) => one.reason === reason)
    .reduce((sum, { from, to }) => sum + (to === undefined ? 0 : minutesBetween(from, to)), 0);

/** The clock stands, for a reason of the profile's list: all pauses of a round for it are no longer than that reason allows. */
export function pause(state: GridEvent, { reason, reasons }: CommandOf<"pause">, context: Context): Decided {
  const { actor, now, town } = context;
  const refused = byMachine(actor) ?? (isDispatcher(actor) ? undefined : notOfTheUnit(state, context));
  if (refused !== undefined) return refused;
  if (running(state) !== undefined) return refuse("grid-events.pause-runs", {});
  const known = town.gridEvents.pauseReasons.find(({ code }) => code === reason);
  if (known === undefined) return badInput("grid-events.unknown-ground", { ground: reason }, "/reason");
  const left = known.longestHours * 60 - stoodFor(state, reason);
  if (left <= 0) return refuse("grid-events.pause-used-up", { hours: known.longestHours }, "/reason");
  const until = minutesLater(now, left);
  return [{ type: "grid-events.event.paused", data: { ...about(state), reason, until }, personal: { reasons } }];
}

/** The end of the term, and of the unit's, move by the real length of the pause. */
export function resume(state: GridEvent, context: Context): Decided {
  const { actor } = context;
  const refused = isDispatcher(actor) ? undefined : (byMachine(actor) ?? notOfTheUnit(state, context));
  return refused ?? resumed(state, context.now, context);
}

function resumed(state: GridEvent, at: string, context: Context): Decided {
  const current = running(state);
  if (current === undefined || state.term === undefined) return refuse("grid-events.no-pause", {});
  const to = at < current.until ? at : current.until;
  const ended = state.pauses.map((one) => (one.to === undefined ? { ...one, to } : one));
  const unit = assignmentOf(state)?.term;
  return [
    {
      type: "grid-events.event.resumed",
      data: {
        ...about(state),
        term: after(state.term, ended, context),
        ...present({
          unitTerm: unit === undefined ? undefined : after(unit, ended, context),
          levelTerm: state.levelTerm === undefined ? undefined : after(state.levelTerm, ended, context),
        }),
      },
      personal: {},
    },
  ];
}

/**
 * A step with which the cause of a pause is over: the clock runs again from it, so that a matter handed in or closed has the end of its
 * term, and is counted by it.
 */
export const endingPause =
  <C>(step: (state: GridEvent, command: C, context: Context) => Decided) =>
  (state: GridEvent, command: C, context: Context): Decided => {
    const ended = running(state) === undefined ? [] : resumed(state, context.now, context);
    if ("rejected" in ended) return step(state, command, context);
    const [again] = ended;
    const term = again?.type === "grid-events.event.resumed" ? again.data.term : state.term;
    const taken = step({ ...state, ...present({ term }) }, command, context);
    return "rejected" in taken ? taken : [...ended, ...taken];
  };

/** A term with the pauses that fell into it. */
export function after(term: Term, pauses: readonly EventPause[], context: Context): Term {
  const within = pauses.filter(({ to }) => to === undefined || to > term.start);
  const clipped = within.map(({ from, to }) => ({ from: from > term.start ? from : term.start, ...present({ to }) }));
  return termFrom(term, term.start, clipped, context);
}

const ended: ReadonlySet<GridEvent["status"]> = new Set(["closed", "rated", "rejected", "withdrawn", "merged"]);

/** What ends a matter, or brings it to its end: in time until its own last day. */
const ending: ReadonlySet<string> = new Set(["close-here", "file", "dispatch", "close", "redirect"]);
/** What a unit does is in time until the last day of the unit's own term. */
const ofTheUnit: ReadonlySet<string> = new Set(["start", "return", "hand-in"]);

/** Until which day a step is in time; undefined: it has no term, or the clock stands. */
export function eventStepUntil(state: GridEvent, verb: string): string | undefined {
  const unit = ofTheUnit.has(verb) ? assignmentOf(state)?.term.due : undefined;
  const due = ending.has(verb) ? state.term?.due : unit;
  return due == null ? undefined : todayIn(due).toString();
}

/** What time alone does next, and when: a pause is over, a term ends soon, a term or that of the unit is over. */
export function nextEventDeadline(state: GridEvent): string | undefined {
  const { status, term, late, warned } = state;
  if (ended.has(status)) return [drawingAt(state), unprovedAt(state)].flatMap((due) => due ?? []).toSorted()[0];
  const current = running(state);
  const ofLevels = levelDeadlines(state);
  if (current !== undefined) return [current.until, ...ofLevels].toSorted()[0];
  if (term === undefined) return ofLevels.toSorted()[0];
  const unit = assignmentOf(state);
  const due = [
    ...ofLevels,
    ...(term.due === null || warned || late ? [] : [minutesLater(term.due, -term.warnBefore)]),
    ...(term.due === null || late ? [] : [instantBeside(term.due)]),
    ...(unit === undefined || unit.late || unit.term.due === null ? [] : [instantBeside(unit.term.due)]),
  ];
  return due.toSorted()[0];
}

/** Each is told once. Time alone decides nothing about a matter. */
export function passTime(state: GridEvent, context: Context): Decided {
  const { now } = context;
  const { term, late, warned, status } = state;
  if (ended.has(status)) return unprovedInTime(state, context);
  const events: EventEvent[] = [...levelsInTime(state, context)];
  const current = running(state);
  if (current !== undefined) return now >= current.until ? resumed(state, current.until, context) : events;
  if (term === undefined) return events;
  const unit = assignmentOf(state);
  if (unit !== undefined && !unit.late && unit.term.due !== null && isTermOver(unit.term, now))
    events.push({
      type: "grid-events.event.unit-overdue",
      data: { ...about(state), unit: unit.unit, due: unit.term.due },
      personal: {},
    });
  if (term.due === null || late) return events;
  if (isTermOver(term, now))
    return [...events, { type: "grid-events.event.overdue", data: { ...about(state), due: term.due }, personal: {} }];
  const soon = now >= minutesLater(term.due, -term.warnBefore);
  return soon && !warned
    ? [...events, { type: "grid-events.event.due-soon", data: { ...about(state), due: term.due }, personal: {} }]
    : events;
}

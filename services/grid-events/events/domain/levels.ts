import { instantBeside, minutesLater } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import type { EventPause, GridEvent } from "./event.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { about } from "./said.ts";
import { isTermOver, type Term, termFrom } from "./term.ts";
import { byMachine, isDispatcher, notOnDuty } from "./who.ts";

type Decided = Decision<EventEvent>;

/** G6: I is the gravest. */
export const severities = ["I", "II", "III"] as const;
export type Severity = (typeof severities)[number];
/** G10: small matters stay in the village, big ones in the town. */
export const levels = ["village", "town", "county"] as const;
export type Level = (typeof levels)[number];

/** A unit that was called to the place (吹哨报到), by when it has to come, and whether it came. */
export interface Called {
  readonly unit: string;
  readonly at: string;
  readonly arriveBy: string;
  readonly came?: string;
  /** That it had not come in time was told. */
  readonly late: boolean;
}

type Judged = Pick<GridEvent, "category" | "urgency" | "joined">;
type SeverityRule = GridEventRules["levels"]["severity"][number];

/** The rule that says how grave a matter is: the first that fits; undefined: none does. */
export const severityRuleOf = (
  { category, urgency, joined }: Judged,
  { severity }: Pick<GridEventRules["levels"], "severity">,
): SeverityRule | undefined =>
  severity.find(
    ({ categories, urgencies, joined: people }) =>
      categories?.includes(category) !== false &&
      urgencies?.includes(urgency) !== false &&
      (people === undefined || joined >= people),
  );

const severityOf = (judged: Judged, { gridEvents }: Context["town"]): Severity =>
  severityRuleOf(judged, gridEvents.levels)?.severity ?? "III";

const higher = (one: Level, other: Level): Level => (levels.indexOf(one) >= levels.indexOf(other) ? one : other);
const next: Readonly<Record<Level, Level | undefined>> = { village: "town", town: "county", county: undefined };

/** G10 (D): how long a matter may stay at a level. The county is the last one. */
export function levelTerm(
  level: Level,
  start: string,
  pauses: readonly EventPause[],
  context: Context,
): Term | undefined {
  const spec = level === "county" ? undefined : context.town.gridEvents.levels.ladder[level];
  if (spec === undefined) return undefined;
  const since = pauses.filter(({ to }) => to === undefined || to > start);
  const counted = since.map(({ from, to }) => ({ from: from > start ? from : start, ...present({ to }) }));
  return termFrom({ ...spec, rule: `level:${level}`, warnBefore: 0 }, start, counted, context);
}

/** G6, G13: the units that a severity calls at once, by when they have to come. */
function calledBy(state: Pick<GridEvent, "called">, units: readonly string[], severity: Severity, context: Context) {
  const { minutes } = context.town.gridEvents.levels.whistle[severity];
  const arriveBy = minutesLater(context.now, minutes);
  const waiting = new Set(state.called.filter(({ came }) => came === undefined).map(({ unit }) => unit));
  return units.filter((unit) => !waiting.has(unit)).map((unit) => ({ unit, arriveBy }));
}

/**
 * G6, G10: how grave a matter is follows from its category, its urgency and how many report it. A big one goes up at once, and calls
 * who must come. It never goes down by itself.
 */
export function risen(
  state: Pick<GridEvent, "number" | "where" | "severity" | "level" | "called" | "pauses"> & Judged,
  context: Context,
): readonly EventEvent[] {
  const severity = severityOf(state, context.town);
  if (severities.indexOf(severity) >= severities.indexOf(state.severity)) return [];
  const level = higher(state.level, context.town.gridEvents.levels.starts[severity]);
  const term = level === state.level ? undefined : levelTerm(level, context.now, state.pauses, context);
  const units = calledBy(state, context.town.gridEvents.levels.whistle[severity].units, severity, context);
  const said = { ...about(state), severity, level };
  return [
    { type: "grid-events.event.escalated", data: { ...said, because: "severity", ...present({ term }) }, personal: {} },
    ...(units.length === 0
      ? []
      : [{ type: "grid-events.event.called" as const, data: { ...about(state), units }, personal: {} }]),
  ];
}

/** G10: its time at a level is over: it goes up by itself. Of units that were called and did not come, each is told once. */
export function levelsInTime(state: GridEvent, context: Context): readonly EventEvent[] {
  const { now } = context;
  const events: EventEvent[] = [];
  const missing = state.called.filter(({ arriveBy, came, late }) => came === undefined && !late && now > arriveBy);
  for (const { unit, arriveBy } of missing)
    events.push({ type: "grid-events.event.not-come", data: { ...about(state), unit, arriveBy }, personal: {} });
  const level = next[state.level];
  if (level === undefined || state.levelTerm === undefined || !isTermOver(state.levelTerm, now)) return events;
  const term = levelTerm(level, now, state.pauses, context);
  const data = { ...about(state), severity: state.severity, level, because: "time" as const, ...present({ term }) };
  return [...events, { type: "grid-events.event.escalated", data, personal: {} }];
}

/** When a level or a call is over next; instants. */
export const levelDeadlines = ({ levelTerm: term, level, called }: GridEvent): readonly string[] => [
  ...(level === "county" || term === undefined || term.due === null ? [] : [instantBeside(term.due)]),
  ...called.flatMap(({ arriveBy, came, late }) => (came === undefined && !late ? [instantBeside(arriveBy)] : [])),
];

/** G10: a person sends it up, with reasons. Nobody sends it down. */
export function escalate(state: GridEvent, { to, duty, reasons }: CommandOf<"escalate">, context: Context): Decided {
  const refused = byMachine(context.actor) ?? notOnDuty(state, duty, context.actor);
  if (refused !== undefined) return refused;
  if (levels.indexOf(to) <= levels.indexOf(state.level))
    return refuse("grid-events.level-no-higher", { level: state.level, rule: "G10" }, "/to");
  const term = levelTerm(to, context.now, state.pauses, context);
  const data = {
    ...about(state),
    severity: state.severity,
    level: to,
    because: "person" as const,
    ...present({ term }),
  };
  return [{ type: "grid-events.event.escalated", data, personal: { reasons } }];
}

/** G13 吹哨: the worker of the grid or the dispatcher calls units to the place. The profile says how soon they have to come. */
export function call(state: GridEvent, { units, duty, reasons }: CommandOf<"call">, context: Context): Decided {
  const refused = byMachine(context.actor) ?? notOnDuty(state, duty, context.actor);
  if (refused !== undefined) return refused;
  const known = new Set(context.town.gridEvents.units.map(({ id }) => id));
  const unknown = units.find((unit) => !known.has(unit));
  if (unknown !== undefined) return badInput("grid-events.unknown-unit", { unit: unknown }, "/units");
  const calls = calledBy(state, [...new Set(units)], state.severity, context);
  if (calls.length === 0) return refuse("grid-events.nothing-changed", {}, "/units");
  return [{ type: "grid-events.event.called", data: { ...about(state), units: calls }, personal: { reasons } }];
}

/** G13 报到: somebody of the unit says that he is there; the dispatcher says it for a unit that has no login here. */
export function arrive(state: GridEvent, { unit }: CommandOf<"arrive">, { actor, now, town }: Context): Decided {
  const refused = byMachine(actor);
  if (refused !== undefined) return refused;
  const known = town.gridEvents.units.find(({ id }) => id === unit);
  const outside = known?.kind === "county" || known?.kind === "company";
  if (actor.office !== unit && !(outside && isDispatcher(actor)))
    return notYou("grid-events.not-the-unit", { rule: "G13" });
  const waiting = state.called.find((one) => one.unit === unit && one.came === undefined);
  if (waiting === undefined) return refuse("grid-events.not-called", { unit, rule: "G13" }, "/unit");
  return [
    { type: "grid-events.event.came", data: { ...about(state), unit, inTime: now <= waiting.arriveBy }, personal: {} },
  ];
}

import { endOfDay } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { maskedText } from "../../../../../shared/identity-codes/index.ts";
import { unknownPeople } from "../../../../../shared/people/index.ts";
import { plannedDayFault } from "../../../common/domain/planned.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import { byMachine } from "../who.ts";
import type { CheckCommandOf, CheckEvent, EnvironmentCheck, Responsible } from "./words.ts";

type Decided = Decision<CheckEvent>;
const on = ({ today }: Context): string => today.toString();

/** G11: an inspection that nobody is told of. People of the house look at a site of a village on a day. */
export function plan({ on: day, village, site, inspectors, place }: CheckCommandOf<"plan">, context: Context): Decided {
  const fault = plannedDayFault(day, context, "/on");
  if (fault !== undefined) return fault;
  if (!context.town.villages.some(({ code }) => code === village))
    return badInput("grid-events.unknown-village", { village }, "/village");
  const [unknown] = unknownPeople(inspectors, context.town);
  if (unknown !== undefined) return badInput("grid-events.unknown-worker", { person: unknown }, "/inspectors");
  return [
    {
      type: "grid-events.environment-check.scheduled",
      data: { on: day, village },
      personal: { site, inspectors: [...new Set(inspectors)], ...present({ place }) },
    },
  ];
}

const inspectorFault = ({ inspectors }: EnvironmentCheck, { actor }: Context): Rejection | undefined =>
  inspectors.includes(actor.sub) ? undefined : notYou("grid-events.not-an-inspector", { rule: "G11" });

/** G11: looked at on its day, by one who was named. A problem has pictures before, and somebody who is to put it right in time. */
export function visit(state: EnvironmentCheck, command: CheckCommandOf<"visit">, context: Context): Decided {
  const { problems, text, before, responsible } = command;
  const fault = inspectorFault(state, context);
  if (fault !== undefined) return fault;
  if (on(context) !== state.on) return notNow("grid-events.not-that-day", { on: state.on });
  const { problems: known, warningDays } = context.town.gridEvents.environment;
  const unknown = problems.find((code) => !known.some((one) => one.code === code));
  if (unknown !== undefined) return badInput("grid-events.unknown-problem", { problem: unknown }, "/problems");
  const found = { text, before: [...new Set(before)] };
  if (problems.length === 0)
    return [{ type: "grid-events.environment-check.found-clean", data: { on: on(context) }, personal: found }];
  if (before.length === 0) return badInput("grid-events.before-missing", { rule: "G11" }, "/before");
  if (responsible === undefined) return badInput("grid-events.responsible-missing", { rule: "G11" }, "/responsible");
  const until = context.today.add({ days: warningDays }).toString();
  return [
    {
      type: "grid-events.environment-check.warned",
      data: { on: on(context), problems: [...new Set(problems)], until },
      personal: { ...found, responsible },
    },
  ];
}

/** G11: put right, with pictures after. The last day of the warning is in time. */
export function fix(state: EnvironmentCheck, { text, after }: CheckCommandOf<"fix">, context: Context): Decided {
  if (after.length === 0) return badInput("grid-events.after-missing", { rule: "G11" }, "/after");
  const inTime = state.warnedUntil !== undefined && on(context) <= state.warnedUntil;
  const data = { on: on(context), inTime };
  return [{ type: "grid-events.environment-check.fixed", data, personal: { text, after: [...new Set(after)] } }];
}

/** An inspector looks again, never the one who reported it as put right. */
export function check(
  state: EnvironmentCheck,
  { putRight, notes }: CheckCommandOf<"check">,
  context: Context,
): Decided {
  const fault = inspectorFault(state, context);
  if (fault !== undefined) return fault;
  if (state.answer?.by === context.actor.sub) return notYou("grid-events.who-reported-checks-not", { rule: "G11" });
  const type = putRight ? "grid-events.environment-check.put-right" : "grid-events.environment-check.not-put-right";
  return [{ type, data: { on: on(context) }, personal: { notes } }];
}

/** A sole trader's credit code begins with 92, and his name is often that of a person. */
const isPerson = ({ kind, idNumber }: Responsible): boolean =>
  kind === "person" || (kind === "organisation" && idNumber?.startsWith("92") !== false);

/**
 * G11, P-6: onto the exposure list, once the warning is over and nothing was put right. A leader decides it, for a village or a body:
 * never for a person, nor for a sole trader, nor for a body without a credit code. Numbers of persons are hidden.
 */
export function expose(state: EnvironmentCheck, command: CheckCommandOf<"expose">, context: Context): Decided {
  const refused = byMachine(context.actor);
  if (refused !== undefined) return refused;
  const { found, responsible, warnedUntil = "9999-12-31", village } = state;
  if (on(context) <= warnedUntil) return notNow("grid-events.warning-runs", { until: warnedUntil, rule: "G11" });
  if (found === undefined || responsible === undefined || isPerson(responsible))
    return refuse("grid-events.person-never-exposed", { rule: "P-6" });
  const unknown = command.pictures.find((one) => !found.before.includes(one));
  if (unknown !== undefined) return badInput("grid-events.before-missing", { rule: "G11" }, "/pictures");
  const text = maskedText(command.text ?? found.text);
  return [
    {
      type: "grid-events.environment-check.exposed",
      data: { on: on(context), village, problems: found.problems },
      personal: { text, pictures: [...new Set(command.pictures)] },
    },
  ];
}

/** Before anybody was there. */
export const callOff = (
  _state: EnvironmentCheck,
  { reasons }: CheckCommandOf<"call-off">,
  context: Context,
): Decided => [{ type: "grid-events.environment-check.called-off", data: { on: on(context) }, personal: { reasons } }];

export const nextCheckDeadline = ({ status, warnedUntil, overdue }: EnvironmentCheck): string | undefined =>
  status === "warned" && warnedUntil !== undefined && !overdue ? endOfDay(warnedUntil) : undefined;

/** What is not put right in time is told once. */
export function passTime({ warnedUntil, village, overdue, status }: EnvironmentCheck, context: Context): Decided {
  if (status !== "warned" || overdue || warnedUntil === undefined || on(context) <= warnedUntil) return [];
  const data = { due: warnedUntil, village };
  return [{ type: "grid-events.environment-check.overdue", data, personal: {} }];
}

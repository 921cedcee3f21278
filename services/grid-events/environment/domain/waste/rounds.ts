import { endOfDay, instantAt, instantBeside } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../../shared/decider/index.ts";
import { plannedDayFault } from "../../../common/domain/planned.ts";
import { badInput, notNow, notYou } from "../refusals.ts";
import {
  type StageDone,
  type WasteCommandOf,
  type WasteEvent,
  type WasteMonth,
  type WastePlan,
  type WasteStage,
  wasteStages,
} from "./words.ts";

type Decided = Decision<WasteEvent>;
const on = ({ today }: Context): string => today.toString();
const latestOf = ({ town }: Context): WastePlan["latest"] => town.gridEvents.environment.waste.latest;

/** G12: the rounds of a village begin on a day, today at the earliest, and again after they were stopped. */
export function beginRounds(
  { village, from }: WasteCommandOf<"begin">,
  context: Context,
  before?: Pick<WastePlan, "on">,
): Decided {
  // What a day already told is not begun again.
  if (before !== undefined && from <= before.on) return notNow("grid-events.waste-runs", { on: before.on });
  const fault = plannedDayFault(from, context, "/from");
  if (fault !== undefined) return fault;
  if (!context.town.villages.some(({ code }) => code === village))
    return badInput("grid-events.unknown-village", { village }, "/village");
  return [{ type: "grid-events.waste-plan.started", data: { village, on: from, latest: latestOf(context) } }];
}

const stageOf = ({ stages }: Pick<WastePlan, "stages">, stage: WasteStage): StageDone | undefined =>
  stages.find((one) => one.stage === stage);
const endOf = ({ on: day, latest }: Pick<WastePlan, "on" | "latest">, stage: WasteStage): string =>
  instantAt(day, latest[stage]);

/** Waste is carried to the town and to the county by the town; in the village the worker of one of its grids says so. */
const ofTheTown: ReadonlySet<WasteStage> = new Set(["town", "county"]);
const oversees = ({ roles }: Context["actor"]): boolean =>
  roles.some((role) => role === "dispatcher" || role === "leader");

/** The load of a day: it is one load at every stage, so the last stage that weighed it says what it weighs. */
export const loadOf = (stages: readonly StageDone[]): number =>
  wasteStages.reduce((load, stage) => stageOf({ stages }, stage)?.kilograms ?? load, 0);

/** G12: a stage of today is done, in order. On its last minute it is in time; one that was missed is made up, and stays late. */
export function record(
  state: WastePlan,
  { stage, kilograms, isHisVillage }: WasteCommandOf<"record">,
  context: Context,
): Decided {
  const { actor, now } = context;
  if (ofTheTown.has(stage) && !oversees(actor)) return notYou("grid-events.stage-not-yours", { stage, rule: "G12" });
  if (!isHisVillage && !oversees(actor))
    return notYou("grid-events.village-not-yours", { village: state.village, rule: "G12" });
  if (on(context) !== state.on) return notNow("grid-events.not-that-day", { on: state.on });
  if (stageOf(state, stage)?.at !== undefined) return notNow("grid-events.stage-done", { stage });
  const before = wasteStages[wasteStages.indexOf(stage) - 1];
  if (before !== undefined && stageOf(state, before) === undefined)
    return notNow("grid-events.stage-before", { stage: before, rule: "G12" });
  const late = now > endOf(state, stage) || stageOf(state, stage) !== undefined;
  const data = { village: state.village, on: state.on, stage, late, ...present({ kilograms }) };
  return [{ type: "grid-events.waste-plan.recorded", data }];
}

export const stop = (_state: WastePlan, _command: WasteCommandOf<"stop">, context: Context): Decided => [
  { type: "grid-events.waste-plan.stopped", data: { on: on(context) } },
];

/** The first stage of which nothing is known. */
const nextStage = (state: WastePlan): WasteStage | undefined =>
  wasteStages.find((stage) => stageOf(state, stage) === undefined);

export function nextWasteDeadline(state: WastePlan): string | undefined {
  if (state.status !== "running") return undefined;
  const stage = nextStage(state);
  return stage === undefined ? endOfDay(state.on) : instantBeside(endOf(state, stage));
}

/** G12: a stage whose time is over is told as missed, once. When the day is over the next one begins, by the profile as it is then. */
export function passTime(state: WastePlan, context: Context): Decided {
  const stage = nextStage(state);
  if (stage !== undefined)
    return context.now > endOf(state, stage)
      ? [{ type: "grid-events.waste-plan.missed", data: { village: state.village, on: state.on, stage } }]
      : [];
  if (context.now < endOfDay(state.on)) return [];
  // A day on which nobody could look is no missed round.
  return [{ type: "grid-events.waste-plan.day-begun", data: { on: on(context), latest: latestOf(context) } }];
}

const kept = 13;
/** The months with one change to that of a day. */
export function changedMonth(
  months: readonly WasteMonth[],
  day: string,
  change: (month: WasteMonth) => WasteMonth,
): readonly WasteMonth[] {
  const month = day.slice(0, 7);
  const before = months.find((one) => one.month === month) ?? { month, due: 0, inTime: 0, late: 0, kilograms: 0 };
  return [...months.filter((one) => one.month !== month), change(before)]
    .toSorted((one, other) => (one.month < other.month ? -1 : 1))
    .slice(-kept);
}

/** The score of a village in a month: stages in time of those that were due, in per cent; null: none was due. */
export const scoreOf = ({ due, inTime }: Pick<WasteMonth, "due" | "inTime">): number | null =>
  due === 0 ? null : Math.floor((inTime * 20_000 + due) / (2 * due)) / 100;

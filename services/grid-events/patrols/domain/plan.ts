import { Temporal } from "temporal-polyfill";
import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import { plannedDayFault } from "../../common/domain/planned.ts";
import { badInput, notYou, type PatrolsRefusal } from "./refusals.ts";

/** Which grids are gone through on which days (G3). It names no worker: the post of a grid says who is there. */
export interface PatrolPlan {
  readonly status: "running" | "stopped";
  readonly title: string;
  readonly grids: readonly string[];
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly until?: string;
  /** G-13: safety or an emergency, by the profile's code. */
  readonly emergency?: string;
}
type Said = Omit<PatrolPlan, "status">;
export type PatrolPlanCommand =
  | ({ readonly type: "plan" /** Grids of the map of its first day. */; readonly known: readonly string[] } & Said)
  | { readonly type: "end" };

type Of<T extends string, D extends object> = {
  readonly type: `grid-events.patrol-plan.${T}`;
  readonly data: D;
};
export type PatrolPlanEvent = Of<"made", Said> | Of<"ended", { readonly on: string }>;

export const patrolPlanMoves = {
  running: { end: "stopped" },
  stopped: {},
} as const satisfies MovesOf<PatrolPlan, PatrolPlanCommand>;

interface PatrolPlanWords {
  readonly state: PatrolPlan;
  readonly command: PatrolPlanCommand;
  readonly event: PatrolPlanEvent;
  readonly moves: typeof patrolPlanMoves;
  readonly begins: "plan";
  readonly begun: "grid-events.patrol-plan.made";
  readonly refusal: PatrolsRefusal;
}

const arranges = ({ actor }: Context) =>
  actor.roles.includes("dispatcher") || actor.roles.includes("leader")
    ? undefined
    : notYou("grid-events.patrol-not-yours", { rule: "G3" });

/** A plan of patrols (G3). */
export const patrolPlan = deciderOf<PatrolPlanWords>({
  aggregate: "patrol-plan",
  shape: 1,
  moves: patrolPlanMoves,
  impossible: "grid-events.patrol-not-in-this-state",
  begin: { plan },
  steps: {
    end: (_state, _command, context) =>
      arranges(context) ?? [{ type: "grid-events.patrol-plan.ended", data: { on: context.today.toString() } }],
  },
  begun: { "grid-events.patrol-plan.made": ({ data }) => ({ status: "running", ...data }) },
  effects: {
    "grid-events.patrol-plan.ended": (state, { data: { on } }) => ({
      ...state,
      ...{ status: "stopped", until: state.until !== undefined && state.until < on ? state.until : on },
    }),
  },
  listed: ({ from }, id) => ({ byStatus: { partition: everyPlan, sort: `${from}#${id}` } }),
});

/** Where all plans stand. */
export const everyPlan = "patrol-plan";

function plan(
  { type: _type, known, ...said }: OfType<PatrolPlanCommand, "plan">,
  context: Context,
): Decision<PatrolPlanEvent> {
  const refused = arranges(context);
  if (refused !== undefined) return refused;
  const { town } = context;
  const fault = plannedDayFault(said.from, context, "/from");
  if (fault !== undefined) return fault;
  if (said.until !== undefined && said.until < said.from)
    return badInput("grid-events.period-inverted", { from: said.from, until: said.until }, "/until");
  const unknown = said.grids.find((one) => !known.includes(one));
  if (unknown !== undefined) return badInput("grid-events.patrol-grid-unknown", { grid: unknown }, "/grids");
  const { emergency } = said;
  if (emergency !== undefined && !town.gridEvents.patrols.emergencies.some(({ code }) => code === emergency))
    return badInput("grid-events.patrol-emergency-unknown", { emergency }, "/emergency");
  const grids = [...new Set(said.grids)].toSorted();
  return [
    {
      type: "grid-events.patrol-plan.made",
      data: { ...said, grids, weekdays: [...new Set(said.weekdays)].toSorted() },
    },
  ];
}

/** Whether a plan has its grids gone through on a day. */
export const isPlannedOn = ({ from, until, weekdays }: PatrolPlan, day: string): boolean =>
  from <= day && (until === undefined || day <= until) && weekdays.includes(Temporal.PlainDate.from(day).dayOfWeek);

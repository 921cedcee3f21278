import { type Context, type Decision, deciderOf, type Rejection } from "../../../../../shared/decider/index.ts";
import type { Roster } from "../../../team/domain/roster/roster.ts";
import { badInput, type CooperationRefusal, refuse } from "../refusals.ts";
import { headDecides, officeOnly } from "../who.ts";

export const patrolStatuses = ["planned", "agreed", "done", "called-off"] as const;

/** A patrol of a squad together with the police station, on a shift of the squad's own roster (E7). */
export interface JointPatrol {
  readonly status: (typeof patrolStatuses)[number];
  readonly roster: string;
  readonly squad: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly route: string;
  /** Logins of the shift. */
  readonly people: readonly string[];
  /** How many the police station sends; who they are stays with it. */
  readonly police?: number;
  readonly findings?: number;
}

export type PatrolCommand =
  | {
      readonly type: "plan";
      readonly roster: string;
      /** Undefined: no such thing. */
      readonly of: Roster | undefined;
      readonly on: string;
      readonly from: string;
      readonly route: string;
    }
  | { readonly type: "note-agreement"; readonly police: number; readonly document: string }
  | { readonly type: "record"; readonly findings: number; readonly record: string }
  | { readonly type: "call-off"; readonly reasons: string };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.joint-patrol.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type PatrolEvent =
  | Of<
      "planned",
      Pick<JointPatrol, "roster" | "squad" | "on" | "from" | "to">,
      { readonly route: string; readonly handlers: readonly string[] }
    >
  | Of<"agreed", { readonly on: string; readonly police: number }, { readonly document: string }>
  | Of<"done", { readonly on: string; readonly findings: number }, { readonly record: string }>
  | Of<"called-off", { readonly on: string }, { readonly reasons: string }>;

export const patrolMoves = {
  planned: { "note-agreement": "agreed", "call-off": "called-off" },
  agreed: { record: "done", "call-off": "called-off" },
  done: {},
  "called-off": {},
} as const;

const article = { article: "行政处罚法26", rule: "CF-26" };

/** E7: only a patrol that stands on a published roster is shared with the police: its people are certified there. */
function plan(
  { roster, of, on, from, route }: PatrolCommand & { readonly type: "plan" },
  context: Context,
): Decision<PatrolEvent> {
  const refused = officeOnly(context);
  if (refused !== undefined) return refused;
  const shift = of?.status === "in-use" ? of.shifts.find((one) => one.on === on && one.from === from) : undefined;
  if (of === undefined || shift?.kind !== "patrol")
    return badInput("enforcement.patrol-not-on-the-roster", { on, from }, "/roster");
  if (on < context.today.toString()) return badInput("enforcement.cooperation-day", { after: on, ...article }, "/on");
  return [
    {
      type: "enforcement.joint-patrol.planned",
      data: { roster, squad: of.squad, on, from, to: shift.to },
      personal: { route, handlers: shift.people },
    },
  ];
}

/** It is recorded by somebody who was on it, on its day or later. */
function recordFault({ people, on }: JointPatrol, context: Context): Rejection | undefined {
  const { actor, today } = context;
  if (today.toString() < on) return refuse("enforcement.cooperation-day", { after: on, ...article });
  return people.includes(actor.sub) ? undefined : headDecides(context);
}

export const jointPatrol = deciderOf<{
  readonly state: JointPatrol;
  readonly command: PatrolCommand;
  readonly event: PatrolEvent;
  readonly moves: typeof patrolMoves;
  readonly begins: "plan";
  readonly begun: "enforcement.joint-patrol.planned";
  readonly refusal: CooperationRefusal;
}>({
  aggregate: "joint-patrol",
  shape: 1,
  ended: ({ status }) => status === "done" || status === "called-off",
  moves: patrolMoves,
  impossible: "enforcement.patrol-not-in-this-state",
  begin: { plan },
  steps: {
    "note-agreement": (_state, { police, document }, context) =>
      officeOnly(context) ?? [
        {
          type: "enforcement.joint-patrol.agreed",
          data: { on: context.today.toString(), police },
          personal: { document },
        },
      ],
    record: (state, { findings, record }, context) =>
      recordFault(state, context) ?? [
        {
          type: "enforcement.joint-patrol.done",
          data: { on: context.today.toString(), findings },
          personal: { record },
        },
      ],
    "call-off": (_state, { reasons }, context) =>
      officeOnly(context) ?? [
        { type: "enforcement.joint-patrol.called-off", data: { on: context.today.toString() }, personal: { reasons } },
      ],
  },
  begun: {
    "enforcement.joint-patrol.planned": ({ data, personal: { route, handlers } }) => ({
      ...{ status: "planned", ...data, route, people: handlers },
    }),
  },
  effects: {
    "enforcement.joint-patrol.agreed": (state, { data: { police } }) => ({ ...state, status: "agreed", police }),
    "enforcement.joint-patrol.done": (state, { data: { findings } }) => ({ ...state, status: "done", findings }),
    "enforcement.joint-patrol.called-off": (state) => ({ ...state, status: "called-off" }),
  },
  listed: ({ status, on }, id) => ({ byStatus: { partition: `joint-patrol:${status}`, sort: `${on}#${id}` } }),
});

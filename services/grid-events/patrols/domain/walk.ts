import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../shared/decider/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import { nothingChosen, type PatrolChoice } from "./choice.ts";
import type { PatrolPlan } from "./plan.ts";
import { badInput, notNow, type PatrolsRefusal } from "./refusals.ts";

/** Where a worker was, as he wrote it down of his own will. It counts nowhere. */
export interface PatrolWalk {
  readonly on: string;
  readonly at: string;
  /** His login. */
  readonly owner: string;
  readonly places: readonly Place[];
  readonly track: readonly Place[];
  readonly note?: string;
  /** The plan, and the emergency that it is for. */
  readonly plan?: string;
  readonly emergency?: string;
}
export type PatrolWalkCommand = {
  readonly type: "record";
  readonly places: readonly Place[];
  readonly track: readonly Place[];
  readonly note?: string;
  readonly plan?: string;
  readonly planned: PatrolPlan | undefined;
  readonly choice: PatrolChoice | undefined;
};
export type PatrolWalkEvent = {
  readonly type: "grid-events.patrol-walk.recorded";
  readonly data: Pick<PatrolWalk, "on" | "plan" | "emergency">;
  readonly personal: Pick<PatrolWalk, "owner" | "note"> & Partial<Pick<PatrolWalk, "places" | "track">>;
};

interface PatrolWalkWords {
  readonly state: PatrolWalk;
  readonly command: PatrolWalkCommand;
  readonly event: PatrolWalkEvent;
  readonly moves: Record<never, never>;
  readonly begins: "record";
  readonly begun: "grid-events.patrol-walk.recorded";
  readonly refusal: PatrolsRefusal;
}

/** G-13: how a check-in or a track stands for a plan: asked for in an emergency of the profile, else voluntary, or not offered. */
export function walkRule(
  what: "checkIns" | "tracks",
  emergency: string | undefined,
  { gridEvents }: Context["town"],
): "required" | "voluntary" | "off" {
  const rule = gridEvents.patrols[what];
  if (rule.required && emergency !== undefined && rule.for.includes(emergency)) return "required";
  return rule.offered ? "voluntary" : "off";
}

/** What a worker wrote down of his walk (G3, G-13). Only its writer reads it; in an emergency the dispatcher too. */
export const patrolWalk = deciderOf<PatrolWalkWords>({
  aggregate: "patrol-walk",
  shape: 1,
  ended: () => true,
  retainedAs: "track",
  erasedTo: { places: undefined, track: undefined },
  unnamed: ["grid-events.patrol-walk.recorded"],
  begin: { record },
  begun: {
    "grid-events.patrol-walk.recorded": ({ data, personal, time }) => ({
      ...{ places: [], track: [], ...data, ...personal, at: time },
    }),
  },
  effects: {},
  listed: ({ owner, at, emergency }, id) => ({
    byOwner: { partition: walksOf(owner), sort: `${at}#${id}` },
    ...(emergency === undefined ? {} : { byStatus: { partition: walksIn(emergency), sort: `${at}#${id}` } }),
  }),
});

export const walksOf = (owner: string): string => `patrol-walk:${owner}`;
export const walksIn = (emergency: string): string => `patrol-walk:emergency:${emergency}`;

function record(command: OfType<PatrolWalkCommand, "record">, context: Context): Decision<PatrolWalkEvent> {
  const { places, track, note, plan, planned, choice = nothingChosen } = command;
  const { actor, today, town } = context;
  const emergency = planned?.status === "running" ? planned.emergency : undefined;
  for (const [what, given] of [
    ["checkIns", places],
    ["tracks", track],
  ] as const) {
    const rule = given.length === 0 ? "required" : walkRule(what, emergency, town);
    if (rule === "off") return notNow("grid-events.walk-not-offered", { rule: "G-13" });
    if (rule === "voluntary" && !choice[what]) return notNow("grid-events.walk-not-chosen", { rule: "G-13" });
  }
  if (places.length + track.length === 0) return badInput("grid-events.walk-empty", {}, "/places");
  const most = town.gridEvents.patrols.trackPoints;
  if (track.length > most) return badInput("grid-events.walk-too-long", { most }, "/track");
  return [
    {
      type: "grid-events.patrol-walk.recorded",
      data: { on: today.toString(), ...present({ plan: planned === undefined ? undefined : plan, emergency }) },
      personal: { owner: actor.sub, places, track, ...present({ note }) },
    },
  ];
}

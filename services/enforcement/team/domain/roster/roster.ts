import type { OfficerCopy } from "../../../common/domain/known-power.ts";
import type { Squad } from "../squad/squad.ts";

export const shiftKinds = ["duty", "patrol"] as const;

/** A shift of a squad: a day, from when to when (to an earlier time: into the next day), and who is on it. */
export interface Shift {
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly kind: (typeof shiftKinds)[number];
  readonly people: readonly string[];
}

interface AnyRoster {
  readonly squad: string;
  readonly month: string;
  readonly shifts: readonly Shift[];
}
export interface PlannedRoster extends AnyRoster {
  readonly status: "drafted";
}
export interface PublishedRoster extends AnyRoster {
  readonly status: "in-use";
  readonly publishedOn: string;
}
export interface WithdrawnRoster extends AnyRoster {
  readonly status: "called-back";
  readonly reasons: string;
}
/** Who of a squad is on duty in a month (E1). One roster for one squad and month, so nobody stands in two of them. */
export type Roster = PlannedRoster | PublishedRoster | WithdrawnRoster;

/** What is known when shifts are arranged. */
export interface ShiftsKnown {
  readonly of: Squad | undefined;
  readonly officers: readonly OfficerCopy[];
  /** The squad's rosters of the month before and after: a night shift may run into another month. */
  readonly neighbours?: readonly Roster[];
}

export interface PlanRoster extends ShiftsKnown {
  readonly type: "plan";
  readonly squad: string;
  readonly month: string;
  readonly shifts: readonly Shift[];
}
export type RosterCommand =
  | PlanRoster
  | ({ readonly type: "change"; readonly shifts: readonly Shift[] } & ShiftsKnown)
  | ({ readonly type: "publish" } & ShiftsKnown)
  | ({ readonly type: "withdraw"; readonly reasons: string } & Pick<ShiftsKnown, "of">);

export type RosterEvent =
  | { readonly type: "enforcement.roster.planned"; readonly data: AnyRoster & { readonly on: string } }
  | {
      readonly type: "enforcement.roster.changed";
      readonly data: { readonly shifts: readonly Shift[]; readonly on: string };
    }
  | { readonly type: "enforcement.roster.published"; readonly data: { readonly on: string } }
  | { readonly type: "enforcement.roster.withdrawn"; readonly data: { readonly on: string; readonly reasons: string } };

/** States of a roster and what moves them. */
export const rosterMoves = {
  drafted: { change: "drafted", publish: "in-use", withdraw: "called-back" },
  "in-use": { change: "in-use", withdraw: "called-back" },
  "called-back": {},
} as const;

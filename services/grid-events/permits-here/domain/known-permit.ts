import { type DomainEvent, deciderOf, present } from "../../../../shared/decider/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import { cellKeyOf } from "../../grids/domain/around.ts";

/** What the permits service has told of a permit. `granted`: decided, and the paper is not handed over yet. */
export const permitStandings = ["granted", "valid", "suspended", "ended"] as const;
export type PermitStanding = (typeof permitStandings)[number];

/** A permit to use a public place, as its events tell it: never its holder. */
export interface KnownPermit {
  readonly item: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly standing: PermitStanding;
  readonly number: string;
  readonly place?: Place;
  readonly validUntil?: string;
}
type Noted = Partial<KnownPermit>;
export interface NotePermit {
  readonly type: "note";
  readonly noted: Noted;
}
type PermitNoted = DomainEvent & {
  readonly type: "grid-events.known-permit.noted";
  readonly data: { readonly noted: Noted };
};

interface KnownPermitWords {
  readonly state: KnownPermit;
  readonly command: NotePermit;
  readonly event: PermitNoted;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

const rank: Readonly<Record<PermitStanding, number>> = { granted: 0, valid: 1, suspended: 1, ended: 2 };

/** A late word of the decision does not undo that the paper was handed over; what has ended stays ended. */
function after(state: KnownPermit, { standing, ...noted }: Noted): KnownPermit {
  const next = standing !== undefined && rank[standing] >= rank[state.standing] ? { standing } : {};
  return { ...state, ...present(noted), ...next };
}

const empty: KnownPermit = { item: "", name: { zh: "", en: "" }, standing: "granted", number: "" };

/** Kept by the id of its application: the decision and the paper are told of it in any order. */
export const knownPermit = deciderOf<KnownPermitWords>({
  aggregate: "known-permit",
  shape: 1,
  begin: {},
  empty,
  always: {
    note: (state, { noted }) =>
      JSON.stringify(after(state, noted)) === JSON.stringify(state)
        ? []
        : [{ type: "grid-events.known-permit.noted", data: { noted } }],
  },
  begun: {},
  effects: { "grid-events.known-permit.noted": (state, { data }) => after(state, data.noted) },
  listed: ({ place, number }, id) => ({
    ...(place === undefined ? {} : { byPlace: { partition: permitPartition(cellKeyOf(place)), sort: id } }),
    ...(number === "" ? {} : { byCode: { partition: numberPartition(number), sort: id } }),
  }),
});

export const permitPartition = (cell: string): string => `known-permit:${cell}`;
export const numberPartition = (number: string): string => `known-permit:number:${number}`;

/** How a permit stands on a day: a validity that is over is no permit, also where nobody has said so yet. */
export const standingOn = ({ standing, validUntil }: KnownPermit, today: string) =>
  standing !== "ended" && validUntil !== undefined && validUntil < today ? ("ended" as const) : standing;

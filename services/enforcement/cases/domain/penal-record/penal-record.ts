import { type DomainEvent, deciderOf } from "../../../../../shared/decider/index.ts";

/** CF-33a: an earlier decision about an act of one kind by one party. */
export interface PenalEntry {
  /** Id of the proceeding, or of the penalty on the spot. */
  readonly of: string;
  /** Code of the penalty in the list: what kind of act it was. */
  readonly code: string;
  readonly actOn: string;
  readonly decidedOn: string;
  readonly outcome: "punished" | "let-off";
}
/** What the town decided about one party's acts of one kind, across years and officers. Its id is keyed. */
export interface PenalRecord {
  readonly entries: readonly PenalEntry[];
}

export type PenalRecordCommand =
  | ({ readonly type: "record" } & PenalEntry)
  /** The decision fell: revoked or void, it was never an earlier one. */
  | { readonly type: "strike"; readonly of: string };

export type PenalRecordEvent = DomainEvent &
  (
    | { readonly type: "enforcement.penal-record.recorded"; readonly data: PenalEntry }
    | { readonly type: "enforcement.penal-record.struck"; readonly data: { readonly of: string } }
  );

interface PenalRecordWords {
  readonly state: PenalRecord;
  readonly command: PenalRecordCommand;
  readonly event: PenalRecordEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Follows decisions about one party and one kind of act; the same again changes nothing. */
export const penalRecord = deciderOf<PenalRecordWords>({
  aggregate: "penal-record",
  shape: 1,
  begin: {},
  always: {
    record: ({ entries }, { type: _type, ...data }) =>
      entries.some(({ of, actOn }) => of === data.of && actOn === data.actOn)
        ? []
        : [{ type: "enforcement.penal-record.recorded", data }],
    strike: ({ entries }, { of }) =>
      entries.some((one) => one.of === of) ? [{ type: "enforcement.penal-record.struck", data: { of } }] : [],
  },
  empty: { entries: [] },
  begun: {},
  effects: {
    "enforcement.penal-record.recorded": ({ entries }, { data }) => ({ entries: [...entries, data] }),
    "enforcement.penal-record.struck": ({ entries }, { data }) => ({
      entries: entries.filter(({ of }) => of !== data.of),
    }),
  },
});

/** CF-29: whether the party was punished by another decision for an act of this kind on this day. */
export const wasPunishedFor = (
  record: PenalRecord | undefined,
  { of, actOn }: { readonly of: string; readonly actOn: string },
): boolean =>
  (record?.entries ?? []).some((entry) => entry.of !== of && entry.actOn === actOn && entry.outcome === "punished");

/**
 * CF-33a: whether an act is the first of its kind: no other act of the party was punished or let off within the window.
 * A decision within the window before the act counts, and every later one; so does an act just before it.
 */
export function isFirstOfKind(
  record: PenalRecord | undefined,
  { of, since }: { readonly of: string; readonly since: string },
): boolean {
  return !(record?.entries ?? []).some((entry) => entry.of !== of && entry.decidedOn >= since);
}

/** Whether the party was punished, at least warned, for an act of the kind while this one went on; and it went on after. */
export const wasWarned = (
  record: PenalRecord | undefined,
  { of, from, until }: { readonly of?: string; readonly from?: string; readonly until: string },
): boolean =>
  (record?.entries ?? []).some(
    (entry) =>
      entry.of !== of &&
      entry.outcome === "punished" &&
      entry.decidedOn <= until &&
      (from === undefined || from <= entry.decidedOn),
  );

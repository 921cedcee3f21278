import { type Decision, deciderOf } from "../../../../shared/decider/index.ts";

/**
 * What one case, complaint or rating adds to the volume of a power (P6). Each is kept once, by its own id, so that nothing is
 * counted twice however often it is told; the figures of a year are counted from these, and can be counted again.
 */
export interface Counted {
  readonly code: string;
  readonly kind: "case" | "complaint" | "rating";
  /** The day by which its year is told: accepted, received or given. Absent: not told yet. */
  readonly on?: string;
  /** How the case was last decided; the later event of the case prevails, whichever comes first. */
  readonly outcome?: { readonly what: Outcome; readonly sequence: number };
  /** A limit was missed, the promised or the statutory one. */
  readonly overdue: boolean;
  /** The complaint was founded, wholly or in part. */
  readonly founded: boolean;
  /** Grade 1 or 2 of 5. */
  readonly poor: boolean;
}
export type Outcome = "granted" | "refused" | "ended";

/** What one event tells. */
export interface Note {
  readonly type: "note";
  readonly code: string;
  readonly kind: Counted["kind"];
  readonly sequence: number;
  readonly on?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly overdue?: boolean | undefined;
  readonly founded?: boolean | undefined;
  readonly poor?: boolean | undefined;
}
export type CountedEvent = { readonly type: "powers.volume.counted"; readonly data: Counted };

interface CountedWords {
  readonly state: Counted;
  readonly command: Note;
  readonly event: CountedEvent;
  readonly moves: Record<never, never>;
  readonly begins: "note";
  readonly begun: "powers.volume.counted";
  readonly refusal: never;
}

/** Events in any order, however often, come to the same: what is known only grows. */
export const counted = deciderOf<CountedWords>({
  aggregate: "counted",
  shape: 1,
  begin: { note: (told) => note(undefined, told) },
  always: { note },
  begun: { "powers.volume.counted": ({ data }) => data },
  effects: {},
  listed: ({ code, on }, id): Readonly<Record<string, { partition: string; sort: string }>> =>
    on === undefined ? {} : { byCode: { partition: volumeOf(code, on.slice(0, 4)), sort: id } },
});

function note(state: Counted | undefined, told: Note): Decision<CountedEvent> {
  const data = merged(state, told);
  return JSON.stringify(data) === JSON.stringify(state) ? [] : [{ type: "powers.volume.counted", data }];
}

/** The list in which everything counted for a power in a year stands. */
export const volumeOf = (code: string, year: string) => `volume:${code}#${year}`;
export const countedId = (kind: Counted["kind"], subject: string) => `${kind}-${subject}`;

function merged(state: Counted | undefined, { sequence, ...note }: Note): Counted {
  const on = [state?.on, note.on].filter((day) => day !== undefined).sort()[0];
  const told = note.outcome === undefined ? undefined : { what: note.outcome, sequence };
  const outcome = later(state?.outcome, told);
  return {
    code: state?.code ?? note.code,
    kind: note.kind,
    ...(on === undefined ? {} : { on }),
    ...(outcome === undefined ? {} : { outcome }),
    overdue: state?.overdue === true || note.overdue === true,
    founded: state?.founded === true || note.founded === true,
    poor: state?.poor === true || note.poor === true,
  };
}

/** A decision prevails over an ending without one, and the later over the earlier. */
function later(one: Counted["outcome"], other: Counted["outcome"]): Counted["outcome"] {
  if (one === undefined || other === undefined) return one ?? other;
  if ((one.what === "ended") !== (other.what === "ended")) return one.what === "ended" ? other : one;
  return one.sequence >= other.sequence ? one : other;
}

import type { Recusal } from "../../../../shared/people/index.ts";

/** How a party was there. `left`: he went midway without leave (CF-64). */
export const attendances = ["in-person", "by-agent", "absent", "left"] as const;
export type Attendance = (typeof attendances)[number];

/** An agent with the digest of his written authority. */
export interface HearingAgent {
  readonly name: string;
  readonly authority: string;
  /** The appointment in the proceeding of the party, where there is one. */
  readonly agent?: string;
}

/** A party of a hearing. Of several, each has his own right (CF-64a). */
export interface HearingParty {
  readonly proceeding: string;
  /** Its place in the case. */
  readonly party: string;
  readonly key: string;
  readonly name: string;
  readonly kind: "citizen" | "organisation" | "sole-trader";
  readonly requestedOn: string;
  /** CF-64(2): when time and place were told to him, and how. */
  readonly told?: { readonly on: string; readonly how: string };
  readonly attended?: Attendance;
  readonly agents?: readonly HearingAgent[];
  readonly withdrawnOn?: string;
}

export const closedGrounds = ["state-secret", "business-secret", "privacy"] as const;
export const postponeGrounds = ["force-majeure", "party-cannot", "agent-cannot", "organ-cannot"] as const;
export const hearingStatuses = [
  "requested",
  "scheduled",
  "held",
  "reported",
  "waived",
  "withdrawn",
  "joined",
  "called-off",
] as const;
export type HearingStatus = (typeof hearingStatuses)[number];

/** Day, hour, place and people. */
export interface HearingPlan {
  readonly on: string;
  readonly at: string;
  readonly place: string;
  /** CF-64(3): public, unless one of these grounds closes it. */
  readonly closed?: (typeof closedGrounds)[number];
  readonly chair: string;
  readonly chairName: string;
  readonly recorder: string;
  readonly scheduledOn: string;
  /** CF-64(2): the last day on which time and place can be told. */
  readonly latest: string;
}

export interface Signature {
  readonly party: string;
  readonly how: "signed" | "refused";
  /** The agent who signed for him, by name; absent: he himself. */
  readonly by?: string;
  /** Pages that he signed. */
  readonly pages?: number;
  /** Who saw that he refused. */
  readonly witness?: string;
}

/** CF-64, CF-65: the record on which it is decided. */
export interface HearingRecord {
  readonly sha256: string;
  readonly pages: number;
  readonly signatures: readonly Signature[];
  readonly recording?: HearingRecording;
}

/** CF-47a: sound and picture from beginning to end: each person was told that it runs, and a gap has its reason. */
export interface HearingRecording {
  readonly sha256: string;
  readonly told: boolean;
  readonly unbroken: boolean;
  readonly gap?: string;
}

/** A hearing (听证), from the request of a party to the report of its chair. */
export interface Hearing {
  readonly status: HearingStatus;
  readonly case: string;
  readonly parties: readonly HearingParty[];
  readonly handlers: readonly string[];
  readonly requestedOn: string;
  readonly plan?: HearingPlan;
  /** The day for which it was first planned. */
  readonly firstPlanned?: string;
  readonly postponed: number;
  readonly recusals: readonly Recusal[];
  readonly heldOn?: string;
  readonly record?: HearingRecord;
  readonly investigators?: readonly string[];
  /** CF-57b: something new came up. */
  readonly newFacts?: boolean;
  readonly report?: { readonly on: string; readonly sha256: string; readonly newFacts: boolean };
  readonly into?: string;
}

/** Parties who still want it. */
export const openParties = ({ parties }: Pick<Hearing, "parties">): readonly HearingParty[] =>
  parties.filter(({ withdrawnOn }) => withdrawnOn === undefined);

/** Whether the party was heard to the end. */
export const wasHeard = ({ attended }: HearingParty): boolean => attended === "in-person" || attended === "by-agent";

import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Measured } from "../../grids/domain/datum.ts";
import type { SpecialGrid } from "../../grids/domain/place-index.ts";
import type { GivenLead } from "./leads.ts";
import type { Called, Level, Severity } from "./levels.ts";
import type { Sample } from "./sampling.ts";
import type { Term } from "./term.ts";
import type { ToldAnswer } from "./told.ts";

export const reporterKinds = [
  ...(["worker", "resident", "unnamed", "hotline", "patrol", "police", "camera", "device"] as const),
  ...(["appeal", "household"] as const),
] as const;

/** Who reported. He is protected: read for a reason, on record. */
export interface Reporter {
  readonly kind: (typeof reporterKinds)[number];
  /** The login of who reported by his own. */
  readonly owner?: string;
  readonly name?: string;
  readonly phone?: string;
  /** Who gave no name shows his receipt: this is the keyed digest of its secret. */
  readonly receipt?: string;
  /** G14: the application that reported it: the keyed digest of its key. */
  readonly through?: string;
}

/** Where it is: as measured, and the grids of that day. */
export interface Whereabouts {
  readonly measured?: Measured;
  readonly address: string;
  /** The ordinary grid; none in a gap, or where only an address is known. */
  readonly grid?: string;
  readonly special: readonly SpecialGrid[];
  /** The grids above it, the nearest first: their workers look after it while it has none. */
  readonly above: readonly string[];
  /** Grids within the accuracy: a hint. */
  readonly near: readonly string[];
}

/** A matter in the hands of a unit, from its dispatch. Its own term runs beside that of the matter. */
export interface Assignment {
  readonly unit: string;
  readonly person?: string;
  readonly dispatchedAt: string;
  readonly term: Term;
  readonly late: boolean;
  readonly handledBy: readonly string[];
  readonly ended?: { readonly at: string; readonly how: "returned" | "handed-in" | "withdrawn" };
}

export interface EventPause {
  readonly from: string;
  readonly to?: string;
  /** Code of the profile's list. */
  readonly reason: string;
  /** It ends by itself then: the longest length of its reason. */
  readonly until: string;
}

/** Why there is no picture after: in words. */
export type Proof = { readonly pictures: readonly string[] } | { readonly without: string };

export interface Solved {
  readonly at: string;
  readonly how: "in-the-grid" | "by-a-unit";
  readonly by: readonly string[];
  readonly outcome: string;
  readonly proof: Proof;
}

export const eventStatuses = [
  "reported",
  "accepted",
  "rejected",
  "withdrawn",
  "handling-here",
  "filed",
  "dispatched",
  "returned",
  "handling",
  "verifying",
  "rework",
  "closed",
  "rated",
  "merged",
] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** States in which something is still to be done. */
export const openStatuses = [
  ...(["reported", "accepted", "handling-here", "filed", "dispatched", "returned", "handling"] as const),
  ...(["verifying", "rework"] as const),
] as const satisfies readonly EventStatus[];

/** The Chinese words of the states, as GB/T 30428 and practice have them (G-6). */
export const eventWords: Readonly<Record<EventStatus, string>> = {
  reported: "上报",
  accepted: "受理",
  rejected: "不予受理",
  withdrawn: "撤回",
  "handling-here": "自行处置",
  filed: "立案",
  dispatched: "派遣",
  returned: "退回",
  handling: "处置",
  verifying: "核查",
  rework: "返工",
  closed: "结案",
  rated: "评价",
  merged: "合并",
};

/** Machines that tell of a matter, and how often (G4). */
export interface Machines {
  readonly devices: number;
  readonly inAlarm: number;
  readonly flapping: number;
  readonly messages: number;
  /** So many that it is a matter of the whole area. */
  readonly wide: boolean;
}

/** A matter of the grid (事件, G2), from the report to the answer. */
export interface GridEvent {
  readonly status: EventStatus;
  readonly number: OfficialNumber;
  /** Counted from 1; each reopening begins another. */
  readonly round: number;
  readonly reporter: Reporter;
  readonly where: Whereabouts;
  /** Code of the profile's list (G-4). */
  readonly category: string;
  readonly urgency: string;
  readonly text: string;
  /** Pictures before, by their digests. */
  readonly pictures: readonly string[];
  /** Pictures that are there, by the digests under which they were named. */
  readonly received: readonly string[];
  /** Closed before its pictures after were there: by when they have to follow. */
  readonly picturesDue?: string;
  /** They did not come in time. */
  readonly unproved?: boolean;
  readonly reportedAt: string;
  readonly acceptedAt?: string;
  /** From the acceptance. It never starts again in a round. */
  readonly term?: Term;
  readonly late: boolean;
  readonly warned: boolean;
  readonly pauses: readonly EventPause[];
  readonly assignments: readonly Assignment[];
  readonly solved?: Solved;
  readonly closedAt?: string;
  readonly rejected?: { readonly ground: string; readonly reasons: string };
  readonly severity: Severity;
  readonly level: Level;
  /** How long it may stay at its level. */
  readonly levelTerm?: Term;
  /** Units that were called to the place (G13). */
  readonly called: readonly Called[];
  /** Solved in the grid: whether it is checked by another person. */
  readonly sample?: Sample;
  /** The component that it is about, by its number (G-5). */
  readonly component?: string;
  /** People who reported the same besides, or joined it. */
  readonly joined: number;
  /** The matter with which it is dealt with. */
  readonly into?: string;
  /** Matters that are dealt with here. */
  readonly tookIn: readonly string[];
  /** Matters that somebody found to be others. */
  readonly others: readonly string[];
  /** What was split from it, and what it was split from. */
  readonly parts: readonly string[];
  readonly partOf?: string;
  /** Of a part: when the whole was accepted. Its term runs from there. */
  readonly runsFrom?: string;
  /** E6: given to enforcement as a lead, and what came of it. */
  readonly lead?: GivenLead;
  /** What everybody may read of it: looked through by a dispatcher, numbers of persons hidden. */
  readonly released?: { readonly at: string; readonly text: string; readonly pictures: readonly string[] };
  /** What the reporter was told, in order. */
  readonly told: readonly ToldAnswer[];
  readonly rating?: { readonly satisfied: boolean };
  /** When it changed last. */
  readonly changedAt?: string;
  /** G4: the machines that tell of it. */
  readonly machines?: Machines;
  /** The grids it was in before, and when it left the last of them. */
  readonly left?: { readonly at: string; readonly grids: readonly string[] };
}

/** The unit that has the matter now. */
export const assignmentOf = ({ assignments }: Pick<GridEvent, "assignments">): Assignment | undefined => {
  const last = assignments.at(-1);
  return last?.ended === undefined ? last : undefined;
};

/** The unit on whose list it stands: also while it is verified or to be done again, never once it was sent back or withdrawn. */
export const listedUnitOf = ({ assignments }: Pick<GridEvent, "assignments">): Assignment | undefined => {
  const last = assignments.at(-1);
  return last?.ended === undefined || last.ended.how === "handed-in" ? last : undefined;
};

/** Everybody who handled it in this round: none of them verifies it. */
export const handledIn = ({ assignments }: Pick<GridEvent, "assignments">): readonly string[] =>
  assignments.flatMap(({ handledBy }) => handledBy);

/** The pictures that show how it was solved, by their digests. */
export const picturesAfter = ({ solved }: Pick<GridEvent, "solved">): readonly string[] =>
  solved === undefined || "without" in solved.proof ? [] : solved.proof.pictures;

/** All pictures that are named in a matter, each once. */
export const picturesNamed = (state: Pick<GridEvent, "pictures" | "solved">): readonly string[] => [
  ...new Set([...state.pictures, ...picturesAfter(state)]),
];

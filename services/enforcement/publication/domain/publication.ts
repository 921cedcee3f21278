import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import type { PenaltyKind } from "../../../../shared/town/listed-penalties.ts";
import type { Content } from "./content.ts";
import type { Credit } from "./credit.ts";

/** Why a decision has social effect (CF-48): by the lists of the profile, or because an officer says so. */
export const effects = ["kind", "item", "domain", "sum", "proposed"] as const;
export type Effect = (typeof effects)[number];

/** Why a publication fell (CF-48). */
export const fellFor = ["changed", "revoked", "void", "unlawful"] as const;
export type FellFor = (typeof fellFor)[number];

/** What is shown elsewhere too, such as a credit site: three working days to take it down there. */
export interface TakeDown {
  readonly by: Limit;
  readonly doneOn?: string;
}

/** CF-48a: the party asks that it is shown no more. */
export interface Repair {
  readonly askedOn: string;
  readonly by: "party" | "staff";
  readonly decideBy: Limit;
}

export const lateFor = ["publish", "take-down", "repair"] as const;
export type LateFor = (typeof lateFor)[number];

interface Standing {
  readonly case: string;
  readonly proceeding: string;
  readonly number: OfficialNumber;
  readonly decidedOn: string;
  readonly organ: Organ;
  readonly codes: readonly string[];
  readonly kinds: readonly PenaltyKind[];
  readonly because: readonly Effect[];
  readonly credit: Credit;
  readonly proposedOn: string;
  readonly publishBy: Limit;
  /** Who handles the case, by `sub`. */
  readonly handlers: readonly string[];
  /** What the party named as a business secret: no public text says it. */
  readonly secrets: readonly string[];
  readonly late: readonly LateFor[];
}

/** What the public reads, and who let it be read. */
export interface Shown {
  readonly on: string;
  readonly by: string;
  readonly content: Content;
  /** Other places where it is shown. */
  readonly elsewhere: readonly string[];
  /** How many changes of the decision it tells of. */
  readonly changes: number;
}

interface Seen extends Standing {
  readonly shown: Shown;
  readonly repair?: Repair;
}
interface Gone extends Standing {
  readonly shown: Shown;
  readonly goneOn: string;
  readonly takeDown?: TakeDown;
}

export type Proposed = Standing & { readonly status: "proposed" };
export type Declined = Standing & { readonly status: "declined"; readonly declinedOn: string };
export type Dropped = Standing & { readonly status: "dropped"; readonly goneOn: string; readonly fell: FellFor };
export type Published = Seen & { readonly status: "published" };
export type Withdrawn = Gone & {
  readonly status: "withdrawn";
  readonly fell: FellFor;
  /** CF-48: the reasons that are stated to the public: by which paper. */
  readonly document?: string;
};
export type Expired = Gone & { readonly status: "expired" };
export type Repaired = Gone & { readonly status: "repaired" };

/** The publication of one decision (E10, CF-48, CF-48a), from the proposal to the day on which nobody reads it. */
export type Publication = Proposed | Declined | Dropped | Published | Withdrawn | Expired | Repaired;

export const publicationStatuses = [
  "proposed",
  "declined",
  "dropped",
  "published",
  "withdrawn",
  "expired",
  "repaired",
] as const;

/** The list of those that somebody still has to act on after they were shown: few of the many that were. */
export const waitingPublications = "publication:waiting";

/** CF-48, CF-48a: a repair waits for its decision, or other places still show what fell. */
export const waitsAfterwards = (state: Publication): boolean =>
  (state.status === "published" && state.repair !== undefined) ||
  ("takeDown" in state && state.takeDown !== undefined && state.takeDown.doneOn === undefined);

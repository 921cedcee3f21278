import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { ReviewProcedure } from "../../../../../shared/case-rules/review-terms.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Organ } from "../../../../../shared/powers-in-force/index.ts";
import type { PenaltyKind } from "../../../../../shared/town/listed-penalties.ts";
import type { Circumstances, Departure, LighteningGround } from "./circumstances.ts";
import type { KnownParty } from "./known-case.ts";
import type { Agent } from "./representation.ts";

/** CF-40: a fact, and the evidence of the case that proves it. */
export interface Fact {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** A fine for one act, and where in its range it lies. */
export interface Fine {
  readonly amountFen: number;
  readonly tier: string;
  /** CF-30, CF-32: what makes it lighter. */
  readonly grounds: readonly LighteningGround[];
  /** CF-32: why a ground that is there makes the fine no lighter. */
  readonly notLighter?: string;
  readonly departure?: Departure;
}

/** CF-28: all that the act brought in, less what goes back to victims. Costs are not deducted. */
export interface Confiscation {
  readonly gainsFen: number;
  readonly refundsFen: number;
  readonly goods: readonly string[];
}

/** What is held against a party for one act, and what is proposed for it (CF-29a). */
export interface Charge {
  /** Id of the act in the case. */
  readonly act: string;
  /** Code of the penalty in the list. */
  readonly code: string;
  /** CF-29: other penalties of the list that the same act falls under. */
  readonly competing: readonly string[];
  readonly facts: readonly Fact[];
  readonly circumstances: Circumstances;
  readonly kinds: readonly PenaltyKind[];
  readonly fine?: Fine;
  readonly confiscation?: Confiscation;
  /** CF-28: the order to correct that goes with every penalty. */
  readonly order: { readonly text: string; readonly by?: string };
  /** CF-29: another organ has fined this act already. */
  readonly finedElsewhere?: { readonly organ: string; readonly document: string };
  /** CF-29: why it is another act than one punished before on the same day. */
  readonly otherAct?: string;
  /** CF-37: the law of the day of the act, or the present one where it is lighter. */
  readonly law: { readonly version: "now" | "before"; readonly legalBasis: string };
}

/** Why the charges are made anew: what a defence brings can only make them lighter (CF-45). */
export type Ground = "defence" | "new-facts" | "legal-review" | "own-review";

/** The charges as they stand. One officer proposes them, another signs with his own login (CF-42). */
export interface Charges {
  /** Counted from 1; a new revision is signed, reviewed and discussed again. */
  readonly revision: number;
  readonly items: readonly Charge[];
  readonly on: string;
  readonly by: string;
  readonly signedBy?: string;
}

/** How a paper reached the party (CF-61). The day is that of the delivery record. */
export interface Served {
  readonly on: string;
  readonly how: string;
}

export interface Statement {
  readonly id: string;
  /** The day on which it counts as made: the day of posting, if it came by post (T-4). */
  readonly on: string;
  readonly late: boolean;
  readonly by: "party" | "officer";
  readonly points: readonly string[];
  /** Digest of the paper on which an officer took it down, or which came by post. */
  readonly paper?: string;
}

/** CF-45: what became of a point that the party made. */
export interface Answer {
  readonly statement: string;
  /** Place of the point in its statement, from 0. */
  readonly point: number;
  readonly taken: boolean;
  readonly reasons: string;
}

export interface Hearing {
  readonly requestedOn: string;
  /** CF-64: held; not attended without reason, or taken back: then waived. */
  readonly outcome?: {
    readonly how: "held" | "absent" | "withdrawn";
    readonly on: string;
    readonly chair?: string;
    /** CF-65: digest of the signed record. */
    readonly record?: string;
  };
}

/** CF-44: the prior notice (事先告知), with what the party may do and until when. */
export interface Notice {
  readonly number: OfficialNumber;
  readonly on: string;
  readonly by: string;
  readonly signedBy: string;
  /** CF-63: whether the party may ask for a hearing. */
  readonly hearingRight: boolean;
  readonly served?: Served & { readonly defence: Limit; readonly hearing?: Limit };
  readonly statements: readonly Statement[];
  /** CF-45, CF-62: given up by the party himself, expressly. */
  readonly waived: readonly ("defence" | "hearing")[];
  readonly answers: readonly Answer[];
  readonly hearing?: Hearing;
}

/** CF-58: by a qualified reviewer who handles no part of the case. */
export interface LegalReview {
  readonly revision: number;
  readonly on: string;
  readonly by: string;
  readonly conclusion: "agreed" | "to-correct" | "rejected";
}

/** CF-57(2): discussed by the leaders of the organ together. */
export interface Discussion {
  readonly revision: number;
  readonly on: string;
  readonly members: readonly string[];
  readonly agreedOn: Outcome | "none";
  /** Digest of the minutes. */
  readonly minutes: string;
}

export const outcomes = ["punish", "no-penalty", "not-proved"] as const;
export type Outcome = (typeof outcomes)[number];

/** CF-30, CF-31, CF-33: why there is no penalty although the act is proved. */
export const noPenaltyGrounds = ["minor", "first-time", "no-fault", "under-age", "incapable"] as const;
export type NoPenaltyGround = (typeof noPenaltyGrounds)[number];

/** CF-57, CF-59: what was decided, with all that the paper states. */
export interface Decision {
  readonly outcome: Outcome;
  readonly ground?: NoPenaltyGround;
  readonly number: OfficialNumber;
  readonly on: string;
  readonly by: string;
  readonly organ: Organ;
  readonly revision: number;
  /** How and until when it is performed; of a fine the bank, and whether a surcharge is added (CF-72a). */
  readonly performance?: Performance;
  /** QZ-44b: against a land-law order to demolish, suit is open for fifteen days only. */
  readonly suit: "six-months" | "fifteen-days";
  readonly served?: Served;
  /** CF-61: handed over on the day, or served within seven working days. */
  readonly toServe: Limit;
  readonly late?: true;
}

export interface Performance {
  readonly how: string;
  readonly bank?: string;
  readonly surcharge?: boolean;
}

/** What the party did against a decision, and what came of it (FY-20, SS-46). */
export interface Remedy {
  readonly id: string;
  readonly kind: "review" | "suit";
  readonly filedOn: string;
  /** FY-30: until then the organ of review examines the application; silence accepts it. */
  readonly examinedBy?: Limit;
  /** FY-48: the organ of review asked for an answer, and the last days that follow. */
  readonly asked?: {
    readonly procedure: ReviewProcedure;
    readonly admittedOn: string;
    readonly receivedOn: string;
    readonly answerDue: Limit;
    readonly reviewDue: Limit;
  };
  readonly answered?: { readonly on: string; readonly late: boolean; readonly evidence: readonly string[] };
  /** FY-70: no answer came in time. */
  readonly unanswered?: true;
  readonly endedOn?: string;
  readonly effect?: RemedyEffect;
}
export const remedyEffects = ["upheld", "rejected", "withdrawn", "changed", "revoked", "void", "unlawful"] as const;
export type RemedyEffect = (typeof remedyEffects)[number];

/** What the decision asks of the party, as far as it is done. */
export interface Performed {
  readonly what: "fine" | "confiscation" | "order" | "other";
  readonly on: string;
}

interface Begun {
  readonly case: string;
  readonly party: KnownParty;
  /** Who handles the case, by `sub`, as far as this proceeding has seen. */
  readonly handlers: readonly string[];
  readonly begunOn: string;
  /** Who acts, or acted, for the party. */
  readonly agents?: readonly Agent[];
}

interface Running extends Begun {
  readonly charges?: Charges;
  /** Proposed by one officer, not yet signed by the other. */
  readonly draft?: { readonly on: string; readonly by: string };
  /** The notice that counts. */
  readonly notice?: Notice;
  /** Notices that a new one replaced (CF-57b). */
  readonly earlier: readonly Notice[];
  /** E5: the town's counsel was asked, and what he said. */
  readonly counsel?: { readonly counsel: string; readonly askedOn: string; readonly opinion?: string };
  readonly legalReview?: LegalReview;
  readonly discussion?: Discussion;
}

/** FY-63, SS-77: a change of a decision in effect; it is never heavier. */
export interface Change {
  readonly on: string;
  readonly by: Overturning["by"];
  readonly document: { readonly number: string; readonly date: string };
  readonly amounts: readonly { readonly act: string; readonly fineFen: number; readonly confiscateFen: number }[];
}

interface DecidedOn extends Running {
  readonly decision: Decision;
  readonly changes: readonly Change[];
  readonly remedies: readonly Remedy[];
  readonly performed: readonly Performed[];
}

export type Open = Running & { readonly status: "open" };
export type Noticed = Running & { readonly status: "noticed"; readonly notice: Notice; readonly charges: Charges };
export type Stopped = Running & {
  readonly status: "stopped";
  readonly stopped: { readonly on: string; readonly ground: StopGround };
};
export type Decided = DecidedOn & { readonly status: "decided" };
export type InEffect = DecidedOn & { readonly status: "in-effect" };
export type Ended = DecidedOn & { readonly status: "ended"; readonly endedOn: string };
export type Overturned = DecidedOn & {
  readonly status: "overturned";
  readonly overturned: Overturning;
};

/** CF-57a: what ends a proceeding without a decision. */
export const stopGrounds = [
  "no-breach",
  "time-barred",
  "party-died",
  "organisation-ended",
  "no-power",
  "wrong-party",
] as const;
export type StopGround = (typeof stopGrounds)[number];

export interface Overturning {
  readonly how: "revoked" | "void";
  readonly by: "own" | "review" | "court" | "superior";
  readonly document: { readonly number: string; readonly date: string };
  readonly on: string;
  /** Whether the paper orders the organ to decide anew. */
  readonly anew: boolean;
}

/** The proceeding against one party of a case: all that is his (CF-29a). */
export type Proceeding = Open | Noticed | Stopped | Decided | InEffect | Ended | Overturned;

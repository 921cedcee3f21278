import type { Limit } from "../../../../shared/calendar/index.ts";
import type { AgreedSum, DueSum, NotCounted, PaidPart } from "../../../../shared/fines/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { RemedyEffect } from "../../cases/domain/proceeding/proceeding.ts";

/** Money that came in. A receipt counts once. */
export interface Payment extends PaidPart {
  readonly receipt: string;
  /** `goods`: the proceeds of goods seized in the case (QZ-46). */
  readonly by: "bank" | "on-the-spot" | "goods";
}

/** CF-66: what the party asked for because of hardship, and what the head said. */
export interface Deferral {
  readonly kind: "deferral" | "instalments";
  readonly askedOn: string;
  readonly plan: readonly DueSum[];
  readonly decided?: { readonly on: string; readonly by: string; readonly approved: boolean };
}

/** QZ-35: the demand (催告) before the court is asked. */
export interface Demand {
  readonly number: OfficialNumber;
  readonly issuedOn: string;
  readonly by: string;
  readonly servedOn?: string;
  /** QZ-54: ten working days; from the day after, the court can be asked. */
  readonly passes?: Limit;
  /** QZ-36: what the party said, and what became of it. */
  readonly opinion?: { readonly on: string; readonly heard?: { readonly on: string; readonly adopted: boolean } };
}

/** CF-73: a review or a suit against the decision, from its filing to its end. */
export interface Remedy extends NotCounted {
  readonly kind: "review" | "suit";
  /** SS-45: how it ended; a review that was not withdrawn opens fifteen days of suit. */
  readonly effect?: RemedyEffect;
}

/** The application to the court (QZ-53 to QZ-56). */
export interface CourtApplication {
  readonly number: OfficialNumber;
  readonly appliedOn: string;
  readonly approvedBy: string;
  /** Five working days to accept, then seven to rule. */
  readonly acceptance: Limit;
  readonly acceptedOn?: string;
  readonly ruling?: Limit;
  readonly ruledOn?: string;
}

/** QZ-46: an item that is auctioned for the fine; what it brought, once it is sold. */
export interface GoodsForFine {
  readonly item: string;
  readonly on: string;
  readonly soldFen?: number;
}

export const pauseGrounds = ["unable-to-pay", "third-party-claim", "irreparable-harm"] as const;
export type PauseGround = (typeof pauseGrounds)[number];
export const endGrounds = ["dead-without-estate", "organisation-gone", "object-gone", "decision-revoked"] as const;
export type EndGround = (typeof endGrounds)[number];

interface Owed {
  readonly case: string;
  readonly proceeding: string;
  /** Number of the decision. */
  readonly decision: string;
  readonly fineFen: number;
  /** Unlawful gains to be handed over: never surcharged (CF-72). */
  readonly gainsFen: number;
  /** The day on which the decision was served. */
  readonly receivedOn: string;
  readonly due: Limit;
  /** T-10: the due day has passed, and its year is not announced yet: the next day on which it is looked at. */
  readonly lookAgainOn?: string;
  /** CF-72a: whether the decision said that a surcharge is added. */
  readonly surcharge: boolean;
  /** QZ-44b: the sector's own suit period. */
  readonly suit: "six-months" | "fifteen-days";
  readonly handledBy: readonly string[];
  readonly deferral?: Deferral;
  /** CF-66: the plan that the head approved last; one that is asked for counts once it is approved. */
  readonly agreed?: readonly AgreedSum[];
  readonly payments: readonly Payment[];
  /** What was paid by decisions that fell before this one was made anew, and how much of it goes back. Each receipt counts once. */
  readonly before?: { readonly payments: readonly Payment[]; readonly refundedFen: number };
  /** What was said to go back to who paid it. */
  readonly refundedFen: number;
  readonly remedies: readonly Remedy[];
  readonly demand?: Demand;
  /** QZ-42: the surcharge that an agreement waived, once the party has put right what he did. */
  readonly waivedOn?: string;
  readonly court?: CourtApplication;
  readonly goods?: readonly GoodsForFine[];
  /** What is to be told, each on its day, and what of it was told. */
  readonly watch: readonly Watched[];
  readonly told: readonly Told[];
}
export type Told = "overdue" | "window-closing" | "window-closed";
export interface Watched {
  readonly what: Told;
  readonly on: string;
}

export type Due = Owed & { readonly status: "due" };
export type Applied = Owed & { readonly status: "applied"; readonly court: CourtApplication };
export type Paused = Owed & {
  readonly status: "paused";
  readonly pause: { readonly ground: PauseGround; readonly on: string; readonly was: "due" | "applied" };
};
export type Paid = Owed & { readonly status: "paid"; readonly paidOn: string };
export type Ended = Owed & { readonly status: "ended"; readonly endedOn: string; readonly ground: EndGround };
export type Annulled = Owed & { readonly status: "annulled"; readonly annulledOn: string };

/** The money that one party owes by one decision (E12, CF-66 to CF-74): fine and gains, until it is paid or ended. */
export type Fine = Due | Applied | Paused | Paid | Ended | Annulled;

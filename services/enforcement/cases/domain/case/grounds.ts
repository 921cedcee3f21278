import type { Limit } from "../../../../../shared/calendar/index.ts";

export const suspensionGrounds = [
  "other-organ",
  "court",
  "party-untraceable",
  "force-majeure",
  "interpretation",
] as const;

/** CF-57a: suspended since, and why. */
export interface Suspension {
  readonly ground: (typeof suspensionGrounds)[number];
  readonly from: string;
  readonly by: string;
}

export const stopGrounds = ["no-breach", "time-barred", "party-dead", "organisation-ended", "no-power"] as const;

export const withdrawalGrounds = ["facts-did-not-exist", "filed-wrongly"] as const;

export const dismissalGrounds = [
  "no-breach",
  "not-proved",
  "time-barred",
  "under-age",
  "incapable",
  "minor-and-corrected",
  "no-power",
  "filed-elsewhere",
  "filed-already",
] as const;

export type DismissalGround = (typeof dismissalGrounds)[number];

/** CF-57a: how the case itself ended. */
export type CaseEnding =
  | { readonly how: "decided" }
  | { readonly how: "withdrawn"; readonly ground: (typeof withdrawalGrounds)[number] }
  | { readonly how: "stopped"; readonly ground: (typeof stopGrounds)[number] }
  | { readonly how: "transferred"; readonly to: "police" | "organ"; readonly organ: string };

/** CF-27a: where a transfer to the police stands. */
export interface PoliceTransfer {
  /** The special team: two or more, other than the chief. */
  readonly team: readonly string[];
  readonly reportedOn: string;
  readonly decideBy: Limit;
  readonly approvedAt?: string;
  /** 24 hours from the chief's approval. */
  readonly handOverBy?: string;
  readonly handedOverOn?: string;
  readonly answerBy?: Limit;
  readonly filed?: { readonly on: string; readonly goodsBy: Limit };
  readonly goodsHandedOverOn?: string;
  /** The police did not file: review is asked for by then. */
  readonly reviewBy?: Limit;
  /** CF-27b: whom a court has fined; the town fines him no more. */
  readonly courtFined?: readonly string[];
  /** The case came back, or the chief refused the transfer. */
  readonly returned?: true;
}

/** What can become late; each is told once. */
export const lateKinds = [
  "filing",
  "decision",
  "transfer-decision",
  "transfer",
  "police-answer",
  "police-review",
  "goods-to-police",
  "measure",
] as const;

export type LateKind = (typeof lateKinds)[number];

/** CF-60a: time that the sector's rule takes out of the ninety days. */
export const excludedKinds = ["hearing", "notice", "test", "suspension"] as const;

export type ExcludedKind = (typeof excludedKinds)[number];

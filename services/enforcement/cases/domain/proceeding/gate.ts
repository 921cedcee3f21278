import type { Context } from "../../../../../shared/decider/index.ts";
import type { KnownCase } from "./known-case.ts";
import type { Grounds } from "./messages.ts";
import type { Noticed, Open, Outcome } from "./proceeding.ts";

interface Text {
  readonly zh: string;
  readonly en: string;
}

export const gateIds = [
  "filed",
  "power",
  "officers",
  "recusals",
  "report",
  "crime",
  "charges",
  "evidence",
  "files",
  "amount",
  "capacity",
  "leniency",
  "one-fine",
  "notice",
  "new-notice",
  "defence",
  "defence-review",
  "hearing",
  "counsel",
  "legal-review",
  "discussion",
  "measures",
] as const;
export type GateId = (typeof gateIds)[number];

/** A step that the law asks for before a decision, and whether it is done. */
export interface Gate {
  readonly id: GateId;
  readonly title: Text;
  readonly article: string;
  readonly rule: string;
  readonly done: boolean;
  /** This decision does not need it. */
  readonly needless?: true;
  readonly missing?: Text;
}

/** What is asked at a gate: the proceeding, its case, and the decision that is meant. */
export interface AtGate {
  readonly state: Open | Noticed;
  readonly of: KnownCase;
  readonly grounds: Grounds;
  readonly outcome: Outcome;
  readonly context: Pick<Context, "today" | "calendar" | "town">;
}

/** `undefined`: done; `needless`: not asked here; else what is missing. */
export type Judged = undefined | "needless" | Text;

export interface GateRow {
  readonly id: GateId;
  readonly title: Text;
  readonly article: string;
  readonly rule: string;
  /** The decisions that need it; absent: every one. */
  readonly before?: readonly Outcome[];
  readonly judge: (at: AtGate) => Judged;
}

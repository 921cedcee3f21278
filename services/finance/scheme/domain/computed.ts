import type { Fen, Rounding } from "../../../../shared/money/index.ts";
import type { Exact } from "./exact.ts";
import type { FiscalEntry, SchemeFacts } from "./facts.ts";
import type { Scheme, SchemeLine } from "./scheme.ts";

/** Where a number of a line comes from, so that a reader can go back to it. */
export type LineInput =
  | { readonly from: "line"; readonly line: string; readonly amount: Fen }
  | { readonly from: "entries"; readonly class: string; readonly entries: readonly string[]; readonly amount: Fen }
  | { readonly from: "document"; readonly document: string; readonly year: number; readonly amount: Fen }
  | { readonly from: "heads"; readonly month: string; readonly heads: number; readonly documents: readonly string[] }
  | { readonly from: "condition"; readonly met: boolean; readonly document: string };

/** What a line waits for. It is open then, not zero. */
export interface Missing {
  readonly what: "amount" | "heads" | "posts" | "condition";
  readonly line: string;
  /** Year, or month as `2026-03`. */
  readonly of: string;
}

/** A band of a tiered line: each is rounded by itself. */
export interface BandShare {
  readonly band: Fen;
  readonly bps: number;
  readonly share: Fen;
}

/** A line worked out, before its one rounding. `open` when something is missing. */
export type Worked =
  | {
      readonly formula: string;
      readonly exact: Exact;
      readonly inputs: readonly LineInput[];
      readonly bands?: readonly BandShare[];
      /** Classes inside the measure that the scheme is read without. */
      readonly without?: readonly string[];
    }
  | { readonly missing: readonly Missing[]; readonly inputs: readonly LineInput[] };

/** A line as the statement shows it: formula, inputs, rounding, result. */
export interface ComputedLine {
  readonly id: string;
  readonly title?: string;
  readonly kind: SchemeLine["kind"];
  readonly inputs: readonly LineInput[];
  /** Absent while the line is open. */
  readonly formula?: string;
  /** The exact value in yuan where it is not a whole number of fen, and how it was rounded. */
  readonly rounded?: { readonly exact: string; readonly by: Rounding };
  readonly bands?: readonly BandShare[];
  readonly without?: readonly string[];
  readonly result?: Fen;
  readonly missing: readonly Missing[];
}

/** The days of a year on which a scheme is in force, in whole months. */
export interface Term {
  readonly from: string;
  readonly to: string;
  /** First days of its months. */
  readonly months: readonly string[];
}

/** What a line is worked out from. */
export interface LineGround {
  readonly scheme: Scheme;
  readonly year: number;
  readonly term: Term;
  /** Entries effective within the term. */
  readonly entries: readonly FiscalEntry[];
  readonly facts: SchemeFacts;
  /** Lines worked out before this one. */
  readonly earlier: ReadonlyMap<string, ComputedLine>;
}

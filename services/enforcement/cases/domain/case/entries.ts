import type { EvidenceKind } from "./evidence-kinds.ts";
import type { CasePaper } from "./papers.ts";

export const sourceKinds = [
  "lead",
  "inspection",
  "complaint",
  "transfer",
  "police",
  "permits",
  "grid",
  "campaign",
  "on-spot",
  "rectification",
  "split",
  "other",
] as const;

/** Where a case comes from, and the day from which its filing term runs (CF-54a). */
export interface CaseSource {
  readonly kind: (typeof sourceKinds)[number];
  readonly id?: string;
  readonly receivedOn: string;
}

/** CF-25: another organ with the power filed the same matter. */
export interface OtherFiling {
  readonly organ: string;
  readonly filedOn: string;
  readonly document: string;
}

/** An entry of the case's register of evidence; the evidence itself is an aggregate of its own. */
export interface EvidenceEntry {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly acts: readonly string[];
  /** Digests of its files. */
  readonly sha256: readonly string[];
  readonly collectedOn: string;
  /** The officers who took it: the collector, and the one who countersigned. */
  readonly by: readonly string[];
  /** CF-42: the second officer has signed with his own login. */
  readonly established: boolean;
  /** CF-46: why it does not count. */
  readonly excluded?: "unlawful" | "recusal" | "false" | "unrelated";
}

export const measureKinds = ["preservation", "seal", "seizure"] as const;

/** An entry of the case's register of measures on goods (CF-56, QZ-25). */
export interface MeasureEntry {
  readonly id: string;
  readonly kind: (typeof measureKinds)[number];
  readonly from: string;
  readonly until: string;
  readonly party?: string;
  readonly ended?: { readonly on: string; readonly how: string };
}

/** How far the proceeding against a party is; each proceeding tells its case. */
export const proceedingStatuses = [
  "open",
  "noticed",
  "decided",
  "in-effect",
  "ended",
  "stopped",
  "changed",
  "revoked",
  "void",
] as const;

export type ProceedingStatus = (typeof proceedingStatuses)[number];

/** CF-57: how a proceeding was decided, or why it ended without a decision. */
export const proceedingOutcomes = ["punish", "no-penalty", "not-proved", "transfer", "stopped"] as const;

export type ProceedingOutcome = (typeof proceedingOutcomes)[number];

/** An entry of the case's register of proceedings: one for each party. */
export interface ProceedingEntry {
  readonly party: string;
  readonly status: ProceedingStatus;
  readonly outcome?: ProceedingOutcome;
  /** The day of the last change. */
  readonly on: string;
}

/** A paper on file: of which kind, of which party, and by what it is found. */
export interface PaperEntry {
  readonly kind: CasePaper;
  readonly party?: string;
  readonly reference: string;
  readonly on: string;
}

/** 调查终结报告: by whom, and the digest of its file. CF-57: a complex case is discussed; CF-27: a suspected crime goes to the police. */
export interface InvestigationReport {
  readonly on: string;
  readonly by: readonly string[];
  readonly sha256: string;
  readonly complex?: true;
  readonly suspectedCrime?: true;
}

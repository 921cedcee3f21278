import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Recusal } from "../../../../../shared/people/index.ts";
import type { CaseAct, CaseOfficer, CaseParty } from "./acts-and-parties.ts";
import type {
  CaseSource,
  EvidenceEntry,
  InvestigationReport,
  MeasureEntry,
  OtherFiling,
  PaperEntry,
  ProceedingEntry,
} from "./entries.ts";
import type { CaseEnding, DismissalGround, PoliceTransfer, Suspension } from "./grounds.ts";

export * from "./acts-and-parties.ts";
export * from "./entries.ts";
export * from "./grounds.ts";

interface Known {
  readonly acts: readonly CaseAct[];
  readonly parties: readonly CaseParty[];
  /** CF-42: two or more, by `sub`, with their certificates. */
  readonly officers: readonly CaseOfficer[];
  /** All who ever were its officers, those who left too: none of them decides, reviews or chairs. */
  readonly handlers: readonly string[];
  readonly domains: readonly string[];
  readonly source: CaseSource;
  readonly elsewhere?: OtherFiling;
  readonly proposedBy: string;
  readonly proposedOn: string;
  /** CF-54a. */
  readonly fileBy: Limit;
  readonly recusals: readonly Recusal[];
  readonly evidence: readonly EvidenceEntry[];
  /** CF-46a: digests of the files of evidence that have come in. */
  readonly files: readonly string[];
  readonly papers: readonly PaperEntry[];
  /** What has been told to be late: a kind, or `measure:<id>`. */
  readonly late: readonly string[];
}

/** 立案审批中. */
export interface ProposedCase extends Known {
  readonly status: "proposed";
}

/** 不予立案. */
export interface DismissedCase extends Known {
  readonly status: "dismissed";
  readonly dismissedOn: string;
  readonly ground: DismissalGround;
}

export const filedStatuses = [
  "investigating",
  "suspended",
  "performing",
  "withdrawn",
  "stopped",
  "transferred",
  "merged",
  "closed",
] as const;

/** A case on file (立案): its state says what may still be done. */
export interface FiledCase extends Known {
  readonly status: (typeof filedStatuses)[number];
  readonly number: OfficialNumber;
  readonly filedOn: string;
  readonly approvedBy: string;
  /** CF-43a: the head who filed it was recused, and his filing does not stand: another head confirms it. */
  readonly unconfirmed?: true;
  /** CF-60: ninety days from the filing. */
  readonly clock: Limit;
  /** CF-60a: the extensions that the sector's rule allows, each used once. */
  readonly extended: readonly ("head" | "collective")[];
  readonly measures: readonly MeasureEntry[];
  readonly proceedings: readonly ProceedingEntry[];
  readonly report?: InvestigationReport;
  readonly suspension?: Suspension;
  /** How often it was suspended. */
  readonly suspensions: number;
  readonly police?: PoliceTransfer;
  readonly ending?: CaseEnding;
  readonly endedOn?: string;
  readonly closedOn?: string;
  readonly mergedInto?: string;
  /** Cases that were merged into this one. */
  readonly merged: readonly string[];
  /** The case from which this one was split, and the cases split from it. */
  readonly splitFrom?: string;
  readonly split: readonly string[];
  readonly reopened: readonly string[];
}

/** A penalty case under the ordinary procedure (普通程序). */
export type PenaltyCase = ProposedCase | DismissedCase | FiledCase;

export type CaseStatus = PenaltyCase["status"];

export const caseStatuses = ["proposed", "dismissed", ...filedStatuses] as const satisfies readonly CaseStatus[];

export const isFiled = (state: PenaltyCase): state is FiledCase =>
  state.status !== "proposed" && state.status !== "dismissed";

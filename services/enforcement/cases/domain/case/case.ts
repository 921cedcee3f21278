import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { DocumentKind } from "../../../../../shared/parties/index.ts";
import type { Recusal } from "../../../../../shared/people/index.ts";
import type { Organ } from "../../../../../shared/powers-in-force/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import type { EvidenceKind } from "./evidence-kinds.ts";
import type { CasePaper } from "./papers.ts";

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What the penalty list says of an act on the day on which it joined the case. */
export interface ListedAct {
  readonly code: string;
  readonly name: Text;
  readonly domain: string;
  readonly sourceDepartment: string;
  readonly limitationYears: 2 | 5;
}

/** One act of a case (CF-29a): its facts, its place, its days, and the parties who did it. */
export interface CaseAct extends ListedAct {
  /** Within the case: `A1`, `A2`. */
  readonly id: string;
  /** Ids of the parties who did it. */
  readonly by: readonly string[];
  readonly from: string;
  /** CF-36: its last day; absent: it still goes on. */
  readonly until?: string;
  /** CF-36a: the first day on which an organ with the power knew of it on record. */
  readonly discoveredOn: string;
  /** CF-36: life, health or financial safety, with harm. */
  readonly harm: boolean;
  /** CF-38: the version of the power's entry on the day of filing, and the organ in whose name the town acts. */
  readonly power?: { readonly version: number; readonly since?: string; readonly inWhoseName: Organ };
  readonly place: Place;
  readonly address: string;
  readonly facts: string;
}

export const partyKinds = ["citizen", "organisation", "sole-trader"] as const;
export type CasePartyKind = (typeof partyKinds)[number];

/** CF-31: the days of a mental incapacity, and what proves it. Without `until` it lasts. */
export interface Incapacity {
  readonly from: string;
  readonly until?: string;
  readonly basis: string;
}

/** A party of a case. CF-29b: a responsible person is a party of his own. */
export interface CaseParty {
  /** Within the case: `P1`, `P2`. */
  readonly id: string;
  readonly kind: CasePartyKind;
  readonly role: "principal" | "responsible";
  /** CF-29b: the party for which he is responsible. */
  readonly of?: string;
  /** CF-57c: the party whose place he took by succession. */
  readonly succeeds?: string;
  /** What the person is known by: the claim `party` of his token. */
  readonly key: string;
  readonly name: string;
  /** CF-57c: the operator of a sole trader (个体工商户); `name` is the name of the firm. */
  readonly operator?: string;
  readonly document?: DocumentKind;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** CF-30: of a natural person. */
  readonly bornOn?: string;
  readonly incapable?: readonly Incapacity[];
}

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
  "split",
  "other",
] as const;

/** An officer of a case, with the certificate under which he acts (CF-42). */
export interface CaseOfficer {
  readonly sub: string;
  readonly name: string;
  readonly certificate: string;
}

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

/** CF-57a: how the case itself ended. */
export type CaseEnding =
  | { readonly how: "decided" }
  | { readonly how: "withdrawn"; readonly ground: (typeof withdrawalGrounds)[number] }
  | { readonly how: "stopped"; readonly ground: (typeof stopGrounds)[number] }
  | { readonly how: "transferred"; readonly to: "police" | "organ"; readonly organ: string };

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

import type {
  EvidenceEntry,
  InvestigationReport,
  MeasureEntry,
  PaperEntry,
  ProceedingOutcome,
  ProceedingStatus,
} from "../case.ts";
import type { WithOfficers } from "./filing.ts";
import type { AboutCase, CaseEventOf } from "./said.ts";

export interface NoteEvidence {
  readonly type: "note-evidence";
  readonly evidence: EvidenceEntry;
}
/** CF-46a: a file of evidence has come in. */
export interface NoteFile {
  readonly type: "note-file";
  readonly sha256: string;
}
export interface NoteMeasure {
  readonly type: "note-measure";
  readonly measure: MeasureEntry;
  /** CF-56a: the measure that it takes the place of. */
  readonly replaces?: string;
  /** CF-60a: the days of a test of its goods that is over. */
  readonly tested?: { readonly from: string; readonly to: string };
}
export interface EndMeasure {
  readonly type: "end-measure";
  readonly measure: string;
  readonly on: string;
  readonly how: string;
}
export interface Report extends WithOfficers {
  readonly type: "report";
  readonly sha256: string;
  readonly complex: boolean;
  readonly suspectedCrime: boolean;
  readonly summary: string;
}
export interface NotePaper {
  readonly type: "note-paper";
  readonly paper: Omit<PaperEntry, "on">;
}

/** Said by each step of a proceeding, in one commit with it. */
export interface NoteProceeding {
  readonly type: "note-proceeding";
  readonly party: string;
  readonly status: ProceedingStatus;
  readonly outcome?: ProceedingOutcome;
  /** Papers that the step makes. */
  readonly papers?: readonly PaperEntry[];
}

/** Commands: registers of a case and its report. */
export type InvestigatingCommand =
  | NoteEvidence
  | NoteFile
  | NoteMeasure
  | EndMeasure
  | Report
  | NotePaper
  | NoteProceeding;

/** Events: registers of a case and its report. */
export type InvestigatingEvent =
  | CaseEventOf<"evidence-noted", Omit<EvidenceEntry, "by">, { readonly handlers: readonly string[] }>
  | CaseEventOf<"file-noted", { readonly sha256: string }>
  | CaseEventOf<"measure-noted", MeasureEntry>
  | CaseEventOf<"measure-ended", { readonly measure: string; readonly on: string; readonly how: string }>
  | CaseEventOf<
      "reported",
      Omit<InvestigationReport, "by"> & { readonly paper: PaperEntry },
      { readonly handlers: readonly string[]; readonly summary: string }
    >
  | CaseEventOf<
      "proceeding-noted",
      {
        readonly party: string;
        readonly status: ProceedingStatus;
        readonly outcome?: ProceedingOutcome;
        readonly on: string;
        readonly papers: readonly PaperEntry[];
      }
    >
  | CaseEventOf<"all-decided", AboutCase & { readonly on: string }>
  | CaseEventOf<"paper-noted", PaperEntry>;

import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { RecusalGround } from "../../../../../shared/people/index.ts";
import type { OfficerCopy, PowerCopy } from "../../../../../shared/powers-in-force/index.ts";
import type {
  CaseAct,
  CaseOfficer,
  CaseParty,
  CaseSource,
  DismissalGround,
  EvidenceEntry,
  ExcludedKind,
  FiledCase,
  InvestigationReport,
  LateKind,
  ListedAct,
  MeasureEntry,
  OtherFiling,
  PaperEntry,
  PenaltyCase,
  PoliceTransfer,
  ProceedingOutcome,
  ProceedingStatus,
  Suspension,
  stopGrounds,
  withdrawalGrounds,
} from "./case.ts";
import type { SettledPower } from "./powers.ts";

/** What a command that judges powers is given: the copies of the powers it names, and what was decided of recalled ones. */
export interface WithPowers {
  readonly powers: readonly PowerCopy[];
  readonly settled?: readonly SettledPower[];
}
/** The certificates of the officers that a command names. */
export interface WithOfficers {
  readonly officers: readonly OfficerCopy[];
}

/** An act as it is proposed; what the list says of it comes from the penalty list. */
export type ProposedAct = Omit<CaseAct, keyof ListedAct | "id" | "power"> & { readonly code: string };

export interface Propose extends WithOfficers {
  readonly type: "propose";
  readonly acts: readonly ProposedAct[];
  /** What the list says of the codes among the acts. */
  readonly listed: readonly ListedAct[];
  readonly parties: readonly CaseParty[];
  /** CF-42: by their logins. */
  readonly investigators: readonly string[];
  readonly source: CaseSource;
  readonly elsewhere?: OtherFiling;
}
export interface Approve extends WithPowers, WithOfficers {
  readonly type: "approve";
  readonly reasons?: string;
}
export interface Dismiss {
  readonly type: "dismiss";
  readonly ground: DismissalGround;
  readonly reasons: string;
}
/** Before the filing the proposal is put right. A field not named stays as it is. */
export interface Correct {
  readonly type: "correct";
  readonly acts?: readonly ProposedAct[];
  readonly listed: readonly ListedAct[];
  readonly parties?: readonly CaseParty[];
  readonly elsewhere?: OtherFiling;
  readonly reasons: string;
}
export interface AddAct extends WithPowers, WithOfficers {
  readonly type: "add-act";
  readonly act: ProposedAct;
  readonly listed: readonly ListedAct[];
  readonly reasons: string;
}
export interface AddParty {
  readonly type: "add-party";
  readonly party: CaseParty;
  /** The acts he did. */
  readonly acts: readonly string[];
  readonly reasons: string;
}
/** CF-57c: a new name or a merger: the successor goes on. Heirs inherit no undecided penalty. */
export interface SucceedParty {
  readonly type: "succeed-party";
  readonly party: string;
  readonly ground: "renamed" | "merged" | "divided";
  readonly name: string;
  readonly idNumber: string;
  readonly key: string;
  readonly document: string;
}
export interface ChangeOfficers extends WithOfficers {
  readonly type: "change-officers";
  readonly investigators: readonly string[];
  readonly reasons: string;
}
export interface AskRecusal {
  readonly type: "ask-recusal";
  readonly person: string;
  readonly ground: RecusalGround;
  readonly reasons: string;
  /** The written request of a party that an officer or the counter records. */
  readonly request?: { readonly party: string; readonly sha256: string };
}
export interface DecideRecusal {
  readonly type: "decide-recusal";
  readonly person: string;
  readonly recused: boolean;
  /** CF-43a: what he did before stands only if the head says so. */
  readonly earlierActsStand?: boolean;
  readonly reasons: string;
  /** Minutes of the meeting that decides about the head. */
  readonly meeting?: string;
}
/** CF-43a: another head takes the filing on himself. */
export interface ConfirmFiling {
  readonly type: "confirm-filing";
  readonly reasons: string;
}
export interface NoteEvidence {
  readonly type: "note-evidence";
  readonly evidence: EvidenceEntry;
}
export interface NoteMeasure {
  readonly type: "note-measure";
  readonly measure: MeasureEntry;
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
/** CF-54a, CF-60a: the filing term or the ninety days, as far as the sector's rule allows. */
export interface Extend {
  readonly type: "extend";
  readonly reasons: string;
  /** Minutes of the collective discussion, where the rule asks for one. */
  readonly meeting?: string;
}
/** CF-60a: time that the sector's rule takes out of the ninety days. */
export interface ExcludeTime {
  readonly type: "exclude-time";
  readonly what: Exclude<ExcludedKind, "suspension">;
  readonly from: string;
  readonly to: string;
}
export interface Suspend {
  readonly type: "suspend";
  readonly ground: Suspension["ground"];
  readonly reasons: string;
}
export interface Resume {
  readonly type: "resume";
  readonly reasons: string;
}
export interface Withdraw {
  readonly type: "withdraw";
  readonly ground: (typeof withdrawalGrounds)[number];
  readonly reasons: string;
}
export interface Stop extends WithPowers {
  readonly type: "stop";
  readonly ground: (typeof stopGrounds)[number];
  readonly reasons: string;
}
export interface ProposeTransfer {
  readonly type: "propose-transfer";
  readonly team: readonly string[];
  /** Digest of the report on the suspected crime. */
  readonly report: string;
  readonly reasons: string;
}
export interface DecideTransfer {
  readonly type: "decide-transfer";
  readonly approved: boolean;
  readonly reasons: string;
}
export interface TransferPolice {
  readonly type: "transfer-police";
  readonly organ: string;
  readonly letter: string;
  readonly goodsList: string;
  readonly testReports: readonly string[];
}
export interface TransferOrgan {
  readonly type: "transfer-organ";
  readonly organ: string;
  readonly letter: string;
  readonly reasons: string;
}
export interface PoliceAnswer {
  readonly type: "police-answer";
  readonly filed: boolean;
  readonly on: string;
  readonly document: string;
}
export interface HandGoodsToPolice {
  readonly type: "hand-goods-to-police";
  readonly on: string;
  readonly receipt: string;
}
export interface Return {
  readonly type: "return-from-police" | "return-from-organ";
  readonly on: string;
  readonly document: string;
}
/** CF-29c: this case goes into another one. */
export interface Merge {
  readonly type: "merge";
  readonly into: string;
  readonly target: PenaltyCase | undefined;
  readonly because: "same-party" | "linked-acts";
  readonly reasons: string;
}
/** CF-29c: the other side of a merger. */
export interface TakeIn {
  readonly type: "take-in";
  readonly from: string;
  readonly taken: PenaltyCase | undefined;
}
/** CF-29c: some parties with their acts go on in a case of their own. */
export interface Split {
  readonly type: "split";
  readonly into: string;
  readonly parties: readonly string[];
  readonly acts: readonly string[];
  readonly reasons: string;
}
export interface BeginSplit extends WithPowers, WithOfficers {
  readonly type: "begin-split";
  readonly from: string;
  readonly whole: PenaltyCase | undefined;
  readonly parties: readonly string[];
  readonly acts: readonly string[];
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
export interface NotePaper {
  readonly type: "note-paper";
  readonly paper: Omit<PaperEntry, "on">;
}
export interface Close {
  readonly type: "close";
  /** Digest of the closing report. */
  readonly report: string;
}
export interface Reopen {
  readonly type: "reopen";
  readonly ground: "overturned" | "ended-wrongly";
  readonly document: string;
  readonly reasons: string;
}

export type CaseCommand =
  | Propose
  | Approve
  | Dismiss
  | Correct
  | AddAct
  | AddParty
  | SucceedParty
  | ChangeOfficers
  | AskRecusal
  | DecideRecusal
  | ConfirmFiling
  | NoteEvidence
  | NoteMeasure
  | EndMeasure
  | Report
  | Extend
  | ExcludeTime
  | Suspend
  | Resume
  | Withdraw
  | Stop
  | ProposeTransfer
  | DecideTransfer
  | TransferPolice
  | TransferOrgan
  | PoliceAnswer
  | HandGoodsToPolice
  | Return
  | Merge
  | TakeIn
  | Split
  | BeginSplit
  | NoteProceeding
  | NotePaper
  | Close
  | Reopen
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.case.${T}`;
  readonly data: D;
  readonly personal: P;
};

/** What an act says of places and people stays with the town; the rest of it may be published. */
export type ActData = Omit<CaseAct, "place" | "address" | "facts">;
export interface ActPersonal {
  readonly place: CaseAct["place"];
  readonly address: string;
  readonly facts: string;
}
export type PartyData = Pick<CaseParty, "id" | "kind" | "role" | "of" | "succeeds">;
export type PartyPersonal = Omit<CaseParty, keyof PartyData>;

/** Acts and parties by their ids, each as its public and its personal part. */
export interface ActsSaid {
  readonly acts: readonly ActData[];
}
export interface ActsPersonal {
  readonly said: Readonly<Record<string, ActPersonal>>;
}
export interface PartiesSaid {
  readonly parties: readonly PartyData[];
}
export interface PartiesPersonal {
  readonly people: Readonly<Record<string, PartyPersonal>>;
}

/** What a published event says of a case: its number, its items and its source; nothing that names a person. */
export interface AboutCase {
  readonly number: OfficialNumber;
  readonly items: readonly string[];
  readonly source: CaseSource;
}

export type CaseEvent =
  | Of<
      "proposed",
      ActsSaid &
        PartiesSaid & {
          readonly source: CaseSource;
          readonly elsewhere?: OtherFiling;
          readonly on: string;
          readonly fileBy: Limit;
        },
      ActsPersonal & PartiesPersonal & { readonly officers: readonly CaseOfficer[] }
    >
  | Of<
      "corrected",
      Partial<ActsSaid & PartiesSaid> & { readonly elsewhere?: OtherFiling; readonly fileBy: Limit },
      Partial<ActsPersonal & PartiesPersonal> & { readonly reasons: string }
    >
  | Of<
      "filed",
      AboutCase & {
        readonly filedOn: string;
        readonly clock: Limit;
        readonly powers: Readonly<Record<string, NonNullable<CaseAct["power"]>>>;
        readonly paper: PaperEntry;
      },
      { readonly reasons?: string }
    >
  | Of<
      "dismissed",
      {
        readonly ground: DismissalGround;
        readonly on: string;
        readonly items: readonly string[];
        readonly source: CaseSource;
      },
      { readonly reasons: string }
    >
  | Of<"act-added", { readonly act: ActData }, { readonly said: ActPersonal; readonly reasons: string }>
  | Of<
      "party-added",
      { readonly party: PartyData; readonly acts: readonly string[] },
      { readonly person: PartyPersonal; readonly reasons: string }
    >
  | Of<
      "party-succeeded",
      { readonly id: string; readonly ground: SucceedParty["ground"]; readonly on: string },
      Pick<SucceedParty, "name" | "idNumber" | "key" | "document">
    >
  | Of<
      "officers-changed",
      { readonly on: string },
      { readonly officers: readonly CaseOfficer[]; readonly reasons: string }
    >
  | Of<
      "recusal-asked",
      { readonly on: string; readonly ground: RecusalGround },
      { readonly person: string; readonly reasons: string; readonly request?: AskRecusal["request"] }
    >
  | Of<
      "recusal-decided",
      {
        readonly on: string;
        readonly recused: boolean;
        readonly earlierActsStand?: boolean;
        /** Evidence that falls with what he did. */
        readonly falls: readonly string[];
        /** He filed the case, and that falls too. */
        readonly filingFalls?: true;
      },
      { readonly person: string; readonly reasons: string; readonly meeting?: string }
    >
  | Of<"filing-confirmed", { readonly on: string }, { readonly reasons: string }>
  | Of<"evidence-noted", Omit<EvidenceEntry, "by">, { readonly handlers: readonly string[] }>
  | Of<"measure-noted", MeasureEntry>
  | Of<"measure-ended", { readonly measure: string; readonly on: string; readonly how: string }>
  | Of<
      "reported",
      Omit<InvestigationReport, "by"> & { readonly paper: PaperEntry },
      { readonly handlers: readonly string[]; readonly summary: string }
    >
  | Of<"filing-extended", { readonly fileBy: Limit }, { readonly reasons: string }>
  | Of<
      "extended",
      { readonly clock: Limit; readonly by: "head" | "collective" },
      { readonly reasons: string; readonly meeting?: string }
    >
  | Of<"time-excluded", { readonly clock: Limit; readonly what: ExcludedKind }>
  | Of<
      "suspended",
      AboutCase & { readonly ground: Suspension["ground"]; readonly from: string; readonly clock: Limit },
      { readonly reasons: string }
    >
  | Of<"resumed", AboutCase & { readonly on: string; readonly clock: Limit }, { readonly reasons: string }>
  | Of<
      "withdrawn",
      AboutCase & { readonly ground: Withdraw["ground"]; readonly on: string },
      { readonly reasons: string }
    >
  | Of<"stopped", AboutCase & { readonly ground: Stop["ground"]; readonly on: string }, { readonly reasons: string }>
  | Of<
      "transfer-proposed",
      Pick<PoliceTransfer, "reportedOn" | "decideBy"> & { readonly paper: PaperEntry },
      { readonly handlers: readonly string[]; readonly reasons: string }
    >
  | Of<
      "transfer-decided",
      { readonly approved: boolean; readonly at: string; readonly handOverBy?: string },
      { readonly reasons: string }
    >
  | Of<
      "transferred",
      AboutCase & {
        readonly to: "police" | "organ";
        readonly organ: string;
        readonly on: string;
        readonly papers: readonly PaperEntry[];
        readonly answerBy?: Limit;
      },
      { readonly reasons?: string; readonly testReports?: readonly string[] }
    >
  | Of<
      "police-answered",
      {
        readonly filed: boolean;
        readonly on: string;
        readonly paper: PaperEntry;
        readonly goodsBy?: Limit;
        readonly reviewBy?: Limit;
      }
    >
  | Of<"goods-handed-to-police", { readonly on: string; readonly paper: PaperEntry }>
  | Of<"returned", AboutCase & { readonly from: "police" | "organ"; readonly on: string; readonly document: string }>
  | Of<"merged", AboutCase & { readonly into: string; readonly on: string }, { readonly reasons: string }>
  | Of<
      "taken-in",
      ActsSaid &
        PartiesSaid &
        Pick<FiledCase, "measures" | "papers" | "filedOn" | "clock" | "proceedings"> & {
          readonly from: string;
          readonly evidence: readonly Omit<EvidenceEntry, "by">[];
        },
      ActsPersonal &
        PartiesPersonal & {
          readonly collectors: Readonly<Record<string, readonly string[]>>;
          readonly handlers: readonly string[];
        }
    >
  | Of<
      "split",
      AboutCase &
        ActsSaid & {
          readonly into: string;
          readonly on: string;
          /** The parties who stay; the acts are those that stay. */
          readonly stay: readonly string[];
        },
      ActsPersonal & { readonly reasons: string }
    >
  | Of<
      "split-off",
      ActsSaid &
        PartiesSaid &
        AboutCase &
        Pick<FiledCase, "measures" | "papers" | "filedOn" | "clock" | "extended"> & {
          readonly from: string;
          readonly on: string;
          readonly fileBy: Limit;
          readonly evidence: readonly Omit<EvidenceEntry, "by">[];
        },
      ActsPersonal &
        PartiesPersonal & {
          readonly collectors: Readonly<Record<string, readonly string[]>>;
          readonly officers: readonly CaseOfficer[];
          readonly handlers: readonly string[];
          readonly proposer: string;
          readonly approver: string;
        }
    >
  | Of<
      "proceeding-noted",
      {
        readonly party: string;
        readonly status: ProceedingStatus;
        readonly outcome?: ProceedingOutcome;
        readonly on: string;
        readonly papers: readonly PaperEntry[];
      }
    >
  | Of<"all-decided", AboutCase & { readonly on: string }>
  | Of<"paper-noted", PaperEntry>
  | Of<"closed", AboutCase & { readonly on: string; readonly paper: PaperEntry; readonly ending: FiledCase["ending"] }>
  | Of<
      "reopened",
      AboutCase & { readonly ground: Reopen["ground"]; readonly on: string },
      { readonly document: string; readonly reasons: string }
    >
  | Of<"limit-recounted", { readonly what: LateKind; readonly limit: Limit }>
  | Of<
      "overdue",
      { readonly what: LateKind; readonly due: string; readonly of?: string; readonly number?: OfficialNumber }
    >;

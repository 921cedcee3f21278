import type { Posted } from "../../../../../shared/calendar/index.ts";
import type { OfType, Recorded } from "../../../../../shared/decider/index.ts";
import type { RecusalGround } from "../../../../../shared/people/index.ts";
import type { OfficerCopy, PowerCopy } from "../../../../../shared/powers-in-force/index.ts";
import type { Penalty } from "../../../penalty-list/domain/index.ts";
import type { OrderRecord } from "../order-record/order-record.ts";
import type { PenalRecord } from "../penal-record/penal-record.ts";
import type { AnswerCommand, AnswerEvent } from "./answer-messages.ts";
import type { KnownCase, KnownParty } from "./known-case.ts";
import type {
  Answer,
  Change,
  Charge,
  Decision,
  Discussion,
  Ground,
  Hearing,
  LegalReview,
  NoPenaltyGround,
  Notice,
  Outcome,
  Overturning,
  Performance,
  Performed,
  Remedy,
  RemedyEffect,
  Served,
  Statement,
  StopGround,
} from "./proceeding.ts";
import type { Agent } from "./representation.ts";

/** What a step reads beside the proceeding: the case as it stands, and certificates of the people in it. */
export interface Known {
  readonly case: KnownCase | undefined;
  readonly officers: readonly OfficerCopy[];
}
/** What a decision rests on besides (CF-38, CF-37, CF-33). */
export interface Grounds extends Known {
  /** By code: the powers and the penalties of the list. */
  readonly powers: Readonly<Record<string, PowerCopy | undefined>>;
  readonly penalties: Readonly<Record<string, Penalty | undefined>>;
  /** By code: what the town did before about the party's acts of that kind. */
  readonly records: Readonly<Record<string, PenalRecord | undefined>>;
  /** By code: the orders to correct that the party, or the unit he answers for, did not meet. */
  readonly orders: Readonly<Record<string, readonly OrderRecord[] | undefined>>;
}

/** A charge as it is proposed: the law that counts is found by the rules. */
export type ProposedCharge = Omit<Charge, "law">;

export interface Paper {
  readonly number: string;
  readonly date: string;
}

export interface Decide extends Grounds {
  readonly type: "decide";
  readonly outcome: Outcome;
  readonly ground?: NoPenaltyGround;
  readonly reasons: string;
  readonly performance?: Performance;
  /** CF-65: the record on which it is decided. */
  readonly hearingRecord?: string;
  /** CF-33a: proof that an act let off is put right: the check, the promise, the education. */
  readonly lettingOff?: { readonly checkedOn: string; readonly educatedOn: string; readonly promise?: string };
  /** CF-30a: the guardian was ordered to discipline. */
  readonly guardian?: string;
}

export type ProceedingCommand =
  | (Known & { readonly type: "begin"; readonly caseId: string; readonly party: string })
  | (Grounds & {
      readonly type: "charge";
      readonly charges: readonly ProposedCharge[];
      /** Named once a notice was served. */
      readonly cause?: Ground;
    })
  | (Known & { readonly type: "countersign" | "issue-notice" })
  | (Grounds & { readonly type: "notify" })
  | (Known & {
      readonly type: "note-service";
      readonly paper: "notice" | "decision";
      /** Number of the paper that was on its way. */
      readonly number: string;
      readonly served: Served;
      readonly proof: string;
    })
  | {
      readonly type: "state-defence";
      readonly points: readonly string[];
      readonly paper?: string;
      readonly posted?: Posted;
      readonly case?: KnownCase | undefined;
    }
  | {
      readonly type: "waive";
      readonly rights: readonly ("defence" | "hearing")[];
      readonly paper?: string;
      readonly case?: KnownCase | undefined;
    }
  | (Known & { readonly type: "review-defence"; readonly answers: readonly Answer[] })
  | {
      readonly type: "request-hearing";
      readonly paper?: string;
      readonly posted?: Posted;
      readonly case?: KnownCase | undefined;
    }
  | {
      readonly type: "ask-recusal";
      readonly person: string;
      readonly ground: RecusalGround;
      readonly reasons: string;
    }
  | {
      readonly type: "appoint-agent";
      readonly name: string;
      readonly key: string;
      readonly kind: Agent["kind"];
      readonly extent: Agent["extent"];
      readonly from?: string;
      readonly until?: string;
      /** Digest of the signed power of attorney, or of what shows the guardian. */
      readonly proof: string;
      readonly case?: KnownCase | undefined;
    }
  | {
      readonly type: "end-agent";
      readonly agent: string;
      readonly paper?: string;
      readonly case?: KnownCase | undefined;
    }
  | (Known & {
      readonly type: "note-hearing";
      readonly outcome: NonNullable<Hearing["outcome"]>;
      /** CF-64: the day on which the notice of time and place was served. */
      readonly noticedOn?: string;
    })
  | (Known & { readonly type: "ask-counsel"; readonly counsel: string })
  | (Known & { readonly type: "note-counsel"; readonly opinion: string })
  | (Known & {
      readonly type: "legal-review";
      readonly conclusion: LegalReview["conclusion"];
      readonly opinion: string;
    })
  | (Known & {
      readonly type: "discuss";
      readonly members: readonly string[];
      readonly agreedOn: Discussion["agreedOn"];
      readonly minutes: string;
      readonly on: string;
    })
  | Decide
  | {
      readonly type: "note-remedy";
      readonly kind: Remedy["kind"];
      readonly document: Paper;
      readonly filedOn: string;
    }
  | AnswerCommand
  | (Known & {
      readonly type: "end-remedy";
      readonly remedy: string;
      readonly effect: RemedyEffect;
      readonly document: Paper;
      readonly amounts?: Change["amounts"];
      readonly anew?: boolean;
    })
  | (Known & {
      readonly type: "overturn";
      readonly how: "changed" | "revoked" | "void";
      readonly by: "own" | "superior";
      readonly document: Paper;
      readonly reasons: string;
      readonly amounts?: Change["amounts"];
      readonly anew?: boolean;
    })
  | (Known & { readonly type: "begin-anew" })
  | (Known & { readonly type: "perform"; readonly performed: Performed; readonly proof: string })
  /** The town by itself: the fine is owed again. */
  | { readonly type: "owe-again"; readonly on: string }
  | (Known & { readonly type: "end"; readonly ground: "performed" | "enforcement-ended"; readonly reasons?: string })
  | (Known & { readonly type: "stop"; readonly ground: StopGround; readonly reasons: string })
  | (Known & {
      readonly type: "succeed";
      readonly how: "renamed" | "merged";
      readonly name: string;
      readonly address?: string;
      readonly key?: string;
      readonly document: Paper;
    })
  | { readonly type: "pass-time" };

export type CommandOf<T extends ProceedingCommand["type"]> = OfType<ProceedingCommand, T>;

export type Told<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.proceeding.${T}`;
  readonly data: D & About;
  readonly personal: P;
};
/** What every event of a proceeding says of it: nothing that names the party. */
export interface About {
  readonly case: string;
  readonly proceeding: string;
  readonly party: string;
}
interface On {
  readonly on: string;
}

/** Amounts and words about the party are `personal`: they leave the town by no event. */
export type ProceedingEvent =
  | Told<"begun", On, { readonly party: KnownParty; readonly handlers: readonly string[] }>
  | Told<
      "charged",
      On & { readonly revision: number; readonly cause?: Ground; readonly anew: boolean },
      { readonly charges: readonly Charge[]; readonly handlers: readonly string[]; readonly party: KnownParty }
    >
  | Told<"charges-signed", On>
  | Told<"notice-drafted", On>
  | Told<
      "noticed",
      On & Pick<Notice, "number" | "hearingRight">,
      { readonly draftedBy: string; readonly party: KnownParty }
    >
  | Told<"notice-served", On & { readonly served: NonNullable<Notice["served"]> }, { readonly proof: string }>
  | Told<
      "defence-stated",
      On & Pick<Statement, "id" | "late" | "by">,
      { readonly points: readonly string[]; readonly paper?: string }
    >
  | Told<"rights-waived", On & { readonly rights: readonly ("defence" | "hearing")[] }, { readonly paper?: string }>
  | Told<"defence-reviewed", On, { readonly answers: readonly Answer[] }>
  | Told<"hearing-requested", On & { readonly requestedOn: string }, { readonly paper?: string }>
  | Told<
      "hearing-noted",
      On & { readonly how: "held" | "absent" | "withdrawn"; readonly heldOn: string },
      { readonly chair?: string; readonly record?: string }
    >
  | Told<
      "recusal-asked",
      On & { readonly ground: RecusalGround },
      { readonly person: string; readonly reasons: string }
    >
  | Told<
      "agent-appointed",
      On & { readonly agent: string } & Pick<Agent, "kind" | "extent" | "from" | "until">,
      { readonly name: string; readonly key: string; readonly proof: string }
    >
  | Told<"agent-ended", On & { readonly agent: string }, { readonly paper?: string }>
  | Told<"counsel-asked", On, { readonly counsel: string }>
  | Told<"counsel-noted", On, { readonly opinion: string }>
  | Told<"legally-reviewed", On & Pick<LegalReview, "revision" | "conclusion">, { readonly opinion: string }>
  | Told<"discussed", On & Omit<Discussion, "members" | "on">, { readonly members: readonly string[] }>
  | Told<
      "decided",
      On & Omit<Decision, "by" | "on" | "served" | "late" | "performance"> & { readonly codes: readonly string[] },
      { readonly reasons: string; readonly party: KnownParty } & Pick<Decide, "lettingOff" | "guardian" | "performance">
    >
  | Told<"decision-served", Served & Pick<Decision, "outcome" | "number">, { readonly proof: string }>
  | Told<"remedy-filed", Pick<Remedy, "id" | "kind" | "filedOn" | "examinedBy">, { readonly document: Paper }>
  | AnswerEvent
  | Told<
      "remedy-ended",
      On & { readonly remedy: string; readonly kind: Remedy["kind"]; readonly effect: RemedyEffect },
      { readonly document: Paper }
    >
  | Told<
      "changed",
      On & { readonly by: Change["by"] },
      Pick<Change, "document" | "amounts"> & { readonly reasons?: string }
    >
  | Told<
      "overturned",
      On & Omit<Overturning, "on" | "document">,
      { readonly document: Paper; readonly reasons?: string }
    >
  | Told<"begun-anew", On>
  | Told<"performed", Performed, { readonly proof: string }>
  | Told<"owed-again", On>
  | Told<"ended", On & { readonly ground: "performed" | "enforcement-ended" }, { readonly reasons?: string }>
  | Told<"stopped", On & { readonly ground: StopGround }, { readonly reasons: string }>
  | Told<
      "succeeded",
      On & { readonly how: "renamed" | "merged" },
      { readonly name: string; readonly address?: string; readonly key?: string; readonly document: Paper }
    >
  | Told<"limit-recounted", { readonly toServe: Decision["toServe"] }>
  | Told<"overdue", { readonly what: "service"; readonly due: string }>;

export type EventOf<T extends string> = Recorded<OfType<ProceedingEvent, `enforcement.proceeding.${T}`>>;

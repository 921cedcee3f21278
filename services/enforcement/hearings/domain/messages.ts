import type * as z from "zod";
import type * as published from "../../../../shared/contracts/enforcement-hearings.ts";
import type { Recusal, RecusalGround } from "../../../../shared/people/index.ts";
import type {
  Attendance,
  closedGrounds,
  Hearing,
  HearingAgent,
  HearingParty,
  HearingPlan,
  HearingRecord,
  postponeGrounds,
} from "./hearing.ts";

/** What a hearing knows of its case. */
export interface HeardCase {
  readonly status: string;
  readonly officers: readonly { readonly sub: string }[];
  readonly handlers: readonly string[];
  readonly recusals: readonly Recusal[];
}
interface Known {
  readonly of: HeardCase | undefined;
}
export interface Schedule extends Known {
  readonly type: "schedule";
  readonly on: string;
  readonly at: string;
  readonly place: string;
  readonly closed?: (typeof closedGrounds)[number];
  readonly chair: string;
  readonly recorder: string;
}
/** Who speaks for a party today: his logins, who of them may give up his right, and the agents that his proceeding knows. */
export interface Speaking {
  readonly party: string;
  readonly keys: readonly string[];
  readonly waive: readonly string[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}
interface Spoken {
  readonly speakers: readonly Speaking[];
}
export interface Attended {
  readonly party: string;
  readonly how: Attendance;
  readonly agents: readonly HearingAgent[];
}
export interface Hold extends Known, Spoken {
  readonly type: "hold";
  readonly attendance: readonly Attended[];
  /** CF-64(6): the investigators who put the facts, the evidence and the proposal. */
  readonly investigators: readonly string[];
  /** CF-64(6), CF-64a: what was done before the chair. */
  readonly course: { readonly evidencePut: boolean; readonly defenceHeard: boolean; readonly readOver: boolean };
  readonly record?: HearingRecord;
  readonly newFacts: boolean;
}
export type HearingCommand =
  | {
      readonly type: "request";
      readonly case: string;
      readonly party: HearingParty;
      readonly handlers: readonly string[];
    }
  | Schedule
  | {
      readonly type: "note-told";
      readonly party: string;
      readonly on: string;
      readonly how: string;
      readonly proof: string;
    }
  | {
      readonly type: "postpone";
      readonly on: string;
      readonly at: string;
      readonly ground: (typeof postponeGrounds)[number];
      readonly reasons: string;
    }
  | (Spoken & { readonly type: "ask-recusal"; readonly ground: RecusalGround; readonly reasons: string })
  | { readonly type: "decide-recusal"; readonly recused: boolean; readonly reasons: string }
  | Hold
  | {
      readonly type: "report";
      readonly sha256: string;
      readonly conclusion: string;
      readonly newFacts: boolean;
      /** How far the proceedings of those who were heard are. */
      readonly proceedings: readonly string[];
    }
  | (Spoken & { readonly type: "withdraw"; readonly party: string; readonly paper?: string })
  | {
      readonly type: "join";
      readonly id: string;
      readonly into: string;
      readonly target: Pick<Hearing, "case" | "status"> | undefined;
    }
  | {
      readonly type: "take-in";
      readonly from: string;
      readonly case: string;
      readonly parties: readonly HearingParty[];
    }
  /** `waits`: the proceeding still waits for this hearing. */
  | { readonly type: "drop"; readonly party: string; readonly waits: boolean; readonly reasons: string }
  | (Known & { readonly type: "call-off"; readonly reasons: string });

export type CommandOf<T extends HearingCommand["type"]> = Extract<HearingCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.hearing.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;
interface Reasoned {
  readonly reasons: string;
}
interface PartiesNamed {
  readonly people: readonly HearingParty[];
}

export type HearingEvent =
  | Of<
      "requested",
      { readonly case: string; readonly requestedOn: string },
      PartiesNamed & { readonly handlers: readonly string[] }
    >
  | Publishing<
      "scheduled",
      typeof published.hearingScheduled,
      Pick<HearingPlan, "chair" | "chairName" | "recorder" | "latest" | "scheduledOn" | "closed"> & {
        readonly handlers: readonly string[];
      }
    >
  | Of<"told", { readonly party: string; readonly on: string; readonly how: string }, { readonly proof: string }>
  | Publishing<"postponed", typeof published.hearingPostponed, Reasoned & Pick<HearingPlan, "latest" | "scheduledOn">>
  | Of<"recusal-asked", { readonly on: string; readonly ground: RecusalGround }, Reasoned & { readonly chair: string }>
  | Of<"recusal-decided", { readonly on: string; readonly recused: boolean }, Reasoned & { readonly chair: string }>
  | Publishing<
      "held",
      typeof published.hearingHeld,
      Pick<Hold, "attendance" | "investigators"> & { readonly record: HearingRecord }
    >
  | Publishing<"waived", typeof published.hearingWaived, Pick<Hold, "attendance">>
  | Publishing<
      "reported",
      typeof published.hearingReported,
      { readonly sha256: string; readonly conclusion: string; readonly newFacts: boolean }
    >
  | Of<"request-withdrawn", { readonly party: string; readonly on: string }, { readonly paper?: string }>
  | Of<"party-dropped", { readonly party: string; readonly on: string }, Reasoned>
  | Of<"withdrawn", { readonly on: string }>
  | Of<"joined", { readonly into: string; readonly on: string }>
  | Of<"taken-in", { readonly from: string }, PartiesNamed>
  | Of<"called-off", { readonly on: string }, Reasoned>;

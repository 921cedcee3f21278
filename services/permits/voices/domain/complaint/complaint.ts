import type * as z from "zod";
import type { Limit, Posted } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-voices.ts";

/** L7: what is complained of. A person is named as the complainant knows him; who it is, a supervisor finds out. */
export type Against =
  | { readonly kind: "item"; readonly item: string }
  | { readonly kind: "window"; readonly window: string }
  | { readonly kind: "person"; readonly name: string };

/** Somebody who works for the town: whose office is part of who may judge whom. */
export interface Official {
  readonly sub: string;
  readonly office: string;
}

/** 责任追究: what a founded complaint led to. */
export const measureKinds = ["apology", "criticism", "admonition", "training", "redeployment", "discipline"] as const;
export interface Measure {
  readonly kind: (typeof measureKinds)[number];
  readonly note: string;
}

export type Outcome = "founded" | "partly" | "unfounded";
export interface Answer {
  readonly on: string;
  readonly by: string;
  readonly outcome: Outcome;
  readonly text: string;
  readonly measures: readonly Measure[];
}

export interface Complaint {
  readonly status: "received" | "assigned" | "answered" | "objected" | "closed" | "withdrawn" | "handed-over";
  readonly against: Against;
  readonly channel: "online" | "telephone";
  readonly anonymous: boolean;
  readonly text: string;
  readonly contact?: { readonly name: string; readonly phone: string };
  /** The resident who complained himself, and follows it. */
  readonly owner?: string;
  readonly receivedOn: string;
  readonly receivedAt: string;
  /** Runs from receipt: a complaint nobody assigns is late as well. */
  readonly limit: Limit;
  /** The person complained of, as the supervisor found. */
  readonly target?: Official;
  readonly assignee?: Official;
  readonly extended: boolean;
  readonly objected: boolean;
  readonly answers: readonly Answer[];
  /** The last day of objecting to the first answer. */
  readonly objectionLimit?: Limit;
  /** T-10: the time to object is over by a prediction only; on this day it is looked at again. */
  readonly lookAgainOn?: string;
  readonly overdue: boolean;
  /** G8: the town's matter, and not the hall's: where it goes on, and how far it is there. */
  readonly handedOver?: HandedOver;
}

/** What the person is told of the appeal that his complaint became. */
export interface HandedOver {
  readonly on: string;
  readonly office: string;
  readonly reasons: string;
  readonly appeal: string;
  readonly stage?: string;
  readonly stageOn?: string;
}

export interface Complain {
  readonly type: "complain";
  readonly against: Against;
  readonly text: string;
  readonly anonymous: boolean;
  readonly contact?: Complaint["contact"];
  /** Whether the item complained of is one of the town's. */
  readonly known: boolean;
}
export interface AssignComplaint {
  readonly type: "assign";
  readonly to: Official;
  readonly person?: Official;
}
export interface AnswerComplaint {
  readonly type: "answer";
  readonly outcome: Outcome;
  readonly text: string;
  readonly measures: readonly Measure[];
}
export interface ObjectToAnswer {
  readonly type: "object";
  readonly reasons: string;
  /** T-4: where it came by post. */
  readonly posted?: Posted;
}
export type ComplaintCommand =
  | Complain
  | AssignComplaint
  | AnswerComplaint
  | { readonly type: "extend"; readonly reasons: string }
  | ObjectToAnswer
  | { readonly type: "withdraw" }
  | { readonly type: "contact"; readonly reason: string }
  | {
      readonly type: "hand-over";
      readonly office: string;
      readonly reasons: string;
      readonly appeal: string;
      readonly holder?: string;
    }
  | { readonly type: "note-appeal"; readonly stage: string; readonly on: string; readonly ended: boolean }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object> = { readonly type: `permits.complaint.${T}`; readonly data: D };
type With<P extends object> = { readonly personal: P };

export type ComplaintEvent =
  | (Of<
      "filed",
      Pick<Complaint, "channel" | "anonymous" | "receivedOn" | "limit"> & { readonly kind: Against["kind"] }
    > &
      With<Pick<Complaint, "against" | "text" | "contact" | "owner">>)
  | (Of<"assigned", Record<never, never>> & With<{ readonly to: Official; readonly person?: Official }>)
  | { readonly type: "permits.complaint.received"; readonly data: z.infer<typeof published.complaintReceived> }
  | (Of<"extended", { readonly limit: Limit }> & With<{ readonly reasons: string }>)
  | ({ readonly type: "permits.complaint.answered"; readonly data: z.infer<typeof published.complaintAnswered> } & With<
      Pick<Answer, "text" | "measures"> & { readonly objectionLimit?: Limit }
    >)
  | (Of<"objected", { readonly on: string; readonly limit: Limit }> &
      With<{ readonly reasons: string; readonly posted?: Posted }>)
  | ({
      readonly type: "permits.complaint.handed-over";
      readonly data: Omit<z.infer<typeof published.complaintHandedOver>, "holder">;
    } & With<{ readonly reasons: string; readonly appeal: string; readonly holder?: string }>)
  | Of<"appeal-noted", { readonly stage: string; readonly on: string; readonly ended: boolean }>
  | Of<"withdrawn" | "closed", { readonly on: string }>
  | (Of<"contact-disclosed", Record<never, never>> & With<{ readonly reason: string }>)
  | Of<"limit-recounted", { readonly limit: Limit; readonly lookAgainOn?: string }>
  | { readonly type: "permits.complaint.overdue"; readonly data: z.infer<typeof published.complaintOverdue> };

/** What may be said of it to others: its kind, and the item; never the window's clerk or the person. */
export const saidOf = (against: Against) =>
  against.kind === "item" ? { kind: against.kind, item: against.item } : { kind: against.kind };

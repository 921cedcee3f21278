import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-fines.ts";
import type { DueSum } from "../../../../shared/fines/index.ts";
import type { KnownParty } from "../../cases/domain/proceeding/known-case.ts";
import type { Delivery } from "../../service-of-papers/domain/delivery.ts";
import type { CourtApplication, Deferral, Demand, Due, EndGround, PauseGround, Payment, Remedy } from "./fine.ts";

/** The debt that a decision makes. */
export type Debt = Pick<
  Due,
  "case" | "proceeding" | "decision" | "fineFen" | "gainsFen" | "receivedOn" | "surcharge" | "suit" | "handledBy"
>;
/** What the decision says now: sums, remedies, whether it stands. The fine follows it. */
export interface Follow {
  readonly type: "follow";
  /** Undefined before the decision was served. */
  readonly debt: Debt | undefined;
  readonly remedies: readonly Remedy[];
  /** Kind and key of the party: who owes it. */
  readonly party?: Pick<KnownParty, "kind" | "key">;
  /** Codes of what was charged. */
  readonly items?: readonly string[];
  /** The paper by which it was revoked or found void. */
  readonly overturned?: string;
}
export interface NotePayment extends Payment {
  readonly type: "note-payment";
}
/** F-47: finance took back what it had booked to this fine by mistake. */
export interface TakePaymentBack {
  readonly type: "take-payment-back";
  readonly receipt: string;
}
/** QZ-55: what the court is sent. */
export interface ApplyToCourt {
  readonly type: "apply-to-court";
  readonly factsAndBasis: string;
  /** The state of what is to be enforced. */
  readonly object: string;
}
/** QZ-46: seized goods of the party are auctioned for what he owes; and what an item brought. */
export interface TakeGoods {
  readonly type: "take-goods";
  readonly goods: readonly string[];
  /** Those of them that there are. */
  readonly known: readonly string[];
  readonly reasons: string;
}
export interface NoteAuction {
  readonly type: "note-auction";
  readonly item: string;
  readonly amountFen: number;
  readonly receipt: string;
}
/** An item that found no buyer goes back: the debt stays. */
export interface ReleaseGoods {
  readonly type: "release-goods";
  readonly goods: readonly string[];
  readonly reasons: string;
}
export type FineCommand =
  | TakePaymentBack
  | ReleaseGoods
  | TakeGoods
  | NoteAuction
  | Follow
  | NotePayment
  | {
      readonly type: "ask-deferral";
      /** The keys of the party and of who acts for him today. */
      readonly partyKeys: readonly string[];
      readonly kind: Deferral["kind"];
      readonly plan: readonly DueSum[];
      readonly reasons: string;
    }
  | { readonly type: "decide-deferral"; readonly approved: boolean; readonly reasons: string }
  | { readonly type: "demand"; readonly payee: string; readonly account: string }
  | { readonly type: "note-demand-service"; readonly delivery: Delivery | undefined }
  | { readonly type: "state-opinion"; readonly partyKeys: readonly string[]; readonly text: string }
  | { readonly type: "hear-opinion"; readonly adopted: boolean; readonly reasons: string }
  | { readonly type: "waive-surcharge"; readonly putRight: string }
  | ApplyToCourt
  | {
      readonly type: "court-answered";
      readonly accepted: boolean;
      readonly on: string;
      readonly reasons?: string;
      /** QZ-56: the court finds defects and hears both sides. */
      readonly defects?: boolean;
    }
  | { readonly type: "court-ruled"; readonly enforce: boolean; readonly on: string; readonly reasons?: string }
  | { readonly type: "pause"; readonly ground: PauseGround; readonly reasons: string }
  | { readonly type: "resume"; readonly reasons: string }
  | { readonly type: "end"; readonly ground: EndGround; readonly reasons: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.fine.${T}`;
  readonly data: D;
  readonly personal?: P;
};
type Publishing<T extends string, S extends z.ZodType> = {
  readonly type: `enforcement.fine.${T}`;
  readonly data: z.infer<S>;
};
type Words<P extends object> = { readonly personal: P };

export type FineEvent =
  | (Of<"begun", Omit<Debt, "handledBy"> & Pick<Due, "due" | "watch">> & Words<Pick<Debt, "handledBy">>)
  | Publishing<"due", typeof published.fineDue>
  | Publishing<"paid-in", typeof published.finePaidIn>
  | Publishing<"payment-taken-back", typeof published.finePaymentTakenBack>
  | Publishing<"settled", typeof published.fineSettled>
  | (Of<"deferral-asked", Omit<Deferral, "decided">> & Words<{ readonly reasons: string }>)
  | (Of<
      "deferral-decided",
      Pick<Due, "watch"> & { readonly on: string; readonly approved: boolean; readonly plan?: Due["agreed"] }
    > &
      Words<{ readonly reasons: string }>)
  | (Of<"demanded", Pick<Demand, "number" | "issuedOn"> & { readonly payee: string; readonly owedFen: number }> &
      Words<{ readonly account: string }>)
  | (Of<"goods-taken", { readonly on: string; readonly goods: readonly string[] }> &
      Words<{ readonly reasons: string }>)
  | (Of<"goods-released", { readonly on: string; readonly goods: readonly string[] }> &
      Words<{ readonly reasons: string }>)
  | Of<"goods-auctioned", { readonly on: string; readonly item: string; readonly amountFen: number }>
  | Of<"demand-served", { readonly on: string; readonly passes: Limit }>
  | (Of<"opinion-stated", { readonly on: string }> & Words<{ readonly text: string }>)
  | (Of<"opinion-heard", { readonly on: string; readonly adopted: boolean }> & Words<{ readonly reasons: string }>)
  | Of<"remedy-sought", { readonly kind: "review" | "suit"; readonly on: string }>
  | Of<"remedy-ended", Pick<Remedy, "kind" | "effect"> & Partial<Pick<Due, "watch">> & { readonly on: string }>
  | Of<"changed", Pick<Due, "fineFen" | "gainsFen"> & Partial<Pick<Due, "watch">>>
  | (Of<"surcharge-waived", { readonly on: string }> & Words<{ readonly putRight: string }>)
  | (Of<"court-asked", Omit<CourtApplication, "approvedBy">> & Words<Pick<ApplyToCourt, "factsAndBasis" | "object">>)
  | Of<"court-accepted", { readonly on: string; readonly ruling: Limit }>
  | (Of<"court-refused", { readonly on: string }> & Words<{ readonly reasons?: string }>)
  | (Of<"court-ruled", { readonly on: string; readonly enforce: boolean }> & Words<{ readonly reasons?: string }>)
  | (Of<"paused", { readonly on: string; readonly ground: PauseGround }> & Words<{ readonly reasons: string }>)
  | (Of<"resumed", { readonly on: string }> & Words<{ readonly reasons: string }>)
  | (Of<"ended", { readonly on: string; readonly ground: EndGround }> & Words<{ readonly reasons: string }>)
  | (Of<"made-anew", Omit<Debt, "handledBy"> & Pick<Due, "due" | "watch">> & Words<Pick<Debt, "handledBy">>)
  | Publishing<"begun-anew", typeof published.fineBegunAnew>
  | Publishing<"reopened", typeof published.fineReopened>
  | Publishing<"annulled", typeof published.fineAnnulled>
  | Publishing<"refund-due", typeof published.fineRefundDue>
  | Publishing<"overdue", typeof published.fineOverdue>
  | Publishing<"told", typeof published.fineWindow>
  | Of<"limit-recounted", Pick<Due, "due" | "watch" | "lookAgainOn"> & { readonly plan?: Due["agreed"] }>;

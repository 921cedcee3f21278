import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { BudgetLine } from "../../budget/domain/budget-line.ts";
import type { Payee } from "./payee/payee.ts";

/** What a payment is asked for. Its amount and document never change: what is wrong is refused and asked anew (F-48). */
export interface Asked {
  /** Id of the budget line that it is paid from. */
  readonly line: string;
  /** Id of the payee in the town's register: neither name nor account number. */
  readonly payee: string;
  readonly amount: Fen;
  readonly purpose: string;
  /** The document that the claim rests on. */
  readonly document: string;
  /** F10: above this amount the county agrees first. Absent: the mode of the town asks for no agreement. */
  readonly agreementAbove?: Fen;
  /** F-54: the document of the mode (乡财县管) that asks for it. */
  readonly agreementBy?: string;
}

/** Steps that different people take (F11, F-49). */
export const duties = ["request", "review", "agree", "approve", "pay"] as const;
export type Duty = (typeof duties)[number];

export interface Payment extends Asked {
  readonly status:
    | "requested"
    | "reviewed"
    | "approved"
    | "sent"
    | "paid"
    | "returned"
    | "refused"
    | "withdrawn"
    | "given-up";
  /** Logins of those who took a step; after a return the steps are taken anew. */
  readonly by: Readonly<Partial<Record<Duty, string>>>;
  /** The payment file that it went out with. */
  readonly file?: string;
  /** The bank's serial number of the line that moved the money. */
  readonly serial?: string;
  readonly reasons?: string;
}

export type PaymentCommand =
  | ({
      readonly type: "request";
      /** The payee as he stands when this is committed. */
      readonly standing: Pick<Payee, "status"> | undefined;
    } & Asked)
  | { readonly type: "review" }
  | { readonly type: "agree" }
  | { readonly type: "approve" }
  /** `enteredBy`: who entered the payee's account. */
  | { readonly type: "send"; readonly file: string; readonly enteredBy?: string }
  /** `on`: the day on which the bank moved the money. */
  | { readonly type: "confirm"; readonly serial: string; readonly on: string }
  | {
      readonly type: "return";
      readonly serial: string;
      readonly on: string;
      readonly reasons: string;
      /** Its state when its line and its posting were worked out: both follow from it. */
      readonly seen: Payment["status"];
      /** Whether it came back in a later year, and whether a line of carry-over takes it (F-6). */
      readonly later?: "with-carry-over" | "without-carry-over";
      /** The line of carry-over that was named. */
      readonly into?: Pick<BudgetLine, "from">;
      /** The line of carry-over that takes it: a corrected payment goes on from there. */
      readonly carryOver?: string;
    }
  | { readonly type: "correct"; readonly payee: string; readonly standing: Pick<Payee, "status"> | undefined }
  /** F-6: its line lapsed; the carry-over of that line pays it. */
  | { readonly type: "go-on"; readonly line: string; readonly standing: Pick<BudgetLine, "from"> | undefined }
  | { readonly type: "refuse"; readonly reasons: string }
  | { readonly type: "withdraw" }
  | { readonly type: "give-up" };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.payment.${Type}`;
  readonly data: Data;
}
interface By {
  readonly by: string;
}
export type PaymentEvent =
  | Said<"requested", Asked & By>
  | Said<"reviewed", By>
  | Said<"agreed", By>
  | Said<"approved", By>
  | Said<"sent", By & { readonly file: string }>
  | Said<"confirmed", { readonly serial: string; readonly on: string }>
  | Said<"returned", { readonly serial: string; readonly on: string; readonly reasons: string; readonly line?: string }>
  | Said<"corrected", By & { readonly payee: string }>
  | Said<"gone-on", { readonly line: string }>
  | Said<"refused", { readonly reasons: string }>
  | Said<"withdrawn", Readonly<Record<never, never>>>
  | Said<"given-up", Readonly<Record<never, never>>>;

/** States of a payment and what moves them. What the bank has cannot be refused or withdrawn any more. */
export const paymentMoves = {
  requested: { review: "reviewed", refuse: "refused", withdraw: "withdrawn", "go-on": "requested" },
  reviewed: { agree: "reviewed", approve: "approved", refuse: "refused", withdraw: "withdrawn", "go-on": "reviewed" },
  approved: { send: "sent", refuse: "refused", withdraw: "withdrawn", "go-on": "approved" },
  sent: { confirm: "paid", return: "returned", "go-on": "sent" },
  paid: { return: "returned" },
  returned: { correct: "requested", "give-up": "given-up" },
  refused: {},
  withdrawn: {},
  "given-up": {},
} as const satisfies MovesOf<Payment, PaymentCommand>;

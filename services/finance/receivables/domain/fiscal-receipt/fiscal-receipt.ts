import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Fen } from "../../../../../shared/money/index.ts";
import type { Payer } from "../payer.ts";
import type { ReceiptBatch } from "../receipt-stock/receipt-batch.ts";
import { receivableKinds } from "../receivable.ts";

/** What a receipt is given for: a claim by its kind, or other non-tax income (F17). */
export const receiptKinds = [...receivableKinds, "income"] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** The payment that a receipt is given for: which claim, and the line of the bank that brought the money. */
interface Paid {
  /** The claim; of other income `revenue:` and its id. */
  readonly receivable: string;
  readonly kind: ReceiptKind;
  /** Of other income: what it is called, and its class (F-15). */
  readonly source?: { readonly title: string; readonly item: string };
  readonly serial: string;
  readonly amount: Fen;
  readonly paidOn: string;
  readonly payer?: Payer;
}
/** A fiscal receipt (财政票据, CF-70): one stands for each payment. A void one stays visible, with its number. */
export interface FiscalReceipt extends Paid {
  readonly status: "issued" | "voided";
  /** As printed, and its place in its series: kind and year. */
  readonly number: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  /** Who it is made out to, as he was written. */
  readonly madeOutTo?: string;
  /** The first receipt of a payment is 1; each that takes the place of a void one counts on. */
  readonly turn: number;
  readonly replaces?: string;
  readonly voidedOn?: string;
  readonly reasons?: string;
}

export type FiscalReceiptCommand =
  | ({
      readonly type: "issue";
      readonly madeOutTo?: string;
      readonly turn: number;
      readonly replaces?: string;
      /** What the county issued of this kind; absent: nothing, and the town counts by its own series. */
      readonly stock?: readonly ReceiptBatch[];
    } & Paid)
  | {
      readonly type: "void";
      readonly reasons: string;
      /** Whether another receipt takes its place in the same commit. */
      readonly isReplaced: boolean;
      /** F-47: the payment was booked to a wrong claim: no receipt stands for it any more. */
      readonly isTakenBack?: true;
      /** What of the claim went back to the payer so far. */
      readonly wentBack: Fen;
    };

export type FiscalReceiptEvent =
  | {
      readonly type: "finance.fiscal-receipt.issued";
      readonly data: Omit<Paid, "amount"> & {
        readonly amountFen: Fen;
        readonly number: string;
        readonly issuedOn: string;
        readonly turn: number;
        readonly replaces?: string;
        readonly by: string;
      };
      readonly personal: { readonly madeOutTo?: string };
    }
  | {
      readonly type: "finance.fiscal-receipt.voided";
      readonly data: { readonly on: string; readonly by: string };
      readonly personal: { readonly reasons: string };
    };

/** States of a receipt and what moves them. */
export const fiscalReceiptMoves = {
  issued: { void: "voided" },
  voided: {},
} as const satisfies MovesOf<FiscalReceipt, FiscalReceiptCommand>;

/** What a receipt of other income is given for. */
export const ofRevenue = (id: string): string => `revenue:${id}`;
/** The income that a receipt is given for; undefined: it is given for a claim. */
export const revenueOfReceipt = ({ kind, receivable }: Pick<Paid, "kind" | "receivable">): string | undefined =>
  kind === "income" ? receivable.slice(ofRevenue("").length) : undefined;

/** The partition of `byStatus` with the receipts of a kind and year, void ones among them. */
export const receiptsOf = (kind: ReceiptKind, year: number): string => `fiscal-receipt:${kind}:${year}`;
/** The partition of `byOwner` with the receipts of a payer, and that of `byCode` with those of a claim. */
export const receiptsOfPayer = (key: string): string => `fiscal-receipt:payer:${key}`;
export const receiptsOfClaim = (receivable: string): string => `fiscal-receipt:claim:${receivable}`;

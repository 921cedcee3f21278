import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that receivables refuse with; each has its text in `problems.ts`. */
export type ReceivableRefusal =
  | "finance.day-in-future"
  | "finance.line-not-received"
  | "finance.nothing-owed"
  | "finance.nothing-to-refund"
  | "finance.paid-before-claim"
  | "finance.receipt-by-cashier"
  | "finance.receipt-kind-unknown"
  | "finance.receipt-needed"
  | "finance.receipt-not-in-this-state"
  | "finance.receipt-numbers-backwards"
  | "finance.receipt-numbers-twice"
  | "finance.receipt-own-void"
  | "finance.receipt-refunded"
  | "finance.receipt-used"
  | "finance.receipts-used-up"
  | "finance.receipts-without-stock"
  | "finance.receivable-not-in-this-state"
  | "finance.receivable-raised-otherwise"
  | "finance.refund-not-approved"
  | "finance.refund-running"
  | "finance.refund-too-large"
  | "finance.same-person-approves-refund"
  | "finance.same-person-takes-back"
  | "finance.serial-used"
  | "finance.whole-sum-only";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<ReceivableRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that payments refuse with; each has its text in `problems.ts`. */
export type PaymentRefusal =
  | "finance.account-number-malformed"
  | "finance.carry-over-missing"
  | "finance.cashier-only-pays"
  | "finance.county-has-not-agreed"
  | "finance.goes-on-elsewhere"
  | "finance.not-the-requester"
  | "finance.one-person-in-two-roles"
  | "finance.paid-into-own-entry"
  | "finance.payee-not-in-this-state"
  | "finance.payee-unknown"
  | "finance.payment-amount"
  | "finance.payment-moved-meanwhile"
  | "finance.payment-not-in-this-state"
  | "finance.payment-requested-otherwise"
  | "finance.payment-twice-in-file"
  | "finance.payment-without-document"
  | "finance.role-missing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PaymentRefusal>();

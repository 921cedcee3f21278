import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that payments refuse with; each has its text in `problems.ts`. */
export type PaymentRefusal =
  | "finance.cashier-only-pays"
  | "finance.county-has-not-agreed"
  | "finance.not-the-requester"
  | "finance.one-person-in-two-roles"
  | "finance.payment-amount"
  | "finance.payment-not-in-this-state"
  | "finance.payment-requested-otherwise"
  | "finance.payment-without-document"
  | "finance.role-missing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PaymentRefusal>();

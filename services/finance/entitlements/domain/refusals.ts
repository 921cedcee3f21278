import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that entitlements refuse with; each has its text in `problems.ts`. */
export type EntitlementRefusal =
  | "finance.allocated-above-outstanding"
  | "finance.allocated-already"
  | "finance.allocated-to-other-payer"
  | "finance.allocated-twice"
  | "finance.amount-without-document"
  | "finance.announced-ahead"
  | "finance.announced-awaits-notice"
  | "finance.announced-for-budget-not-open"
  | "finance.announced-not-due"
  | "finance.demanded-twice"
  | "finance.due-before-promise"
  | "finance.due-day-twice"
  | "finance.entered-already"
  | "finance.entitlement-not-in-this-state"
  | "finance.entitlement-returns-fines"
  | "finance.fixed-already"
  | "finance.fixed-outside-range"
  | "finance.fixing-not-needed"
  | "finance.letter-to-other-payer"
  | "finance.money-came-for-it"
  | "finance.no-reminder-yet"
  | "finance.nothing-to-demand"
  | "finance.paper-in-future"
  | "finance.payer-unknown"
  | "finance.range-inverted"
  | "finance.receipt-before-promise"
  | "finance.receipt-moved-on"
  | "finance.receipt-not-here"
  | "finance.receipt-of-other-kind"
  | "finance.receipt-of-other-payer"
  | "finance.swept-amount"
  | "finance.swept-on-another-day"
  | "finance.transfer-notice-of-other"
  | "finance.transfer-receipt-not-in-this-state";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<EntitlementRefusal>();

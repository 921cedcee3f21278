import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that entitlements refuse with; each has its text in `problems.ts`. */
export type EntitlementRefusal =
  | "finance.allocated-above-outstanding"
  | "finance.allocated-above-receipt"
  | "finance.allocated-already"
  | "finance.allocated-to-other-payer"
  | "finance.allocated-to-unknown"
  | "finance.allocated-twice"
  | "finance.allocation-not-positive"
  | "finance.fixed-already"
  | "finance.fixed-outside-range"
  | "finance.fixing-not-needed"
  | "finance.receipt-before-promise";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<EntitlementRefusal>();

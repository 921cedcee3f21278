import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that funds refuse with; each has its text in `problems.ts`. */
export type FundRefusal =
  | "finance.account-not-approved"
  | "finance.beneficiary-has-no-payee"
  | "finance.fund-empty"
  | "finance.fund-has-money"
  | "finance.fund-not-in-this-state"
  | "finance.fund-other-purpose"
  | "finance.fund-over-allotted"
  | "finance.fund-returns-fines"
  | "finance.fund-source-exceeded"
  | "finance.fund-source-unknown"
  | "finance.matching-demanded"
  | "finance.share-exceeded"
  | "finance.share-holds-no-payment"
  | "finance.share-not-in-this-state"
  | "finance.share-stands"
  | "finance.source-twice";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<FundRefusal>();

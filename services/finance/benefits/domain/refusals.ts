import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that benefits refuse with; each has its text in `problems.ts`. */
export type BenefitRefusal =
  | "finance.batch-empty"
  | "finance.batch-line-twice"
  | "finance.batch-not-in-this-state"
  | "finance.batch-other-hand"
  | "finance.batch-rests"
  | "finance.beneficiary-account-malformed"
  | "finance.beneficiary-known"
  | "finance.beneficiary-not-in-this-state"
  | "finance.beneficiary-unknown"
  | "finance.grant-before-programme"
  | "finance.grant-days-inverted"
  | "finance.grant-not-in-this-state"
  | "finance.grant-stands"
  | "finance.other-benefit"
  | "finance.period-in-future"
  | "finance.programme-excludes-itself"
  | "finance.programme-known"
  | "finance.programme-not-in-this-state"
  | "finance.programme-stopped"
  | "finance.return-day-wrong"
  | "finance.return-elsewhere"
  | "finance.return-not-of-batch";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<BenefitRefusal>();

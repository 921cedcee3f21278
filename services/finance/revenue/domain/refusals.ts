import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that revenue refuses with; each has its text in `problems.ts`. */
export type RevenueRefusal =
  | "finance.collected-early"
  | "finance.income-without-basis"
  | "finance.revenue-not-in-this-state"
  | "finance.revenue-own-reversal"
  | "finance.revenue-payer"
  | "finance.transfer-by-other-office";

/** The refusals of this part, by their codes. */
export const { badInput, notYou, refuse } = refusals<RevenueRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that figures of rural credit are refused with; each has its text in `problems.ts`. */
export type CreditRefusal =
  | "finance.credit-arrears-above-balance"
  | "finance.credit-entered-already"
  | "finance.credit-loans-below-persons"
  | "finance.credit-month-runs"
  | "finance.town-guarantees-nothing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<CreditRefusal>();

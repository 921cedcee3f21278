import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that lines of the bank refuse with; each has its text in `problems.ts`. */
export type BankLineRefusal =
  | "finance.entry-does-not-explain"
  | "finance.line-not-explained"
  | "finance.line-not-shown"
  | "finance.line-of-other-amount"
  | "finance.serial-otherwise"
  | "finance.serial-used"
  | "finance.statement-being-recorded"
  | "finance.statement-does-not-join";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<BankLineRefusal>();

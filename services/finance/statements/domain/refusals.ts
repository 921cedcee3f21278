import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that files of the bank refuse with; each has its text in `problems.ts`. */
export type StatementRefusal =
  | "finance.bank-account-unknown"
  | "finance.statement-brings-nothing"
  | "finance.statement-days"
  | "finance.statement-does-not-add-up"
  | "finance.statement-lines-bad"
  | "finance.statement-too-long"
  | "finance.statement-unreadable";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<StatementRefusal>();

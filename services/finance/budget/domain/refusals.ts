import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the budget refuses with; each has its text in `problems.ts`. */
export type BudgetRefusal =
  | "finance.adjustment-without-congress"
  | "finance.before-approval-kind"
  | "finance.before-approval-level"
  | "finance.below-what-is-spent"
  | "finance.document-missing"
  | "finance.line-amount"
  | "finance.line-not-in-this-state"
  | "finance.line-of-another-year"
  | "finance.line-stands"
  | "finance.no-borrowing"
  | "finance.nothing-reserved"
  | "finance.over-budget"
  | "finance.over-plan"
  | "finance.plan-above-budget"
  | "finance.plan-shrinks"
  | "finance.reserve-out-of-bounds"
  | "finance.reserved-otherwise"
  | "finance.returns-more-than-paid"
  | "finance.turnover-fund-too-large"
  | "finance.year-runs";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<BudgetRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the budget refuses with; each has its text in `problems.ts`. */
export type BudgetRefusal =
  | "finance.accounts-not-approved"
  | "finance.adjustment-without-congress"
  | "finance.before-approval-kind"
  | "finance.before-approval-level"
  | "finance.below-what-is-spent"
  | "finance.budget-approved-already"
  | "finance.budget-not-approved"
  | "finance.carry-over-otherwise"
  | "finance.carry-over-too-large"
  | "finance.carry-over-without-line"
  | "finance.day-not-come"
  | "finance.day-of-another-year"
  | "finance.day-too-early"
  | "finance.document-missing"
  | "finance.duty-performed-already"
  | "finance.line-amount"
  | "finance.line-not-in-this-state"
  | "finance.line-of-another-year"
  | "finance.line-of-other-ground"
  | "finance.line-stands"
  | "finance.no-borrowing"
  | "finance.nothing-reserved"
  | "finance.over-approved"
  | "finance.over-budget"
  | "finance.over-plan"
  | "finance.plan-above-budget"
  | "finance.plan-shrinks"
  | "finance.reserve-out-of-bounds"
  | "finance.reserved-otherwise"
  | "finance.returns-more-than-paid"
  | "finance.shift-within-one-line"
  | "finance.surplus-goes-on"
  | "finance.turnover-fund-too-large"
  | "finance.year-not-in-this-state"
  | "finance.year-runs";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<BudgetRefusal>();

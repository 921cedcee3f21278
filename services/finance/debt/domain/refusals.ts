import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the register of debts refuses with; each has its text in `problems.ts`. */
export type DebtRefusal =
  | "finance.debt-day-in-future"
  | "finance.debt-not-in-this-state"
  | "finance.debtor-unknown"
  | "finance.new-debt"
  | "finance.no-plan-day-yet"
  | "finance.no-written-opinion"
  | "finance.nothing-to-reward"
  | "finance.plan-day-passed"
  | "finance.plan-days-disordered"
  | "finance.plan-unlike-debt"
  | "finance.project-by-debt"
  | "finance.project-not-covered"
  | "finance.repaid-above-debt"
  | "finance.repayment-holds-no-entry"
  | "finance.repayment-not-booked"
  | "finance.repayment-rewarded"
  | "finance.stock-differs"
  | "finance.stock-not-in-this-state"
  | "finance.stock-not-locked";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<DebtRefusal>();

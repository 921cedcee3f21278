import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the ledger refuses with; each has its text in `problems.ts`. */
export type LedgerRefusal =
  | "finance.account-has-parts"
  | "finance.account-unknown"
  | "finance.amount-not-positive"
  | "finance.book-not-in-this-state"
  | "finance.book-unknown"
  | "finance.budget-entry-missing"
  | "finance.budget-entry-not-allowed"
  | "finance.effective-before-book"
  | "finance.effective-in-future"
  | "finance.entry-not-in-this-state"
  | "finance.income-not-classified"
  | "finance.keeps-no-books"
  | "finance.lines-too-few"
  | "finance.lines-too-many"
  | "finance.money-moves"
  | "finance.month-closed-already"
  | "finance.month-not-next"
  | "finance.month-not-shut"
  | "finance.month-runs"
  | "finance.month-shut-already"
  | "finance.not-balanced"
  | "finance.not-to-hand-on"
  | "finance.opened-already"
  | "finance.opening-income"
  | "finance.opening-without-document"
  | "finance.other-set"
  | "finance.period-moved-on"
  | "finance.postings-without-voucher"
  | "finance.reconciliation-missing"
  | "finance.reversal-stays"
  | "finance.reversed-already"
  | "finance.source-posted-already"
  | "finance.source-posted-otherwise"
  | "finance.statement-differs"
  | "finance.voucher-gap"
  | "finance.year-has-open-months"
  | "finance.year-without-chart";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<LedgerRefusal>();

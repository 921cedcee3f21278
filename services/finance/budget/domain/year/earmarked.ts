import type { Decision } from "../../../../../shared/decider/index.ts";
import { type Fen, fen, subtract } from "../../../../../shared/money/index.ts";
import { notNow } from "../refusals.ts";
import type { BudgetYear, BudgetYearEvent } from "./words.ts";

/**
 * F-12 (预算法71): an earmarked transfer that needs no money of the town is no adjustment. Its line takes nothing of what the congress
 * approved, and it is reported to the congress. Before approval nothing is carried out that it could add to.
 */
export function allotEarmarked(state: BudgetYear, amount: Fen): Decision<BudgetYearEvent> {
  if (state.status === "open") return notNow("finance.budget-not-approved", { year: state.year, article: "预算法71" });
  return [{ type: "finance.budget-year.allotted", data: { amountFen: amount, ground: "earmarked" } }];
}

/** F-12: what the congress has still to be told of. */
export const earmarkedToReport = ({ earmarked = fen(0), reported = fen(0) }: BudgetYear): Fen =>
  subtract(earmarked, reported);

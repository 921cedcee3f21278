import type { Rejection } from "../../../../shared/decider/index.ts";
import { badInput, refuse } from "./refusals.ts";

/** One cost with the paper that proves it. Sums in fen. */
export interface CostItem {
  readonly description: string;
  readonly amountFen: number;
  readonly proof: string;
}
export interface CostsAsked {
  readonly items: readonly CostItem[];
  /** What the material brought in; it belongs to the party. */
  readonly salvageFen: number;
  readonly estimateFen: number;
  /** Why it cost more than was told beforehand. */
  readonly explanation?: string | undefined;
}
const article = { article: "行政强制法51(2)", rule: "QZ-51" };

/**
 * QZ-51 (行政强制法51(2)): the party bears the reasonable cost, no more than was needed: what papers prove, less what the material
 * brought in. More than the estimate needs an explanation. Answers the sum in fen.
 */
export function costsOf({ items, salvageFen, estimateFen, explanation }: CostsAsked): number | Rejection {
  const twice = items.findIndex(({ proof }, at) => items.findIndex((one) => one.proof === proof) !== at);
  if (twice >= 0) return badInput("enforcement.costs-counted-twice", article, `/items/${twice}/proof`);
  const spentFen = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (spentFen > estimateFen && (explanation ?? "").trim() === "")
    return refuse("enforcement.costs-above-estimate", { spentFen, estimateFen, ...article }, "/explanation");
  const amountFen = spentFen - salvageFen;
  return amountFen > 0
    ? amountFen
    : badInput("enforcement.costs-nothing-left", { spentFen, salvageFen, ...article }, "/salvageFen");
}

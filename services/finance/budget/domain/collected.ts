import { add, type Fen, fen, larger, subtract } from "../../../../shared/money/index.ts";
import { accountOf, type Chart } from "../../ledger/domain/accounts.ts";
import { isCarriedOver, type Line } from "../../ledger/domain/posting.ts";

/**
 * F-11 (预算法66): general income as it is booked, transfers left out. A refund lowers it. What closes a year is no income.
 * @param entries the lines of each entry of the treasury that counts in the year
 */
export function collectedIn(entries: readonly (readonly Line[])[], chart: Chart): Fen {
  let total = fen(0);
  for (const lines of entries) {
    if (isCarriedOver(lines, chart)) continue;
    for (const { account, side, amount, origin } of lines) {
      const known = accountOf(chart, account);
      if (known?.kind !== "income" || known.budget !== "general" || origin === "transfer") continue;
      total = side === "credit" ? add(total, amount) : subtract(total, amount);
    }
  }
  return total;
}

/** F-11, F-44: what came in beyond the approved income (超收) goes to the stabilisation fund alone; what is missing (短收) is met by F-44. */
export const againstApproved = (revenue: Fen, collected: Fen) => ({
  overCollected: larger(subtract(collected, revenue), fen(0)),
  short: larger(subtract(revenue, collected), fen(0)),
});

import { type OfType, present, type Rejection } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, larger, subtract, sum } from "../../../../shared/money/index.ts";
import { accountOf, type Chart } from "../../ledger/domain/accounts.ts";
import { isCarriedOver, type Line } from "../../ledger/domain/posting.ts";
import { badInput } from "./refusals.ts";
import type { ApprovedBudgetYear, BudgetYearCommand } from "./year/words.ts";

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

type ToldIncome = Pick<OfType<BudgetYearCommand, "approve">, "revenue" | "revenues">;
type Approval = Pick<ApprovedBudgetYear, "revenue" | "revenues">;

/** F-11: general income by class, each once; transfers, funds and debt are left out (F-4); its total is the sum of the classes. */
export function incomeApproved({ revenue, revenues }: ToldIncome): Pick<Approval, "revenue" | "revenues"> | Rejection {
  if (revenues === undefined) return present({ revenue });
  const other = revenues.findIndex(({ item }) => !/^(101|103(?!01))/.test(item));
  if (other >= 0) return badInput("finance.approved-income-class", { article: "预算法27" }, `/revenues/${other}/item`);
  const twice = revenues.findIndex(({ item }, at) =>
    revenues.some((one, before) => before < at && (one.item.startsWith(item) || item.startsWith(one.item))),
  );
  if (twice >= 0) return badInput("finance.approved-income-twice", {}, `/revenues/${twice}/item`);
  const total = sum(revenues.map(({ amount }) => amount));
  if (revenue !== undefined && revenue !== total)
    return badInput("finance.approved-income-differs", { total }, "/revenueFen");
  return { revenue: total, revenues: Object.fromEntries(revenues.map(({ item, amount }) => [item, amount])) };
}

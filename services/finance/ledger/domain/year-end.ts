import type { Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, negate } from "../../../../shared/money/index.ts";
import { accountOf, type Chart } from "./accounts.ts";
import { balanceOf, type Turnover } from "./balances.ts";
import { type Closed, settlingOf } from "./periods.ts";
import { type Line, mostLines } from "./posting.ts";
import { notNow, refuse } from "./refusals.ts";

/** A line that moves a debit balance by this much; none where there is nothing to move. */
function lineFor(account: string, debit: Fen, item?: string): readonly Line[] {
  if (debit === 0) return [];
  const side = debit > 0 ? "debit" : "credit";
  return [{ account, side, amount: debit > 0 ? debit : negate(debit), ...(item === undefined ? {} : { item }) }];
}

/** A turnover of one class of an account. */
export interface Classed extends Turnover {
  readonly item?: string;
}

/** So many pairs are one entry: a posting has at most 40 lines. */
export const pairsAtOnce = mostLines / 2;

/**
 * The lines that close income and expense into the accounts which the chart names. After them each such account is zero, and each
 * set balances as before. There may be more lines than a posting has: they are posted as a batch, each pair balanced by itself.
 */
export function closingLines(rows: readonly Classed[], chart: Chart): readonly (readonly [Line, Line])[] {
  return rows.flatMap((row): (readonly [Line, Line])[] => {
    const into = accountOf(chart, row.account)?.closesInto;
    if (into === undefined) return [];
    const balance = balanceOf(row);
    const [own] = lineFor(row.account, negate(balance), row.item);
    const [other] = lineFor(into, balance);
    return own === undefined || other === undefined ? [] : [[own, other]];
  });
}

/** The lines that open the next year: what stood at the end of the last one, account by account. */
export const openingLines = (rows: readonly Turnover[]): readonly Line[] =>
  rows.flatMap((row) => lineFor(row.account, balanceOf(row)));

/** What keeps opening balances from being entered; undefined when they may be: they come with a document (会计法 14). */
export const openingRefusal = (document: string): Rejection | undefined =>
  document.trim() === "" ? refuse("finance.opening-without-document", { article: "会计法 14" }) : undefined;

/** A year is settled after its December is closed, once; `undefined` when it may be. */
export function settlingRefusal(year: number, { through, settled }: Closed): Rejection | undefined {
  if (settled.includes(year)) return notNow("finance.month-closed-already", { month: settlingOf(year) });
  if (through === undefined || through < `${year}-12`) return notNow("finance.year-has-open-months", { year });
  return undefined;
}

import { add, type Fen, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { bankAccount } from "../../bank-lines/domain/bank-account.ts";
import type { Checker } from "../domain/book/words.ts";
import { chartOfBook } from "./opening.ts";

/**
 * F-43: what the files of the bank say of a book at the end of a month. Undefined where the files of an account do not cover the month:
 * the statement is then on paper.
 */
export async function fileBalance(
  { store, town }: Pick<Runtime, "store" | "town">,
  { book, month, by }: { readonly book: string; readonly month: string; readonly by: Checker },
): Promise<Fen | undefined> {
  const chart = chartOfBook({ town }, book, Number(month.slice(0, 4)));
  if (chart === undefined) return undefined;
  const checked = chart.accounts.filter((one) => one.checkedWith === by).map(({ code }) => code);
  const accounts = town.finance.bankAccounts.filter((one) => one.book === book && checked.includes(one.account));
  const known = await store.loadAll(
    bankAccount,
    accounts.map(({ id }) => id),
  );
  const ends = known.map(({ state }) => state.monthEnds[month]);
  if (accounts.length === 0 || ends.length < accounts.length) return undefined;
  return ends.reduce<Fen | undefined>(
    (sum, end) => (sum === undefined || end === undefined ? undefined : add(sum, end)),
    fen(0),
  );
}

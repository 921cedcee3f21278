import { sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, StoreBusy } from "../../../../shared/store/index.ts";
import { accountOf, type Chart } from "../domain/accounts.ts";
import { balancesOf, type LedgerBalance, ledgerBalance } from "../domain/balance/balance.ts";

const tries = 5;

/** The balances of a book in a year, and how many moves they hold in all. */
export interface Cut {
  readonly balances: readonly LedgerBalance[];
  readonly upTo: number;
}

/**
 * The balances of a book in a year at one moment: read until two readings agree and both sides are equal, so that no posting
 * stands in them by half.
 * @throws StoreBusy while postings arrive faster than the balances are read
 */
export async function cutOf({ store }: Pick<Runtime, "store">, book: string, year: number): Promise<Cut> {
  const where = { index: "byStatus", partition: balancesOf(book, year) };
  let before: string | undefined;
  for (let at = 0; at < tries; at += 1) {
    const all = await everythingIn(store, ledgerBalance, where);
    const now = all.map(({ id, version }) => `${id} ${version}`).join("\n");
    const balances = all.map(({ state }) => state);
    // A list may lag behind the table: an account that it does not hold yet would be missing on one side.
    if (now === before && isWhole(balances))
      return { balances, upTo: balances.reduce((total, { moves }) => total + moves, 0) };
    before = now;
  }
  throw new StoreBusy("trial balance");
}

const isWhole = (balances: readonly LedgerBalance[]): boolean =>
  sum(balances.map(({ debit }) => debit)) === sum(balances.map(({ credit }) => credit));

/** The balances of a year, and of the years before it those of accounts that go on. */
export async function balancesThrough(
  runtime: Pick<Runtime, "store">,
  { id, first, chart }: { readonly id: string; readonly first: string; readonly chart: Chart },
): Promise<readonly LedgerBalance[]> {
  const years = Array.from({ length: chart.year - Number(first.slice(0, 4)) + 1 }, (_, at) => chart.year - at);
  const cuts = await Promise.all(years.map((year) => cutOf(runtime, id, year)));
  const stands = ({ account, year }: LedgerBalance) =>
    year === chart.year || accountOf(chart, account)?.kind === "stands";
  return cuts.flatMap(({ balances }) => balances.filter(stands));
}

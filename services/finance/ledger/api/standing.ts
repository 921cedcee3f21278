import { sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded, type Store, StoreBusy } from "../../../../shared/store/index.ts";
import { accountOf, type Chart } from "../domain/accounts.ts";
import { balancesOf, type LedgerBalance, ledgerBalance } from "../domain/balance/balance.ts";
import { movesBetween, whollyAt } from "./cut.ts";

const tries = 5;

/** The balances of a book in a year, and how many moves they hold in all. */
export interface Cut {
  readonly balances: readonly LedgerBalance[];
  readonly upTo: number;
}

/**
 * The balances of a book in a year at one moment, while postings arrive. They are read twice: each posting that stands by half in
 * the first reading is completed from the second, and each later one is left out.
 * @throws StoreBusy while the list of accounts lags behind the table
 */
export async function cutOf({ store }: Pick<Runtime, "store">, book: string, year: number): Promise<Cut> {
  const where = { index: "byStatus", partition: balancesOf(book, year) };
  for (let at = 0; at < tries; at += 1) {
    const first = await everythingIn(store, ledgerBalance, where);
    const second = await everythingIn(store, ledgerBalance, where);
    const balances = await betweenReadings(store, first, second);
    // A list may lag behind the table: an account that it does not hold yet would be missing on one side.
    if (isWhole(balances)) return { balances, upTo: balances.reduce((total, { moves }) => total + moves, 0) };
  }
  throw new StoreBusy("trial balance");
}

async function betweenReadings(
  store: Store,
  first: readonly Loaded<LedgerBalance>[],
  second: readonly Loaded<LedgerBalance>[],
): Promise<readonly LedgerBalance[]> {
  const moves = await movesBetween(store, first, second);
  return moves.length === 0 ? first.map(({ state }) => state) : whollyAt(store, { first, second, moves });
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

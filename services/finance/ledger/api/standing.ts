import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, StoreBusy } from "../../../../shared/store/index.ts";
import { balancesOf, type LedgerBalance, ledgerBalance } from "../domain/balance/balance.ts";

const tries = 5;

/** The balances of a book in a year, and how many moves they hold in all. */
export interface Cut {
  readonly balances: readonly LedgerBalance[];
  readonly upTo: number;
}

/**
 * The balances of a book in a year at one moment: read until two readings agree, so that no posting stands in them by half.
 * @throws StoreBusy while postings arrive faster than the balances are read
 */
export async function cutOf({ store }: Pick<Runtime, "store">, book: string, year: number): Promise<Cut> {
  const where = { index: "byStatus", partition: balancesOf(book, year) };
  let before: string | undefined;
  for (let at = 0; at < tries; at += 1) {
    const all = await everythingIn(store, ledgerBalance, where);
    const now = all.map(({ id, version }) => `${id} ${version}`).join("\n");
    if (now === before) {
      const balances = all.map(({ state }) => state);
      return { balances, upTo: balances.reduce((total, { moves }) => total + moves, 0) };
    }
    before = now;
  }
  throw new StoreBusy("trial balance");
}

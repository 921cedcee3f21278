import { isRejection } from "../../../../shared/decider/index.ts";
import { add, type Fen, fen, sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { entitlement } from "../../entitlements/domain/decider.ts";
import { settledLineId } from "../../entitlements/domain/settled-line.ts";
import { accountOf, type Chart, chartFor } from "../../ledger/domain/accounts.ts";
import { classedOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { LedgerEntry } from "../../ledger/domain/posted/words.ts";
import { isCarriedOver } from "../../ledger/domain/posting.ts";
import type { FiscalEntry } from "../domain/facts.ts";
import { termIn } from "../domain/settle-year.ts";
import type { LineReceived } from "../domain/settlement/words.ts";

/** The book of the town treasury: revenue counts there, when the money reaches it (F-10). */
export const treasuryBook = ({ town }: Pick<Runtime, "town">): string | undefined =>
  town.finance.books.find(({ kind }) => kind === "treasury")?.id;

/** What a settlement of a year reads of the books. */
export interface BookedYear {
  readonly entries: readonly FiscalEntry[];
  /** What came as a transfer, by entry. What was taken back is not there. */
  readonly transfers: Readonly<Record<string, Fen>>;
}

/** F-35: the classed entries of a year, late ones among them. It reads this year's entries, and none of other years. */
export async function bookedIn({ store, town }: Pick<Runtime, "store" | "town">, year: number): Promise<BookedYear> {
  const book = treasuryBook({ town });
  const chart = chartFor(town.finance.charts, "treasury", year);
  if (book === undefined || isRejection(chart)) return { entries: [], transfers: {} };
  const found = await everythingIn(store, ledgerEntry, { index: "byOwner", partition: classedOf(book, year) });
  const counted = found.filter(({ state }) => !isCarriedOver(state.lines, chart));
  const entries = counted.flatMap((one) => fiscalEntriesOf(one, chart));
  const transfers: Record<string, Fen> = {};
  for (const { id, state } of counted) {
    if (state.status === "reversed" || state.reverses !== undefined) continue;
    for (const { origin, side, amount } of state.lines)
      if (origin === "transfer")
        transfers[id] = add(transfers[id] ?? fen(0), side === "credit" ? amount : fen(-amount));
  }
  return { entries, transfers };
}

/** The lines of an entry that belong to a budget: income above zero as it comes, costs above zero as they are paid. */
function fiscalEntriesOf({ id, state }: Loaded<LedgerEntry>, chart: Chart): readonly FiscalEntry[] {
  return state.lines.flatMap((line, at): readonly FiscalEntry[] => {
    const account = accountOf(chart, line.account);
    const { item, level = "town", origin = "ordinary" } = line;
    if (account?.budget === undefined || account.kind === "stands") return [];
    if (item === undefined || !/^\d{3,12}$/.test(item)) return [];
    const isGrowing = line.side === (account.kind === "income" ? "credit" : "debit");
    const amount = isGrowing ? line.amount : fen(-line.amount);
    return [
      {
        id: `${id}#${at + 1}`,
        effectiveOn: state.effectiveOn,
        budget: account.budget,
        class: item,
        level,
        origin,
        amount,
      },
    ];
  });
}

/** 预算法 52: what came already for the lines that pay the town, put down to their promises. */
async function receivedIn({ store, town }: Pick<Runtime, "store" | "town">, year: number): Promise<LineReceived[]> {
  const lines = town.finance.schemes
    .filter((scheme) => termIn(scheme, year).months.length > 0)
    .flatMap(({ id, version, pays }) => pays.map((line) => ({ scheme: id, version, line })));
  const promises = await store.loadAll(
    entitlement,
    lines.map((one) => settledLineId({ year, ...one })),
  );
  return promises.flatMap(({ id, state }) => {
    const line = lines.find((one) => settledLineId({ year, ...one }) === id);
    return line === undefined ? [] : [{ ...line, amount: sum(state.receipts.map(({ amount }) => amount)) }];
  });
}

/** All that a settlement is computed from. */
export const bookedAndReceived = async (runtime: Pick<Runtime, "store" | "town">, year: number) => ({
  ...(await bookedIn(runtime, year)),
  received: await receivedIn(runtime, year),
});

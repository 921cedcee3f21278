import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { accountFor } from "../../bank-lines/index.ts";
import { entryIdOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { LedgerEntry } from "../../ledger/domain/posted/words.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { bookBefore, bookHeld, type Draft, postedTogether, turned } from "../../ledger/index.ts";
import { receivable } from "../domain/decider.ts";
import type { Receivable } from "../domain/receivable.ts";

/** Money of a claim that came in, or goes back. */
export interface Money {
  /** What names the money: its serial number, or the refund. */
  readonly name: string;
  readonly amount: Line["amount"];
  readonly on: string;
  readonly text: string;
  readonly goesBack?: true;
  /** How often it was booked before and taken back: each time it is posted under another source. */
  readonly turn?: number;
}

/** A serial number may hold anything; its key is letters and digits. */
const keyOf = (name: string): string => sha256(name).slice(0, 16).toUpperCase();

/** CF-74, XK-59: what the money of a claim is, in any class. */
const origins = { fee: "permit-fee", penalty: "fine", cost: "ordinary" } as const satisfies Record<
  Receivable["kind"],
  Line["origin"]
>;

const sourceOfMoney = (name: string, turn: number) => ({
  ...{ service: "finance", id: `receipt-${keyOf(name)}${turn === 1 ? "" : `-${turn}`}` },
});

/** The entries of a line of the bank, the first one first. Each but the last one was taken back. */
export async function entriesOfLine({ store, town }: Runtime, serial: string) {
  const entries: Loaded<LedgerEntry>[] = [];
  for (;;) {
    const id = entryIdOf(town.finance.receiptAccounts.book, sourceOfMoney(serial, entries.length + 1));
    const next = await store.load(ledgerEntry, id);
    if (next === undefined) return entries;
    entries.push(next);
  }
}

/** F-10: what came into the treasury, or left it again, is posted in its books by class. */
function moneyDraft(
  { kind }: Receivable,
  { name, amount, on, text, goesBack, turn = 1 }: Money,
  { town }: Runtime,
): Omit<Draft, "postedFor"> {
  const { book, money, income, items } = town.finance.receiptAccounts;
  const cameIn: readonly Line[] = [
    { account: money, side: "debit", amount },
    { account: income, side: "credit", amount, item: items[kind], level: "town", origin: origins[kind] },
  ];
  return {
    ...{ book, nature: "handed-on", source: sourceOfMoney(name, turn), effectiveOn: on },
    ...{ text, lines: goesBack === true ? turned(cameIn) : cameIn },
  };
}

/** What is posted with a step; nothing, where there is no such money. */
export async function postedOf(
  { id, runtime }: { readonly id: string; readonly runtime: Runtime },
  moneyOf: (of: Receivable) => Promise<Money | undefined> | Money | undefined,
) {
  const of = (await runtime.store.load(receivable, id))?.state;
  const money = of === undefined ? undefined : await moneyOf(of);
  if (of === undefined || money === undefined) return undefined;
  const draft = { ...moneyDraft(of, money, runtime), postedFor: { record: "receivable" as const, id } };
  const posted = postedTogether(draft, await bookBefore(runtime, draft.book), runtime);
  return { ...posted, of, amount: money.amount, name: money.name };
}
export const nothingPosted = { entries: [], balances: [] };
export const treasuryOf = (runtime: Runtime): string => accountFor(runtime, runtime.town.finance.receiptAccounts);
export const treasuryHeld = ({ runtime }: { readonly runtime: Runtime }) =>
  bookHeld(runtime.town.finance.receiptAccounts.book);

import { deciderOf } from "../../../../../shared/decider/index.ts";
import { add, type Fen, fen } from "../../../../../shared/money/index.ts";
import type { LedgerRefusal } from "../refusals.ts";

/** What moved in a month, on both sides. */
export interface Moved {
  readonly debit: Fen;
  readonly credit: Fen;
}
const nothing: Moved = { debit: fen(0), credit: fen(0) };
const joined = (one: Moved, other: Moved): Moved => ({
  debit: add(one.debit, other.debit),
  credit: add(one.credit, other.credit),
});

/** The balance of one account of a book in a year, of one class where it is kept by class. */
export interface LedgerBalance extends Moved {
  readonly book: string;
  readonly year: number;
  readonly account: string;
  readonly item?: string;
  /** How many postings moved it. */
  readonly moves: number;
  /** By the month for which it counts, and by the month in which it was entered. */
  readonly effective: Readonly<Record<string, Moved>>;
  readonly entered: Readonly<Record<string, Moved>>;
}

export interface MoveBalance extends Moved {
  readonly type: "move";
  readonly book: string;
  readonly year: number;
  readonly account: string;
  readonly item?: string;
  readonly effectiveOn: string;
  readonly enteredOn: string;
  /** Id of the entry whose posting this is a part of: a cut holds all parts of a posting, or none. */
  readonly posting: string;
}
export interface BalanceMoved {
  readonly type: "finance.ledger-balance.moved";
  /** Moves of before postings were named have no `posting`. */
  readonly data: Omit<MoveBalance, "type" | "posting"> & Partial<Pick<MoveBalance, "posting">>;
}

/** The id of a balance. */
export const balanceIdOf = (
  book: string,
  year: number,
  { account, item }: { readonly account: string; readonly item?: string },
): string => [book, year, account, ...(item === undefined ? [] : [item])].join(":");

/** The partition of `byStatus` with the balances of a book in a year. */
export const balancesOf = (book: string, year: number): string => `ledger-balance:${book}:${year}`;

const grown = (months: LedgerBalance["effective"], day: string, moved: Moved): LedgerBalance["effective"] => {
  const month = day.slice(0, 7);
  return { ...months, [month]: joined(months[month] ?? nothing, moved) };
};

/** The balance of an account. It changes in the transaction of each posting, and by nothing else. */
export const ledgerBalance = deciderOf<{
  readonly state: LedgerBalance;
  readonly command: MoveBalance;
  readonly event: BalanceMoved;
  readonly moves: Record<never, never>;
  readonly begins: "move";
  readonly begun: "finance.ledger-balance.moved";
  readonly refusal: LedgerRefusal;
}>({
  aggregate: "ledger-balance",
  shape: 2,
  crowded: true,
  begin: { move: ({ type: _type, ...data }) => [{ type: "finance.ledger-balance.moved", data }] },
  always: { move: (_state, { type: _type, ...data }) => [{ type: "finance.ledger-balance.moved", data }] },
  begun: {
    "finance.ledger-balance.moved"({ data: { effectiveOn, enteredOn, debit, credit, posting: _of, ...key } }, before) {
      const moved = { debit, credit };
      return {
        ...key,
        ...joined(before ?? nothing, moved),
        moves: (before?.moves ?? 0) + 1,
        effective: grown(before?.effective ?? {}, effectiveOn, moved),
        entered: grown(before?.entered ?? {}, enteredOn, moved),
      };
    },
  },
  effects: {},
  listed: ({ book, year }, id) => ({ byStatus: { partition: balancesOf(book, year), sort: id } }),
});

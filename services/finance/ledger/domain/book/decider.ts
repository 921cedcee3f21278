import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../../shared/decider/index.ts";
import { add } from "../../../../../shared/money/index.ts";
import { type Closed, closingRefusal, firstOpen, monthOf, withClosed } from "../periods.ts";
import { badInput, type LedgerRefusal, notNow, refuse } from "../refusals.ts";
import { gapsIn } from "../vouchers.ts";
import { openingRefusal, settlingRefusal } from "../year-end.ts";
import { handOver, handoverSigned, keeperRefusal, signHandover } from "./handover.ts";
import { type Book, type BookCommand, type BookEvent, bookMoves } from "./words.ts";

type CommandOf<T extends BookCommand["type"]> = OfType<BookCommand, T>;

/** How far a book is closed for postings: a shut month takes none, nor does a settling period whose income is closed. */
export function closedForPosting({ shut, closing, closedYears = [], ...book }: Book): Closed {
  const settled = [...book.settled, ...closedYears, ...(closing === undefined ? [] : [closing.year])];
  const closed = { ...book, settled };
  return shut === undefined ? closed : withClosed(closed, shut);
}

/** Opens a book of the profile with its first month. Refuses a book that the profile does not name. */
function open({ book, first, document }: CommandOf<"open">, { town }: Context): Decision<BookEvent> {
  const known = town.finance.books.find(({ id }) => id === book);
  if (known === undefined) return badInput("finance.book-unknown", { book }, "/book");
  const refused = openingRefusal(document);
  return refused ?? [{ type: "finance.book.opened", data: { book, kind: known.kind, first, document } }];
}

/** The month takes no postings any more: from here on it is checked and closed. Months are shut in order, once they are over. */
function shut(state: Book, _command: CommandOf<"shut">, { today }: Context): Decision<BookEvent> {
  if (state.shut !== undefined) return notNow("finance.month-shut-already", { month: state.shut });
  const month = firstOpen(state);
  if (monthOf(today.toString()) <= month) return notNow("finance.month-runs", { month });
  return [{ type: "finance.book.month-shut", data: { month } }];
}

/** F-43: the statement and the books agree, or each fen between them is explained. */
function reconcile(state: Book, { type: _type, ...said }: CommandOf<"reconcile">): Decision<BookEvent> {
  const { shut: month } = state;
  if (month === undefined) return notNow("finance.month-not-shut", { month: firstOpen(state) });
  if (said.fileFen !== undefined && said.fileFen !== said.statementFen)
    return refuse("finance.statement-not-as-file", { fileFen: said.fileFen }, "/statementFen");
  const explained = add(said.statementFen, ...said.differences.map(({ amountFen }) => amountFen));
  if (explained !== said.booksFen)
    return refuse("finance.statement-differs", {
      ...{ with: said.with, explainedFen: explained, booksFen: said.booksFen },
      article: "预算法实施条例 67",
    });
  return [{ type: "finance.book.reconciled", data: { ...said, month } }];
}

/** F-43, F-47: closes the shut month. It never opens again. */
function close(state: Book, { vouchers, unrecorded }: CommandOf<"close">, { today }: Context): Decision<BookEvent> {
  const { shut: month, reconciled } = state;
  if (month === undefined) return notNow("finance.month-not-shut", { month: firstOpen(state) });
  const has = (one: "bank" | "treasury") => (reconciled.includes(one) ? "reconciled" : "open");
  const end = { bank: has("bank"), treasury: has("treasury"), vouchers, unrecorded } as const;
  return (
    closingRefusal(month, state, end, today.toString()) ?? [{ type: "finance.book.month-closed", data: { month } }]
  );
}

const isIncomeClosed = ({ closedYears = [] }: Book, year: number): boolean => closedYears.includes(year);

/** F-6: income and expense of a year begin to close, once its December is closed. Its settling period takes nothing else from here on. */
function closeIncome(state: Book, { year }: CommandOf<"close-income">, { now }: Context): Decision<BookEvent> {
  const refused = settlingRefusal(year, state);
  if (refused !== undefined) return refused;
  if (state.closing !== undefined || isIncomeClosed(state, year))
    return notNow("finance.income-closed-already", { year });
  return [{ type: "finance.book.closing-began", data: { year, at: now } }];
}

/** Ends the settling period (决算清理期) of a year, once its December, its income and its expense are closed. */
function settle(state: Book, { year, vouchers, unrecorded, balances }: CommandOf<"settle">): Decision<BookEvent> {
  const refused = settlingRefusal(year, state);
  if (refused !== undefined) return refused;
  if (!isIncomeClosed(state, year)) return notNow("finance.income-not-closed", { year });
  if (unrecorded > 0) return refuse("finance.postings-without-voucher", { count: unrecorded });
  for (const [set, numbers] of Object.entries(vouchers)) {
    const gaps = gapsIn(numbers);
    if (gaps.length > 0) return refuse("finance.voucher-gap", { set, numbers: gaps, article: "会计法 15" });
  }
  return [{ type: "finance.book.year-settled", data: { year, balances } }];
}

/** F-50: a step of the book, for all but the one who handed it over. */
const byKeeper =
  <C>(step: (state: Book, command: C, context: Context) => Decision<BookEvent>) =>
  (state: Book, command: C, context: Context): Decision<BookEvent> =>
    keeperRefusal(state, context.actor) ?? step(state, command, context);

/** A book: opened once with its balances, then closed month by month (F-43, F-47). */
export const book = deciderOf<{
  readonly state: Book;
  readonly command: BookCommand;
  readonly event: BookEvent;
  readonly moves: typeof bookMoves;
  readonly begins: "open";
  readonly begun: "finance.book.opened";
  readonly refusal: LedgerRefusal;
}>({
  aggregate: "book",
  shape: 2,
  moves: bookMoves,
  impossible: "finance.book-not-in-this-state",
  byItself: ["close-accounts", "finish-closing"],
  begin: { open },
  steps: {
    "finish-opening": ({ first }) => [{ type: "finance.book.balances-taken-over", data: { first } }],
    shut: byKeeper(shut),
    reconcile: byKeeper(reconcile),
    close: byKeeper(close),
    settle: byKeeper(settle),
    "hand-over": handOver,
    "sign-handover": signHandover,
    "close-income": byKeeper(closeIncome),
    "close-accounts": ({ closing }, { year, entry }) =>
      closing?.year === year
        ? [{ type: "finance.book.accounts-closed", data: { year, entry } }]
        : notNow("finance.income-closed-already", { year }),
    "finish-closing": ({ closing }, { year }) =>
      closing?.year === year ? [{ type: "finance.book.income-closed", data: { year } }] : [],
  },
  begun: {
    "finance.book.opened": ({ data: { kind, first, document } }) => ({
      ...{ status: "opening", kind, first, document, settled: [], reconciled: [] },
    }),
  },
  effects: {
    "finance.book.balances-taken-over": (state) => ({ ...state, status: "open" }),
    "finance.book.month-shut": (state, { data: { month } }) => ({ ...state, shut: month, reconciled: [] }),
    "finance.book.reconciled": (state, { data }) => ({
      ...state,
      reconciled: [...state.reconciled.filter((one) => one !== data.with), data.with],
    }),
    "finance.book.month-closed": ({ shut: _shut, ...state }, { data: { month } }) => ({
      ...withClosed(state, month),
      ...{ status: state.status, kind: state.kind, document: state.document, reconciled: [] },
      ...present({ closing: state.closing, closedYears: state.closedYears, closings: state.closings }),
      ...present({ handover: state.handover, handovers: state.handovers }),
    }),
    "finance.book.handover-drawn-up": (state, { data }) => ({ ...state, handover: { ...data, signed: {} } }),
    "finance.book.handover-signed": (state, { data }) => handoverSigned(state, data),
    "finance.book.closing-began": (state, { data: { year, at } }) => ({ ...state, closing: { year, since: at } }),
    "finance.book.accounts-closed": (state) => state,
    "finance.book.income-closed": ({ closing: _closing, ...state }, { data: { year } }) => ({
      ...state,
      closedYears: [...(state.closedYears ?? []), year],
    }),
    "finance.book.year-settled": (state, { data: { year, balances = {} } }) => ({
      ...state,
      settled: [...state.settled, year],
      closings: { ...state.closings, [year]: balances },
    }),
  },
  nextDeadline: ({ closing }) => closing?.since,
  listed: (_state, id) => ({ byStatus: { partition: everyBook, sort: id } }),
});

/** The partition of `byStatus` in which every book stands. */
export const everyBook = "book:all";

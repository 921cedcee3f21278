import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Fen } from "../../../../../shared/money/index.ts";
import type { BookKind } from "../accounts.ts";
import type { Closed, MonthEnd, Period } from "../periods.ts";

export const checkers = ["bank", "treasury"] as const;
/** By whose statement a book is checked: the bank's, or the treasury's. */
export type Checker = (typeof checkers)[number];

/** What explains why a statement and the books differ: money on its way. Negative: the books hold it and the statement does not. */
export interface Difference {
  readonly text: string;
  readonly amountFen: Fen;
}

/** A book (账簿): the accounts of a unit, or of the town treasury. It says how far the books are closed. */
export interface Book extends Closed {
  readonly status: "opening" | "open";
  readonly kind: BookKind;
  /** The document by which it was opened (会计法 14). */
  readonly document: string;
  /** The month that takes no postings any more and is not closed yet. */
  readonly shut?: Period;
  /** Whose statements of the shut month agree with the books. */
  readonly reconciled: readonly Checker[];
  /** The year whose income and expense are being closed, and since when. Its settling period takes nothing else any more. */
  readonly closing?: { readonly year: number; readonly since: string };
  /** Years whose income and expense are closed. */
  readonly closedYears?: readonly number[];
  /** F-50: a handover that is drawn up and not signed by both, and those that are done. */
  readonly handover?: Handover;
  readonly handovers?: readonly DoneHandover[];
  /** By settled year: the balances that stood at its end, by account. */
  readonly closings?: Readonly<Record<string, Standings>>;
}
/** What is handed over with a book (移交清册). */
export const handoverKinds = [
  ...(["vouchers", "ledgers", "reports", "seals", "cash", "cheques", "receipt-forms", "electronic", "other"] as const),
] as const;
export interface HandoverItem {
  readonly kind: (typeof handoverKinds)[number];
  readonly text: string;
  readonly count: number;
}
/** How a book stands: the money in it, and how many moves its balances hold. */
export interface BookFigures {
  readonly booksFen: Fen;
  readonly moves: number;
}
interface HandoverList extends BookFigures {
  readonly successor: string;
  readonly list: readonly HandoverItem[];
  readonly statementFen: Fen;
  readonly differences: readonly Difference[];
  readonly document: string;
}
/** F-50 (会计工作交接): who leaves, the list, and who has signed it. */
export interface Handover extends HandoverList {
  readonly leaver: string;
  readonly drawnUpBy: string;
  /** The head of the office leaves, or draws it up for another: a leader of the unit watches. */
  readonly byHead: boolean;
  readonly signed: { readonly successor?: string; readonly supervisor?: string };
}
export interface DoneHandover {
  readonly leaver: string;
  readonly successor: string;
  readonly supervisor: string;
  readonly on: string;
}
/** Balances by account, debit above zero. */
export type Standings = Readonly<Record<string, Fen>>;

export interface ReconcileBook {
  readonly type: "reconcile";
  readonly with: Checker;
  readonly statementFen: Fen;
  /** What the books say at the end of the month. */
  readonly booksFen: Fen;
  /** What the files of the bank say, where they cover the month: the statement is theirs. */
  readonly fileFen?: Fen;
  readonly differences: readonly Difference[];
  readonly document: string;
}
export type BookCommand =
  | { readonly type: "open"; readonly book: string; readonly first: Period; readonly document: string }
  | { readonly type: "finish-opening" }
  | { readonly type: "shut" }
  | ReconcileBook
  | ({ readonly type: "close" } & Pick<MonthEnd, "vouchers" | "unrecorded">)
  | ({ readonly type: "hand-over"; readonly leaver?: string; readonly unrecorded: number } & HandoverList)
  | { readonly type: "sign-handover"; readonly figures: BookFigures; readonly unrecorded: number }
  | { readonly type: "close-income"; readonly year: number }
  /** One entry of the closing, in the entry's own commit. */
  | { readonly type: "close-accounts"; readonly year: number; readonly entry: string }
  | { readonly type: "finish-closing"; readonly year: number }
  | ({ readonly type: "settle"; readonly year: number; readonly balances: Standings } & Pick<
      MonthEnd,
      "vouchers" | "unrecorded"
    >);

export type BookEvent =
  | {
      readonly type: "finance.book.opened";
      readonly data: {
        readonly book: string;
        readonly kind: BookKind;
        readonly first: Period;
        readonly document: string;
      };
    }
  | { readonly type: "finance.book.balances-taken-over"; readonly data: { readonly first: Period } }
  | { readonly type: "finance.book.month-shut"; readonly data: { readonly month: Period } }
  | {
      readonly type: "finance.book.reconciled";
      readonly data: Omit<ReconcileBook, "type"> & { readonly month: Period };
    }
  | { readonly type: "finance.book.handover-drawn-up"; readonly data: Omit<Handover, "signed"> }
  | {
      readonly type: "finance.book.handover-signed";
      readonly data: {
        readonly as: "successor" | "supervisor";
        readonly by: string;
        readonly on: string;
        readonly isDone: boolean;
      };
    }
  | { readonly type: "finance.book.month-closed"; readonly data: { readonly month: Period } }
  | { readonly type: "finance.book.closing-began"; readonly data: { readonly year: number; readonly at: string } }
  | { readonly type: "finance.book.accounts-closed"; readonly data: { readonly year: number; readonly entry: string } }
  | { readonly type: "finance.book.income-closed"; readonly data: { readonly year: number } }
  | {
      readonly type: "finance.book.year-settled";
      readonly data: { readonly year: number; readonly balances?: Standings };
    };

/** States of a book and what moves them. */
export const bookMoves = {
  opening: { "finish-opening": "open" },
  open: {
    ...{ shut: "open", reconcile: "open", close: "open", settle: "open" },
    ...{ "hand-over": "open", "sign-handover": "open" },
    ...{ "close-income": "open", "close-accounts": "open", "finish-closing": "open" },
  },
} as const satisfies MovesOf<Book, BookCommand>;

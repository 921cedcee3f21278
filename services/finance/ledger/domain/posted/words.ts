import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { Book } from "../book/words.ts";
import type { Entry, Vouchers } from "../entry.ts";
import type { PostingDraft } from "../posting.ts";
import type { RecordOfEntry } from "../record-of-entry.ts";

/** An entry of the books (F-26): what was posted, and what became of it. */
export interface LedgerEntry extends Omit<Entry, "id"> {
  readonly status: "posted" | "recorded" | "reversed";
  readonly book: string;
}

export interface PostEntry extends PostingDraft {
  readonly type: "post";
  readonly book: string;
  /** The book as it stands when this is committed. */
  readonly standing: Book | undefined;
  /** Of which year the balances are that change with it. */
  readonly year: number;
}
export type LedgerEntryCommand =
  | PostEntry
  /** `standing`: the book, which says who keeps it (F-50). */
  | { readonly type: "record-voucher"; readonly standing?: Book | undefined }
  | {
      readonly type: "reverse";
      readonly reasons: string;
      readonly by: string;
      /** The record that posted it, where the record takes it back. Absent: a person asks for it by hand. */
      readonly undoneBy?: RecordOfEntry;
      /** Things to which its money is put down. */
      readonly usedFor: readonly string[];
      /** The book, which says who keeps it (F-50). */
      readonly standing?: Book | undefined;
    };

export type LedgerEntryEvent =
  | {
      readonly type: "finance.ledger-entry.posted";
      readonly data: Omit<LedgerEntry, "status" | "vouchers" | "reversedBy">;
    }
  | { readonly type: "finance.ledger-entry.recorded"; readonly data: { readonly vouchers: Vouchers } }
  | {
      readonly type: "finance.ledger-entry.reversed";
      readonly data: { readonly by: string; readonly reasons: string };
    };

/** States of an entry and what moves them. A reversed one stays in the books, and its voucher is still recorded. */
export const ledgerEntryMoves = {
  posted: { "record-voucher": "recorded", reverse: "reversed" },
  recorded: { reverse: "reversed" },
  reversed: { "record-voucher": "reversed" },
} as const satisfies MovesOf<LedgerEntry, LedgerEntryCommand>;

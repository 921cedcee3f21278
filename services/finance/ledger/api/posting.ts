import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { balanceIdOf, ledgerBalance, type MoveBalance } from "../domain/balance/balance.ts";
import { book } from "../domain/book/decider.ts";
import type { Book } from "../domain/book/words.ts";
import { entryIdOf, ledgerEntry, placeIn, yearOfPeriod } from "../domain/posted/decider.ts";
import type { LedgerEntryCommand } from "../domain/posted/words.ts";
import type { PostingDraft } from "../domain/posting.ts";
import type { RecordOfEntry } from "../domain/record-of-entry.ts";

/** What is to be posted in a book. */
export interface Draft extends Omit<PostingDraft, "postedFor"> {
  readonly book: string;
  /** Each record says that it posts; undefined is what a person posts by hand, and its reversal. */
  readonly postedFor: RecordOfEntry | undefined;
}
type Moving = Pick<Draft, "book" | "effectiveOn" | "lines"> & { readonly posting: string };

/** What a posting does to each account and class: two lines on one are one write. */
export function movesOf(
  { book: of, effectiveOn, lines, posting }: Moving,
  enteredOn: string,
  year: number,
): readonly MoveBalance[] {
  const moved = new Map<string, MoveBalance>();
  for (const line of lines) {
    const { account, side, amount, item } = line;
    const id = balanceIdOf(of, year, line);
    const none = { debit: fen(0), credit: fen(0) };
    const before = moved.get(id) ?? {
      ...{ type: "move" as const, book: of, year, account, effectiveOn, enteredOn, posting },
      ...none,
      ...(item === undefined ? {} : { item }),
    };
    moved.set(id, { ...before, [side]: add(before[side], amount) });
  }
  return [...moved.values()];
}

/** The book as it is read before a posting: its periods say to which year's balances the posting belongs. */
export const bookBefore = async ({ store }: Pick<Runtime, "store">, id: string): Promise<Book | undefined> =>
  (await store.load(book, id))?.state;

/** The book, held until the posting is committed: a month is not shut in between. */
export const bookHeld = (id: string) => ({ standing: heldFact(factReference(book, id)) });

/** The balances that change in the transaction of a posting, what each is told, and of which year they are. */
export function balancesMoved(
  draft: Moving & Pick<Draft, "reverses" | "isSettlement" | "closes">,
  before: Book | undefined,
  { town, clock }: Pick<Runtime, "town" | "clock">,
) {
  const today = todayIn(clock()).toString();
  const period = before === undefined ? draft.effectiveOn : placeIn(before, draft, { town, today }).period;
  const year = yearOfPeriod(period);
  const moves = movesOf(draft, today, year);
  const members = moves.map((move) => member(ledgerBalance, balanceIdOf(move.book, year, move), { expects: "either" }));
  return { year, members, commands: moves };
}

/** A posting as part of another commit: one new entry, and the balances that it moves. */
export function postedTogether(draft: Draft, before: Book | undefined, runtime: Pick<Runtime, "town" | "clock">) {
  const posting = entryIdOf(draft.book, draft.source);
  const { year, members, commands } = balancesMoved({ ...draft, posting }, before, runtime);
  return {
    members: {
      entries: [member(ledgerEntry, posting, { expects: "new" })],
      balances: members,
    },
    commands: (standing: Book | undefined) => ({
      entries: [posted(draft, standing, year)],
      balances: commands,
    }),
  };
}

const posted = ({ postedFor, ...draft }: Draft, standing: Book | undefined, year: number): LedgerEntryCommand => ({
  ...{ type: "post", ...draft, ...present({ postedFor }), standing, year },
});

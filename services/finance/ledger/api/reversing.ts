import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import type { Book } from "../domain/book/words.ts";
import { entryIdOf, ledgerEntry } from "../domain/posted/decider.ts";
import type { LedgerEntry, LedgerEntryCommand } from "../domain/posted/words.ts";
import { turned } from "../domain/posting.ts";
import type { RecordOfEntry } from "../domain/record-of-entry.ts";
import { type EntryUse, entryUse } from "../domain/use/entry-use.ts";
import { bookBefore, postedTogether } from "./posting.ts";

/** The book of an entry stands before its source. */
export const bookIn = (id: string): string => id.slice(0, id.indexOf(":"));
const reversalOf = (id: string) => ({ service: "finance", id: `reversal-${id.replaceAll(":", "-")}` });
/** The id of the entry that takes another one back. */
export const reversingId = (id: string): string => entryIdOf(bookIn(id), reversalOf(id));

/** What the money of an entry was put down to, held until the commit: an entry in use is not taken back. */
export const entryUseHeld = (id: string) => ({ use: heldFact(factReference(entryUse, id)) });

/** The entry that takes another one back, as part of a commit: its sides turned round, and the balances that it moves. */
export const reversalTogether = (
  id: string,
  { book, nature, effectiveOn, lines, postedFor }: LedgerEntry,
  text: string,
  before: Book | undefined,
  runtime: Pick<Runtime, "town" | "clock">,
) =>
  postedTogether(
    { ...{ book, nature, effectiveOn, text, postedFor }, lines: turned(lines), reverses: id, source: reversalOf(id) },
    before,
    runtime,
  );

/**
 * F-47: takes an entry back within another commit: the entry itself, the one that reverses it, and the balances. Undefined where the
 * entry is not there, or is taken back already.
 */
export async function takenBackTogether(
  { id, undoneBy, reasons }: { readonly id: string; readonly undoneBy: RecordOfEntry; readonly reasons: string },
  runtime: Runtime,
) {
  const state = (await runtime.store.load(ledgerEntry, id))?.state;
  if (state === undefined || state.reversedBy !== undefined) return undefined;
  const { members, commands } = reversalTogether(id, state, reasons, await bookBefore(runtime, state.book), runtime);
  return {
    members: { entries: [...members.entries, member(ledgerEntry, id)], balances: members.balances },
    commands: (standing: Book | undefined, use: EntryUse | undefined) => {
      const { entries, balances } = commands(standing);
      const usedFor = use?.parts.map(({ target }) => target) ?? [];
      const reverse: LedgerEntryCommand = { type: "reverse", reasons, by: reversingId(id), usedFor, undoneBy };
      return { entries: [...entries, reverse], balances };
    },
  };
}

import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { ledgerEntry } from "../domain/posted/decider.ts";
import type { LedgerEntry } from "../domain/posted/words.ts";
import { type EntryUseCommand, type EntryUseKind, entryUse, type TakeParts } from "../domain/use/entry-use.ts";

/** The entry, held until the commit: it is not taken back in between. */
export const entryHeld = (entry: string) => ({ entry: heldFact(factReference(ledgerEntry, entry)) });

/** What the money of an entry is put down to, as part of another commit: each fen once for each use (F-35). */
export const backedBy = (entry: string, use: EntryUseKind, parts: TakeParts["parts"]) => ({
  members: { backing: member(entryUse, entry, { expects: "either" }) },
  commands: (standing: LedgerEntry | undefined): { readonly backing: EntryUseCommand } => ({
    backing: { type: "take", use, parts, entry: standing },
  }),
});

/** The same of several entries at once. */
export const entriesHeld = (entries: readonly string[]) =>
  entries.map((entry) => heldFact(factReference(ledgerEntry, entry)));
export const backedByAll = (
  all: readonly ({ readonly entry: string } & Pick<TakeParts, "parts" | "drops">)[],
  use: EntryUseKind,
  more: Pick<TakeParts, "anew"> = {},
) => ({
  members: all.map(({ entry }) => member(entryUse, entry, { expects: "either" })),
  commands: (standing: readonly (LedgerEntry | undefined)[]): readonly EntryUseCommand[] =>
    all.map(({ entry: _entry, ...told }, at) => ({ type: "take", use, ...told, entry: standing[at], ...more })),
});

/** The money of an entry is free again for other things. */
export const givenBack = (entry: string, use: EntryUseKind, targets: readonly string[]) => ({
  members: { backing: member(entryUse, entry, { expects: "either" }) },
  commands: (): { readonly backing: EntryUseCommand } => ({ backing: { type: "give-back", use, targets } }),
});

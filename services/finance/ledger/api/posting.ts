import { add, fen } from "../../../../shared/money/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { balanceIdOf, ledgerBalance, type MoveBalance } from "../domain/balance/balance.ts";
import type { Line, PostingDraft } from "../domain/posting.ts";

/** What of a posting is known before it is made. */
export type Posted = Pick<PostingDraft, "effectiveOn" | "lines"> & { readonly book: string };

/** What a posting does to each account and class: two lines on one are one write. */
function movesOf({ book, effectiveOn, lines }: Posted, enteredOn: string, year: number): readonly MoveBalance[] {
  const moved = new Map<string, MoveBalance>();
  for (const line of lines) {
    const { account, side, amount, item } = line;
    const id = balanceIdOf(book, year, line);
    const none = { debit: fen(0), credit: fen(0) };
    const before = moved.get(id) ?? {
      ...{ type: "move" as const, book, year, account, effectiveOn, enteredOn },
      ...none,
      ...(item === undefined ? {} : { item }),
    };
    moved.set(id, { ...before, [side]: add(before[side], amount) });
  }
  return [...moved.values()];
}

/** The balances that change in the transaction of a posting, and what each is told. */
export function balancesMoved(posted: Posted, enteredOn: string, year: number) {
  const moves = movesOf(posted, enteredOn, year);
  const members = moves.map((move) => member(ledgerBalance, balanceIdOf(move.book, year, move), { expects: "either" }));
  return { members, commands: moves };
}

/** The other way round, as a reversal posts it. */
export const turned = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => ({ ...line, side: line.side === "debit" ? "credit" : "debit" }));

import { add, type Fen, fen, subtract } from "../../../../shared/money/index.ts";
import { type AccountSet, accountOf, type Chart, setsOf } from "./accounts.ts";
import type { Entry } from "./entry.ts";
import type { Line } from "./posting.ts";

/** What was posted on one account. */
export interface Turnover {
  readonly account: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** Debit balance; negative for a credit balance. */
export const balanceOf = ({ debit, credit }: Pick<Turnover, "debit" | "credit">): Fen => subtract(debit, credit);

/** What lines do to each account, in the order of codes: two lines on one account are one write. */
export function turnoversOf(lines: Iterable<Line>): readonly Turnover[] {
  const moved = new Map<string, Turnover>();
  for (const { account, side, amount } of lines) {
    const before = moved.get(account) ?? { account, debit: fen(0), credit: fen(0) };
    moved.set(account, { ...before, [side]: add(before[side], amount) });
  }
  return [...moved.values()].toSorted((a, b) => Number(a.account > b.account) - Number(a.account < b.account));
}

/** By which of its two dates an entry counts. */
export type DateKind = "effective" | "entered";

/** Balances at the end of a day: as things were, by the effective date, or as the books said then, by the date of entry. */
export function turnoversAt(entries: readonly Entry[], on: string, by: DateKind): readonly Turnover[] {
  const counted = entries.filter((one) => (by === "effective" ? one.effectiveOn : one.enteredOn) <= on);
  return turnoversOf(counted.flatMap(({ lines }) => lines));
}

/** The accounts of a book at one sequence, and the sums of each set. */
export interface TrialBalance {
  readonly upTo: number;
  readonly rows: readonly Turnover[];
  readonly sets: readonly { readonly set: AccountSet; readonly debit: Fen; readonly credit: Fen }[];
}

/** A trial balance is a cut at one sequence: entries that arrive meanwhile change nothing in it. */
export function trialBalance(entries: readonly Entry[], chart: Chart, upTo: number): TrialBalance {
  const rows = turnoversOf(entries.filter(({ sequence }) => sequence <= upTo).flatMap(({ lines }) => lines));
  const sets = setsOf[chart.book].map((set) => {
    const own = rows.filter(({ account }) => accountOf(chart, account)?.set === set);
    return { set, debit: add(...own.map(({ debit }) => debit)), credit: add(...own.map(({ credit }) => credit)) };
  });
  return { upTo, rows, sets };
}

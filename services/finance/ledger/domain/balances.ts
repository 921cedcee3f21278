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

/** The accounts of a book at one moment, and the sums of each set. */
export interface TrialBalance {
  readonly rows: readonly Turnover[];
  readonly sets: readonly { readonly set: AccountSet; readonly debit: Fen; readonly credit: Fen }[];
}

/** The sums of each set over accounts that were read together: debits equal credits in each. */
export function trialBalance(rows: readonly Turnover[], chart: Chart): TrialBalance {
  const sets = setsOf[chart.book].map((set) => {
    const own = rows.filter(({ account }) => accountOf(chart, account)?.set === set);
    return { set, debit: add(...own.map(({ debit }) => debit)), credit: add(...own.map(({ credit }) => credit)) };
  });
  return { rows, sets };
}

/** Rows of classes of one account as one row. */
export function byAccount(rows: readonly Turnover[]): readonly Turnover[] {
  const both = ({ account, debit, credit }: Turnover): readonly Line[] => [
    { account, side: "debit", amount: debit },
    { account, side: "credit", amount: credit },
  ];
  return turnoversOf(rows.flatMap(both));
}

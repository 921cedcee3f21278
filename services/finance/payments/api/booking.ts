import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { type Draft, type RecordOfEntry, turned } from "../../ledger/index.ts";

/** A payment that the bank moved, or sent back. */
export interface BankMoved {
  /** The record that posts it. */
  readonly postedFor: RecordOfEntry;
  readonly id: string;
  readonly amount: Fen;
  readonly item: string;
  readonly on: string;
  /** The bank's serial number: a payment that is paid again after its return is posted again. */
  readonly serial: string;
  readonly text: string;
  readonly comesBack: boolean;
}

/** F-26: cash within the budget is entered in both sets; each by class. */
function linesOf({ amount, item, comesBack }: BankMoved, { town }: Pick<Runtime, "town">): readonly Line[] {
  const { expense, money, budgetExpense, budgetMoney } = town.finance.paymentAccounts;
  const pair = (debit: string, credit: string): readonly Line[] => [
    { account: debit, side: "debit", amount, item },
    { account: credit, side: "credit", amount },
  ];
  const lines = [...pair(expense, money), ...pair(budgetExpense, budgetMoney)];
  return comesBack ? turned(lines) : lines;
}

/** What is posted of it in the book of payments. */
export function bankMovedDraft(moved: BankMoved, runtime: Pick<Runtime, "town">): Draft {
  const { id, serial, on: effectiveOn, text } = moved;
  const source = { service: "finance", id: `payment-${id}-${sha256(serial).slice(0, 12).toUpperCase()}` };
  return {
    ...{ book: runtime.town.finance.paymentAccounts.book, nature: "budget-cash", source, effectiveOn, text },
    lines: linesOf(moved, runtime),
    postedFor: moved.postedFor,
  };
}

import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { book } from "../../ledger/domain/book/decider.ts";
import type { Book } from "../../ledger/domain/book/words.ts";
import { entryIdOf, ledgerEntry } from "../../ledger/domain/posted/decider.ts";
import type { LedgerEntryCommand } from "../../ledger/domain/posted/words.ts";
import type { Line } from "../../ledger/domain/posting.ts";
import { balancesMoved, turned } from "../../ledger/index.ts";

/** A payment that the bank moved, or sent back, as the books have it. */
export interface Booked {
  readonly id: string;
  readonly amount: Fen;
  readonly item: string;
  readonly on: string;
  readonly text: string;
  readonly comesBack: boolean;
}

/** F-26: cash within the budget is entered in both sets; each by class. */
function linesOf({ amount, item, comesBack }: Booked, { town }: Pick<Runtime, "town">): readonly Line[] {
  const { expense, money, budgetExpense, budgetMoney } = town.finance.paymentAccounts;
  const pair = (debit: string, credit: string): readonly Line[] => [
    { account: debit, side: "debit", amount, item },
    { account: credit, side: "credit", amount },
  ];
  const lines = [...pair(expense, money), ...pair(budgetExpense, budgetMoney)];
  return comesBack ? turned(lines) : lines;
}

export const bookOfPayments = ({ town }: Pick<Runtime, "town">): string => town.finance.paymentAccounts.book;
/** The book of payments, held until the entry is committed. */
export const bookHeldFor = (runtime: Pick<Runtime, "town">) => ({
  standing: heldFact(factReference(book, bookOfPayments(runtime))),
});

const sourceOf = ({ id, comesBack }: Booked) => ({
  service: "finance",
  id: `payment-${comesBack ? "return-" : ""}${id}`,
});

/** What is posted with a payment in the same commit: one entry and the balances that it moves. */
export function bookedTogether(booked: Booked, runtime: Pick<Runtime, "town" | "clock">) {
  const of = bookOfPayments(runtime);
  const lines = linesOf(booked, runtime);
  const today = todayIn(runtime.clock()).toString();
  const moved = balancesMoved({ book: of, effectiveOn: booked.on, lines }, today, Number(booked.on.slice(0, 4)));
  return {
    members: {
      entry: member(ledgerEntry, entryIdOf(of, sourceOf(booked)), { expects: "either" as const }),
      balances: moved.members,
    },
    commands: (standing: Book | undefined) => ({
      entry: posting(booked, of, lines, standing),
      balances: moved.commands,
    }),
  };
}

const posting = (
  booked: Booked,
  of: string,
  lines: readonly Line[],
  standing: Book | undefined,
): LedgerEntryCommand => ({
  ...{ type: "post", book: of, source: sourceOf(booked), nature: "budget-cash" },
  ...{ effectiveOn: booked.on, text: booked.text, lines, standing },
});

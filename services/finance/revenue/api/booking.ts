import type { Runtime } from "../../../../shared/service/index.ts";
import type { RevenueSource } from "../../../../shared/town/finance.ts";
import { entryIdOf } from "../../ledger/domain/posted/decider.ts";
import type { Draft } from "../../ledger/index.ts";
import type { Income } from "../domain/revenue.ts";

const sourceOf = (id: string) => ({ service: "finance", id: `revenue-${id}` });

/** The entry with which income is booked. */
export const bookedEntryId = (id: string, { town }: Pick<Runtime, "town">): string =>
  entryIdOf(town.finance.receiptAccounts.book, sourceOf(id));

/** F-9, F-10: income as it is posted in the books of the treasury, by class. The profile says what the money is, not who books it. */
export function incomeDraft(
  id: string,
  { item, level, amount, on, document, isSettlement }: Omit<Income, "paidBy"> & { readonly isSettlement?: boolean },
  { account, origin, title }: RevenueSource,
  { town }: Pick<Runtime, "town">,
): Draft {
  const { book, money } = town.finance.receiptAccounts;
  return {
    ...{ book, nature: "budget-cash", source: sourceOf(id), effectiveOn: on, text: `${title} ${document}` },
    lines: [
      { account: money, side: "debit", amount },
      { account, side: "credit", amount, item, level, origin },
    ],
    ...(isSettlement === undefined ? {} : { isSettlement }),
    postedFor: { record: "revenue", id },
  };
}

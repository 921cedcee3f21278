import { aggregate, part } from "../../../shared/service/index.ts";
import { balanceRoutes } from "./api/balances.ts";
import { bookRoutes } from "./api/books.ts";
import { entryRoutes } from "./api/entries.ts";
import { bookAggregate } from "./book-aggregate.ts";
import { ledgerBalance } from "./domain/balance/balance.ts";
import { ledgerEntry } from "./domain/posted/decider.ts";
import { entryUse } from "./domain/use/entry-use.ts";
import { ledgerProblems } from "./problems.ts";
import { ledgerTitles } from "./titles.ts";

export { backedBy, backedByAll, entriesHeld, entryHeld, givenBack } from "./api/backing.ts";
export { month } from "./api/books.ts";
export { bookBefore, bookHeld, type Draft, postedTogether } from "./api/posting.ts";
export { entryUseHeld, takenBackTogether } from "./api/reversing.ts";
export { turned } from "./domain/posting.ts";
export type { RecordOfEntry } from "./domain/record-of-entry.ts";
export { bookAbsent } from "./domain/refusals.ts";

/** Which field of a body holds the day of what is posted with it. */
export const blamesItsDay = { "/effectiveOn": "/on" } as const;

/** The books: double entry, periods, vouchers (F-26 to F-29, F-43, F-47). */
export const ledger = part({
  aggregates: [bookAggregate, aggregate(ledgerEntry), aggregate(ledgerBalance), aggregate(entryUse)],
  routes: [...bookRoutes, ...entryRoutes, ...balanceRoutes],
  problems: ledgerProblems,
  titles: ledgerTitles,
});

import { isRejection } from "../../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import { accountOf } from "../accounts.ts";
import type { LedgerEntry } from "../posted/words.ts";
import { chartOf } from "./entry-use.ts";

/** The classes of budget expenditure that an entry pays for (F-18); `–` without one. None: no budget pays for it. */
export function itemsPaid(entry: LedgerEntry | undefined, town: Pick<TownProfile, "finance">): readonly string[] {
  const chart = entry && chartOf(entry, town);
  if (entry === undefined || chart === undefined || isRejection(chart)) return [];
  const isSpent = (code: string): boolean => {
    const account = accountOf(chart, code);
    return account?.kind === "expense" && account.set !== "financial";
  };
  return entry.lines.filter(({ account, side }) => side === "debit" && isSpent(account)).map(({ item }) => item ?? "–");
}

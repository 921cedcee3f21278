import type { Rejection } from "../../../../../shared/decider/index.ts";
import { add, type Fen, fen, subtract, sum } from "../../../../../shared/money/index.ts";
import { badInput, refuse } from "../refusals.ts";
import type { SettlementDue } from "./dues.ts";
import { isSameLine, lineRefKey } from "./kept-sheet.ts";
import type { LinePaid, Remittance } from "./words.ts";

/** What the town owes by a line, advances set off; zero where it is owed something. A negative result of a line that pays it is owed (F-20). */
export function owedByTown({ to, outstanding }: Pick<SettlementDue, "to" | "outstanding">): Fen {
  const owed = to === "county" ? (outstanding ?? fen(0)) : fen(-(outstanding ?? fen(0)));
  return owed > 0 ? owed : fen(0);
}

/**
 * A settlement is paid when each line that pays the town came in whole, and each that it owes went out whole, by entries of the books.
 * Refuses what is still outstanding, and a remittance for a line by which the town owes nothing.
 */
export function paidRefusal(
  dues: readonly SettlementDue[],
  { remittances, received }: { readonly remittances: readonly Remittance[]; readonly received: readonly LinePaid[] },
): Rejection | undefined {
  const other = remittances.findIndex((one) => !dues.some((due) => isSameLine(due, one) && owedByTown(due) > 0));
  if (other >= 0)
    return badInput("finance.remittance-not-owed", { line: remittances[other]?.line ?? "" }, `/remittances/${other}`);
  for (const due of dues) {
    const owed = owedByTown(due);
    const paid = sum(remittances.filter((one) => isSameLine(one, due)).map(({ amount }) => amount));
    if (paid !== owed)
      return refuse("finance.settlement-outstanding", { line: due.line, outstanding: subtract(owed, paid) });
    const comes = due.to === "town" && (due.outstanding ?? fen(1)) > 0;
    const left = received.find((one) => isSameLine(one, due))?.outstanding;
    if (comes && (left === undefined || left > 0))
      return refuse("finance.settlement-outstanding", { line: due.line, outstanding: left ?? due.outstanding ?? 0 });
  }
  return undefined;
}

/** Remittances by their entry: an entry is put down once, in parts for its lines. */
export function byEntry(remittances: readonly Remittance[], year: number) {
  const entries = new Map<string, Map<string, Fen>>();
  for (const one of remittances) {
    const parts = entries.get(one.entry) ?? new Map<string, Fen>();
    const target = `settlement:${year}:${lineRefKey(one)}`;
    parts.set(target, add(parts.get(target) ?? fen(0), one.amount));
    entries.set(one.entry, parts);
  }
  return [...entries].map(([entry, parts]) => ({
    entry,
    parts: [...parts].map(([target, amount]) => ({ target, amount })),
  }));
}

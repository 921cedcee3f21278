import { add, type Fen, fen } from "../../../../shared/money/index.ts";
import { backedByAll, entriesHeld } from "../../ledger/index.ts";
import type { SchemeFacts } from "../domain/facts.ts";

type Advances = Pick<SchemeFacts, "advances">;
const entriesOf = ({ advances }: Advances): readonly string[] => [...new Set(advances.map(({ entry }) => entry))];

/** The entries of advances, held until the settlement is computed. */
export const advancesHeld = (facts: Advances) => ({ entries: entriesHeld(entriesOf(facts)) });

/**
 * F-35: an advance that is set off uses its entry: the same money pays no other promise. Told again, it is used once. Told as nothing, it
 * gives its entry free.
 */
export function advancesBacked(year: number, { advances }: Advances) {
  const of = (entry: string) => {
    const told = new Map<string, Fen>();
    for (const { scheme, version, line, amount } of advances.filter((one) => one.entry === entry)) {
      const target = `advance:${year}:${scheme}:${version}:${line}`;
      told.set(target, add(told.get(target) ?? fen(0), amount));
    }
    const parts = [...told].flatMap(([target, amount]) => (amount > 0 ? [{ target, amount }] : []));
    return { entry, parts, drops: [...told.keys()].filter((target) => told.get(target) === 0) };
  };
  return backedByAll(entriesOf({ advances }).map(of), "transfer", { anew: true });
}

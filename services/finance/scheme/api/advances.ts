import { add, type Fen, fen } from "../../../../shared/money/index.ts";
import { backedByAll, entriesHeld } from "../../ledger/index.ts";
import type { SchemeFacts } from "../domain/facts.ts";

type Advances = Pick<SchemeFacts, "advances">;
/** An advance of nothing uses nothing. */
const entriesOf = ({ advances }: Advances): readonly string[] => [
  ...new Set(advances.filter(({ amount }) => amount > 0).map(({ entry }) => entry)),
];

/** The entries of advances, held until the settlement is computed. */
export const advancesHeld = (facts: Advances) => ({ entries: entriesHeld(entriesOf(facts)) });

/** F-35: an advance that is set off uses its entry: the same money pays no other promise. Told again, it is used once. */
export function advancesBacked(year: number, { advances }: Advances) {
  const of = (entry: string) => {
    const parts = new Map<string, Fen>();
    for (const { scheme, version, line, amount } of advances.filter((one) => one.entry === entry && one.amount > 0)) {
      const target = `advance:${year}:${scheme}:${version}:${line}`;
      parts.set(target, add(parts.get(target) ?? fen(0), amount));
    }
    return { entry, parts: [...parts].map(([target, amount]) => ({ target, amount })) };
  };
  return backedByAll(entriesOf({ advances }).map(of), "transfer", { anew: true });
}

import type { SchemeLine, Scope } from "../../../../shared/town/fiscal-scheme.ts";

export {
  budgets,
  type LineOf,
  type Scheme,
  type SchemeLine,
  type Scope,
  schemeLineSchema,
  schemeSchema,
  treasuryLevels,
} from "../../../../shared/town/fiscal-scheme.ts";

/** The earlier lines that a line uses. */
export function usedBy(line: SchemeLine): readonly string[] {
  switch (line.kind) {
    case "measure":
    case "given":
    case "growth":
    case "perUnit":
      return [];
    case "sum":
      return line.of;
    case "above":
      return [line.of, line.over];
    case "below":
      return [line.of, line.under];
    case "minus":
      return [line.of, ...line.less];
    case "cap":
      return [line.of, line.at];
    default:
      return [line.of];
  }
}

/** Two measures are comparable when their keys are equal: the order of classes does not matter. */
export const scopeKey = ({ budget, include, less, level }: Scope): string =>
  [budget, level, include.toSorted().join("+"), less.toSorted().join("+")].join("|");

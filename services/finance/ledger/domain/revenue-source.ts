import type { RevenueSource } from "../../../../shared/town/finance.ts";
import type { TreasuryLevel } from "../../../../shared/town/fiscal-scheme.ts";

/** How much of a class a row names; 0: nothing. */
const reach = ({ items }: RevenueSource, item: string): number =>
  Math.max(0, ...items.map((one) => (item.startsWith(one) ? one.length : 0)));

/** A row that names a wide class says nothing of fines within it: class 10305 needs a row of its own (CF-74). */
const names = (source: RevenueSource, item: string): boolean =>
  reach(source, item) > 0 && (!item.startsWith("10305") || reach(source, item) >= 5);

/** The row of the profile that income rests on: of several the one that names its class most closely. Undefined: it has no basis. */
export function sourceFor(
  sources: readonly RevenueSource[],
  { item, level, on }: { readonly item: string; readonly level: TreasuryLevel; readonly on: string },
): RevenueSource | undefined {
  const inForce = sources.filter(
    (one) => names(one, item) && one.levels.includes(level) && one.from <= on && on <= (one.to ?? "9999-12-31"),
  );
  return inForce.toSorted((a, b) => reach(b, item) - reach(a, item))[0];
}

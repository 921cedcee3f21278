import type { Recorded } from "../../../../shared/decider/index.ts";
import type { Loaded, Store } from "../../../../shared/store/index.ts";
import { type BalanceMoved, balanceIdOf, type LedgerBalance, ledgerBalance } from "../domain/balance/balance.ts";
import { ledgerEntry } from "../domain/posted/decider.ts";

/** One part of a posting: what it did to one balance. */
interface Move {
  readonly balance: string;
  readonly event: Recorded<BalanceMoved>;
}
type Balances = readonly Loaded<LedgerBalance>[];

const versionsOf = (balances: Balances): ReadonlyMap<string, number> =>
  new Map(balances.map(({ id, version }) => [id, version]));

/** What was posted on balances after one reading and up to another. */
export async function movesBetween(store: Store, first: Balances, second: Balances): Promise<readonly Move[]> {
  const before = versionsOf(first);
  const found = await Promise.all(
    second.map(async ({ id, version }) => {
      const after = before.get(id) ?? 0;
      if (after === version) return [];
      const events = await store.recordedBetween(ledgerBalance, id, { after, through: version });
      return events.map((event): Move => ({ balance: id, event }));
    }),
  );
  return found.flat();
}

interface Readings {
  readonly first: Balances;
  readonly second: Balances;
  readonly moves: readonly Move[];
}

/**
 * The balances at one moment between the beginning of the first reading and that of the second. A posting that the first reading
 * holds in part is whole in the second, for it was committed before the second began. A posting with no part in the first
 * is later than the cut, and left out.
 */
export async function whollyAt(store: Store, { first, second, moves }: Readings): Promise<readonly LedgerBalance[]> {
  const parts = new Map<string, Move[]>();
  for (const move of moves) {
    const { posting } = move.event.data;
    if (posting !== undefined) parts.set(posting, [...(parts.get(posting) ?? []), move]);
  }
  const isTorn = await Promise.all([...parts].map(([posting, own]) => isInPart(store, posting, own, second)));
  const completing = [...parts.values()].filter((_own, at) => isTorn[at] === true).flat();
  const states = new Map<string, LedgerBalance>(first.map(({ id, state }) => [id, state]));
  for (const { balance, event } of completing) states.set(balance, ledgerBalance.evolve(states.get(balance), event));
  return [...states.values()];
}

/** Whether a part of a posting stands in the first reading: it is neither between the readings nor after the second. */
async function isInPart(store: Store, posting: string, own: readonly Move[], second: Balances): Promise<boolean> {
  const entry = (await store.load(ledgerEntry, posting))?.state;
  const [one] = own;
  if (entry === undefined || one === undefined) return false;
  const { book, year } = one.event.data;
  const between = new Set(own.map(({ balance }) => balance));
  const others = new Set(entry.lines.map((line) => balanceIdOf(book, year, line)).filter((id) => !between.has(id)));
  const versions = versionsOf(second);
  for (const id of others) {
    const through = (await store.load(ledgerBalance, id))?.version ?? 0;
    const later = await store.recordedBetween(ledgerBalance, id, { after: versions.get(id) ?? 0, through });
    if (!later.some(({ data }) => data.posting === posting)) return true;
  }
  return false;
}

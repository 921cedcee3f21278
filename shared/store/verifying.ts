import { sharing } from "./apart.ts";
import { checkChain } from "./chain.ts";
import { eventPrefix, isStoredEvent, isStoredState, type StoredEvent, type StoredState } from "./items.ts";
import type { Position, Table } from "./table.ts";

/** A history that is not as it was written. */
export interface Fault {
  readonly aggregate: string;
  readonly id: string;
  /** The number of the event at which it differs; 0: it cannot be read at all. */
  readonly brokenAt: number;
}

/** What a table holds, as far as it was read. */
export interface Verified {
  readonly items: number;
  readonly states: number;
  readonly events: number;
  readonly faults: readonly Fault[];
  /** Events that no state's history holds: their state is missing. */
  readonly orphans: number;
}

/**
 * Reads a whole table and computes every history anew (P-18): a changed, missing, swapped or inserted event is found, and
 * an event without its state. Answers after each page; the last answer is the result.
 */
export async function* verified(bare: Table): AsyncGenerator<Verified> {
  const table = sharing(bare);
  const faults: Fault[] = [];
  let [items, states, events, chained] = [0, 0, 0, 0];
  let after: Position | undefined;
  do {
    const page = await bare.scan(after === undefined ? { limit: 500 } : { limit: 500, after });
    for (const item of page.items) {
      items += 1;
      if (isStoredEvent(item)) events += 1;
      if (!isStoredState(item) || typeof item.head !== "string") continue;
      states += 1;
      const history = await historyOf(table, item);
      chained += history?.length ?? 0;
      const check = history === undefined ? undefined : checkChain(history, item.head);
      if (check?.intact !== true)
        faults.push({ aggregate: item.aggregate, id: item.id, brokenAt: check?.brokenAt ?? 0 });
    }
    after = page.last;
    yield { items, states, events, faults, orphans: after === undefined ? events - chained : 0 };
  } while (after !== undefined);
}

/** Undefined: something that an event refers to is missing. */
async function historyOf(table: Table, { pk, version }: StoredState): Promise<readonly StoredEvent[] | undefined> {
  const found: StoredEvent[] = [];
  let after: Position | undefined;
  try {
    do {
      const query = { partition: pk, from: eventPrefix, to: `${eventPrefix}~`, limit: Math.min(1_000, version + 1) };
      const page = await table.query(after === undefined ? query : { ...query, after });
      found.push(...page.items.filter(isStoredEvent));
      after = page.last;
    } while (after !== undefined);
    return found;
  } catch {
    return undefined;
  }
}

import type { Decider, DomainEvent } from "../decider/index.ts";
import { sharing } from "./apart.ts";
import { stateIn } from "./folding.ts";
import { isStoredState, type StoredState } from "./items.ts";
import type { Page, Position, Table } from "./table.ts";
import { StoreTooNew } from "./too-new.ts";
import { stateAttributes } from "./written.ts";

/** What refolding needs of a decider. */
export type Refolding = Pick<
  Decider<unknown, never, DomainEvent>,
  "aggregate" | "shape" | "apart" | "upcast" | "evolve" | "listed" | "nextDeadline"
>;

/** How far a refolding is; begun again at `position`, it goes on there. */
export interface Refolded {
  readonly read: number;
  readonly rewritten: number;
  readonly position?: Position;
}

const pageSize = 100;

/**
 * Writes every state of an older shape anew, told from its events, with its places in lists and its deadline; each under
 * its own condition, while the town works. What somebody else has changed in the meantime is in its new shape already.
 * @param from where an earlier one stopped
 * @returns what is done, after each page
 * @throws StoreTooNew when a newer program has written there
 */
export async function* refolded(
  of: Table,
  kinds: readonly Refolding[],
  from?: Position,
): AsyncGenerator<Refolded, void> {
  const table = sharing(of);
  const known = new Map(kinds.map((kind) => [kind.aggregate, kind]));
  let [read, rewritten] = [0, 0];
  let after = from;
  do {
    const page: Page = await table.scan(after === undefined ? { limit: pageSize } : { limit: pageSize, after });
    for (const item of page.items) {
      const kind = isStoredState(item) ? known.get(item.aggregate) : undefined;
      if (kind !== undefined && isStoredState(item) && (await refold(table, kind, item))) rewritten += 1;
    }
    read += page.items.length;
    after = page.last;
    yield { read, rewritten, ...(after === undefined ? {} : { position: after }) };
  } while (after !== undefined);
}

/** @returns whether the state was written anew */
async function refold(table: Table, kind: Refolding, item: StoredState): Promise<boolean> {
  const { pk, sk, aggregate, id, version, head, commands, shape = 0 } = item;
  if (shape > kind.shape) throw new StoreTooNew(aggregate, shape, kind.shape);
  if (shape === kind.shape) return false;
  const state = await stateIn(table, kind, item);
  const anew = { pk, sk, aggregate, id, version, head, commands, ...stateAttributes(kind, id, state) };
  for (;;) {
    const result = await table.write([{ item: anew, expect: { version } }]);
    if (result.written) return true;
    if (!result.contended) return false;
  }
}

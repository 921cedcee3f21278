import type { Decider, DomainEvent } from "../decider/index.ts";
import type { TownProfile } from "../town/profile.ts";
import { sharing } from "./apart.ts";
import { recount, retainedNow, rewritten } from "./erasing.ts";
import { stateIn } from "./folding.ts";
import { isStoredState, type StoredState } from "./items.ts";
import type { Page, Position, Table } from "./table.ts";
import { StoreTooNew } from "./too-new.ts";

/** What refolding needs of a decider. */
export type Refolding = Pick<
  Decider<unknown, never, DomainEvent>,
  | "aggregate"
  | "shape"
  | "apart"
  | "apartInState"
  | "upcast"
  | "evolve"
  | "listed"
  | "nextDeadline"
  | "ended"
  | "retainedAs"
  | "erasedTo"
  | "codes"
  | "neverErased"
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
 * With a town the retention of what is over is counted by its profile as it is now (P-8).
 * @param from where an earlier one stopped
 * @returns what is done, after each page
 * @throws StoreTooNew when a newer program has written there
 */
export async function* refolded(
  of: Table,
  kinds: readonly Refolding[],
  from?: Position,
  town?: TownProfile,
): AsyncGenerator<Refolded, void> {
  const table = sharing(of);
  const known = new Map(kinds.map((kind) => [kind.aggregate, kind]));
  let [read, rewritten] = [0, 0];
  let after = from;
  do {
    const page: Page = await table.scan(after === undefined ? { limit: pageSize } : { limit: pageSize, after });
    for (const item of page.items) {
      const kind = isStoredState(item) ? known.get(item.aggregate) : undefined;
      if (kind !== undefined && isStoredState(item) && (await refold(table, kind, item, town))) rewritten += 1;
    }
    read += page.items.length;
    after = page.last;
    yield { read, rewritten, ...(after === undefined ? {} : { position: after }) };
  } while (after !== undefined);
}

/** @returns whether the state was written anew */
async function refold(
  table: Table,
  kind: Refolding,
  item: StoredState,
  town: TownProfile | undefined,
): Promise<boolean> {
  const { aggregate, id, shape = 0 } = item;
  if (shape > kind.shape) throw new StoreTooNew(aggregate, shape, kind.shape);
  if (shape === kind.shape) return town !== undefined && recount(table, { of: kind, id, town });
  const state = await stateIn(table, kind, item);
  return rewritten(table, kind, item, state, await retainedNow(table, kind, item, state), town);
}

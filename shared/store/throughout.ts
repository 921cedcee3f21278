import type { Decider, DomainEvent } from "../decider/index.ts";
import type { Loaded } from "./execution.ts";
import type { Store } from "./store.ts";
import type { Position, Query } from "./table.ts";

/** Everything that stands in a partition of an index, in its order, page by page as it is asked for; nothing is scanned. */
export async function* throughout<S, C, E extends DomainEvent>(
  store: Store,
  of: Decider<S, C, E>,
  where: Omit<Query, "limit"> & { readonly index: string },
): AsyncGenerator<Loaded<S>> {
  let after: Position | undefined;
  do {
    const query = { ...where, limit: 500 };
    const page = await store.list(of, after === undefined ? query : { ...query, after });
    yield* page.items;
    after = page.last;
  } while (after !== undefined);
}

/** The same as a list, for partitions that are no longer than memory holds. */
export async function everythingIn<S, C, E extends DomainEvent>(...asked: Parameters<typeof throughout<S, C, E>>) {
  const found: Loaded<S>[] = [];
  for await (const one of throughout(...asked)) found.push(one);
  return found;
}

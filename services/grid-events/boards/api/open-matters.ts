import type { Runtime } from "../../../../shared/service/index.ts";
import type { Bounds, Loaded } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { levels } from "../../events/domain/levels.ts";

/** What a board looks through. `complete`: there are no more. */
export interface Looked {
  readonly items: readonly Loaded<GridEvent>[];
  readonly complete: boolean;
}
/** So many open matters a board looks through, however many are stored. */
const mostLooked = 1_000;
const page = 250;

/** Matters of some lists of the index, in their order, up to so many. */
export async function mattersIn(lists: readonly Bounds[], { store }: Pick<Runtime, "store">): Promise<Looked> {
  const items: Loaded<GridEvent>[] = [];
  let after: Parameters<typeof store.listAcross>[2]["after"];
  do {
    const next = await store.listAcross(gridEvent, lists, { limit: page, after });
    items.push(...next.items.map(({ id, version, state }) => ({ id, version, state })));
    after = next.last;
  } while (after !== undefined && items.length < mostLooked);
  return { items, complete: after === undefined };
}

/** All open matters of the town, the oldest first. */
export const openMatters = (runtime: Runtime): Promise<Looked> =>
  mattersIn(
    levels.map((level) => ({ index: "byLevel", partition: `event:${level}` })),
    runtime,
  );

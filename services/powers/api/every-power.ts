import type { Position, Store } from "../../../shared/store/index.ts";
import { power } from "../domain/decider.ts";
import type { Power } from "../domain/power.ts";

/** Every power of the list in the order of its code, page by page along the index; nothing is scanned. */
export async function* everyPower(store: Store): AsyncGenerator<Power> {
  let after: Position | undefined;
  do {
    const query = { index: "byCode", partition: "powers", limit: 500 };
    const page = await store.list(power, after === undefined ? query : { ...query, after });
    for (const { state } of page.items) yield state;
    after = page.last;
  } while (after !== undefined);
}

import { type Store, throughout } from "../../../../shared/store/index.ts";
import { power } from "../domain/decider.ts";
import type { Power } from "../domain/power.ts";

/** Every power of the list in the order of its code. */
export async function* everyPower(store: Store): AsyncGenerator<Power> {
  for await (const { state } of throughout(store, power, { index: "byCode", partition: "powers" })) yield state;
}

import { type Rejection, refusals } from "../decider/index.ts";
import { packed } from "./packing.ts";
import { type ConditionalWrite, transactionLimits } from "./table.ts";

const { badInput, notNow } = refusals<"record.full" | "request.too-many-changes" | "request.too-much-data">();

/** No item may be larger (DynamoDB), so that this many never exceed a transaction. */
const alwaysFit = 10;

/** A state grows to this and no further: far below the 400 KB of an item, so that upkeep always finds room. */
export const mostStateBytes = 320 * 1024;

/** Refuses beforehand what no item takes, and what no transaction takes: more than 100 items, or more than 4 MB. */
export function tooMuchAtOnce(writes: readonly ConditionalWrite[]): Rejection | undefined {
  const { items: most, bytes: mostBytes } = transactionLimits;
  for (const write of writes) {
    const bytes = "item" in write && write.item.sk === "state" ? stateBytes(write.item.state) : 0;
    if (bytes > mostStateBytes) return notNow("record.full", { bytes, most: mostStateBytes });
  }
  if (writes.length > most) return badInput("request.too-many-changes", { changes: writes.length, most });
  if (writes.length <= alwaysFit) return undefined;
  const bytes = writes.reduce((sum, write) => sum + ("item" in write ? sizeOf(packed(write.item)) : 0), 0);
  return bytes > mostBytes ? badInput("request.too-much-data", { bytes, most: mostBytes }) : undefined;
}

/** The bytes of a state as text; a letter of Chinese has three. Most are so short that nobody counts. */
function stateBytes(state: unknown): number {
  const text = state === undefined ? "" : (JSON.stringify(state) ?? "");
  return text.length * 3 <= mostStateBytes ? 0 : Buffer.byteLength(text);
}

/** Bytes of an item by DynamoDB's count: names and values in UTF-8. */
export const sizeOf = (item: Readonly<Record<string, unknown>>) =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)),
    0,
  );

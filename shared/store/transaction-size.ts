import { type Rejection, refusals } from "../decider/index.ts";
import { packed } from "./packing.ts";
import { type ConditionalWrite, transactionLimits } from "./table.ts";

const { badInput } = refusals<"request.too-many-changes" | "request.too-much-data">();

/** No item may be larger (DynamoDB), so that this many never exceed a transaction. */
const alwaysFit = 10;

/** Refuses beforehand what no transaction takes: more than 100 items, or more than 4 MB. */
export function tooMuchAtOnce(writes: readonly ConditionalWrite[]): Rejection | undefined {
  const { items: most, bytes: mostBytes } = transactionLimits;
  if (writes.length > most) return badInput("request.too-many-changes", { changes: writes.length, most });
  if (writes.length <= alwaysFit) return undefined;
  const bytes = writes.reduce((sum, write) => sum + ("item" in write ? sizeOf(packed(write.item)) : 0), 0);
  return bytes > mostBytes ? badInput("request.too-much-data", { bytes, most: mostBytes }) : undefined;
}

/** Bytes of an item by DynamoDB's count: names and values in UTF-8. */
export const sizeOf = (item: Readonly<Record<string, unknown>>) =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)),
    0,
  );

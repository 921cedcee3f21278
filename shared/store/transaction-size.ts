import { type Rejection, refusals } from "../decider/index.ts";
import { packed } from "./packing.ts";
import { type ConditionalWrite, type Item, transactionLimits } from "./table.ts";

const { badInput, notNow } = refusals<"record.full" | "request.too-many-changes" | "request.too-much-data">();

/** No item may be larger (DynamoDB), so that this many never exceed a transaction. */
const alwaysFit = 10;

/** A state grows to this and no further: far below the 400 KB of an item, so that upkeep always finds room. */
export const mostStateBytes = 320 * 1024;

/** Refuses beforehand what no item takes, and what no transaction takes: more than 100 items, or more than 4 MB. */
export function tooMuchAtOnce(writes: readonly ConditionalWrite[]): Rejection | undefined {
  const { items: most, bytes: mostBytes } = transactionLimits;
  for (const write of writes) {
    const parts = "item" in write && write.item.sk === "state" ? keptAlone(write.item) : [];
    for (const part of parts) {
      const bytes = stateBytes(part);
      if (bytes > mostStateBytes) return notNow("record.full", { bytes, most: mostStateBytes });
    }
  }
  if (writes.length > most) return badInput("request.too-many-changes", { changes: writes.length, most });
  if (writes.length <= alwaysFit) return undefined;
  const bytes = writes.reduce((sum, write) => sum + ("item" in write ? sizeOf(packed(write.item)) : 0), 0);
  return bytes > mostBytes ? badInput("request.too-much-data", { bytes, most: mostBytes }) : undefined;
}

/** What of a state lies in an item of its own: the state, and each field that it keeps apart. */
function keptAlone({ state, apart }: Item): readonly unknown[] {
  if (typeof apart !== "string" || typeof state !== "object" || state === null) return [state];
  const names = new Set(apart.split(" "));
  const [away, rest] = [Object.entries(state).filter(([name]) => names.has(name)), Object.entries(state)];
  return [Object.fromEntries(rest.filter(([name]) => !names.has(name))), ...away.map(([, value]) => value)];
}

/** The bytes of a state as text. Most are so small that nobody counts. */
const stateBytes = (state: unknown): number =>
  leftOf(mostStateBytes, state) >= 0 ? 0 : Buffer.byteLength(JSON.stringify(state) ?? "");

/** A letter takes six bytes at the most, where it is escaped; a number, a mark or a pair of brackets fewer than these. */
const [bytesOfLetter, bytesOfAny] = [6, 32];

/** What is left of a size after a value that is put into text, at least; below zero, it may be too large. */
function leftOf(size: number, value: unknown): number {
  if (typeof value === "string") return size - bytesOfAny - value.length * bytesOfLetter;
  let left = size - bytesOfAny;
  if (typeof value !== "object" || value === null) return left;
  if (Array.isArray(value)) {
    for (const one of value) if (left >= 0) left = leftOf(left, one);
    return left;
  }
  for (const [name, one] of Object.entries(value))
    if (left >= 0) left = leftOf(left - name.length * bytesOfLetter, one);
  return left;
}

/** Bytes of an item by DynamoDB's count: names and values in UTF-8. */
export const sizeOf = (item: Readonly<Record<string, unknown>>) =>
  Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(value)),
    0,
  );

import {
  type ConditionalWrite,
  type Item,
  indexAttributes,
  type Key,
  keyOfWrite,
  type Query,
  transactionLimits,
} from "./table.ts";

/** What DynamoDB takes at most. Every table keeps these limits, so that a town can move to the cloud. */
export const tableLimits = {
  itemBytes: 400 * 1024,
  partitionKeyBytes: 2048,
  sortKeyBytes: 1024,
  keysAtOnce: 100,
  pageBytes: 1024 * 1024,
} as const;

/** A request that no table takes. DynamoDB answers it with a `ValidationException`. */
export class BeyondLimits extends Error {
  override readonly name = "BeyondLimits";
}

/** An index as a table must know it. */
export interface IndexShape {
  readonly name: string;
  readonly projection: "all" | "keys";
}

const bytesOf = (text: string) => Buffer.byteLength(text, "utf8");

/**
 * Two digits to a byte, one byte for the exponent, one for a minus.
 * @throws BeyondLimits for a number that does not come back as it went in
 */
function numberBytes(value: number): number {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new BeyondLimits(`the number ${value} cannot be kept`);
  const [mantissa = ""] = String(Math.abs(value)).split("e");
  const digits = mantissa.replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  return Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0);
}

/** An item as JSON text without its key, and its size as DynamoDB counts it. */
export interface Measured {
  readonly text: string;
  readonly bytes: number;
}

/** The size counts the names and values of the packed form. Each value is put into text once. */
export function measured({ pk, sk, ...rest }: Item): Measured {
  let bytes = bytesOf(pk) + bytesOf(sk) + 4;
  const parts: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    parts.push(`${JSON.stringify(name)}:${text}`);
    bytes += bytesOf(name) + valueBytes(value, text);
  }
  return { text: `{${parts.join(",")}}`, bytes };
}

export const itemBytes = (item: Item): number => measured(item).bytes;

/** The bytes DynamoDB counts for a value; a structure is packed as text under a name four letters longer. */
function valueBytes(value: unknown, text: string): number {
  if (typeof value === "string") return bytesOf(value);
  if (typeof value === "number") return numberBytes(value);
  return typeof value === "object" && value !== null ? bytesOf(text) + 4 : 1;
}

/** What an index with nothing but keys holds of an item; undefined: the item is not in that index. */
export function keysIn(item: Item, index: string): Item | undefined {
  const { partition, sort } = indexAttributes(index);
  const [p, s] = [item[partition], item[sort]];
  return p === undefined || s === undefined ? undefined : { pk: item.pk, sk: item.sk, [partition]: p, [sort]: s };
}

/**
 * Holds a transaction against the limits.
 * @returns each item as text, with its size; undefined for a check
 * @throws BeyondLimits for too many writes, one key twice, an empty or long key, an item or a transaction that is too large
 */
export function checkWrites(
  writes: readonly ConditionalWrite[],
  indexes: readonly IndexShape[],
): readonly (Measured | undefined)[] {
  if (writes.length === 0 || writes.length > transactionLimits.items)
    throw new BeyondLimits(`a transaction takes 1 to ${transactionLimits.items} items, not ${writes.length}`);
  checkKeys(writes.map(keyOfWrite));
  const items = writes.map((write) => ("item" in write ? measuredWithin(write.item, indexes) : undefined));
  const total = items.reduce((sum, item) => sum + (item?.bytes ?? 0), 0);
  if (total > transactionLimits.bytes) throw new BeyondLimits(`a transaction of ${total} bytes is too large`);
  return items;
}

function measuredWithin(item: Item, indexes: readonly IndexShape[]): Measured {
  for (const { name } of indexes) checkPlace(item, name);
  const found = measured(item);
  if (found.bytes > tableLimits.itemBytes) throw new BeyondLimits(`an item of ${found.bytes} bytes is too large`);
  return found;
}

/** @throws BeyondLimits for a key that is empty, too long, or named twice */
function checkKeys(keys: readonly Key[]): void {
  const known = new Set<string>();
  for (const { pk, sk } of keys) {
    checkKey("pk", pk, tableLimits.partitionKeyBytes);
    checkKey("sk", sk, tableLimits.sortKeyBytes);
    known.add(`${pk.length}/${pk}/${sk}`);
  }
  if (known.size < keys.length) throw new BeyondLimits("one write names one key twice");
}

/** An item may have no place in an index. A place it has must be a key. */
function checkPlace(item: Item, index: string): void {
  const { partition, sort } = indexAttributes(index);
  if (item[partition] !== undefined) checkKey(partition, item[partition], tableLimits.partitionKeyBytes);
  if (item[sort] !== undefined) checkKey(sort, item[sort], tableLimits.sortKeyBytes);
}

function checkKey(name: string, value: unknown, most: number): void {
  if (typeof value !== "string") throw new BeyondLimits(`the key ${name} is no text`);
  if (value === "") throw new BeyondLimits(`the key ${name} is empty`);
  if (value.length * 3 > most && bytesOf(value) > most)
    throw new BeyondLimits(`the key ${name} has more than ${most} bytes`);
}

/** @throws BeyondLimits for too many keys at once, or a key that is empty or too long */
export function checkRead(keys: readonly Key[]): void {
  if (keys.length > tableLimits.keysAtOnce) throw new BeyondLimits(`${keys.length} keys are too many at once`);
  for (const { pk, sk } of keys) {
    checkKey("pk", pk, tableLimits.partitionKeyBytes);
    checkKey("sk", sk, tableLimits.sortKeyBytes);
  }
}

/** @throws BeyondLimits for an empty or long partition, a limit below one, or an index the table does not have */
export function checkQuery({ index, partition, limit }: Query, indexes: readonly IndexShape[] | undefined): void {
  checkKey("partition", partition, tableLimits.partitionKeyBytes);
  if (!Number.isInteger(limit) || limit < 1) throw new BeyondLimits(`a page of ${limit} items`);
  if (index !== undefined && indexes !== undefined && !indexes.some(({ name }) => name === index))
    throw new BeyondLimits(`the table has no index ${index}`);
}

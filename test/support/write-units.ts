import type { Index } from "../../shared/service/index.ts";
import { type ConditionalWrite, dueIndex, type Item, type Table } from "../../shared/store/index.ts";
import { packed } from "../../shared/store/packing.ts";
import { indexAttributes, keyOfWrite } from "../../shared/store/table.ts";
import { sizeOf } from "../../shared/store/transaction-size.ts";

export interface Metered extends Table {
  /** Write units since the last call. */
  units(): number;
}

/** Write units of so many bytes: one for each kilobyte begun. */
const unitsOf = (bytes: number) => Math.ceil(bytes / 1024);

/**
 * A table that counts what its writes cost in DynamoDB: two units for each kilobyte begun of an item in a transaction, one
 * for each kilobyte begun of an index entry written or taken out. An entry that stays as it was costs nothing.
 */
export function metered(table: Table, indexes: readonly Index[]): Metered {
  const all = [...indexes, { name: dueIndex, projection: "keys" as const }];
  let spent = 0;
  return {
    ...table,
    async write(writes) {
      const before = await table.read(writes.map(keyOfWrite));
      const result = await table.write(writes);
      if (result.written) for (const [at, write] of writes.entries()) spent += costOf(write, before[at], all);
      return result;
    },
    units() {
      const units = spent;
      spent = 0;
      return units;
    },
  };
}

function costOf(write: ConditionalWrite, before: Item | undefined, indexes: readonly Index[]): number {
  if ("check" in write) return 2 * unitsOf(before === undefined ? 1 : bytesOf(before));
  const entries = indexes.reduce((sum, index) => sum + entryCost(index, before, write.item), 0);
  return 2 * unitsOf(bytesOf(write.item)) + entries;
}

const bytesOf = (item: Item) => sizeOf(JSON.parse(JSON.stringify(packed(item))));

function entryCost(index: Index, before: Item | undefined, after: Item): number {
  const [old, now] = [before && entryOf(index, before), entryOf(index, after)];
  if (JSON.stringify(old) === JSON.stringify(now)) return 0;
  const moved = old !== undefined && (now === undefined || keyIn(index, old) !== keyIn(index, now));
  return (moved ? unitsOf(bytesOf(old)) : 0) + (now === undefined ? 0 : unitsOf(bytesOf(now)));
}

function keyIn({ name }: Index, item: Item) {
  const { partition, sort } = indexAttributes(name);
  return JSON.stringify([item[partition], item[sort]]);
}

/** The item as an index holds it; undefined: it does not stand there. */
function entryOf({ name, projection }: Index, item: Item): Item | undefined {
  const { partition, sort } = indexAttributes(name);
  if (typeof item[partition] !== "string" || typeof item[sort] !== "string") return undefined;
  return projection === "all" ? item : { pk: item.pk, sk: item.sk, [partition]: item[partition], [sort]: item[sort] };
}

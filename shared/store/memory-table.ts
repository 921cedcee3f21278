import { frozen } from "./frozen.ts";
import { checkQuery, checkRead, checkWrites, type IndexShape, itemBytes, keysIn, tableLimits } from "./limits.ts";
import {
  type ConditionalWrite,
  type Item,
  indexAttributes,
  keyOfWrite,
  type Page,
  type Query,
  type Table,
} from "./table.ts";

const keyOf = (item: { pk: string; sk: string }) => JSON.stringify([item.pk, item.sk]);

/** DynamoDB orders by the bytes of UTF-8, which is not the order of JavaScript's texts. */
const byBytes = (a: string, b: string) => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)));

/**
 * A table in memory, for tests of the edge and the domain. It passes the same suite as the others.
 * What it holds is frozen, so that who reads it cannot change it.
 * @param indexes without them every index is there and holds whole items
 */
export function memoryTable(name: string, indexes?: readonly IndexShape[]): Table {
  const items = new Map<string, Item>();

  const holds = (write: ConditionalWrite) => {
    const current = items.get(keyOf(keyOfWrite(write)));
    const { expect } = write;
    if (expect === "absent") return current === undefined;
    return expect === "unversioned"
      ? current !== undefined && current.version === undefined
      : current?.version === expect.version;
  };

  return {
    name,
    async read(keys) {
      checkRead(keys);
      return keys.map((key) => items.get(keyOf(key)));
    },
    async write(writes) {
      checkWrites(writes, indexes ?? []);
      const failed = writes.flatMap((write, position) =>
        holds(write) ? [] : [{ put: position, current: items.get(keyOf(keyOfWrite(write))) }],
      );
      if (failed.length > 0) return { written: false, contended: false, failed };
      for (const write of writes)
        if ("item" in write) items.set(keyOf(write.item), frozen(structuredClone(write.item)));
      return { written: true };
    },
    async query(query): Promise<Page> {
      checkQuery(query, indexes);
      const found = placesOf(query, [...items.values()]);
      const page: Item[] = [];
      let bytes = 0;
      for (const { item } of found) {
        const shown = projected(item, query.index, indexes);
        bytes += itemBytes(shown);
        if (page.length > 0 && bytes > tableLimits.pageBytes) break;
        page.push(shown);
        if (page.length === query.limit) break;
      }
      const final = found[page.length - 1];
      const last = final !== undefined && page.length < found.length ? { last: final.position } : {};
      return { items: page, ...last };
    },
    async scan({ limit, after }): Promise<Page> {
      const keys = [...items.keys()].sort();
      const rest = keys.filter((key) => after?.key === undefined || key > after.key);
      const page = rest.slice(0, limit);
      const final = page.at(-1);
      return {
        items: page.flatMap((key) => items.get(key) ?? []),
        ...(final !== undefined && page.length < rest.length ? { last: { key: final } } : {}),
      };
    },
  };
}

/** What the query asks for, in order, behind the position it goes on from. */
function placesOf(query: Query, items: readonly Item[]) {
  const names = query.index === undefined ? { partition: "pk", sort: "sk" } : indexAttributes(query.index);
  const [one, other] = query.descending === true ? [-1, 1] : [1, -1];
  const { from, to, after } = query;
  return items
    .flatMap((item) => {
      const [partition, sort] = [item[names.partition], item[names.sort]];
      if (partition !== query.partition || typeof sort !== "string") return [];
      if (from !== undefined && byBytes(sort, from) < 0) return [];
      if (to !== undefined && byBytes(sort, to) > 0) return [];
      const position = { pk: item.pk, sk: item.sk, [names.partition]: partition, [names.sort]: sort };
      return [{ item, sort, position }];
    })
    .filter(
      ({ item, sort }) =>
        after === undefined ||
        order([sort, item.pk, item.sk], [after[names.sort] ?? "", after.pk ?? "", after.sk ?? ""]) === one,
    )
    .sort((a, b) => (order([a.sort, a.item.pk, a.item.sk], [b.sort, b.item.pk, b.item.sk]) === 1 ? one : other));
}

function order(a: readonly string[], b: readonly string[]): number {
  for (const [place, text] of a.entries()) {
    const compared = byBytes(text, b[place] ?? "");
    if (compared !== 0) return compared;
  }
  return 0;
}

function projected(item: Item, index: string | undefined, indexes: readonly IndexShape[] | undefined): Item {
  if (index === undefined || indexes?.find(({ name }) => name === index)?.projection !== "keys") return item;
  return keysIn(item, index) ?? item;
}

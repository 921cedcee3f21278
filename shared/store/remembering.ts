import type { Item, Key, Page, Query, Table } from "./table.ts";

const nameOf = ({ pk, sk }: Key) => `${pk}\u0000${sk}`;
const textOf = ({ index, partition, from, to, descending, limit, after }: Query) =>
  JSON.stringify([index, partition, from, to, descending, limit, after]);

/**
 * A table that reads each item and asks each question once, for as long as one answer is put together: many rules ask for
 * the same. It is not for writing.
 */
export function remembering(table: Table): Table {
  const known = new Map<string, Promise<Item | undefined>>();
  const asked = new Map<string, Promise<Page>>();
  return {
    get name() {
      return table.name;
    },
    async read(keys) {
      const fresh = keys.filter((key) => !known.has(nameOf(key)));
      const found = fresh.length === 0 ? Promise.resolve([]) : table.read(fresh);
      for (const [at, key] of fresh.entries())
        known.set(
          nameOf(key),
          found.then((items) => items[at]),
        );
      return Promise.all(keys.map((key) => known.get(nameOf(key))));
    },
    write: () => Promise.reject(new TypeError("what an answer tells is not written")),
    query(query) {
      const text = textOf(query);
      const before = asked.get(text);
      if (before !== undefined) return before;
      const page = table.query(query);
      asked.set(text, page);
      return page;
    },
    scan: (from) => table.scan(from),
  };
}

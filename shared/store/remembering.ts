import type { Item, Key, Table } from "./table.ts";

const nameOf = ({ pk, sk }: Key) => `${pk}\u0000${sk}`;

/**
 * A table that reads each item once, for as long as one answer is put together: many rules ask for the same. It is not for
 * writing.
 */
export function remembering(table: Table): Table {
  const known = new Map<string, Promise<Item | undefined>>();
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
    query: (query) => table.query(query),
    scan: (from) => table.scan(from),
  };
}

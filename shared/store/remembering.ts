import { type Item, type Key, keyOfWrite, type Page, type Query, type Table } from "./table.ts";

const nameOf = ({ pk, sk }: Key) => `${pk}\u0000${sk}`;
const textOf = ({ index, partition, from, to, descending, limit, after }: Query) =>
  JSON.stringify([index, partition, from, to, descending, limit, after]);

/** A table that remembers what was read of it. */
export interface Remembering extends Table {
  /** Whether this item was read and not forgotten since. */
  recalls(key: Key): boolean;
  forget(keys: readonly Key[]): void;
}

/**
 * A table that reads each item and asks each question once, for as long as one request or one answer takes: many rules ask
 * for the same. What is written is forgotten, and with it the answer to every question.
 */
export function remembering(table: Table): Remembering {
  const known = new Map<string, Promise<Item | undefined>>();
  const asked = new Map<string, Promise<Page>>();
  const forget = (keys: readonly Key[]) => {
    for (const key of keys) known.delete(nameOf(key));
    asked.clear();
  };
  return {
    get name() {
      return table.name;
    },
    recalls: (key) => known.has(nameOf(key)),
    forget,
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
    async write(writes) {
      try {
        return await table.write(writes);
      } finally {
        forget(writes.map(keyOfWrite));
      }
    },
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

/** What a view writes in a text field to ask for a step beforehand. As an id it is nobody's, and nothing lies under it. */
export const sampleWord = "示例";

const isNobodys = ({ pk }: Key) => pk.endsWith(`#${sampleWord}`);

/** The same for an answer: it is not for writing, and nobody looks for what a made-up example names. */
export function onlyReading(table: Table): Table {
  const reading = remembering(table);
  const { read } = reading;
  reading.read = async (keys) => {
    const items = (await read(keys.filter((key) => !isNobodys(key)))).values();
    return keys.map((key) => (isNobodys(key) ? undefined : items.next().value));
  };
  reading.write = () => Promise.reject(new TypeError("what an answer tells is not written"));
  return reading;
}

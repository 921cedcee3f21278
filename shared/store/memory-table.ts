import { type ConditionalWrite, type Item, indexAttributes, keyOfWrite, type Page, type Table } from "./table.ts";

const keyOf = (item: { pk: string; sk: string }) => JSON.stringify([item.pk, item.sk]);
const text = (value: unknown) => (typeof value === "string" ? value : "");

/** A table in memory, for tests of the edge and the domain; it passes the same suite as DynamoDB. */
export function memoryTable(name: string): Table {
  const items = new Map<string, Item>();

  const holds = (write: ConditionalWrite) => {
    const current = items.get(keyOf(keyOfWrite(write)));
    const { expect } = write;
    return expect === "absent" ? current === undefined : current?.version === expect.version;
  };

  return {
    name,
    async read(keys) {
      return keys.map((key) => items.get(keyOf(key))).map((item) => item && structuredClone(item));
    },
    async write(writes) {
      const failed = writes.flatMap((write, position) =>
        holds(write) ? [] : [{ put: position, current: structuredClone(items.get(keyOf(keyOfWrite(write)))) }],
      );
      if (failed.length > 0) return { written: false, contended: false, failed };
      for (const write of writes) if ("item" in write) items.set(keyOf(write.item), structuredClone(write.item));
      return { written: true };
    },
    async query(query): Promise<Page> {
      const names = query.index === undefined ? { partition: "pk", sort: "sk" } : indexAttributes(query.index);
      const order = (item: Item) => [text(item[names.sort]), item.pk, item.sk].join("\u0000");
      const found = [...items.values()]
        .filter((item) => item[names.partition] === query.partition)
        .filter((item) => text(item[names.sort]) >= (query.from ?? "") && inside(text(item[names.sort]), query.to))
        .sort((a, b) => (order(a) < order(b) ? -1 : 1));
      if (query.descending === true) found.reverse();
      const after = query.after?.order;
      const beyond = (item: Item) =>
        after === undefined || (query.descending === true ? order(item) < after : order(item) > after);
      const rest = found.filter(beyond);
      const page = rest.slice(0, query.limit);
      const final = page.at(-1);
      return {
        items: structuredClone(page),
        ...(final !== undefined && page.length < rest.length ? { last: { order: order(final) } } : {}),
      };
    },
    async scan({ limit, after }): Promise<Page> {
      const keys = [...items.keys()].sort();
      const rest = keys.filter((key) => after?.key === undefined || key > after.key);
      const page = rest.slice(0, limit);
      const final = page.at(-1);
      return {
        items: structuredClone(page.flatMap((key) => items.get(key) ?? [])),
        ...(final !== undefined && page.length < rest.length ? { last: { key: final } } : {}),
      };
    },
  };
}

const inside = (sort: string, to: string | undefined) => to === undefined || sort <= to;

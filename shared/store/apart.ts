import { digest } from "./chain.ts";
import { frozen } from "./frozen.ts";
import type { ConditionalWrite, Item, Key, Page, Table, WriteResult } from "./table.ts";

/** The attribute that names the fields of an item which hold a digest in place of their value, with a space between. */
const attribute = "apart";

/** The structures of an item that may hold such fields. */
const structures = ["state", "data"] as const;

/** So many values stay in memory. A forgotten value is read again. */
const remembered = 500;
/** What one read takes. */
const mostKeys = 100;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const namesIn = (item: Item | undefined) => {
  const names = item?.[attribute];
  return typeof names === "string" ? names.split(" ") : [];
};

/** The digest of a value in 43 letters. */
const shortDigest = (value: unknown) => Buffer.from(digest(value), "hex").toString("base64url");

const keyOf = (hash: string): Key => ({ pk: `value#${hash}`, sk: "value" });

/** The attribute of an item: those fields of a state, or of an event's data, that its decider keeps apart. */
export function apartIn(names: readonly string[] = [], of: unknown): { readonly apart?: string } {
  const present = isFields(of) ? names.filter((name) => isFields(of[name])) : [];
  return present.length === 0 ? {} : { [attribute]: present.join(" ") };
}

/**
 * A table that keeps the value of a field once, under its digest, where the item names that field as kept apart. Items go
 * in and come out whole. An item that was written whole is read as it is.
 */
export function sharing(table: Table): Table {
  const shelf = new Shelf(table);
  return {
    // The table is asked for its name only when somebody wants it.
    get name() {
      return table.name;
    },
    read: async (keys) => shelf.filled(await table.read(keys)),
    write: async (writes) => shelf.told(await table.write(await shelf.leaned(writes))),
    query: async (query) => shelf.page(await table.query(query)),
    scan: async (from) => shelf.page(await table.scan(from)),
  };
}

/** The values of one table, by their digests. */
class Shelf {
  readonly #table: Table;
  readonly #values = new Map<string, unknown>();
  readonly #digests = new WeakMap<object, string>();

  constructor(table: Table) {
    this.#table = table;
  }

  /** Puts digests in place of values. A new value is written first, so that an item never refers to nothing. */
  async leaned(writes: readonly ConditionalWrite[]): Promise<readonly ConditionalWrite[]> {
    const found = new Map<string, object>();
    const leaned = writes.map((write) => ("item" in write ? { ...write, item: this.#lean(write.item, found) } : write));
    for (const [hash, value] of found) if (!this.#values.has(hash)) await this.#keep(hash, value);
    return leaned;
  }

  async told(result: WriteResult): Promise<WriteResult> {
    if (result.written || result.failed.length === 0) return result;
    const current = await this.filled(result.failed.map((one) => one.current));
    return { ...result, failed: result.failed.map(({ put }, at) => ({ put, current: current[at] })) };
  }

  async page({ items, ...rest }: Page): Promise<Page> {
    const filled = await this.filled(items);
    return { items: filled.flatMap((item) => item ?? []), ...rest };
  }

  /**
   * Puts the values back into the items: from memory, or with one read.
   * @throws Error when a value is missing
   */
  async filled(items: readonly (Item | undefined)[]): Promise<readonly (Item | undefined)[]> {
    const values = new Map(items.flatMap(digestsIn).map((hash) => [hash, this.#values.get(hash)]));
    const unknown = [...values.keys()].filter((hash) => values.get(hash) === undefined);
    for (let at = 0; at < unknown.length; at += mostKeys) {
      const some = unknown.slice(at, at + mostKeys);
      const found = await this.#table.read(some.map(keyOf));
      for (const [place, hash] of some.entries()) {
        const value = found[place]?.value;
        if (value === undefined) throw new Error(`the value ${hash} is missing`);
        values.set(hash, this.#learn(hash, value));
      }
    }
    return items.map((item) => withFields(item, (hash) => values.get(String(hash))));
  }

  #lean(item: Item, found: Map<string, object>): Item {
    return withFields(item, (value) => {
      if (typeof value !== "object" || value === null) return value;
      const hash = this.#digests.get(value) ?? shortDigest(value);
      this.#digests.set(value, hash);
      found.set(hash, value);
      return hash;
    });
  }

  /** Writes a value that is not there yet. A value that is there stays as it is. */
  async #keep(hash: string, value: object): Promise<void> {
    const item = { ...keyOf(hash), version: 1, value };
    for (;;) {
      const result = await this.#table.write([{ item, expect: "absent" }]);
      if (result.written || !result.contended) break;
    }
    this.#learn(hash, structuredClone(value));
  }

  #learn(hash: string, value: unknown): unknown {
    const known = frozen(value);
    if (isFields(known)) this.#digests.set(known, hash);
    const [oldest] = this.#values.keys();
    if (this.#values.size >= remembered && oldest !== undefined) this.#values.delete(oldest);
    this.#values.set(hash, known);
    return known;
  }
}

/** Puts another value into each field that the item keeps apart. */
function withFields(item: Item, change: (value: unknown) => unknown): Item;
function withFields(item: Item | undefined, change: (value: unknown) => unknown): Item | undefined;
function withFields(item: Item | undefined, change: (value: unknown) => unknown): Item | undefined {
  const names = namesIn(item);
  if (item === undefined || names.length === 0) return item;
  const changed = structures.flatMap((structure) => {
    const fields = item[structure];
    if (!isFields(fields)) return [];
    const values = names.map((name) => [name, change(fields[name])]);
    return [[structure, { ...fields, ...Object.fromEntries(values) }]];
  });
  return { ...item, ...Object.fromEntries(changed) };
}

function digestsIn(item: Item | undefined): string[] {
  const names = namesIn(item);
  if (item === undefined || names.length === 0) return [];
  const fields = structures.map((structure) => item[structure]).filter(isFields);
  return fields.flatMap((one) => names.map((name) => one[name])).filter((value) => typeof value === "string");
}

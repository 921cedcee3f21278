import type { Table } from "../../shared/store/index.ts";

export interface Counted extends Table {
  readonly calls: { reads: number; queries: number; writes: number[] };
  reset(): void;
}

/** A table that counts the requests that reach it; `writes` holds the number of puts of each transaction. */
export function counting(table: Table): Counted {
  const calls: Counted["calls"] = { reads: 0, queries: 0, writes: [] };
  return {
    name: table.name,
    calls,
    reset() {
      calls.reads = 0;
      calls.queries = 0;
      calls.writes.length = 0;
    },
    read(keys) {
      calls.reads += 1;
      return table.read(keys);
    },
    write(puts) {
      calls.writes.push(puts.length);
      return table.write(puts);
    },
    query(query) {
      calls.queries += 1;
      return table.query(query);
    },
    scan: (from) => table.scan(from),
  };
}

/** A table on which something happens just before the first write. */
export function interrupted(table: Table, before: () => Promise<unknown>): Table {
  let pending = true;
  return {
    ...table,
    async write(puts) {
      if (pending) {
        pending = false;
        await before();
      }
      return table.write(puts);
    },
  };
}

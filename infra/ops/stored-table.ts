import type { DatabaseSync } from "node:sqlite";
import type { Table } from "../../shared/store/index.ts";
import { quoted } from "../embedded/sqlite/definition.ts";
import { itemOf, rowText } from "../embedded/sqlite/row.ts";

/** A table of a town's file as it lies there, for reading alone: nothing is made, changed or claimed. */
export function storedTable(database: DatabaseSync, name: string): Table {
  const table = quoted(name);
  const one = database.prepare(`SELECT item FROM ${table} WHERE pk = ? AND sk = ?`);
  const all = database.prepare(`SELECT seq, pk, sk, item FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ?`);
  const some = database.prepare(
    `SELECT pk, sk, item FROM ${table} WHERE pk = ? AND sk >= ? AND sk <= ? AND sk > ? ORDER BY sk LIMIT ?`,
  );
  return {
    name,
    read: async (keys) => keys.map(({ pk, sk }) => itemOf(pk, sk, one.get(pk, sk))),
    write: () => Promise.reject(new Error("this table is for reading alone")),
    async query({ partition, from = "", to = "\u{10ffff}", after, limit, index }) {
      if (index !== undefined) throw new Error("this table has no indexes");
      const rows = some.all(partition, from, to, after?.sk ?? "", limit);
      const items = rows.flatMap((row) => itemOf(rowText(row, "pk"), rowText(row, "sk"), row) ?? []);
      const last = items.at(-1);
      return { items, ...(last === undefined || items.length < limit ? {} : { last: { pk: last.pk, sk: last.sk } }) };
    },
    async scan({ limit, after }) {
      const rows = all.all(Number(after?.seq ?? 0), limit);
      const items = rows.flatMap((row) => itemOf(rowText(row, "pk"), rowText(row, "sk"), row) ?? []);
      const last = rows.at(-1);
      return { items, ...(last === undefined || rows.length < limit ? {} : { last: { seq: String(last.seq) } }) };
    },
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { IndexShape } from "../../../shared/store/limits.ts";
import { indexAttributes } from "../../../shared/store/table.ts";
import type { TownFile } from "./town-file.ts";

/** A name as SQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The columns that hold an item's places in the indexes. */
export const columnsOf = (indexes: readonly IndexShape[]) =>
  indexes.flatMap(({ name }) => Object.values(indexAttributes(name)));

/**
 * Gives a service its table: one row an item, the item itself as JSON text. `seq` grows with every new item, so that
 * events are read in the order of their commits. An index holds only the items that have a place in it. An index that a
 * new version declares is filled from the items.
 */
export const defineTable = ({ database, writeNow }: TownFile, name: string, indexes: readonly IndexShape[]): void =>
  writeNow(() => define(database, name, indexes));

function define(database: DatabaseSync, name: string, indexes: readonly IndexShape[]): void {
  const table = quoted(name);
  database.exec(`CREATE TABLE IF NOT EXISTS ${table} (
    seq INTEGER PRIMARY KEY,
    pk TEXT NOT NULL,
    sk TEXT NOT NULL,
    version INTEGER,
    type TEXT,
    bytes INTEGER NOT NULL,
    item TEXT NOT NULL,
    UNIQUE (pk, sk)
  ) STRICT`);
  const columns = new Set(
    database
      .prepare(`SELECT name FROM pragma_table_info(?)`)
      .all(name)
      .map((column) => column.name),
  );
  for (const index of indexes) {
    const { partition, sort } = indexAttributes(index.name);
    const [p, s] = [quoted(partition), quoted(sort)];
    if (!columns.has(partition)) {
      database.exec(`ALTER TABLE ${table} ADD COLUMN ${p} TEXT; ALTER TABLE ${table} ADD COLUMN ${s} TEXT`);
      const place = (column: string) => `item ->> '$."${column}"'`;
      database.exec(
        `UPDATE ${table} SET ${p} = ${place(partition)}, ${s} = ${place(sort)}
         WHERE ${place(partition)} IS NOT NULL AND ${place(sort)} IS NOT NULL`,
      );
    }
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${quoted(`${name}/${index.name}`)} ON ${table} (${p}, ${s}, pk, sk) WHERE ${p} IS NOT NULL`,
    );
  }
}

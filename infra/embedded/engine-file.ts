import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/**
 * Two things the engine (dynoxide 1.2) leaves undone in its own file. Both only touch what they know: another version
 * with other tables is left alone.
 */

/** Up to which sequence number nobody needs a table's stream any more. */
export type Consumed = ReadonlyMap<string, bigint>;

/**
 * Every write asks for the highest sequence number of its table, without an index: the more was ever written, the slower.
 * Made while the engine runs, as its tables must be there; SQLite lets both in.
 */
export const indexStream = (database: string) =>
  withStream(database, (file) => {
    file.exec(
      "CREATE INDEX IF NOT EXISTS qz_stream_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER))",
    );
  });

/**
 * The engine keeps every stream record for ever. Removes what all consumers have had, except the newest of each table:
 * numbers go on from there.
 */
export const trimStream = (database: string, consumed: Consumed) =>
  withStream(database, (file) => {
    const remove = file.prepare(
      `DELETE FROM _stream_records WHERE table_name = ?1 AND CAST(sequence_number AS INTEGER) < ?2
         AND CAST(sequence_number AS INTEGER) <
           (SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?1)`,
    );
    for (const [table, sequence] of consumed) remove.run(table, sequence);
  });

/** @returns why it could not be done; undefined: it is done, or there is nothing to do it to. */
function withStream(database: string, act: (file: DatabaseSync) => void): string | undefined {
  if (!existsSync(database)) return undefined;
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(database, { timeout: 5000 });
    const columns = file.prepare("SELECT name FROM pragma_table_info('_stream_records')").all();
    const names = new Set(columns.map(({ name }) => name));
    if (names.has("table_name") && names.has("sequence_number")) act(file);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    file?.close();
  }
}

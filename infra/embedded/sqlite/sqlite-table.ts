import type { SQLInputValue, StatementSync } from "node:sqlite";
import { isStoredEvent } from "../../../shared/store/index.ts";
import { checkRead, checkWrites, type IndexShape, keysIn, type Measured } from "../../../shared/store/limits.ts";
import {
  type ConditionalPut,
  type ConditionalWrite,
  type Item,
  indexAttributes,
  type Key,
  keyOfWrite,
  type Table,
} from "../../../shared/store/table.ts";
import { columnsOf, defineTable, quoted } from "./definition.ts";
import type { Written } from "./event-log.ts";
import { pagesOf } from "./pages.ts";
import { itemOf, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/**
 * A service's table in the town's file. The service asks in process: there is no port and no second process.
 * @param tell hears of each event that was committed, in the order of the commits
 */
export function sqliteTable(
  file: TownFile,
  name: string,
  indexes: readonly IndexShape[],
  tell: (events: readonly Written[]) => void = () => undefined,
): Table {
  defineTable(file, name, indexes);
  const statements = statementsOf(file, name, indexes);
  const query = pagesOf(file, name, indexes);

  const current = ({ pk, sk }: Key): Item | undefined => itemOf(pk, sk, statements.read.get(pk, sk));

  const holds = (write: ConditionalWrite): boolean => {
    const { pk, sk } = keyOfWrite(write);
    const row = statements.version.get(pk, sk);
    const { expect } = write;
    if (expect === "absent") return row === undefined;
    return row !== undefined && row.version === (expect === "unversioned" ? null : expect.version);
  };

  /** Its condition holds. @returns the event that was put; empty: it put no event */
  const put = ({ item, expect }: ConditionalPut, measured: Measured | undefined): readonly Written[] => {
    const values = columns(item, measured);
    const places = placesOf(item, indexes);
    if (expect === "absent") {
      const { lastInsertRowid } = statements.insert.run(item.pk, item.sk, ...values, ...places);
      return isStoredEvent(item) ? [{ sequence: Number(lastInsertRowid), event: item }] : [];
    }
    if (statements.replaceInPlace.run(...values, item.pk, item.sk, ...places).changes === 0)
      statements.replace.run(...values, ...places, item.pk, item.sk);
    return [];
  };

  return {
    name,
    async read(keys) {
      checkRead(keys);
      return keys.map(current);
    },
    async write(writes) {
      const measured = checkWrites(writes, indexes);
      const { failed, events } = await file.write(() => {
        const failed = writes.flatMap((one, place) => (holds(one) ? [] : [place]));
        if (failed.length > 0) return { changed: false, result: { failed, events: [] } };
        const events = writes.flatMap((one, place) => ("item" in one ? put(one, measured[place]) : []));
        return { changed: true, result: { failed, events } };
      });
      tell(events);
      if (failed.length === 0) return { written: true };
      const refused = failed.flatMap((place) => {
        const write = writes[place];
        return write === undefined ? [] : [{ put: place, current: current(keyOfWrite(write)) }];
      });
      return { written: false, contended: false, failed: refused };
    },
    async scan({ limit, after }) {
      const rows = statements.scan.all(Number(after?.seq ?? 0), limit);
      const items = rows.flatMap((row) => itemOf(rowText(row, "pk"), rowText(row, "sk"), row) ?? []);
      const last = rows.at(-1);
      return { items, ...(last === undefined || rows.length < limit ? {} : { last: { seq: String(last.seq) } }) };
    },
    query: async (asked) => query(asked),
  };
}

interface Statements {
  readonly read: StatementSync;
  readonly version: StatementSync;
  readonly scan: StatementSync;
  readonly insert: StatementSync;
  /** Holds where no place in an index changes: the indexes are then left alone. */
  readonly replaceInPlace: StatementSync;
  readonly replace: StatementSync;
}

function statementsOf({ database }: TownFile, name: string, indexes: readonly IndexShape[]): Statements {
  const table = quoted(name);
  const own = ["version", "type", "bytes", "item"];
  const places = columnsOf(indexes).map(quoted);
  const all = [...own, ...places];
  const marks = (columns: readonly string[]) => columns.map(() => "?").join(", ");
  const set = (columns: readonly string[]) =>
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE pk = ? AND sk = ?`;
  return {
    read: database.prepare(`SELECT item FROM ${table} WHERE pk = ? AND sk = ?`),
    version: database.prepare(`SELECT version FROM ${table} WHERE pk = ? AND sk = ?`),
    scan: database.prepare(`SELECT seq, pk, sk, item FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ?`),
    insert: database.prepare(`INSERT INTO ${table} (pk, sk, ${all.join(", ")}) VALUES (?, ?, ${marks(all)})`),
    replaceInPlace: database.prepare([set(own), ...places.map((place) => `${place} IS ?`)].join(" AND ")),
    replace: database.prepare(set(all)),
  };
}

function columns({ version, type }: Item, measured: Measured | undefined): SQLInputValue[] {
  const whole = typeof version === "number" && Number.isSafeInteger(version) ? version : null;
  return [whole, typeof type === "string" ? type : null, measured?.bytes ?? 0, measured?.text ?? "{}"];
}

/** Both columns of an index, or none of them. */
function placesOf(item: Item, indexes: readonly IndexShape[]): SQLInputValue[] {
  return indexes.flatMap(({ name }) => {
    const { partition, sort } = indexAttributes(name);
    const keys = keysIn(item, name);
    return keys === undefined ? [null, null] : [String(keys[partition]), String(keys[sort])];
  });
}

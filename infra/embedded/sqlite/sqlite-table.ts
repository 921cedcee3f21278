import type { SQLInputValue, StatementSync } from "node:sqlite";
import { isStoredEvent } from "../../../shared/store/index.ts";
import { checkRead, checkWrites, type IndexShape, type Measured } from "../../../shared/store/limits.ts";
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
import { EmptyPartitions } from "./empty-partitions.ts";
import type { Written } from "./event-log.ts";
import { type Known, KnownItems, knownItem, nothing } from "./known-items.ts";
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

  const known = new KnownItems();
  const empty = new EmptyPartitions();
  file.onRollback(() => {
    known.clear();
    empty.clear();
  });

  const lookedUp = (key: Key): Known | typeof nothing => {
    const row = statements.read.get(key.pk, key.sk);
    const found = row === undefined ? nothing : knownOf(wholeNumber(row.version), rowText(row, "item"));
    known.learn(key, found);
    return found;
  };
  const current = (key: Key): Item | undefined => {
    const found = known.find(key) ?? lookedUp(key);
    return found === nothing ? undefined : knownItem(key, found);
  };

  /** A place that nobody has read is asked for its version alone: most often it is the place of a new event. */
  const versionAt = (key: Key): number | null | undefined => {
    const found = known.find(key);
    if (found !== undefined) return found === nothing ? undefined : found.version;
    const row = statements.version.get(key.pk, key.sk);
    return row === undefined ? undefined : wholeNumber(row.version);
  };

  const holds = (write: ConditionalWrite): boolean => {
    const version = versionAt(keyOfWrite(write));
    const { expect } = write;
    if (expect === "absent") return version === undefined;
    return version === (expect === "unversioned" ? null : expect.version);
  };

  /** Its condition holds. @returns the event that was put; empty: it put no event */
  const put = ({ item, expect }: ConditionalPut, measured: Measured | undefined): readonly Written[] => {
    const values = columns(item, measured);
    const places = placesOf(item, indexes);
    for (const { name } of indexes) empty.forget(name, item[indexAttributes(name).partition]);
    // Events are read in rows, not one by one: to remember them would push out what is asked for.
    if (isStoredEvent(item)) known.forget(item);
    else known.learn(item, knownOf(wholeNumber(item.version), measured?.text ?? "{}"));
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
    query: async (asked) => {
      if (empty.knows(asked)) return { items: [] };
      const page = query(asked);
      if (page.items.length === 0) empty.learn(asked);
      return page;
    },
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
    read: database.prepare(`SELECT version, item FROM ${table} WHERE pk = ? AND sk = ?`),
    version: database.prepare(`SELECT version FROM ${table} WHERE pk = ? AND sk = ?`),
    scan: database.prepare(`SELECT seq, pk, sk, item FROM ${table} WHERE seq > ? ORDER BY seq LIMIT ?`),
    insert: database.prepare(`INSERT INTO ${table} (pk, sk, ${all.join(", ")}) VALUES (?, ?, ${marks(all)})`),
    replaceInPlace: database.prepare([set(own), ...places.map((place) => `${place} IS ?`)].join(" AND ")),
    replace: database.prepare(set(all)),
  };
}

const wholeNumber = (version: unknown) => (Number.isSafeInteger(version) ? Number(version) : null);
const knownOf = (version: number | null, text: string): Known => ({ version, letters: text.length, text });

function columns({ version, type }: Item, measured: Measured | undefined): SQLInputValue[] {
  return [wholeNumber(version), typeof type === "string" ? type : null, measured?.bytes ?? 0, measured?.text ?? "{}"];
}

/** Both columns of an index, or none of them. */
function placesOf(item: Item, indexes: readonly IndexShape[]): SQLInputValue[] {
  return indexes.flatMap(({ name }) => {
    const { partition, sort } = indexAttributes(name);
    const [p, s] = [item[partition], item[sort]];
    return p === undefined || s === undefined ? [null, null] : [String(p), String(s)];
  });
}

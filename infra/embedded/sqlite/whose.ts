import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { type Service, tableName } from "../../../shared/service/index.ts";

/** The names of the tables in a town's file. */
export const tableNamesIn = (database: DatabaseSync): ReadonlySet<string> =>
  new Set(
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name)),
  );

/**
 * What is wrong where a file holds another town's tables and none of this town: a name left out or misspelt would open, check
 * or export a second town beside the first one.
 * @returns a sentence in both languages; undefined: the file is this town's, or empty
 */
export function ofAnotherTown(path: string, names: ReadonlySet<string>, town: string, services: readonly Service[]) {
  if (services.some(({ name }) => names.has(tableName(town, name)))) return undefined;
  const others = services.flatMap(({ name }) => {
    const end = tableName("", name);
    return [...names].filter((table) => table.endsWith(end)).map((table) => table.slice(0, -end.length));
  });
  const [other] = others;
  return other === undefined ? undefined : `${path} is of the town ${other}, not of ${town}; set TOWN / 属于另一个镇`;
}

/** As `ofAnotherTown`, of a file that is not open yet; it is only read. What no town wrote is told by who opens it. */
export function anotherTownIn(path: string, town: string, services: readonly Service[]): string | undefined {
  if (!existsSync(path)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    return ofAnotherTown(path, tableNamesIn(database), town, services);
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { type Service, tableName } from "../../shared/service/index.ts";
import { type Table, type Verified, verified } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { changedIn, filesBelow, measured, readSet } from "../embedded/ops/backup-set.ts";
import { ofAnotherTown, tableNamesIn } from "../embedded/sqlite/whose.ts";
import { storedTable } from "./stored-table.ts";

/** What was looked at, and everything that is not as it was written. */
export interface Report {
  readonly tables: Readonly<Record<string, Omit<Verified, "faults">>>;
  readonly files: number;
  /** One line each; empty: all is as it was written. */
  readonly faults: readonly string[];
}

/** Follows the work, as some of it takes minutes. */
export type Following = (what: string, done: number) => void;

/** Checks every history in the tables of a town, wherever they are. */
export async function verifyTables(
  tables: ReadonlyMap<string, Table>,
  following: Following,
): Promise<Pick<Report, "tables" | "faults">> {
  const found: Record<string, Omit<Verified, "faults">> = {};
  const faults: string[] = [];
  for (const [service, table] of tables) {
    for await (const { faults: broken, ...counts } of verified(table)) {
      found[service] = counts;
      following(service, counts.items);
      if (counts.orphans !== 0)
        faults.push(`${service}: ${counts.orphans} events without their state / 事件缺少其状态`);
      const known = new Set(faults);
      for (const { aggregate, id, brokenAt } of broken) {
        const line = `${service} ${aggregate}/${id}: broken at event ${brokenAt} / 第${brokenAt}个事件不符`;
        if (!known.has(line)) faults.push(line);
      }
    }
  }
  return { tables: found, faults };
}

/**
 * Checks a data directory or a backup: the database's pages, each history, the small files in the database, the files
 * beside it, and, of a backup, each file against its list. Nothing is written.
 */
export async function verifyDirectory(
  directory: string,
  town: TownProfile,
  services: readonly Service[],
  following: Following,
): Promise<Report> {
  const path = join(directory, "town.db");
  if (!existsSync(path)) return { tables: {}, files: 0, faults: [`${path} is missing / 缺少数据文件`] };
  const isBackup = existsSync(join(directory, "backup.json"));
  const changed = isBackup ? await changedIn(directory, await readSet(directory)) : [];
  if (changed.includes("town.db"))
    return { tables: {}, files: 0, faults: changed.map((one) => `${one} is not as it was saved / 与备份时不同`) };
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const pages = database
      .prepare("PRAGMA integrity_check")
      .all()
      .map((row) => String(row.integrity_check));
    const broken = pages.filter((one) => one !== "ok").map((one) => `town.db: ${one}`);
    if (broken.length > 0) return { tables: {}, files: 0, faults: broken };
    const names = tableNamesIn(database);
    const strange = ofAnotherTown(path, names, town.slug, services);
    if (strange !== undefined) return { tables: {}, files: 0, faults: [strange] };
    const tables = services
      .map(({ name }) => [name, tableName(town.slug, name)] as const)
      .filter(([, table]) => names.has(table))
      .map(([name, table]) => [name, storedTable(database, table)] as const);
    if (tables.length === 0)
      return { tables: {}, files: 0, faults: [`${path} holds no data of a town / 其中没有数据`] };
    const chains = await verifyTables(new Map(tables), following);
    const shelf = names.has("files") ? shelfFaults(database, following) : { count: 0, faults: [] };
    const beside = await fileFaults(join(directory, "files"), following);
    return {
      tables: chains.tables,
      files: shelf.count + beside.count,
      faults: [
        ...changed.map((one) => `${one} is not as it was saved / 与备份时不同`),
        ...chains.faults,
        ...shelf.faults,
        ...beside.faults,
      ],
    };
  } finally {
    database.close();
  }
}

/** The small files in the database, each by its hash. */
function shelfFaults(database: DatabaseSync, following: Following) {
  const faults: string[] = [];
  let count = 0;
  for (const { key, sha256, content } of database.prepare("SELECT key, sha256, content FROM files").iterate()) {
    count += 1;
    if (count % 500 === 0) following("files", count);
    const now = content instanceof Uint8Array ? createHash("sha256").update(content).digest("hex") : "";
    if (now !== sha256) faults.push(`file ${key}: not as it was kept / 文件内容不符`);
  }
  return { count, faults };
}

const facts = z.object({ bytes: z.number(), sha256: z.string() });

/** The files of the services: `<service>/kept/<key>/content`, with what is known of it in `facts.json`. */
async function fileFaults(directory: string, following: Following) {
  const faults: string[] = [];
  let count = 0;
  for (const path of await filesBelow(directory)) {
    if (!/^[^/]+\/kept\/[^/]+\/content$/.test(path)) continue;
    count += 1;
    following("files", count);
    const place = join(directory, path);
    const known = facts.safeParse(
      JSON.parse(await readFile(place.replace(/content$/, "facts.json"), "utf8").catch(() => "{}")),
    );
    const now = await measured(place);
    if (known.data?.sha256 !== now.sha256 || known.data.bytes !== now.bytes)
      faults.push(`files/${path}: not as it was kept / 文件内容不符`);
  }
  return { count, faults };
}

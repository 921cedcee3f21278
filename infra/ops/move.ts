import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { s3Files } from "../../shared/files/s3-files.ts";
import { type Service, tableName, wallClock } from "../../shared/service/index.ts";
import { bucketName } from "../../shared/service/names.ts";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import type { Table } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { asyncapi } from "../docs/index.ts";
import { progressSchema } from "../embedded/checkpoint.ts";
import { openData } from "../embedded/data.ts";
import { filesOf, takeDirectory, unfinished } from "../embedded/data-directory.ts";
import { outsideEndpoint, prepareEnvironment } from "../embedded/environment.ts";
import { copyOnce, filesBelow } from "../embedded/ops/backup-set.ts";
import { quoted } from "../embedded/sqlite/definition.ts";
import { ofAnotherTown, tableNamesIn } from "../embedded/sqlite/whose.ts";
import { exportTables, type Following, importTables, readTownSet, type TownSet } from "./moving.ts";
import { storedTable } from "./stored-table.ts";
import { OpsProblem } from "./town-client.ts";

interface Where {
  readonly dataDir: string;
  readonly town: TownProfile;
  readonly services: readonly Service[];
  readonly version: string;
  /** The tables of the cloud, or of the engine that `AWS_ENDPOINT_URL_DYNAMODB` names; else the file in the data directory. */
  readonly cloud: boolean;
  /** Of the account whose buckets take the files; needed only to import into the cloud. */
  readonly account: string | undefined;
}

const secret = "town-secret";

/**
 * Writes a whole town into an empty directory: its tables as JSON Lines, its files, the secret by which it knows persons, and
 * the document of its events. Nobody may have to be told of anything: an event under way would be lost.
 * @throws OpsProblem where the town is not at rest, or the directory not empty
 */
export async function exportTown(where: Where, directory: string, following: Following): Promise<TownSet> {
  const { dataDir, town, services, version } = where;
  const of = { town: town.slug, code: town.code, version };
  await using parts = new AsyncDisposableStack();
  const tables =
    where.cloud || outsideEndpoint() !== undefined ? outsideTables(where, parts) : fileTables(where, parts);
  const set = await exportTables(tables, directory, of, following);
  await writeFile(join(directory, "asyncapi.json"), JSON.stringify(asyncapi(services, town), undefined, 2));
  if (!existsSync(dataDir)) return set;
  await copyOnce(filesOf(dataDir).townSecret, join(directory, secret));
  for (const path of await filesBelow(filesOf(dataDir).files))
    if (/^[^/]+\/kept\//.test(path)) await copyOnce(join(dataDir, "files", path), join(directory, "files", path));
  await exportShelf(filesOf(dataDir).database, directory);
  return set;
}

function outsideTables({ town, services }: Where, parts: AsyncDisposableStack): ReadonlyMap<string, Table> {
  prepareEnvironment(town.deployment.region);
  const client = documentClient({ region: town.deployment.region });
  parts.defer(() => client.destroy());
  return new Map(services.map(({ name }) => [name, dynamoTable(tableName(town.slug, name), client)]));
}

/** One state of the file, while the town may go on. */
function fileTables({ dataDir, town, services }: Where, parts: AsyncDisposableStack): ReadonlyMap<string, Table> {
  const path = filesOf(dataDir).database;
  if (!existsSync(path)) throw new OpsProblem(`${path} is missing / 缺少数据文件`);
  const database = new DatabaseSync(path, { readOnly: true });
  parts.defer(() => database.close());
  database.exec("BEGIN");
  const there = tableNamesIn(database);
  const strange = ofAnotherTown(path, there, town.slug, services);
  if (strange !== undefined) throw new OpsProblem(strange);
  const known = services
    .map(({ name }) => [name, tableName(town.slug, name)] as const)
    .filter(([, name]) => there.has(name));
  atRest(database, new Map(known.map(([, name]) => [name, name])));
  return new Map(known.map(([service, name]) => [service, storedTable(database, name)]));
}

/** @throws OpsProblem where an event is still to be sent or consumed */
function atRest(database: DatabaseSync, tables: ReadonlyMap<string, string>): void {
  const busy: string[] = [];
  for (const { name, progress } of database.prepare("SELECT name, progress FROM feeds").all()) {
    const { stream, sent, open } = progressSchema.parse(JSON.parse(String(progress)));
    const table = tables.get(stream);
    // What another department has not read waits in its queue; it is sent again there (`replay`)
    if (table === undefined || String(name).includes("-subscriber-")) continue;
    const beyond = database
      .prepare(`SELECT count(*) AS n FROM ${quoted(table)} WHERE seq > ? AND sk >= 'event#' AND sk < 'event~'`)
      .get(Number(sent?.sequence ?? 0));
    if (open.length > 0 || Number(beyond?.n ?? 0) > 0) busy.push(`${String(name)} (${open.length})`);
  }
  if (busy.length === 0) return;
  throw new OpsProblem(`events are under way, or dead: ${busy.join(", ")} / 尚有未送达的事件或死信`);
}

/** Small files lie in the database: in an export each is a file like any other. */
async function exportShelf(path: string, directory: string): Promise<void> {
  if (!existsSync(path)) return;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    if (!tableNamesIn(database).has("files")) return;
    for (const row of database.prepare("SELECT service, key, type, bytes, sha256, content FROM files").iterate()) {
      const { service, key, type, bytes, sha256, content } = row;
      if (!(content instanceof Uint8Array)) continue;
      const place = join(directory, "files", String(service), "kept", String(key).replaceAll("/", "~"));
      await mkdir(place, { recursive: true, mode: 0o700 });
      await writeFile(join(place, "content"), content, { mode: 0o600 });
      await writeFile(join(place, "facts.json"), JSON.stringify({ bytes, sha256, type }), { mode: 0o600 });
    }
  } finally {
    database.close();
  }
}

/**
 * Puts an exported town into another engine: an empty data directory here, the engine that `AWS_ENDPOINT_URL_DYNAMODB` names,
 * or the tables and buckets of the cloud. All of it is read again and compared. A run that was cut off is run again.
 */
export async function importTown(where: Where, directory: string, following: Following): Promise<TownSet> {
  const { dataDir, town, services, cloud, account } = where;
  const set = await readTownSet(directory, town.slug);
  await using parts = new AsyncDisposableStack();
  if (cloud) {
    if (account === undefined) throw new OpsProblem("--account is needed: whose buckets take the files / 须给出账号");
    await importTables(directory, set, outsideTables(where, parts), following);
    await uploadFiles(directory, town.slug, account, following);
    return set;
  }
  prepareEnvironment(town.deployment.region);
  parts.defer(takeDirectory(dataDir, "import"));
  const finish = unfinished(dataDir, "import");
  const data = await openData(filesOf(dataDir), town, services, outsideEndpoint());
  parts.defer(() => data.close());
  await importTables(directory, set, new Map(services.map((one) => [one.name, data.tableOf(one)])), following);
  await copyOnce(join(directory, secret), filesOf(dataDir).townSecret);
  for (const path of await filesBelow(join(directory, "files")))
    await copyOnce(join(directory, "files", path), join(dataDir, "files", path));
  finish();
  return set;
}

const facts = z.object({ type: z.string() });

async function uploadFiles(directory: string, town: string, account: string, following: Following): Promise<void> {
  for (const service of await readdir(join(directory, "files")).catch(() => [])) {
    const files = s3Files({ bucket: bucketName(town, service, account), clock: wallClock });
    const kept = join(directory, "files", service, "kept");
    for (const [done, name] of (await readdir(kept)).entries()) {
      const { type } = facts.parse(JSON.parse(await readFile(join(kept, name, "facts.json"), "utf8")));
      await files.put(basename(name).replaceAll("~", "/"), await readFile(join(kept, name, "content")), type);
      following(`${service} files`, done + 1);
    }
  }
}

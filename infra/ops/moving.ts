import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { digest, type Item, isStoredEvent, type Position, type Table } from "../../shared/store/index.ts";
import { itemBytes } from "../../shared/store/limits.ts";
import { writeWhole } from "../embedded/files.ts";
import { makeDirectory } from "../embedded/make-directory.ts";
import { OpsProblem } from "./town-client.ts";

const tableSet = z.object({
  file: z.string(),
  items: z.int(),
  events: z.int(),
  /** Over the lines of the file, in their order. */
  sha256: z.string(),
  /** Over the items, in any order. */
  content: z.string(),
  /** The newest shape of each aggregate in it. */
  shapes: z.record(z.string(), z.int()),
});
const townSet = z.object({
  form: z.literal(1),
  town: z.string(),
  code: z.string(),
  version: z.string(),
  at: z.iso.datetime(),
  tables: z.record(z.string(), tableSet),
});
export type TownSet = z.output<typeof townSet>;
export type TableSet = z.output<typeof tableSet>;

const list = "town.json";

/** How far the work is. */
export type Following = (what: string, done: number) => void;

/**
 * Writes the tables of a town as JSON Lines, an item a line, with their hashes and shapes.
 * @throws OpsProblem where the directory is not empty
 */
export async function exportTables(
  tables: ReadonlyMap<string, Table>,
  directory: string,
  of: Pick<TownSet, "town" | "code" | "version">,
  following: Following,
): Promise<TownSet> {
  makeDirectory(directory);
  if ((await readdir(directory)).length > 0) throw new OpsProblem(`${directory} is not empty / 目录不为空`);
  const written: Record<string, TableSet> = {};
  for (const [service, table] of tables) written[service] = await exportTable(service, table, directory, following);
  const set: TownSet = { form: 1, ...of, at: new Date().toISOString(), tables: written };
  await writeWhole(join(directory, list), JSON.stringify(set, undefined, 2));
  return set;
}

async function exportTable(service: string, table: Table, directory: string, following: Following): Promise<TableSet> {
  const file = `${service}.jsonl`;
  const out = createWriteStream(join(directory, file), { mode: 0o600 });
  const lines = createHash("sha256");
  const counted = new Counted();
  for await (const item of itemsOf(table)) {
    const text = `${JSON.stringify(counted.add(item))}\n`;
    lines.update(text);
    if (!out.write(text)) await once(out, "drain");
    if (counted.items % 500 === 0) following(service, counted.items);
  }
  out.end();
  await once(out, "finish");
  return { file, ...counted.result(), sha256: lines.digest("hex") };
}

/** What a table holds: numbers, and a digest that does not depend on the order. */
class Counted {
  items = 0;
  #events = 0;
  #sum = 0n;
  readonly #shapes: Record<string, number> = {};

  /** @returns the item as it travels: without the mark of an earlier move */
  add({ moved: _moved, ...rest }: Item): Item {
    const item: Item = { ...rest, pk: rest.pk, sk: rest.sk };
    this.items += 1;
    if (isStoredEvent(item)) this.#events += 1;
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest(item)}`));
    const { aggregate, shape } = item;
    if (typeof aggregate === "string" && typeof shape === "number")
      this.#shapes[aggregate] = Math.max(shape, this.#shapes[aggregate] ?? 0);
    return item;
  }

  result(): Pick<TableSet, "items" | "events" | "content" | "shapes"> {
    const content = this.#sum.toString(16).padStart(64, "0");
    return { items: this.items, events: this.#events, content, shapes: this.#shapes };
  }
}

/** @throws OpsProblem where the directory holds no whole export, or another town's */
export async function readTownSet(directory: string, town: string): Promise<TownSet> {
  const set = await readFile(join(directory, list), "utf8").then(
    (text) => townSet.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  if (set === undefined) throw new OpsProblem(`${directory} is no whole export / 不是完整的导出`);
  if (set.town !== town) throw new OpsProblem(`${directory} is of ${set.town}, not of ${town} / 属于另一个镇`);
  return set;
}

/**
 * Puts an export into empty tables, and reads all of it again: the same items, or it says where they differ. A run that was
 * cut off is run again. Events that come so are marked, and told to nobody: all have heard of them.
 * @throws OpsProblem for a file that has changed, a table that holds something else, or content that differs afterwards
 */
export async function importTables(
  directory: string,
  set: TownSet,
  tables: ReadonlyMap<string, Table>,
  following: Following,
): Promise<void> {
  for (const [service, { file, sha256 }] of Object.entries(set.tables)) {
    if (!tables.has(service)) throw new OpsProblem(`this program has no service ${service} / 本程序没有该服务`);
    if ((await hashOf(join(directory, file))) !== sha256)
      throw new OpsProblem(`${file} is not as it was written / 文件已改变`);
  }
  for (const [service, { file, ...wanted }] of Object.entries(set.tables)) {
    const table = tables.get(service);
    if (table === undefined) continue;
    await importTable(join(directory, file), table, set.at, (done) => following(service, done));
    const counted = new Counted();
    for await (const item of itemsOf(table)) counted.add(item);
    const { content, items } = counted.result();
    if (content !== wanted.content)
      throw new OpsProblem(`${service}: ${items} items, not the ${wanted.items} of the export / 导入后内容不符`);
  }
}

async function importTable(path: string, table: Table, at: string, following: (done: number) => void): Promise<void> {
  let batch: Item[] = [];
  let [bytes, done] = [0, 0];
  const flush = async () => {
    if (batch.length > 0) await put(table, batch);
    done += batch.length;
    following(done);
    [batch, bytes] = [[], 0];
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const read = itemIn(line);
    const item = isStoredEvent(read) ? { ...read, moved: at } : read;
    const size = itemBytes(item);
    if (batch.length === 100 || bytes + size > 3_500_000) await flush();
    batch.push(item);
    bytes += size;
  }
  await flush();
}

/** What is there already from a run that was cut off stays; anything else is refused. */
async function put(table: Table, items: readonly Item[]): Promise<void> {
  const result = await table.write(items.map((item) => ({ item, expect: "absent" })));
  if (result.written) return;
  if (result.contended) return put(table, items);
  const there = new Set(result.failed.map(({ put: place }) => place));
  for (const { put: place, current } of result.failed) {
    const wanted = items[place];
    if (wanted !== undefined && current !== undefined && digest(current) !== digest(wanted))
      throw new OpsProblem(`${wanted.pk} ${wanted.sk}: the table holds something else / 表中已有其他内容`);
  }
  const rest = items.filter((_item, place) => !there.has(place));
  if (rest.length > 0) await put(table, rest);
}

async function* itemsOf(table: Table): AsyncGenerator<Item> {
  let after: Position | undefined;
  do {
    const page = await table.scan(after === undefined ? { limit: 500 } : { limit: 500, after });
    yield* page.items;
    after = page.last;
  } while (after !== undefined);
}

function itemIn(line: string): Item {
  const item: unknown = JSON.parse(line);
  const { pk, sk } = z.looseObject({ pk: z.string(), sk: z.string() }).parse(item);
  return { ...z.record(z.string(), z.unknown()).parse(item), pk, sk };
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(path)) hash.update(part);
    return hash.digest("hex");
  } catch {
    return undefined;
  }
}

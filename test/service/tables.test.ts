import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import {
  type ConditionalPut,
  type ConditionalWrite,
  type Item,
  memoryTable,
  type Page,
  type Position,
  type Query,
  type Table,
} from "../../shared/store/index.ts";
import { itemBytes, tableLimits } from "../../shared/store/limits.ts";
import { indexAttributes, keyOfWrite } from "../../shared/store/table.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { tallyService } from "../support/tally.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

/** A service with one index of each kind. */
const service = {
  ...tallyService,
  indexes: [
    { name: "whole", projection: "all" as const },
    { name: "keys", projection: "keys" as const },
  ],
};

let engine: Engine;
let file: TemporaryTownFile;
beforeAll(async () => {
  engine = await startEngine();
  file = await aTownFile();
});
afterAll(async () => {
  await engine.stop();
  await file.remove();
});

let serial = 0;
/** New tables with the same content: none. */
async function tables(): Promise<{ memory: Table; sqlite: Table; engine: Table }> {
  serial += 1;
  const name = `t${serial}`;
  return {
    memory: memoryTable(name, [...service.indexes, { name: "byDue", projection: "keys" }]),
    sqlite: file.table(name, service),
    engine: dynamoTable(await engine.createTable("guangtong", service, `-${serial}`), engine.client),
  };
}

/** What a table answers, or that it refuses. */
async function answerOf<T>(act: () => Promise<T>): Promise<T | "refused"> {
  try {
    return await act();
  } catch {
    return "refused";
  }
}

const put = (item: Item, expected: ConditionalPut["expect"] = "absent"): ConditionalPut => ({ item, expect: expected });

/** The result of a write without what only an engine can tell. */
async function written(table: Table, writes: readonly ConditionalWrite[]) {
  const result = await answerOf(() => table.write(writes));
  if (result === "refused") return result;
  return result.written ? "written" : result.failed.toSorted((a, b) => a.put - b.put);
}

async function same<T>(all: Awaited<ReturnType<typeof tables>>, ask: (table: Table) => Promise<T>): Promise<T> {
  const right = await ask(all.engine);
  expect(await ask(all.sqlite), "sqlite").toEqual(right);
  expect(await ask(all.memory), "memory").toEqual(right);
  return right;
}

/** All pages of a query: the items of each that is not empty. */
async function walked(table: Table, query: Query): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  let after: Position | undefined;
  do {
    const page: Page = await table.query(after === undefined ? query : { ...query, after });
    if (page.items.length > 0) pages.push(page.items);
    after = page.last;
  } while (after !== undefined);
  return pages;
}

/** Everything in a table, by its key: the order of a scan is the table's own. */
async function scanned(table: Table): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: Position | undefined;
  do {
    const page: Page = await table.scan(after === undefined ? { limit: 3 } : { limit: 3, after });
    items.push(...page.items);
    after = page.last;
  } while (after !== undefined);
  return items.toSorted((a, b) => (JSON.stringify([a.pk, a.sk]) < JSON.stringify([b.pk, b.sk]) ? -1 : 1));
}

const filled = (bytes: number): string => "a".repeat(bytes);

describe("all tables", () => {
  it.each([
    ["a partition key of 2048 bytes", { pk: filled(2048), sk: "s" }, "written"],
    ["a partition key of 2049 bytes", { pk: filled(2049), sk: "s" }, "refused"],
    ["a partition key of 683 letters of three bytes", { pk: "镇".repeat(683), sk: "s" }, "refused"],
    ["a sort key of 1024 bytes", { pk: "p", sk: filled(1024) }, "written"],
    ["a sort key of 1025 bytes", { pk: "p", sk: filled(1025) }, "refused"],
    ["an empty partition key", { pk: "", sk: "s" }, "refused"],
    ["an empty sort key", { pk: "p", sk: "" }, "refused"],
    ["an empty key of an index", { pk: "p", sk: "s", wholeP: "", wholeS: "s" }, "refused"],
    ["a key of an index that is no text", { pk: "p", sk: "s", wholeP: "w", wholeS: 1 }, "refused"],
    ["a sort key of an index of 1024 bytes", { pk: "p", sk: "s", keysP: "k", keysS: filled(1024) }, "written"],
  ])("answer alike to %s", async (_what, item, expected) => {
    const all = await tables();
    expect(await same(all, (table) => written(table, [put(item)]))).toEqual(expected);
    const found = await same(all, (table) => answerOf(() => table.read([{ pk: item.pk, sk: item.sk }])));
    expect(found).toEqual(expected === "written" ? [item] : item.pk === "" || item.sk === "" ? "refused" : found);
  });

  it("take an item of 400 KB and refuse one of a byte more", async () => {
    const all = await tables();
    const sized = (bytes: number): Item => {
      const item = {
        pk: "p",
        sk: `s${bytes}`,
        version: 12,
        yes: true,
        none: null,
        state: { 名: "x", list: [1, -0.5] },
        note: "",
      };
      return { ...item, note: filled(bytes - itemBytes(item)) };
    };
    expect(itemBytes(sized(1000))).toBe(1000);
    expect(await same(all, (table) => written(table, [put(sized(tableLimits.itemBytes))]))).toBe("written");
    expect(await same(all, (table) => written(table, [put(sized(tableLimits.itemBytes + 1))]))).toBe("refused");
  });

  it("write an item that carries no version over, once, and none that is absent or carries one", async () => {
    const all = await tables();
    const said = (note: string, version?: number): Item => ({
      pk: "p",
      sk: "s",
      note,
      ...(version === undefined ? {} : { version }),
    });
    const over = (item: Item) => same(all, (table) => written(table, [put(item, "unversioned")]));
    expect(await over(said("none is there"))).toEqual([{ put: 0, current: undefined }]);
    expect(await same(all, (table) => written(table, [put(said("as it was written"))]))).toBe("written");
    expect(await over(said("changed", 1))).toBe("written");
    expect(await over(said("changed again", 2))).toEqual([{ put: 0, current: said("changed", 1) }]);
    const check = { check: { pk: "p", sk: "s" }, expect: "unversioned" as const };
    expect(await same(all, (table) => written(table, [check]))).toEqual([{ put: 0, current: said("changed", 1) }]);
  });

  it("take a hundred puts of 4 MB at once, and refuse more, and one key twice", async () => {
    const all = await tables();
    const many = (count: number, bytes: number) =>
      Array.from({ length: count }, (_, n) => put({ pk: `p${bytes}`, sk: `s${1000 + n}`, note: filled(bytes) }));
    expect(await same(all, (table) => written(table, many(100, 10)))).toBe("written");
    expect(await same(all, (table) => written(table, many(101, 11)))).toBe("refused");
    expect(await same(all, (table) => written(table, many(11, 390_000)))).toBe("refused");
    expect(await same(all, (table) => written(table, [...many(1, 12), ...many(1, 12)]))).toBe("refused");
    expect(await same(all, (table) => written(table, []))).toBe("refused");
  });

  it("refuse what DynamoDB refuses, also where the second engine lets it pass", async () => {
    const { sqlite, memory } = await tables();
    for (const table of [sqlite, memory]) {
      const long = put({ pk: "p", sk: "s", keysP: "k", keysS: filled(1025) });
      expect(await written(table, [long])).toBe("refused");
      expect(await written(table, [put({ pk: "p", sk: "s", keysP: filled(2049), keysS: "s" })])).toBe("refused");
      expect(await answerOf(() => table.query({ partition: "", limit: 1 }))).toBe("refused");
    }
  });

  it("refuse a query for no items, or by an index they do not have", async () => {
    const all = await tables();
    const asked = (query: Query) => same(all, (table) => answerOf(() => walked(table, query)));
    expect(await asked({ partition: "p", limit: 0 })).toBe("refused");
    expect(await asked({ partition: "p", index: "unknown", limit: 1 })).toBe("refused");
    expect(await asked({ partition: "p", limit: 1 })).toEqual([]);
  });

  it.each([undefined, "whole"])("end a page when it holds 1 MB (index %s)", async (index) => {
    const all = await tables();
    const items = Array.from({ length: 25 }, (_, n) => ({
      pk: "p",
      sk: `s${100 + n}`,
      wholeP: "w",
      wholeS: `s${100 + n}`,
      note: filled(100_000),
    }));
    await same(all, (table) =>
      written(
        table,
        items.map((item) => put(item)),
      ),
    );
    const pages = await same(all, (table) =>
      walked(table, {
        partition: index === undefined ? "p" : "w",
        limit: 20,
        ...(index === undefined ? {} : { index }),
      }),
    );
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
  });
});

/** Few keys and versions, so that writes meet; texts whose order differs between UTF-8 and UTF-16. */
const text = fc.constantFrom("a", "b", "a#1", "￿", "𠮷", "镇", "\u0000", "z");
const attributes = fc.record(
  {
    version: fc.integer({ min: 1, max: 3 }),
    wholeP: fc.constantFrom("w", "v"),
    wholeS: text,
    keysP: fc.constantFrom("k", "l"),
    keysS: text,
    state: fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
    note: fc.string(),
    done: fc.boolean(),
  },
  { requiredKeys: [] },
);
const aPut = fc
  .tuple(fc.constantFrom("p", "q"), text, attributes, fc.option(fc.integer({ min: 0, max: 3 })))
  .map(([pk, sk, rest, version]) =>
    put(
      { pk, sk, ...JSON.parse(JSON.stringify(rest)) },
      version === null ? "absent" : version === 0 ? "unversioned" : { version },
    ),
  );
const aCheck = aPut.map(({ item: { pk, sk }, expect: expected }) => ({ check: { pk, sk }, expect: expected }));
const aWrite = fc.uniqueArray<ConditionalWrite, string>(fc.oneof({ weight: 4, arbitrary: aPut }, aCheck), {
  minLength: 1,
  maxLength: 4,
  selector: (write) => JSON.stringify(keyOfWrite(write)),
});
const aQuery = fc
  .tuple(
    fc.constantFrom(undefined, "whole", "keys"),
    fc.constantFrom("p", "q", "w", "k"),
    fc.option(text, { nil: undefined }),
    fc.option(text, { nil: undefined }),
    fc.boolean(),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(
    ([index, partition, from, to, descending, limit]): Query => ({
      partition,
      descending,
      limit,
      ...(index === undefined ? {} : { index }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }),
  );

/** The keys by which a view is ordered. Among equal keys of an index the order is free. */
const sortOf = (index: string | undefined) => (index === undefined ? "sk" : indexAttributes(index).sort);

describe("any sequence of writes and queries", () => {
  it("is answered alike by SQLite, by memory and by DynamoDB's API", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aWrite, { minLength: 1, maxLength: 25 }),
        fc.array(aQuery, { maxLength: 12 }),
        async (writes, queries) => {
          const all = await tables();
          for (const puts of writes) await same(all, (table) => written(table, puts));
          const keys = ["p", "q"].flatMap((pk) => ["a", "镇", "𠮷", "none"].map((sk) => ({ pk, sk })));
          await same(all, (table) => table.read(keys));
          await same(all, scanned);
          for (const query of queries) await same(all, (table) => walked(table, query));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("keeps an order of its own among equal keys of an index, over all pages", async () => {
    const all = await tables();
    const items = ["c", "a", "b", "d"].map((pk) => ({ pk, sk: "s", keysP: "k", keysS: "same" }));
    for (const item of items) await same(all, (table) => written(table, [put(item)]));
    for (const descending of [false, true])
      for (const table of [all.sqlite, all.memory]) {
        const pages = await walked(table, { partition: "k", index: "keys", limit: 3, descending });
        const order = pages.flat().map((item) => item.pk);
        expect(order).toEqual(descending ? ["d", "c", "b", "a"] : ["a", "b", "c", "d"]);
        expect(pages.flat().map((item) => item[sortOf("keys")])).toEqual(["same", "same", "same", "same"]);
      }
  });
});

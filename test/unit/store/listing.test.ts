import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Item, memoryTable, Store, type Table } from "../../../shared/store/index.ts";
import { indexAttributes } from "../../../shared/store/table.ts";
import { counting } from "../../support/tables.ts";
import { tally } from "../../support/tally.ts";
import { aContext } from "../../support/tally-town.ts";

const { partition, sort } = indexAttributes("byBook");

/** A table whose index holds keys, as a query told them at some moment. */
function withKeys(table: Table, told?: readonly Item[]): Table {
  return {
    ...table,
    async query(query) {
      const page = await table.query(query);
      if (query.index === undefined) return page;
      const items = told ?? page.items;
      return {
        ...page,
        items: items.map(({ pk, sk, ...rest }) => ({ pk, sk, [partition]: rest[partition], [sort]: rest[sort] })),
      };
    },
  };
}

const rice = { index: "byBook", partition: "book#rice", limit: 500 };

async function aBook(table: Table, tallies: number) {
  const store = new Store(table);
  for (let at = 0; at < tallies; at += 1) {
    const asked = { commandId: `create-${at}`, bodyDigest: "same", context: aContext() };
    const command = { type: "create" as const, book: "rice", holder: "李四" };
    await store.execute({ decider: tally, id: `T${String(at).padStart(3, "0")}`, expects: "new", command, ...asked });
  }
}
const close = (table: Table, id: string) =>
  new Store(table).execute({
    ...{ decider: tally, id, expects: "existing", command: { type: "close" } },
    ...{ commandId: `close-${id}`, bodyDigest: "same", context: aContext() },
  });

describe("a list whose index holds keys", () => {
  test("shows the states as they stand, in the order of the index", async () => {
    const table = memoryTable("t");
    await aBook(table, 3);
    const whole = await new Store(table).list(tally, rice);
    expect(whole.items).toHaveLength(3);
    expect(await new Store(withKeys(table)).list(tally, rice)).toEqual(whole);
  });

  test("reads a hundred keys at once, and no state twice", async () => {
    const table = memoryTable("t");
    await aBook(table, 101);
    const counted = counting(withKeys(table));
    expect((await new Store(counted).list(tally, rice)).items).toHaveLength(101);
    expect(counted.calls).toMatchObject({ queries: 1, reads: 2 });
  });

  test("leaves out what has left the list since the index was told", async () => {
    const table = memoryTable("t");
    await aBook(table, 2);
    const told = (await table.query(rice)).items;
    await close(table, "T000");
    expect((await new Store(withKeys(table, told)).list(tally, rice)).items.map(({ id }) => id)).toEqual(["T001"]);
  });

  test("leaves out what has moved beyond the bounds that were asked for", async () => {
    const table = memoryTable("t");
    await aBook(table, 2);
    const told = (await table.query(rice)).items;
    const bounded = { ...rice, from: "0000001" };
    expect((await new Store(withKeys(table, told)).list(tally, bounded)).items).toEqual([]);
  });
});

describe("several lists as one", () => {
  /** Tallies of three books; where they stand is told by keys. */
  async function threeBooks(books: readonly number[]) {
    const table = memoryTable("t");
    const store = new Store(table);
    for (const [at, book] of books.entries()) {
      const asked = { commandId: `create-${at}`, bodyDigest: "same", context: aContext() };
      const command = { type: "create" as const, book: `book-${book}`, holder: "李四" };
      const id = `T${String(at).padStart(3, "0")}`;
      await store.execute({ decider: tally, id, expects: "new", command, ...asked });
      const added = {
        ...asked,
        commandId: `add-${at}`,
        command: { type: "add" as const, amounts: [((at * 7) % 5) + 1] },
      };
      await store.execute({ decider: tally, id, expects: "existing", ...added });
    }
    return new Store(withKeys(table));
  }
  const lists = [0, 1, 2].map((book) => ({ index: "byBook", partition: `book#book-${book}` }));

  test("are told in one order, page by page, each state once, whichever list it stands in", async () => {
    const asked = fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (books, limit, descending) => {
        const store = await threeBooks(books);
        const single = await Promise.all(lists.map((list) => store.list(tally, { ...list, limit: 100 })));
        const sorts = single
          .flatMap(({ items }) => items)
          .toSorted((one, other) => one.state.total - other.state.total || one.id.localeCompare(other.id))
          .map(({ id }) => id);
        const told: string[] = [];
        let after: Awaited<ReturnType<typeof store.listAcross>>["last"];
        do {
          const page = await store.listAcross(tally, lists, { limit, descending, after });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          told.push(...page.items.map(({ id }) => id));
          after = page.last;
        } while (after !== undefined);
        expect(told).toEqual(descending ? sorts.toReversed() : sorts);
        expect(await store.count(lists, 100)).toBe(books.length);
        expect(await store.count(lists, 3)).toBe(Math.min(books.length, 3));
      },
    );
    await fc.assert(asked, { numRuns: 40 });
  });

  test("of two lists with other bounds each is held to its own", async () => {
    const store = await threeBooks([0, 1, 0, 1]);
    const [first, second] = await Promise.all(
      lists.slice(0, 2).map(async (list) => (await store.listAcross(tally, [list], { limit: 9 })).items),
    );
    const from = second?.[1]?.place.sort ?? "";
    const bounded = [
      { index: "byBook", partition: "book#book-0" },
      { index: "byBook", partition: "book#book-1", from },
    ];
    const whole = await store.listAcross(tally, bounded, { limit: 9 });
    expect(whole.items.map(({ id }) => id).toSorted()).toEqual(
      [...(first ?? []), second?.[1]].map((one) => one?.id).toSorted(),
    );
    const told: string[] = [];
    let after: (typeof whole)["last"];
    do {
      const page = await store.listAcross(tally, bounded, { limit: 1, after, descending: true });
      told.push(...page.items.map(({ id }) => id));
      after = page.last;
    } while (after !== undefined);
    expect(told).toEqual(whole.items.map(({ id }) => id).toReversed());
  });
});

test("what one answer asks for twice is read once, and is not written", async () => {
  const table = counting(memoryTable("t"));
  await aBook(table, 2);
  const store = new Store(table).remembering();
  table.reset();
  const list = () => store.list(tally, rice);
  expect(await list()).toEqual(await list());
  expect(await store.load(tally, "T001")).toEqual(await store.remembering().load(tally, "T001"));
  expect(table.calls).toMatchObject({ reads: 1, queries: 1 });
  expect((await store.list(tally, { ...rice, limit: 1 })).items).toHaveLength(1);
  await expect(store.table.write([])).rejects.toThrow(TypeError);
});

test("what an answer is about is not read again, and nothing else is taken for it", async () => {
  const table = counting(memoryTable("t"));
  await aBook(table, 2);
  const loaded = await new Store(table).load(tally, "T000");
  if (loaded === undefined) throw new Error("no tally");
  table.reset();
  const store = new Store(table).remembering({ of: tally, loaded });
  expect(await store.load(tally, "T000")).toEqual(loaded);
  expect(table.calls.reads).toBe(0);
  expect(await store.load({ ...tally, aggregate: "other" }, "T000")).toBeUndefined();
  expect(await store.load(tally, "T001")).toMatchObject({ id: "T001" });
  expect(await store.load(tally, "T002")).toBeUndefined();
});

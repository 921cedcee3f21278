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

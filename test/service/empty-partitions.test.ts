import { afterEach, beforeEach, expect, it } from "vitest";
import { EmptyPartitions } from "../../infra/embedded/sqlite/empty-partitions.ts";
import { type Item, indexAttributes, type Table } from "../../shared/store/table.ts";
import { tallyService } from "../support/tally.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

let town: TemporaryTownFile;
let table: Table;
beforeEach(async () => {
  town = await aTownFile();
  table = town.table("tallies", tallyService);
});
afterEach(() => town.remove());

const index = "byBook";
const { partition, sort } = indexAttributes(index);
const listed = (pk: string, list: string, version = 1): Item => ({
  ...{ pk, sk: "state", version, aggregate: "tally" },
  [partition]: list,
  [sort]: pk,
});
const list = async (of: string, from?: string) => {
  const { items } = await table.query({ index, partition: of, limit: 5, ...(from === undefined ? {} : { from }) });
  return items.map(({ pk }) => pk);
};

it("a list in which nothing stood shows what is put into it", async () => {
  expect(await list("A")).toEqual([]);
  await table.write([{ item: listed("tally#a", "A"), expect: "absent" }]);
  expect(await list("A")).toEqual(["tally#a"]);
});

it("a list in which nothing stood shows what is moved into it", async () => {
  await table.write([{ item: listed("tally#a", "A"), expect: "absent" }]);
  expect(await list("B")).toEqual([]);
  await table.write([{ item: listed("tally#a", "B", 2), expect: { version: 1 } }]);
  expect([await list("A"), await list("B")]).toEqual([[], ["tally#a"]]);
});

it("a part of a list in which nothing stands says nothing of the whole", async () => {
  await table.write([{ item: listed("tally#a", "A"), expect: "absent" }]);
  expect(await list("A", "tally#b")).toEqual([]);
  expect(await list("A")).toEqual(["tally#a"]);
});

it("what is undone stands in no list, and what is put there again does", async () => {
  expect(await list("A")).toEqual([]);
  const undone = table.write([{ item: listed("tally#a", "A"), expect: "absent" }]);
  const broken = town.file.write(() => {
    throw new Error("the disk is full");
  });
  await Promise.allSettled([undone, broken]);
  expect(await list("A")).toEqual([]);
  await table.write([{ item: listed("tally#a", "A"), expect: "absent" }]);
  expect(await list("A")).toEqual(["tally#a"]);
});

it("a list that is known to be empty is not looked for in the file, and not for ever", () => {
  const empty = new EmptyPartitions();
  const asked = { index, partition: "A", limit: 5 };
  empty.learn(asked);
  expect(empty.knows({ ...asked, from: "b" })).toBe(true);
  for (let at = 0; at < 5_000; at += 1) empty.learn({ ...asked, partition: `B${at}` });
  expect(empty.knows(asked)).toBe(false);
});

import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Known, KnownItems, knownItem, nothing } from "../../infra/embedded/sqlite/known-items.ts";
import type { ConditionalWrite, Item, Table } from "../../shared/store/index.ts";
import { tallyService } from "../support/tally.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

let town: TemporaryTownFile;
let table: Table;
beforeEach(async () => {
  town = await aTownFile();
  table = town.table("tallies", tallyService);
});
afterEach(() => town.remove());

const key = { pk: "tally#a", sk: "state" };
const state = (count: number): Item => ({ ...key, version: count, aggregate: "tally", state: { count } });
const put = (item: Item, expect: ConditionalWrite["expect"]) => table.write([{ item, expect }]);
/** What lies in the file, as another process would see it. */
const inFile = () => {
  const reader = new DatabaseSync(town.path, { readOnly: true });
  const rows = reader.prepare("SELECT version FROM tallies WHERE pk = ? AND sk = ?").all(key.pk, key.sk);
  reader.close();
  return rows.map(({ version }) => version);
};

it("an item that was read before it was there is found when it is", async () => {
  expect(await table.read([key])).toEqual([undefined]);
  await put(state(1), "absent");
  expect(await table.read([key])).toEqual([state(1)]);
});

it("an event that was looked for before it was there is found when it is", async () => {
  const event = { pk: "tally#a", sk: "event#0000000001", version: 1, type: "tally.counted", aggregate: "tally" };
  const stored: Item = { ...event, id: "a", sequence: 1, time: "2026-03-02T01:00:00.000Z", hash: "h", data: {} };
  expect(await table.read([stored])).toEqual([undefined]);
  expect(await put(stored, "absent")).toMatchObject({ written: true });
  expect(await table.read([stored])).toEqual([stored]);
  expect(await put(stored, "absent")).toMatchObject({ written: false, failed: [{ current: stored }] });
});

it("a write that was undone is not remembered", async () => {
  await put(state(1), "absent");
  await table.read([key]);
  const undone = put(state(2), { version: 1 });
  const broken = town.file.write(() => {
    throw new Error("the disk is full");
  });
  expect((await Promise.allSettled([undone, broken])).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await table.read([key])).toEqual([state(1)]);
  expect(inFile()).toEqual([1]);
  expect(await put(state(2), { version: 1 })).toEqual({ written: true });
});

it("what is handed out cannot be changed", async () => {
  await put(state(1), "absent");
  const [item] = await table.read([key]);
  expect(Object.isFrozen(item) && Object.isFrozen(item?.state)).toBe(true);
});

const known = (text: string): Known => ({ version: 1, letters: text.length, text });

it("what was asked for longest ago is forgotten first, and what is too large at once", () => {
  const items = new KnownItems();
  const at = (pk: string) => ({ pk, sk: "state" });
  const big = "x".repeat(150_000);
  items.learn(at("a"), known(big));
  items.learn(at("b"), known(big));
  expect(items.find(at("a"))).toBeDefined();
  items.learn(at("c"), known(big));
  expect(items.find(at("b"))).toBeUndefined();
  expect(items.find(at("a"))).toBeDefined();
  items.learn(at("d"), known("x".repeat(400_000)));
  expect(items.find(at("d"))).toBeUndefined();
});

it("places where nothing lies are bounded too", () => {
  const items = new KnownItems();
  for (let at = 0; at < 5_000; at += 1) items.learn({ pk: `tally#${at}`, sk: "state" }, nothing);
  expect(items.find({ pk: "tally#0", sk: "state" })).toBeUndefined();
  expect(items.find({ pk: "tally#4999", sk: "state" })).toBe(nothing);
});

it("the text of an item is read once", () => {
  const one = known('{"version":1,"state":{"count":1}}');
  expect(knownItem(key, one)).toBe(knownItem(key, one));
});

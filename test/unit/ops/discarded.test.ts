import { describe, expect, it } from "vitest";
import { beginDiscard, discardedOf } from "../../../infra/dead-letters/discarded.ts";
import { memoryTable, Store } from "../../../shared/store/index.ts";

const at = "2026-11-28T02:00:00.000Z";
const letter = { queue: "q.fifo", event: "tally/one/1", type: "tally.tally.added", why: "测试", reason: "Error" };

const aTable = () => ({ store: new Store(memoryTable("t")), clock: () => at });

describe("a message that is given up", () => {
  it("is on record as begun before it is gone, and as done after", async () => {
    const town = aTable();
    const end = await beginDiscard(town, letter);
    expect(await discardedOf(town)).toEqual([{ ...letter, at, state: "begun" }]);
    await end(true);
    expect(await discardedOf(town)).toEqual([{ ...letter, at, state: "done" }]);
  });

  it("is not on record where it was not gone after all", async () => {
    const town = aTable();
    await (await beginDiscard(town, letter))(false);
    expect(await discardedOf(town)).toEqual([]);
    await (await beginDiscard(town, { ...letter, why: "再次" }))(true);
    expect(await discardedOf(town)).toMatchObject([{ why: "再次", state: "done" }]);
  });

  it("keeps what the first of two operators said", async () => {
    const town = aTable();
    const [one, other] = await Promise.all([
      beginDiscard(town, letter),
      beginDiscard(town, { ...letter, why: "另一人" }),
    ]);
    await one(true);
    await other(false);
    expect(await discardedOf(town)).toMatchObject([{ why: "测试", state: "done" }]);
  });

  it("is done where an earlier version has put it on record", async () => {
    const town = aTable();
    const item = { pk: "discarded", sk: "q.fifo|tally/one/1", ...letter, at };
    await town.store.table.write([{ item, expect: "absent" }]);
    expect(await discardedOf(town)).toEqual([{ ...letter, at, state: "done" }]);
    await (await beginDiscard(town, { ...letter, why: "又一次" }))(true);
    expect(await discardedOf(town)).toMatchObject([{ why: "又一次", state: "done" }]);
  });
});

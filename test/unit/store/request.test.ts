import { describe, expect, test } from "vitest";
import { factReference, memoryTable, Store, sampleWord, type Table } from "../../../shared/store/index.ts";
import { counting } from "../../support/tables.ts";
import { type TallyCommand, tally } from "../../support/tally.ts";
import { aContext } from "../../support/tally-town.ts";

let commands = 0;
const asked = (command: TallyCommand, commandId = `command-${++commands}`) => ({
  ...{ decider: tally, id: "T001", command, commandId },
  ...{ bodyDigest: "same", context: aContext() },
});
const tell = (store: Store, command: TallyCommand, commandId?: string) =>
  store.execute({ ...asked(command, commandId), expects: "existing" });
const add = (amount: number): TallyCommand => ({ type: "add", amounts: [amount] });

/** A table with one tally, the house's store over it, and the store of one request. */
async function aRequest(wrap: (table: Table) => Table = (table) => table) {
  const table = counting(wrap(memoryTable("t")));
  const house = new Store(table);
  await house.execute({ ...asked({ type: "create", book: "rice" }), expects: "new" });
  table.reset();
  return { table, house, request: house.forRequest() };
}

describe("one answer", () => {
  test("looks for nothing that a made-up example names, and finds what is asked beside it", async () => {
    const { table, house } = await aRequest();
    const answer = house.remembering();
    const nobody = factReference(tally, sampleWord);
    expect(await answer.facts({ nobody })).toEqual({ nobody: undefined });
    expect(table.calls).toMatchObject({ reads: 0 });
    const both = { nobody, somebody: factReference(tally, "T001") };
    expect(await answer.facts(both)).toMatchObject({ nobody: undefined, somebody: { book: "rice" } });
    expect(table.calls).toMatchObject({ reads: 1 });
  });

  test("reads facts that several steps ask for once, and gives them at once from then on", async () => {
    const { table, house } = await aRequest();
    const answer = house.remembering();
    const asked = { tallied: factReference(tally, "T001"), others: [factReference(tally, "T002")] };
    const [first, second] = await Promise.all([answer.facts(asked), answer.facts(asked)]);
    expect([first, second]).toMatchObject([{ tallied: { book: "rice" }, others: [undefined] }, first]);
    expect(answer.facts(asked)).toEqual(first);
    expect(answer.facts({ none: undefined })).toEqual({ none: undefined });
    expect(table.calls).toMatchObject({ reads: 1 });
  });

  test("says each time that facts could not be read", async () => {
    const { house } = await aRequest((table) => ({
      ...table,
      read: (keys) => (keys.length === 1 ? table.read(keys) : Promise.reject(new Error("no answer"))),
    }));
    const answer = house.remembering();
    const asked = { tallied: factReference(tally, "T001"), other: factReference(tally, "T002") };
    await expect(answer.facts(asked)).rejects.toThrow("no answer");
    await expect(answer.facts(asked)).rejects.toThrow("no answer");
  });
});

describe("one request", () => {
  test("reads a thing once: for who may know of it, for what is learnt, for the command", async () => {
    const { table, request } = await aRequest();
    await request.load(tally, "T001");
    await request.load(tally, "T001");
    expect(await tell(request, add(5))).toMatchObject({ kind: "done", version: 2, state: { total: 5 } });
    expect(table.calls).toMatchObject({ reads: 1 });
  });

  test("sees after its commit what it committed", async () => {
    const { request } = await aRequest();
    await request.load(tally, "T001");
    await request.list(tally, { index: "byBook", partition: "book#rice", limit: 5 });
    await tell(request, add(5));
    expect(await request.load(tally, "T001")).toMatchObject({ version: 2, state: { total: 5 } });
    const { items } = await request.list(tally, { index: "byBook", partition: "book#rice", limit: 5 });
    expect(items).toMatchObject([{ version: 2, state: { total: 5 } }]);
  });

  test("decides again on what another commits after it read", async () => {
    const { house, request } = await aRequest();
    await request.load(tally, "T001");
    await tell(house, add(7));
    expect(await tell(request, add(5))).toMatchObject({ kind: "done", version: 3, state: { total: 12 } });
  });

  test("is refused only by what it reads afresh", async () => {
    const { house, request } = await aRequest();
    await tell(house, add(999_999));
    await request.load(tally, "T001");
    await tell(house, add(-999_999));
    expect(await tell(request, add(5))).toMatchObject({ kind: "done", version: 4, state: { total: 5 } });
  });

  test("finds what came after it looked in vain, and is not told a version that is over", async () => {
    const { house } = await aRequest();
    const early = house.forRequest();
    expect(await early.load(tally, "T002")).toBeUndefined();
    await house.execute({ ...asked({ type: "create", book: "rice" }), id: "T002", expects: "new" });
    const added = await early.execute({ ...asked(add(5)), id: "T002", expects: "existing" });
    expect(added).toMatchObject({ kind: "done", version: 2 });

    const late = house.forRequest();
    await late.load(tally, "T001");
    await tell(house, add(7));
    expect(await late.execute({ ...asked(add(5)), expects: "existing", expectedVersion: 1 })).toMatchObject({
      kind: "stale",
      version: 2,
    });
  });

  test("answers a repetition with the first result, also when the first came after it read", async () => {
    const { house, request } = await aRequest();
    await request.load(tally, "T001");
    await tell(house, add(5), "twice");
    expect(await tell(request, add(5), "twice")).toMatchObject({ kind: "done", repeated: true, version: 2 });
    const again = house.forRequest();
    await again.execute({ ...asked({ type: "create", book: "rice" }, "new-twice"), id: "T003", expects: "new" });
    const third = house.forRequest();
    await third.load(tally, "T003");
    const repeated = await third.execute({
      ...{ ...asked({ type: "create", book: "rice" }, "new-twice"), id: "T003", expects: "new" as const },
    });
    expect(repeated).toMatchObject({ kind: "done", repeated: true, version: 1 });
  });

  test("takes numbers from the same series as every other", async () => {
    const { house } = await aRequest();
    const taken = [];
    for (const store of [house.forRequest(), house, house.forRequest()]) {
      const done = await tell(store, { type: "number", series: "年字" });
      taken.push(done.kind === "done" ? done.state.numbers.at(-1) : undefined);
    }
    expect(taken).toEqual([1, 2, 3]);
  });

  test("in its turn among a crowd looks at what those before it left, so that no write is in vain", async () => {
    const crowded = { ...tally, crowded: true as const };
    const { table, house } = await aRequest();
    const requests = [1, 2, 3, 4, 5].map(() => house.forRequest());
    await Promise.all(requests.map((one) => one.load(crowded, "T001")));
    table.reset();
    const done = await Promise.all(
      requests.map((one) => one.execute({ ...asked(add(1)), decider: crowded, expects: "existing" })),
    );
    expect(done.map(({ kind }) => kind)).toEqual(["done", "done", "done", "done", "done"]);
    expect(table.calls.writes).toHaveLength(5);
  });
});

describe("a thing as it was after an event", () => {
  test("is told from its state where nothing came after, and from its events where something did", async () => {
    const { table, house } = await aRequest();
    await tell(house, add(5));
    table.reset();
    expect(await house.asOf(tally, "T001", 2)).toMatchObject({ version: 2, state: { total: 5 } });
    expect(table.calls).toMatchObject({ reads: 1, queries: 0 });
    expect(await house.asOf(tally, "T001", 1)).toMatchObject({ version: 1, state: { total: 0 } });
    expect(table.calls).toMatchObject({ queries: 1 });
    expect(await house.asOf(tally, "T001", 3)).toBeUndefined();
    expect(await house.asOf(tally, "T002", 1)).toBeUndefined();
  });
});

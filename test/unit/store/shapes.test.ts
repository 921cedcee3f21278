import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decider } from "../../../shared/decider/index.ts";
import {
  claimShapes,
  factReference,
  memoryTable,
  type Refolded,
  refolded,
  Store,
  StoreTooNew,
  type Table,
} from "../../../shared/store/index.ts";
import { counting, interrupted } from "../../support/tables.ts";
import { type Tally, type TallyCommand, type TallyEvent, tally } from "../../support/tally.ts";
import { aContext } from "../../support/tally-town.ts";

let serial = 0;
const run = (store: Store, id: string, command: TallyCommand, by: Decider<Tally, TallyCommand, TallyEvent> = tally) => {
  serial += 1;
  return store.execute({
    decider: by,
    id,
    command,
    commandId: `k${serial}`,
    bodyDigest: "x",
    expects: command.type === "create" ? "new" : "existing",
    context: aContext(),
  });
};
const add = (...amounts: number[]): TallyCommand => ({ type: "add", amounts });

/** The next version of the program: it counts in hundreds, lists by holder and closes a day later. */
const next: Decider<Tally, TallyCommand, TallyEvent> = {
  ...tally,
  shape: 2,
  evolve: (state, event) => {
    const after = tally.evolve(state, event);
    return event.type === "tally.tally.added"
      ? { ...after, total: (state?.total ?? 0) + event.data.amount * 100 }
      : after;
  },
  listed: ({ book, total }) => ({ byBook: { partition: `shelf#${book}`, sort: String(total).padStart(7, "0") } }),
  nextDeadline: ({ status }) => (status === "open" ? "2026-12-01T00:00:00.000Z" : undefined),
};

/** One that reads what an older one called `note` as something else. */
const renamed: Decider<Tally, TallyCommand, TallyEvent> = {
  ...tally,
  shape: 2,
  upcast: {
    "tally.tally.added": ({ shape, data }) => ({
      type: "tally.tally.added",
      data: { amount: "amount" in data ? Number(data.amount) * (shape === 1 ? 10 : 1000) : 0 },
    }),
  },
};

async function aTally(table: Table, id = "a", ...amounts: number[]) {
  const store = new Store(table);
  await run(store, id, { type: "create", book: "rice" });
  for (const amount of amounts) await run(store, id, add(amount));
  return store;
}

const everything = async (found: AsyncIterable<Refolded>) => {
  const seen: Refolded[] = [];
  for await (const one of found) seen.push(one);
  return seen;
};
const listed = async (table: Table, partition: string) =>
  (await new Store(table).list(next, { index: "byBook", partition, limit: 100 })).items.map(({ id }) => id);
const due = async (table: Table) => (await table.query({ index: "byDue", partition: "due", limit: 100 })).items.length;

describe("a state of an older shape", () => {
  it("is told anew from its events wherever it is read, and keeps its version", async () => {
    const table = memoryTable("t");
    await aTally(table, "a", 1, 2);
    const store = new Store(table);
    expect(await store.load(next, "a")).toMatchObject({ version: 3, state: { total: 300 } });
    expect((await store.list(next, { index: "byBook", partition: "book#rice", limit: 9 })).items).toMatchObject([
      { state: { total: 300 } },
    ]);
    expect(await store.chronicle(next, "a")).toMatchObject({ state: { total: 300 }, chain: { intact: true } });
    const seen: unknown[] = [];
    await store.execute({
      decider: tally,
      id: "b",
      facts: { other: factReference(next, "a") },
      command: ({ other }) => {
        seen.push(other?.total);
        return { type: "create", book: "tea" } satisfies TallyCommand;
      },
      commandId: "k",
      bodyDigest: "x",
      expects: "new",
      context: aContext(),
    });
    expect(seen).toEqual([300]);
  });

  it("is not asked for its events again once a command has written it in the new shape", async () => {
    const table = memoryTable("t");
    await aTally(table, "a", 1);
    const counted = counting(table);
    const store = new Store(counted);
    expect(await run(store, "a", add(1), next)).toMatchObject({ state: { total: 200 } });
    expect(counted.calls.queries).toBe(1);
    expect(await store.load(next, "a")).toMatchObject({ version: 3, state: { total: 200 } });
    expect(counted.calls.queries).toBe(1);
  });

  it("reads an event of its time through the upcaster, and a new one as it is", async () => {
    const table = memoryTable("t");
    const store = await aTally(table, "a", 1);
    await run(store, "a", add(5), renamed);
    expect(await store.load(renamed, "a")).toMatchObject({ state: { total: 15 } });
    expect((await store.recorded(renamed, "a")).map(({ data }) => data)).toEqual([
      { book: "rice" },
      { amount: 10 },
      { amount: 5 },
    ]);
    expect(await store.asOf(renamed, "a", 2)).toMatchObject({ state: { total: 10 } });
  });

  it("was written before shapes were kept, where it carries none", async () => {
    const table = memoryTable("t");
    await aTally(table, "a", 1);
    const [item] = await table.read([{ pk: "tally#a", sk: "state" }]);
    const page = await table.query({ partition: "tally#a", limit: 9 });
    const old = memoryTable("old");
    for (const { shape: _shape, ...rest } of page.items)
      await old.write([{ item: { ...rest, pk: "tally#a", sk: String(rest.sk) }, expect: "absent" }]);
    expect(item).toMatchObject({ shape: 1 });
    expect(await new Store(old).load(renamed, "a")).toMatchObject({ state: { total: 1000 } });
  });
});

describe("data of a newer program", () => {
  it("is refused with a sentence in both languages, and nothing is written", async () => {
    const table = memoryTable("t");
    const store = await aTally(table, "a", 1);
    await run(store, "a", add(1), next);
    const counted = counting(table);
    const older = new Store(counted);
    for (const ask of [
      () => older.load(tally, "a"),
      () => run(older, "a", add(1)),
      () => older.asOf(tally, "a", 3),
      () => everything(refolded(counted, [tally])),
    ]) {
      await expect(ask()).rejects.toBeInstanceOf(StoreTooNew);
      await expect(ask()).rejects.toThrow(
        /tally: the data has shape 2, this program knows shape 1.* \/ .*请使用新版程序/,
      );
    }
    expect(counted.calls.writes).toEqual([]);
  });

  it("is found at the start, before a state of it is read", async () => {
    const table = memoryTable("t");
    await claimShapes(table, [tally]);
    await claimShapes(table, [tally]);
    await claimShapes(table, [next]);
    await expect(claimShapes(table, [tally])).rejects.toBeInstanceOf(StoreTooNew);
    await claimShapes(table, [next]);
  });

  it("is claimed by two programs at once without a loss", async () => {
    const table = memoryTable("t");
    const page = { aggregate: "page", shape: 3 };
    await claimShapes(
      interrupted(table, () => claimShapes(table, [tally])),
      [tally, page],
    );
    await expect(claimShapes(table, [tally, { ...page, shape: 2 }])).rejects.toBeInstanceOf(StoreTooNew);
    await expect(claimShapes(table, [{ ...tally, shape: 0 }, page])).rejects.toBeInstanceOf(StoreTooNew);
  });

  it("is refused for an aggregate that this program does not know", async () => {
    const table = memoryTable("t");
    await claimShapes(table, [tally, { aggregate: "page", shape: 1 }]);
    await expect(claimShapes(table, [tally])).rejects.toThrow(/^page: this program does not know it.*请使用新版程序$/);
    await claimShapes(table, [tally, { aggregate: "page", shape: 1 }]);
  });
});

describe("refolding a table", () => {
  it("writes states, their places in lists and their deadlines in the new shape, each once", async () => {
    const table = memoryTable("t");
    for (const id of ["a", "b"]) await aTally(table, id, 1);
    expect([await listed(table, "book#rice"), await due(table)]).toEqual([["a", "b"], 0]);
    expect((await everything(refolded(table, [next]))).at(-1)).toEqual({ read: 6, rewritten: 2 });
    expect([await listed(table, "book#rice"), await listed(table, "shelf#rice"), await due(table)]).toEqual([
      [],
      ["a", "b"],
      2,
    ]);
    const counted = counting(table);
    expect(await new Store(counted).load(next, "a")).toMatchObject({ version: 2, state: { total: 100 } });
    expect(counted.calls.queries).toBe(0);
    expect(await new Store(table).verify(next, "a")).toMatchObject({ intact: true });
    expect((await everything(refolded(table, [next]))).at(-1)).toEqual({ read: 6, rewritten: 0 });
  });

  it("remembers the commands that the states remembered", async () => {
    const table = memoryTable("t");
    const store = await aTally(table, "a");
    const again = () =>
      store.execute({
        decider: next,
        id: "a",
        command: add(1),
        commandId: "once",
        bodyDigest: "x",
        expects: "existing",
        context: aContext(),
      });
    await store.execute({
      decider: tally,
      id: "a",
      command: add(1),
      commandId: "once",
      bodyDigest: "x",
      expects: "existing",
      context: aContext(),
    });
    await everything(refolded(table, [next]));
    expect(await again()).toMatchObject({ repeated: true, version: 2 });
  });

  it("leaves a state that somebody changed in between as it is", async () => {
    const table = memoryTable("t");
    await aTally(table, "a", 1);
    const racing = interrupted(table, () => run(new Store(table), "a", add(1), next));
    expect((await everything(refolded(racing, [next]))).at(-1)).toMatchObject({ rewritten: 0 });
    expect(await new Store(table).load(next, "a")).toMatchObject({ version: 3, state: { total: 200 } });
  });

  it("goes on where it was stopped, whenever that was, and all states end in the new shape", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), async (stopAfter) => {
        const table = memoryTable("t");
        for (let n = 0; n < 120; n += 1) await aTally(table, `t${n}`, 1);
        let stopped: Refolded = { read: 0, rewritten: 0 };
        let pages = 0;
        for await (const one of refolded(table, [next])) {
          if (pages === stopAfter) break;
          pages += 1;
          stopped = one;
        }
        const rest = (await everything(refolded(table, [next], stopped.position))).at(-1);
        expect((rest?.read ?? 0) + stopped.read).toBe(pages === 0 || stopped.position !== undefined ? 360 : 720);
        expect(await listed(table, "shelf#rice")).toHaveLength(100);
        expect(await listed(table, "book#rice")).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

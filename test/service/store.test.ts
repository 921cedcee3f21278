import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Recorded } from "../../shared/decider/index.ts";
import { erasedMark } from "../../shared/identity-codes/index.ts";
import { link } from "../../shared/store/chain.ts";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import {
  checkChain,
  cursors,
  digest,
  type Execution,
  factReference,
  factReferences,
  type Loaded,
  memoryTable,
  type Outcome,
  type Position,
  Store,
  StoreBusy,
  type StoredEvent,
  type Table,
} from "../../shared/store/index.ts";
import { packed, unpacked } from "../../shared/store/packing.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { counting, interrupted } from "../support/tables.ts";
import { type Tally, type TallyCommand, type TallyEvent, tally, tallyService } from "../support/tally.ts";
import { aContext } from "../support/tally-town.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

let engine: Engine;
let file: TemporaryTownFile;
const tables = new Map<string, Table>();

beforeAll(async () => {
  engine = await startEngine();
  file = await aTownFile();
  tables.set("memory", memoryTable("guangtong-tally"));
  tables.set("sqlite", file.table("guangtong-tally", tallyService));
  tables.set("engine", dynamoTable(await engine.createTable("guangtong", tallyService), engine.client));
});
afterAll(async () => {
  await engine.stop();
  await file.remove();
});

let serial = 0;
const aName = (kind: string) => {
  serial += 1;
  return `${kind}${serial}`;
};

type Extra = Partial<Pick<Execution<Tally, TallyCommand, TallyEvent>, "commandId" | "expectedVersion" | "expects">>;

const run = (store: Store, id: string, command: TallyCommand, extra: Extra = {}) =>
  store.execute({
    decider: tally,
    id,
    command,
    commandId: aName("command"),
    bodyDigest: digest([id, command]),
    expects: command.type === "create" ? "new" : "existing",
    context: aContext(),
    ...extra,
  });

const add = (...amounts: number[]): TallyCommand => ({ type: "add", amounts });

async function aTally(store: Store, book = "rice") {
  const id = aName("t");
  await run(store, id, { type: "create", book });
  return id;
}

const resultOf = (outcome: Outcome<Tally, TallyEvent>) =>
  outcome.kind === "done" ? { id: outcome.id, version: outcome.version, state: outcome.state } : outcome;

describe.each(["memory", "sqlite", "engine"])("a store on %s", (kind) => {
  const table = (): Table => {
    const found = tables.get(kind);
    if (found === undefined) throw new Error(`no table ${kind}`);
    return found;
  };
  const aStore = () => new Store(table());

  describe("carries out commands", () => {
    it("creates a new aggregate without reading, in one transaction of state and event", async () => {
      const counted = counting(table());
      const outcome = await run(new Store(counted), aName("t"), { type: "create", book: "rice", holder: "李四" });
      expect(outcome).toMatchObject({
        kind: "done",
        repeated: false,
        version: 1,
        state: { book: "rice", holder: "李四" },
      });
      expect(counted.calls).toEqual({ reads: 0, queries: 0, writes: [2] });
    });

    it("changes an existing one with one read and one transaction of two puts", async () => {
      const id = await aTally(aStore());
      const counted = counting(table());
      const outcome = await run(new Store(counted), id, add(3));
      expect(outcome).toMatchObject({
        kind: "done",
        version: 2,
        state: { total: 3 },
        events: [{ sequence: 2, actor: "clerk-1" }],
      });
      expect(counted.calls).toEqual({ reads: 1, queries: 0, writes: [2] });
    });

    it("adds one put for a counter, even when the decision takes its number afresh", async () => {
      const id = await aTally(aStore());
      const counted = counting(table());
      await run(new Store(counted), id, { type: "number", series: aName("series") });
      expect(counted.calls).toEqual({ reads: 1, queries: 0, writes: [3] });
    });

    it("reads the facts a decision needs in the same request as the state", async () => {
      const [id, other] = [await aTally(aStore()), await aTally(aStore())];
      await run(aStore(), other, add(7));
      const counted = counting(table());
      const outcome = await new Store(counted).execute({
        decider: tally,
        id,
        command: ({ first, missing }) => add(missing === undefined ? (first?.total ?? 0) : 0),
        facts: { first: factReference(tally, other), missing: factReference(tally, "nobody") },
        commandId: aName("command"),
        bodyDigest: "x",
        expects: "existing",
        context: aContext(),
      });
      expect(outcome).toMatchObject({ kind: "done", state: { total: 7 } });
      expect(counted.calls).toEqual({ reads: 1, queries: 0, writes: [2] });
    });

    it("records each event of a decision with its own sequence, and the state once", async () => {
      const store = aStore();
      const id = await aTally(store);
      expect(await run(store, id, add(1, 2, 3))).toMatchObject({ kind: "done", version: 4, state: { total: 6 } });
      expect((await store.history(tally, id)).map(({ sequence, data }) => [sequence, data])).toEqual([
        [1, { book: "rice" }],
        [2, { amount: 1 }],
        [3, { amount: 2 }],
        [4, { amount: 3 }],
      ]);
    });

    it("writes nothing when nothing happened, and nothing when the decision refuses", async () => {
      const id = await aTally(aStore());
      const counted = counting(table());
      const store = new Store(counted);
      expect(await run(store, id, add())).toMatchObject({ kind: "done", version: 1, events: [] });
      expect(await run(store, id, add(2_000_000))).toMatchObject({
        kind: "rejected",
        rejection: { code: "tally.too-much" },
      });
      expect(counted.calls.writes).toEqual([]);
    });

    it("does not find what is not there, neither for a command nor for a reader", async () => {
      const store = aStore();
      expect(await run(store, "nobody", add(1))).toEqual({ kind: "not-found" });
      expect(await store.load(tally, "nobody")).toBeUndefined();
      expect(await store.history(tally, "nobody")).toEqual([]);
      expect(await store.verify(tally, "nobody")).toBeUndefined();
    });

    it("P-8: erases a personal part in state and history, and the chain stays whole", async () => {
      const store = new Store(table());
      const id = aName("erased");
      await run(store, id, { type: "create", book: "rice", holder: "李四" });
      await run(store, id, add(1));
      const hold = { key: { pk: "hold#none", sk: "state" }, stands: () => false };
      const asked = { commandId: "erasure", bodyDigest: "", context: aContext(), hold };
      const erase = (version: number) => store.erase({ of: tally, id, version, kinds: ["party"], ...asked });
      expect(await erase(1)).toBe("lost");
      expect((await store.load(tally, id))?.state.holder).toBe("李四");
      expect(await erase(2)).toBe("erased");
      expect(JSON.stringify(await store.history(tally, id))).not.toContain("李四");
      expect(await store.chronicle(tally, id)).toMatchObject({
        ...{ version: 3, state: { total: 1, holder: erasedMark } },
        chain: { intact: true, events: 3 },
      });
    });

    it("leaves to the decision what is new when either is expected", async () => {
      const store = aStore();
      const id = aName("t");
      expect(await run(store, id, { type: "create", book: "rice" }, { expects: "either" })).toMatchObject({
        version: 1,
      });
      expect(await run(store, id, add(2), { expects: "either" })).toMatchObject({ version: 2, state: { total: 2 } });
    });

    it("does not create over what is there", async () => {
      const store = aStore();
      const id = await aTally(store);
      expect(await run(store, id, { type: "create", book: "tea" })).toMatchObject({
        kind: "rejected",
        rejection: { code: "tally.exists" },
      });
      expect(await store.load(tally, id)).toMatchObject({ version: 1, state: { book: "rice" } });
    });

    it("loads what it stored, deeply equal, whatever JSON holds", async () => {
      const store = aStore();
      const id = await aTally(store);
      const note = {
        空: "",
        none: null,
        deep: [[], {}, [1.5, -0.25, 9007199254740991, 1e-7, 0]],
        yes: true,
        "a.b#c": "𠮷\u0000é",
      };
      await run(store, id, { type: "add", amounts: [1], note });
      expect((await store.history(tally, id))[1]?.data).toEqual({ amount: 1, note });
      expect(await store.verify(tally, id)).toMatchObject({ intact: true, events: 2 });
    });

    it("keeps the chain intact when an event holds undefined where JSON holds nothing", async () => {
      const store = aStore();
      const id = await aTally(store);
      await run(store, id, { type: "add", amounts: [1], note: { gone: undefined, kept: 1 } });
      expect(await store.verify(tally, id)).toMatchObject({ intact: true });
    });
  });

  describe("settles races", () => {
    it("decides a lost race again on what won it", async () => {
      const id = await aTally(aStore());
      const slow = new Store(interrupted(table(), () => run(aStore(), id, add(999_999))));
      expect(await run(slow, id, add(5))).toMatchObject({
        kind: "rejected",
        rejection: { code: "tally.too-much", details: { total: 999_999 } },
      });
      const slower = new Store(interrupted(table(), () => run(aStore(), id, { type: "number", series: aName("s") })));
      expect(await run(slower, id, add(1))).toMatchObject({ kind: "done", version: 4, state: { total: 1_000_000 } });
    });

    it("does not take what is committed while a history is read for tampering (P-18)", async () => {
      const id = await aTally(aStore());
      let pending = true;
      const between = async () => {
        if (!pending) return;
        pending = false;
        await run(aStore(), id, add(7));
      };
      const whole = table();
      const reading = new Store({
        ...whole,
        async query(query) {
          const page = await whole.query(query);
          await between();
          return page;
        },
      });
      const told = await reading.chronicle(tally, id);
      expect(told).toMatchObject({ version: 2, state: { total: 7 }, chain: { intact: true, events: 2 } });
    });

    it("loses nothing when many add to one at once", async () => {
      const id = await aTally(aStore());
      const stores = [aStore(), aStore()];
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => run(stores[n % 2] ?? aStore(), id, add(1))),
      );
      expect(new Set(outcomes.map((one) => (one.kind === "done" ? one.version : one.kind)))).toEqual(
        new Set([2, 3, 4, 5, 6, 7, 8, 9]),
      );
      expect(await aStore().load(tally, id)).toMatchObject({ version: 9, state: { total: 8 } });
      expect(await aStore().verify(tally, id)).toMatchObject({ intact: true, events: 9 });
    });

    it("creates once when two create the same at once, and answers the second the rules", async () => {
      const id = aName("t");
      const outcomes = await Promise.all([1, 2].map(() => run(aStore(), id, { type: "create", book: "rice" })));
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["done", "rejected"]);
    });

    it("answers both the same when the same command arrives twice at once", async () => {
      const id = await aTally(aStore());
      const outcomes = await Promise.all([1, 2, 3].map(() => run(aStore(), id, add(4), { commandId: "twice" })));
      expect(outcomes.map(resultOf)).toEqual(
        outcomes.map(() => ({ id, version: 2, state: expect.objectContaining({ total: 4 }) })),
      );
      expect(await aStore().load(tally, id)).toMatchObject({ version: 2 });
    });
  });

  describe("honours the version a caller saw", () => {
    it("accepts the current one, refuses an older and a later one and tells the current", async () => {
      const store = aStore();
      const id = await aTally(store);
      expect(await run(store, id, add(1), { expectedVersion: 1 })).toMatchObject({ kind: "done", version: 2 });
      expect(await run(store, id, add(1), { expectedVersion: 1 })).toEqual({ kind: "stale", version: 2 });
      expect(await run(store, id, add(1), { expectedVersion: 3 })).toEqual({ kind: "stale", version: 2 });
      expect(await store.load(tally, id)).toMatchObject({ state: { total: 1 } });
    });

    it("refuses the loser of a race that named a version, instead of deciding again", async () => {
      const id = await aTally(aStore());
      const slow = new Store(interrupted(table(), () => run(aStore(), id, add(2))));
      expect(await run(slow, id, add(5), { expectedVersion: 1 })).toEqual({ kind: "stale", version: 2 });
    });

    it("answers a repeated command its first result although that very command made the version stale", async () => {
      const store = aStore();
      const id = await aTally(store);
      const first = await run(store, id, add(1), { expectedVersion: 1, commandId: "k" });
      expect(resultOf(await run(store, id, add(1), { expectedVersion: 1, commandId: "k" }))).toEqual(resultOf(first));
    });
  });

  describe("carries out a command id once", () => {
    it("answers the first result again, also after later commands: as it was then", async () => {
      const store = aStore();
      const id = await aTally(store);
      const first = await run(store, id, add(1), { commandId: "k" });
      expect(await run(store, id, add(1), { commandId: "k" })).toEqual({ ...first, repeated: true, events: [] });
      await run(store, id, add(10));
      await run(store, id, { type: "close" });
      expect(await run(aStore(), id, add(1), { commandId: "k" })).toEqual({ ...first, repeated: true, events: [] });
      expect(await store.load(tally, id)).toMatchObject({ version: 4, state: { total: 11 } });
    });

    it("answers a repeated creation the first result, without spending another number", async () => {
      const store = aStore();
      const id = aName("t");
      const first = await run(store, id, { type: "create", book: "rice", holder: "李四" }, { commandId: "k" });
      await run(store, id, add(1));
      expect(
        resultOf(await run(store, id, { type: "create", book: "rice", holder: "李四" }, { commandId: "k" })),
      ).toEqual(resultOf(first));
    });

    it("answers a repeated creation the first result even if the rules would refuse it by now", async () => {
      const store = aStore();
      const id = aName("t");
      let limit = 0;
      const create = () => run(store, id, { type: "create", book: "rice", limit }, { commandId: "k" });
      const once = await store.execute({
        decider: tally,
        id,
        command: { type: "create", book: "rice", limit },
        commandId: "k",
        bodyDigest: "same",
        expects: "new",
        context: aContext(),
      });
      limit = -1;
      const again = await store.execute({
        decider: tally,
        id,
        command: { type: "create", book: "rice", limit },
        commandId: "k",
        bodyDigest: "same",
        expects: "new",
        context: aContext(),
      });
      expect(resultOf(again)).toEqual(resultOf(once));
      expect(await create()).toEqual({ kind: "reused-command-id" });
    });

    it("refuses the same id with another body", async () => {
      const store = aStore();
      const id = await aTally(store);
      await run(store, id, add(1), { commandId: "k" });
      expect(await run(store, id, add(2), { commandId: "k" })).toEqual({ kind: "reused-command-id" });
      expect(await store.load(tally, id)).toMatchObject({ version: 2 });
    });

    it("remembers sixteen commands: the sixteenth last still answers, the seventeenth last meets the rules", async () => {
      const store = aStore();
      const id = await aTally(store);
      for (let n = 1; n <= 17; n += 1) await run(store, id, add(1), { commandId: `k${n}` });
      expect(await run(store, id, add(1), { commandId: "k2" })).toMatchObject({ repeated: true, version: 3 });
      expect(await run(store, id, add(1), { commandId: "k1" })).toMatchObject({ repeated: false, version: 19 });
    });

    it("does not remember a refusal: what was refused may be allowed later", async () => {
      const store = aStore();
      const id = aName("t");
      expect(await run(store, id, add(1), { commandId: "k" })).toEqual({ kind: "not-found" });
      await run(store, id, { type: "create", book: "rice" });
      expect(await run(store, id, add(1), { commandId: "k" })).toMatchObject({ kind: "done", version: 2 });
    });
  });

  describe("gives gapless numbers", () => {
    it("gives each of a crowd in two processes its own number, without a gap", { timeout: 30_000 }, async () => {
      const series = aName("series");
      const stores = [aStore(), aStore()];
      const setup = aStore();
      const ids = await Promise.all(Array.from({ length: 160 }, () => aTally(setup)));
      const outcomes = await Promise.all(
        ids.map((id, n) => run(stores[n % 2] ?? setup, id, { type: "number", series })),
      );
      const numbers = outcomes.flatMap((one) => (one.kind === "done" ? one.state.numbers : []));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, n) => n + 1));
      expect(await setup.lastNumber(series)).toBe(160);
    });

    it("spends no number on a refused decision, nor on a lost race", async () => {
      const series = aName("series");
      const store = aStore();
      const id = await aTally(store);
      expect(await run(store, id, { type: "numberThenFail", series })).toMatchObject({ kind: "rejected" });
      expect(await store.lastNumber(series)).toBe(0);
      const slow = new Store(interrupted(table(), () => run(store, id, add(1))));
      expect(await run(slow, id, { type: "number", series })).toMatchObject({ state: { numbers: [1], total: 1 } });
      expect(await store.lastNumber(series)).toBe(1);
    });

    it("goes on where another process left off, and keeps series apart", async () => {
      const [series, other] = [aName("series"), aName("series")];
      const id = await aTally(aStore());
      for (const store of [aStore(), aStore(), aStore()]) await run(store, id, { type: "number", series });
      expect(await run(aStore(), id, { type: "number", series: other })).toMatchObject({
        state: { numbers: [1, 2, 3, 1] },
      });
    });

    it("does not let a failing decision hold up the queue of its series", async () => {
      const series = aName("series");
      const store = aStore();
      const [id, other] = [await aTally(store), await aTally(store)];
      let broken = true;
      const failing = new Store({
        ...table(),
        async write(puts) {
          if (!broken) return table().write(puts);
          broken = false;
          throw new Error("the line is down");
        },
      });
      const both = [id, other].map((one) => run(failing, one, { type: "number", series }));
      const ends = (await Promise.allSettled(both)).toSorted((a, b) => a.status.localeCompare(b.status));
      expect(ends).toMatchObject([
        { status: "fulfilled", value: { kind: "done", state: { numbers: [1] } } },
        { status: "rejected", reason: new Error("the line is down") },
      ]);
    });
  });

  describe("lists", () => {
    const page = async (store: Store, book: string, limit: number, after?: Position, more: object = {}) =>
      store.list(tally, {
        index: "byBook",
        partition: `book#${book}`,
        limit,
        ...(after === undefined ? {} : { after }),
        ...more,
      });

    async function aBook(totals: readonly number[]) {
      const store = aStore();
      const book = aName("book");
      for (const total of totals) {
        const id = await aTally(store, book);
        if (total > 0) await run(store, id, add(total));
      }
      return { store, book };
    }

    async function walk(store: Store, book: string, limit: number, more: object = {}) {
      const seen: Loaded<Tally>[] = [];
      let after: Position | undefined;
      for (let pages = 0; pages < 50; pages += 1) {
        const { items, last } = await page(store, book, limit, after, more);
        expect(items.length).toBeLessThanOrEqual(limit);
        seen.push(...items);
        after = last;
        if (after === undefined) return seen;
      }
      throw new Error("the list has no end");
    }

    it("holds each state once at its present place, and none that left it", async () => {
      const { store, book } = await aBook([5, 3]);
      const gone = await aTally(store, book);
      await run(store, gone, { type: "close" });
      expect((await walk(store, book, 10)).map(({ state }) => state.total)).toEqual([3, 5]);
      expect(await walk(store, "an-empty-book", 10)).toEqual([]);
    });

    it.each([1, 2, 3, 7])("shows everything once over pages of %i, in order in both directions", async (limit) => {
      const totals = [4, 1, 3, 3, 3, 2, 9];
      const { store, book } = await aBook(totals);
      for (const descending of [false, true]) {
        const seen = await walk(store, book, limit, { descending });
        const order = totals.toSorted((a, b) => (descending ? b - a : a - b));
        expect(seen.map(({ state }) => state.total)).toEqual(order);
        expect(new Set(seen.map(({ id }) => id)).size).toBe(totals.length);
      }
    });

    it.each([
      [{ from: "0000003" }, [3, 4]],
      [{ to: "0000003" }, [1, 2, 3]],
      [{ from: "0000002", to: "0000003" }, [2, 3]],
      [{ from: "0000002", to: "0000003", descending: true }, [3, 2]],
      [{ from: "0000009", to: "0000001" }, []],
    ])("keeps within the bounds %j, both inclusive", async (bounds, expected) => {
      const { store, book } = await aBook([1, 2, 3, 4]);
      expect((await walk(store, book, 1, bounds)).map(({ state }) => state.total)).toEqual(expected);
    });

    it("goes on behind an item that has left the list since", async () => {
      for (const descending of [false, true]) {
        const { store, book } = await aBook([1, 2, 3]);
        const first = await page(store, book, 2, undefined, { descending });
        await run(store, first.items[1]?.id ?? "", { type: "close" });
        const rest = await page(store, book, 2, first.last, { descending });
        expect(rest.items.map(({ state }) => state.total)).toEqual([descending ? 1 : 3]);
      }
    });
  });

  describe("keys what is created by the part of the id after its last dot", () => {
    it("finds it by the whole id only", async () => {
      const store = aStore();
      const unique = aName("U");
      const id = `XK-01.2.${unique}`;
      await run(store, id, { type: "create", book: "rice" });
      expect(await store.load(tally, id)).toMatchObject({ id, version: 1 });
      for (const other of [unique, `XK-02.${unique}`]) {
        expect(await store.load(tally, other)).toBeUndefined();
        expect(await run(store, other, add(1))).toEqual({ kind: "not-found" });
      }
    });

    it("meets the first when the same command id asks for another prefix", async () => {
      const store = aStore();
      const unique = aName("U");
      await run(store, `a.${unique}`, { type: "create", book: "rice" }, { commandId: "k" });
      expect(await run(store, `b.${unique}`, { type: "create", book: "tea" }, { commandId: "k" })).toEqual({
        kind: "reused-command-id",
      });
    });

    it("gives a decision no fact of another prefix", async () => {
      const store = aStore();
      const unique = aName("U");
      await run(store, `a.${unique}`, { type: "create", book: "rice" });
      const id = await aTally(store);
      const seen: unknown[] = [];
      await store.execute({
        decider: tally,
        id,
        command: (facts) => {
          seen.push(...facts.tallies.map((fact) => fact?.book));
          return add(1);
        },
        facts: { tallies: factReferences(tally, [`a.${unique}`, `b.${unique}`]) },
        commandId: aName("command"),
        bodyDigest: "x",
        expects: "existing",
        context: aContext(),
      });
      expect(seen).toEqual(["rice", undefined]);
    });
  });

  it("answers as a naive model does, and folding the events gives the state, whatever is asked", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 30 }), async (commands) => {
        const [prefix, series] = [aName("m"), aName("series")];
        const stores = [aStore(), aStore()];
        const model = new Model();
        for (const [place, one] of commands.entries()) {
          const command: TallyCommand = one.command.type === "number" ? { type: "number", series } : one.command;
          const id = `${prefix}-${one.which}`;
          const extra: Extra = {
            commandId: `${prefix}-${one.commandId}`,
            ...(one.expectedVersion === undefined ? {} : { expectedVersion: one.expectedVersion }),
          };
          const outcome = await run(stores[place % 2] ?? aStore(), id, command, extra);
          expect(short(outcome)).toEqual(model.run(id, command, extra));
        }
        const store = aStore();
        expect(await store.lastNumber(series)).toBe(model.numbers);
        for (const [id, { state, version }] of model.items) {
          expect(await store.load(tally, id)).toEqual({ id, version, state });
          const events = await store.history(tally, id);
          expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, place) => place + 1));
          expect(events.reduce<Tally | undefined>((so, far) => tally.evolve(so, recorded(far)), undefined)).toEqual(
            state,
          );
          expect(await store.verify(tally, id)).toMatchObject({ intact: true, events: version });
        }
      }),
      { numRuns: kind === "memory" ? 150 : 25 },
    );
  });
});

/** What the tests read back is what `tally` wrote. */
function recorded(event: object): Recorded<TallyEvent> {
  const same = (_event: object): _event is Recorded<TallyEvent> => true;
  if (same(event)) return event;
  throw new TypeError("unreachable");
}

const asked = fc.record({
  which: fc.integer({ min: 0, max: 2 }),
  commandId: fc.integer({ min: 0, max: 24 }),
  expectedVersion: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 4 }),
  command: fc.oneof(
    fc.record({
      type: fc.constant("create" as const),
      book: fc.constantFrom("rice", "tea"),
      limit: fc.constantFrom(-1, 1),
    }),
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("add" as const),
        amounts: fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.constant({ type: "number" as const, series: "" }) },
    fc.constant({ type: "close" as const }),
  ),
});

const short = (outcome: Outcome<Tally, TallyEvent>) => {
  if (outcome.kind === "done") return { done: [outcome.version, outcome.state, outcome.repeated] };
  if (outcome.kind === "rejected") return { refused: outcome.rejection.code };
  return outcome;
};

interface Modelled {
  readonly version: number;
  readonly state: Tally;
  readonly commands: readonly { id: string; digest: string; version: number; state: Tally }[];
}

/** The store as one would explain it: a map, a list of remembered commands, a counter. */
class Model {
  readonly items = new Map<string, Modelled>();
  numbers = 0;

  run(id: string, command: TallyCommand, { commandId = "", expectedVersion }: Extra) {
    const item = this.items.get(id);
    if (item === undefined && command.type !== "create") return { kind: "not-found" };
    const repeated = item?.commands.find((one) => one.id === commandId);
    const asking = digest([id, command]);
    if (repeated !== undefined && repeated.digest !== asking) return { kind: "reused-command-id" };
    if (repeated !== undefined) return { done: [repeated.version, repeated.state, true] };
    if (item !== undefined && expectedVersion !== undefined && expectedVersion !== item.version)
      return { kind: "stale", version: item.version };
    const next = this.#next(item?.state, command);
    if (typeof next === "string") return { refused: next };
    const version = (item?.version ?? 0) + next.length;
    const state = next.at(-1) ?? item?.state;
    if (state === undefined) return { kind: "not-found" };
    const done = { id: commandId, digest: asking, version, state };
    if (next.length > 0) this.items.set(id, { version, state, commands: [...(item?.commands ?? []), done].slice(-16) });
    return { done: [version, state, false] };
  }

  /** The states the command leads through, or the code of a refusal. */
  #next(state: Tally | undefined, command: TallyCommand): Tally[] | string {
    if (command.type === "create") {
      if (state !== undefined) return "tally.exists";
      return command.limit === -1
        ? "tally.limit-below-zero"
        : [{ book: command.book, total: 0, status: "open", numbers: [] }];
    }
    if (state === undefined || state.status === "closed") return "tally.closed";
    if (command.type === "close") return [{ ...state, status: "closed" }];
    if (command.type === "add") {
      const totals = command.amounts.map(
        (_, n) => state.total + command.amounts.slice(0, n + 1).reduce((a, b) => a + b, 0),
      );
      return (totals.at(-1) ?? 0) > 1_000_000 ? "tally.too-much" : totals.map((total) => ({ ...state, total }));
    }
    this.numbers += 1;
    return [{ ...state, numbers: [...state.numbers, this.numbers] }];
  }
}

describe("a crowd on one item", () => {
  it("is waited for, and answered busy without a write when it never ends", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const calm = memoryTable("t");
    const id = await aTally(new Store(calm));
    let refusals = 3;
    const busy: Table = {
      ...calm,
      async write(puts) {
        refusals -= 1;
        return refusals >= 0 ? { written: false, contended: true, failed: [] } : calm.write(puts);
      },
    };
    const patient = run(new Store(busy), id, add(1));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await patient).toMatchObject({ kind: "done", version: 2 });
    refusals = Number.POSITIVE_INFINITY;
    const hopeless = expect(run(new Store(busy), id, add(1))).rejects.toBeInstanceOf(StoreBusy);
    await vi.advanceTimersByTimeAsync(60_000);
    await hopeless;
    expect(await new Store(calm).load(tally, id)).toMatchObject({ version: 2 });
    vi.useRealTimers();
  });

  it("of fifty processes that take a number at once leaves nobody without", async () => {
    const table = memoryTable("t");
    const ids = await Promise.all(Array.from({ length: 50 }, () => aTally(new Store(table))));
    const outcomes = await Promise.all(ids.map((id) => run(new Store(table), id, { type: "number", series: "s" })));
    const numbers = outcomes.flatMap((one) => (one.kind === "done" ? one.state.numbers : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, n) => n + 1));
  });
});

function rehashed({ pk, sk, hash: _hash, ...event }: StoredEvent): StoredEvent {
  return { pk, sk, ...event, hash: link(event) };
}

describe("the chain of an aggregate's events", () => {
  async function aHistory() {
    const store = new Store(memoryTable("t"));
    await run(store, "x", { type: "create", book: "rice", holder: "李四" });
    for (const amount of [1, 2, 3]) await run(store, "x", add(amount));
    const events = await store.history(tally, "x");
    return { events, head: events.at(-1)?.hash ?? "", store };
  }

  it("is intact from the first event to the head of the state", async () => {
    const { events, head, store } = await aHistory();
    expect(checkChain(events, head)).toEqual({ intact: true, events: 4, head });
    expect(await store.verify(tally, "x")).toEqual({ intact: true, events: 4, head });
  });

  it("is broken by any change of any field of any event", async () => {
    const { events, head } = await aHistory();
    for (const [place, event] of events.entries())
      for (const field of Object.keys(event).filter((name) => name !== "pk" && name !== "sk")) {
        const changed = { ...event, [field]: field === "sequence" ? 99 : { other: 1 } };
        const check = checkChain(events.with(place, changed), head);
        expect(check, `${field} of ${place + 1}`).toEqual({ intact: false, brokenAt: place + 1 });
      }
  });

  it("is broken where an event was removed, swapped or inserted, the last one included", async () => {
    const { events, head } = await aHistory();
    const [a, b, c, d] = events;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error("four events");
    expect(checkChain([b, c, d], head)).toEqual({ intact: false, brokenAt: 1 });
    expect(checkChain([a, c, d], head)).toEqual({ intact: false, brokenAt: 2 });
    expect(checkChain([a, b, c], head)).toEqual({ intact: false, brokenAt: 4 });
    expect(checkChain([a, c, b, d], head)).toEqual({ intact: false, brokenAt: 2 });
    expect(checkChain([a, b, b, c, d], head)).toEqual({ intact: false, brokenAt: 3 });
    expect(checkChain([], head)).toEqual({ intact: false, brokenAt: 1 });
  });

  it("is broken where somebody changed an event and made its own hash fit", async () => {
    const { events, head } = await aHistory();
    const forged = events.map((event, place) => (place === 1 ? rehashed({ ...event, data: { amount: 100 } }) : event));
    expect(checkChain(forged, head)).toEqual({ intact: false, brokenAt: 3 });
    const last = events.map((event, place) => (place === 3 ? rehashed({ ...event, data: { amount: 100 } }) : event));
    expect(checkChain(last, head)).toEqual({ intact: false, brokenAt: 5 });
    const late = events.map((event, place) => (place === 3 ? rehashed({ ...event, sequence: 5 }) : event));
    expect(checkChain(late, late.at(-1)?.hash ?? "")).toEqual({ intact: false, brokenAt: 4 });
  });

  it("is found broken in the table itself when somebody writes past the store", async () => {
    const name = await engine.createTable("guangtong", tallyService, "-tampered");
    const store = new Store(dynamoTable(name, engine.client));
    const id = await aTally(store);
    await run(store, id, add(1));
    const [, event] = await store.history(tally, id);
    await engine.client.send(
      new PutCommand({
        TableName: name,
        Item: packed({ ...event, pk: event?.pk ?? "", sk: event?.sk ?? "", data: { amount: 100 } }),
      }),
    );
    expect(await store.verify(tally, id)).toEqual({ intact: false, brokenAt: 2 });
  });
});

describe("an item as it lies in the engine", () => {
  it("keeps structures as JSON text, and what is asked about as attributes of its own", async () => {
    const name = await engine.createTable("guangtong", tallyService, "-packed");
    const store = new Store(dynamoTable(name, engine.client));
    const id = await aTally(store);
    const [written] = await store.history(tally, id);
    const raw = async (sk: string) =>
      (await engine.client.send(new GetCommand({ TableName: name, Key: { pk: `tally#${id}`, sk } }))).Item;
    const state = await raw("state");
    expect(state).toMatchObject({ aggregate: "tally", version: 1, stateJson: expect.any(String) });
    expect(JSON.parse(String(state?.stateJson))).toEqual((await store.load(tally, id))?.state);
    expect(state).not.toHaveProperty("state");
    const event = await raw(written?.sk ?? "");
    expect(JSON.parse(String(event?.dataJson))).toEqual(written?.data);
    expect(event).toMatchObject({ type: "tally.tally.opened", sequence: 1 });
  });

  it("comes back as it went in, whatever characters it holds, save what JSON leaves out", () => {
    const value = fc.jsonValue();
    const attribute = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== "pk" && name !== "sk");
    fc.assert(
      fc.property(fc.dictionary(attribute, value), (attributes) => {
        const item = { ...JSON.parse(JSON.stringify(attributes)), pk: "a", sk: "b" };
        expect(unpacked(packed({ ...item, gone: undefined }))).toEqual(item);
      }),
    );
    expect(unpacked({ pk: "a" })).toBeUndefined();
  });
});

describe("a cursor", () => {
  const { issue, open } = cursors("secret");
  const position = { pk: "tally#1", sk: "state", byBookP: "book#米", byBookS: "1" };

  it("opens to the position it was issued for, in its own list", () => {
    expect(open(issue(position, "list"), "list")).toEqual(position);
  });

  it("is refused in another list and under another secret", () => {
    expect(open(issue(position, "list"), "another")).toBeUndefined();
    expect(cursors("other").open(issue(position, "list"), "list")).toBeUndefined();
  });

  it("is refused after any change, and as any invented text", () => {
    const cursor = issue(position, "list");
    fc.assert(
      fc.property(fc.nat(cursor.length), fc.string({ maxLength: 3 }), fc.nat(2), (at, text, skip) => {
        const changed = cursor.slice(0, at) + text + cursor.slice(at + skip);
        expect(open(changed, "list")).toEqual(changed === cursor ? position : undefined);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => open(text, "list") === undefined));
  });
});

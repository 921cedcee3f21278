import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import {
  digest,
  factReference,
  heldFact,
  member,
  memoryTable,
  type Outcome,
  Store,
  type Table,
} from "../../shared/store/index.ts";
import { transactionLimits } from "../../shared/store/table.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { counting, interrupted } from "../support/tables.ts";
import { type Tally, type TallyCommand, type TallyEvent, tally, tallyService } from "../support/tally.ts";
import { aContext } from "../support/tally-town.ts";

let engine: Engine;
const tables = new Map<string, Table>();

beforeAll(async () => {
  engine = await startEngine();
  tables.set("memory", memoryTable("guangtong-tally"));
  tables.set("engine", dynamoTable(await engine.createTable("guangtong", tallyService, "-joint"), engine.client));
});
afterAll(() => engine.stop());

let serial = 0;
const aName = (kind: string) => {
  serial += 1;
  return `${kind}${serial}`;
};

const add = (...amounts: number[]): TallyCommand => ({ type: "add", amounts });
const asked = (commandId: string, body: unknown = commandId) => ({
  commandId,
  bodyDigest: digest(body),
  context: aContext(),
});

/** Moves an amount from one tally to another; the same command id moves it once. */
const transfer = (store: Store, from: string, to: string, amount: number, commandId = aName("command")) =>
  store.execute({
    ...asked(commandId, [from, to, amount]),
    decider: tally,
    id: from,
    expects: "existing",
    command: add(-amount),
    others: { members: { to: member(tally, to) }, commands: () => ({ to: add(amount) }) },
  });

async function aTally(store: Store, total = 0, book = "rice") {
  const id = aName("t");
  const create = { ...asked(aName("command")), decider: tally, id, expects: "new" as const };
  await store.execute({ ...create, command: { type: "create", book } satisfies TallyCommand });
  if (total > 0)
    await store.execute({ ...asked(aName("command")), decider: tally, id, expects: "existing", command: add(total) });
  return id;
}

describe.each(["memory", "engine"])("several aggregates in one commit on %s", (kind) => {
  const table = (): Table => {
    const found = tables.get(kind);
    if (found === undefined) throw new Error(`no table ${kind}`);
    return found;
  };
  const aStore = () => new Store(table());
  const totalOf = async (id: string) => (await aStore().load(tally, id))?.state.total;

  it("change with one read and one transaction, each with its own event and condition", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore())];
    const counted = counting(table());
    const outcome = await transfer(new Store(counted), a, b, 4);
    expect(outcome).toMatchObject({
      kind: "done",
      repeated: false,
      state: { total: 6 },
      events: [{ data: { amount: -4 } }],
      others: { to: { id: b, version: 2, state: { total: 4 }, events: [{ data: { amount: 4 }, sequence: 2 }] } },
    });
    expect(counted.calls).toEqual({ reads: 1, queries: 0, writes: [4] });
    expect(await aStore().verify(tally, b)).toMatchObject({ intact: true, events: 2 });
  });

  it("change all or not at all: the refusal of one is the refusal of the whole, by its name", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore(), 999_999)];
    expect(await transfer(aStore(), a, b, 2)).toMatchObject({
      kind: "rejected",
      member: "to",
      rejection: { code: "tally.too-much" },
    });
    expect([await totalOf(a), await totalOf(b)]).toEqual([10, 999_999]);
    expect(await transfer(aStore(), a, b, 1)).toMatchObject({ kind: "done" });
    expect([await totalOf(a), await totalOf(b)]).toEqual([9, 1_000_000]);
  });

  it("change none when one is unknown, or not in the version that the caller saw", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore())];
    expect(await transfer(aStore(), a, "nobody", 1)).toEqual({ kind: "not-found", member: "to", id: "nobody" });
    expect(await transfer(aStore(), "nobody", a, 1)).toEqual({ kind: "not-found" });
    const seen = (expectedVersion: number) =>
      aStore().execute({
        ...asked(aName("command")),
        decider: tally,
        id: a,
        expects: "existing",
        command: add(-1),
        others: { members: { to: member(tally, b, { expectedVersion }) }, commands: () => ({ to: add(1) }) },
      });
    expect(await seen(2)).toEqual({ kind: "stale", version: 1, member: "to" });
    expect([await totalOf(a), await totalOf(b)]).toEqual([10, 0]);
    expect(await seen(1)).toMatchObject({ kind: "done" });
  });

  it("decide again when another write came first to any of them", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore())];
    for (const first of [() => transfer(aStore(), b, a, 0), () => transfer(aStore(), a, b, 3)]) {
      const before = [await totalOf(a), await totalOf(b)];
      const slow = new Store(interrupted(table(), first));
      expect(await transfer(slow, a, b, 1)).toMatchObject({ kind: "done" });
      expect(((await totalOf(a)) ?? 0) + ((await totalOf(b)) ?? 0)).toBe(10);
      expect(await totalOf(a)).toBeLessThan(before[0] ?? 0);
    }
  });

  it("know each other's state before, and the commands follow it through a lost race", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore(), 5)];
    const level = (store: Store) =>
      store.execute({
        ...asked(aName("command")),
        decider: tally,
        id: a,
        expects: "existing",
        facts: { other: factReference(tally, b) },
        command: ({ other }) => add(other?.total ?? 0),
        others: {
          members: { b: member(tally, b) },
          commands: (_facts, before) => ({ b: add(-(before.b?.total ?? 0)) }),
        },
      });
    const slow = new Store(interrupted(table(), () => transfer(aStore(), a, b, 2)));
    expect(await level(slow)).toMatchObject({
      kind: "done",
      state: { total: 15 },
      others: { b: { state: { total: 0 } } },
    });
  });

  it("take their numbers from one series without a gap", async () => {
    const series = aName("series");
    const ids = [await aTally(aStore()), await aTally(aStore()), await aTally(aStore())];
    const [first = "", ...rest] = ids;
    const number = (): TallyCommand => ({ type: "number", series });
    const outcome = await aStore().execute({
      ...asked(aName("command")),
      decider: tally,
      id: first,
      expects: "existing",
      command: number(),
      others: {
        members: { rest: rest.map((id) => member(tally, id)) },
        commands: () => ({ rest: rest.map(number) }),
      },
    });
    expect(outcome).toMatchObject({
      state: { numbers: [1] },
      others: { rest: [{ state: { numbers: [2] } }, { state: { numbers: [3] } }] },
    });
    expect(await aStore().lastNumber(series)).toBe(3);
  });

  it("hold what does not change to the version decided on", async () => {
    const [a, b] = [await aTally(aStore(), 10), await aTally(aStore(), 1)];
    let seen: number[] = [];
    const idle = (store: Store) =>
      store.execute({
        ...asked(aName("command")),
        decider: tally,
        id: a,
        expects: "existing",
        command: add(1),
        others: {
          members: { b: member(tally, b) },
          commands: (_facts, before) => {
            seen.push(before.b?.total ?? -1);
            return { b: add() };
          },
        },
      });
    expect(await idle(new Store(interrupted(table(), () => transfer(aStore(), b, a, 1))))).toMatchObject({
      kind: "done",
      others: { b: { version: 3, events: [] } },
    });
    expect(seen).toEqual([1, 0]);
    seen = [];
  });

  it("begin new ones without reading them", async () => {
    const a = await aTally(aStore(), 10);
    const counted = counting(table());
    const fresh = aName("t");
    const open = (store: Store, commandId: string) =>
      store.execute({
        ...asked(commandId, "open"),
        decider: tally,
        id: a,
        expects: "existing",
        command: add(1),
        others: {
          members: { fresh: member(tally, fresh, { expects: "new" }) },
          commands: () => ({ fresh: { type: "create", book: "tea" } as const }),
        },
      });
    const [k, l] = [aName("command"), aName("command")];
    const once = await open(new Store(counted), k);
    expect(once).toMatchObject({ kind: "done", others: { fresh: { version: 1, state: { book: "tea" } } } });
    expect(counted.calls).toEqual({ reads: 1, queries: 0, writes: [4] });
    expect(await open(aStore(), l)).toMatchObject({
      kind: "rejected",
      member: "fresh",
      rejection: { code: "tally.exists" },
    });
    expect(await open(aStore(), k)).toMatchObject({ kind: "done", repeated: true, state: { total: 11 } });
    expect(await totalOf(a)).toBe(11);
  });

  describe("a repetition", () => {
    it("answers each as it was after the first time, and changes nothing", async () => {
      const [a, b] = [await aTally(aStore(), 10), await aTally(aStore())];
      const k = aName("command");
      await transfer(aStore(), a, b, 4, k);
      await transfer(aStore(), a, b, 1);
      expect(await transfer(aStore(), a, b, 4, k)).toMatchObject({
        repeated: true,
        version: 3,
        state: { total: 6 },
        others: { to: { version: 2, state: { total: 4 } } },
      });
      expect([await totalOf(a), await totalOf(b)]).toEqual([5, 5]);
    });

    it("is one too when only the quieter of them remembers", async () => {
      const [a, b] = [await aTally(aStore(), 100), await aTally(aStore())];
      const k = aName("command");
      await transfer(aStore(), a, b, 4, k);
      const busy = await aTally(aStore());
      for (let n = 0; n < 17; n += 1) await transfer(aStore(), a, busy, 1);
      expect(await transfer(aStore(), a, b, 4, k)).toMatchObject({
        repeated: true,
        version: 3,
        state: { total: 96 },
        others: { to: { version: 2, state: { total: 4 } } },
      });
    });

    it("with another body is refused", async () => {
      const [a, b] = [await aTally(aStore(), 10), await aTally(aStore())];
      const k = aName("command");
      await transfer(aStore(), a, b, 4, k);
      expect(await transfer(aStore(), a, b, 5, k)).toEqual({ kind: "reused-command-id" });
      expect(await totalOf(b)).toBe(4);
    });
  });

  describe("within what one transaction takes", () => {
    /** Two writes for the first and two for each other one. */
    const creating = (store: Store, others: number, holder?: string) =>
      store.execute({
        ...asked(aName("command")),
        decider: tally,
        id: aName("t"),
        expects: "new",
        command: { type: "create", book: "rice" } satisfies TallyCommand,
        others: {
          members: { rest: Array.from({ length: others }, () => member(tally, aName("t"), { expects: "new" })) },
          commands: (_facts, { rest }) => ({
            rest: rest.map(() => ({
              type: "create" as const,
              book: "rice",
              ...(holder === undefined ? {} : { holder }),
            })),
          }),
        },
      });

    it("carries out a hundred writes, and refuses a hundred and two before it writes", async () => {
      expect(await creating(aStore(), transactionLimits.items / 2 - 1)).toMatchObject({ kind: "done" });
      const counted = counting(table());
      expect(await creating(new Store(counted), transactionLimits.items / 2)).toMatchObject({
        kind: "rejected",
        rejection: { code: "request.too-many-changes", details: { changes: 102, most: 100 } },
      });
      expect(counted.calls.writes).toEqual([]);
    });

    it("refuses more than four megabytes before it writes", async () => {
      const counted = counting(table());
      const large = "米".repeat(40_000);
      expect(await creating(new Store(counted), 18, large)).toMatchObject({
        kind: "rejected",
        rejection: { code: "request.too-much-data", details: { most: transactionLimits.bytes } },
      });
      expect(counted.calls.writes).toEqual([]);
      expect(await creating(aStore(), 16, large)).toMatchObject({ kind: "done" });
    });

    it("refuses one aggregate under two names", async () => {
      const a = await aTally(aStore(), 10);
      await expect(transfer(aStore(), a, a, 1)).rejects.toThrow("twice");
    });
  });

  describe("a rule that spans aggregates", () => {
    /** Adds to one tally only while another is open; `held` makes that hold until the commit. */
    const whileOpen = (store: Store, id: string, guard: string, held: boolean) => {
      const reference = factReference(tally, guard);
      return store.execute({
        ...asked(aName("command")),
        decider: tally,
        id,
        expects: "existing",
        facts: { guard: held ? heldFact(reference) : reference },
        command: (facts): TallyCommand => (facts.guard?.status === "open" ? add(1) : { type: "close" }),
      });
    };
    const close = (id: string) =>
      aStore().execute({
        ...asked(aName("command")),
        decider: tally,
        id,
        expects: "existing",
        command: { type: "close" } satisfies TallyCommand,
      });

    it("has no race when it holds the fact it relies on", async () => {
      const [a, guard] = [await aTally(aStore()), await aTally(aStore())];
      const slow = new Store(interrupted(table(), () => close(guard)));
      expect(await whileOpen(slow, a, guard, true)).toMatchObject({
        kind: "done",
        state: { total: 0, status: "closed" },
      });
    });

    it("is decided on what was read when it does not", async () => {
      const [a, guard] = [await aTally(aStore()), await aTally(aStore())];
      const slow = new Store(interrupted(table(), () => close(guard)));
      expect(await whileOpen(slow, a, guard, false)).toMatchObject({ state: { total: 1, status: "open" } });
    });

    it("holds also that something is not there", async () => {
      const [a, guard] = [await aTally(aStore()), aName("t")];
      const begin = () =>
        aStore().execute({
          ...asked(aName("command")),
          decider: tally,
          id: guard,
          expects: "new",
          command: { type: "create", book: "rice" } satisfies TallyCommand,
        });
      const slow = new Store(interrupted(table(), begin));
      expect(await whileOpen(slow, a, guard, true)).toMatchObject({ state: { total: 1, status: "open" } });
      expect(await whileOpen(aStore(), a, aName("t"), true)).toMatchObject({ state: { status: "closed" } });
    });
  });

  it("answer as a naive model does, whatever is moved at once by two processes, and lose or make nothing", {
    timeout: 60_000,
  }, async () => {
    const move = fc.record({
      from: fc.nat(3),
      to: fc.nat(3),
      amount: fc.integer({ min: 1, max: 400_000 }),
      again: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(move, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        const stores = [aStore(), aStore()];
        const ids = await Promise.all([0, 1, 2, 3].map(() => aTally(aStore(), 500_000)));
        const done: { outcome: Outcome<Tally, TallyEvent>; from: number; to: number; amount: number }[] = [];
        for (const round of rounds)
          await Promise.all(
            round
              .filter(({ from, to }) => from !== to)
              .flatMap(({ from, to, amount, again }, place) => {
                const k = aName("command");
                return (again ? [0, 1] : [place % 2]).map(async (which) => {
                  const outcome = await transfer(stores[which] ?? aStore(), ids[from] ?? "", ids[to] ?? "", amount, k);
                  if (outcome.kind === "done" && !outcome.repeated) done.push({ outcome, from, to, amount });
                });
              }),
          );
        const model = [500_000, 500_000, 500_000, 500_000];
        for (const { from, to, amount } of done) {
          model[from] = (model[from] ?? 0) - amount;
          model[to] = (model[to] ?? 0) + amount;
        }
        const states = await Promise.all(ids.map((id) => aStore().load(tally, id)));
        expect(states.map((one) => one?.state.total)).toEqual(model);
        for (const [place, id] of ids.entries()) {
          const mine = done.filter(({ from, to }) => from === place || to === place);
          expect(states[place]?.version).toBe(2 + mine.length);
          const history = await aStore().history(tally, id);
          expect(new Set(history.map(({ command }) => command)).size).toBe(history.length);
          expect(await aStore().verify(tally, id)).toMatchObject({ intact: true });
          let total = 0;
          for (const event of await aStore().recorded(tally, id)) {
            total += event.type === "tally.tally.added" ? event.data.amount : 0;
            expect(total).toBeLessThanOrEqual(1_000_000);
          }
        }
      }),
      { numRuns: kind === "memory" ? 150 : 15 },
    );
  });
});

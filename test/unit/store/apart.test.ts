import { describe, expect, test } from "vitest";
import type { Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { type Item, memoryTable, refolded, Store, type Table } from "../../../shared/store/index.ts";
import { counting, interrupted } from "../../support/tables.ts";
import { aContext } from "../../support/tally-town.ts";

interface Terms {
  readonly law: string;
  readonly days: number;
}
interface Loan {
  readonly terms: Terms;
  readonly paid: number;
}
type LoanEvent = DomainEvent &
  (
    | { readonly type: "loans.loan.given"; readonly data: { readonly terms: Terms } }
    | { readonly type: "loans.loan.paid"; readonly data: { readonly paid: number } }
  );
type LoanCommand = { readonly type: "give"; readonly terms: Terms } | { readonly type: "pay" };

/** Many loans are given on the same terms. */
const loan: Decider<Loan, LoanCommand, LoanEvent> = {
  aggregate: "loan",
  shape: 1,
  apart: ["terms"],
  decide(state, command) {
    if (command.type === "give") return [{ type: "loans.loan.given", data: { terms: command.terms } }];
    return state === undefined ? [] : [{ type: "loans.loan.paid", data: { paid: state.paid + 1 } }];
  },
  evolve(state, event) {
    if (event.type === "loans.loan.given") return { terms: event.data.terms, paid: 0 };
    if (state === undefined) throw new TypeError("no loan");
    return { ...state, paid: event.data.paid };
  },
};
/** The same as it was before the terms were kept apart. */
const before: typeof loan = { ...loan, apart: [] };

const terms = { law: "民法典第六百七十四条", days: 30 };
let serial = 0;
const run = (store: Store, id: string, command: LoanCommand, of = loan) => {
  serial += 1;
  const asked = { commandId: `command-${serial}`, bodyDigest: "same", context: aContext() };
  return store.execute({ decider: of, id, expects: command.type === "give" ? "new" : "existing", command, ...asked });
};
const give = (store: Store, id: string, of = loan) => run(store, id, { type: "give", terms: { ...terms } }, of);

const itemsIn = async (table: Table): Promise<readonly Item[]> => (await table.scan({ limit: 100 })).items;
const holding = async (table: Table) =>
  (await itemsIn(table)).filter((item) => JSON.stringify(item).includes(terms.law)).map(({ sk }) => sk);

describe("a value that many aggregates share", () => {
  test("is in the table once, however many states and events refer to it", async () => {
    const table = memoryTable("t");
    const store = new Store(table);
    for (const id of ["a", "b", "c"]) await give(store, id);
    await run(store, "a", { type: "pay" });
    expect(await holding(table)).toEqual(["value"]);
  });

  test("comes whole with the state, each event and the state as of a version; the chain is intact", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a");
    await run(new Store(table), "a", { type: "pay" });
    const store = new Store(table);
    expect(await store.load(loan, "a")).toEqual({ id: "a", version: 2, state: { terms, paid: 1 } });
    expect(await store.asOf(loan, "a", 1)).toMatchObject({ state: { terms, paid: 0 } });
    expect((await store.history(loan, "a"))[0]?.data).toEqual({ terms });
    expect(await store.verify(loan, "a")).toMatchObject({ intact: true, events: 2 });
  });

  test("costs no further read or write once the program knows it", async () => {
    const counted = counting(memoryTable("t"));
    const store = new Store(counted);
    await give(store, "a");
    counted.reset();
    await give(store, "b");
    await run(store, "b", { type: "pay" });
    expect(counted.calls).toMatchObject({ reads: 1, writes: [2, 2] });
  });

  test("is found by another program, which writes none of its own", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a");
    const before = (await itemsIn(table)).find(({ sk }) => sk === "value");
    expect(await give(new Store(table), "b")).toMatchObject({ kind: "done", state: { terms } });
    expect((await itemsIn(table)).filter(({ sk }) => sk === "value")).toEqual([before]);
  });

  test("comes whole with the state that won a race", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a");
    const slow = new Store(interrupted(table, () => run(new Store(table), "a", { type: "pay" })));
    expect(await run(slow, "a", { type: "pay" })).toMatchObject({
      kind: "done",
      version: 3,
      state: { terms, paid: 2 },
    });
  });

  test("cannot be changed by its readers", async () => {
    const store = new Store(memoryTable("t"));
    await give(store, "a");
    const loaded = await store.load(loan, "a");
    expect(() => Object.assign(loaded?.state.terms ?? {}, { days: 99 })).toThrow(TypeError);
  });

  test("breaks the chain of each history that refers to it when somebody changes it in the table", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a");
    const value = (await itemsIn(table)).find(({ sk }) => sk === "value");
    if (value === undefined) throw new Error("there is no value");
    const forged = { ...value, version: 2, value: { ...terms, days: 99 } };
    expect(await table.write([{ item: forged, expect: { version: 1 } }])).toEqual({ written: true });
    expect(await new Store(table).verify(loan, "a")).toEqual({ intact: false, brokenAt: 1 });
  });
});

describe("a field that is kept apart in states alone", () => {
  const named: typeof loan = { ...loan, apart: [], apartInState: ["terms"] };

  test("goes out with the event as it is, and is read whole in both", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a", named);
    expect(await holding(table)).toEqual(["event#0000000001", "value"]);
    const store = new Store(table);
    expect(await store.load(named, "a")).toMatchObject({ state: { terms } });
    expect((await store.history(named, "a"))[0]).toMatchObject({ data: { terms } });
    expect(await store.verify(named, "a")).toMatchObject({ intact: true, events: 1 });
  });
});

describe("an item that was written whole", () => {
  test("is read as it is, and kept apart when it is next written", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a", before);
    expect(await holding(table)).toEqual(["event#0000000001", "state"]);
    expect(await new Store(table).load(loan, "a")).toMatchObject({ state: { terms } });
    await run(new Store(table), "a", { type: "pay" });
    expect(await holding(table)).toEqual(["event#0000000001", "value"]);
    expect(await new Store(table).verify(loan, "a")).toMatchObject({ intact: true, events: 2 });
  });

  test("and has an older shape is told anew, and then refers to its values", async () => {
    const table = memoryTable("t");
    await give(new Store(table), "a", before);
    for await (const _done of refolded(table, [{ ...loan, shape: 2 }]));
    expect(await holding(table)).toEqual(["event#0000000001", "value"]);
    expect(await new Store(table).load({ ...loan, shape: 2 }, "a")).toMatchObject({ state: { terms } });
  });
});

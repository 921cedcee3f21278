import fc from "fast-check";
import { expect, test } from "vitest";
import { availableOf, type BudgetLineCommand } from "../../../services/finance/budget/domain/budget-line.ts";
import { budgetLine } from "../../../services/finance/budget/domain/decider.ts";
import { fen, mostFen } from "../../../shared/money/index.ts";
import { memoryTable, Store } from "../../../shared/store/index.ts";
import { aContext } from "../../support/tally-town.ts";

const context = aContext();
const id = "BL-1";
const approval: BudgetLineCommand = {
  type: "approve",
  year: context.today.year,
  item: "2010301",
  purpose: "办公费",
  ground: "congress",
  document: "强人发〔2026〕1号",
  amount: fen(100000),
};
const plan: BudgetLineCommand = { type: "plan", upTo: fen(100000), document: "用款计划1" };

async function aLineIn(stores: readonly Store[]) {
  const [store] = stores;
  if (store === undefined) throw new Error("no store");
  const tell = (at: Store, command: BudgetLineCommand, commandId: string, expects: "new" | "existing" = "existing") =>
    at.execute({ decider: budgetLine, id, expects, command, commandId, bodyDigest: commandId, context });
  await tell(store, approval, "approve", "new");
  await tell(store, plan, "plan");
  return {
    ask: (at: number, amount: number) => {
      const command: BudgetLineCommand = { type: "reserve", request: `r${at}`, amount: fen(amount) };
      return tell(stores[at % stores.length] ?? store, command, `reserve-${at}`);
    },
    standing: async () => {
      const line = await store.load(budgetLine, id);
      if (line === undefined) throw new Error("no line");
      return line.state;
    },
  };
}

test.each([1, 2])(
  "F-2: 64 requests at once through %i processes: never over, none lost, none refused while it fits",
  async (n) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 64, maxLength: 64 }),
        async (amounts) => {
          const table = memoryTable("finance");
          const line = await aLineIn(Array.from({ length: n }, () => new Store(table)));
          const outcomes = await Promise.all(amounts.map((amount, at) => line.ask(at, amount)));
          const state = await line.standing();
          const granted = amounts.filter((_, at) => outcomes[at]?.kind === "done");
          const held = granted.reduce((total, one) => total + one, 0);
          expect(Object.keys(state.reserved)).toHaveLength(granted.length);
          expect(held).toBe(100000 - availableOf(state));
          expect(held).toBeLessThanOrEqual(100000);
          for (const [at, outcome] of outcomes.entries()) {
            if (outcome.kind === "done") continue;
            if (outcome.kind !== "rejected") throw new Error(outcome.kind);
            expect(outcome.rejection.code).toBe("finance.over-budget");
            expect(amounts[at] ?? 0).toBeGreaterThan(Number(outcome.rejection.details.left));
          }
        },
      ),
      { numRuns: 5 },
    );
  },
);

test("64 requests that just fit are all granted, and one sent twice holds once", async () => {
  const line = await aLineIn([new Store(memoryTable("finance"))]);
  const asked = Array.from({ length: 64 }, (_, at) => line.ask(at, 1562));
  const outcomes = await Promise.all([...asked, line.ask(0, 1562)]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => "done"));
  expect(availableOf(await line.standing())).toBe(100000 - 64 * 1562);
});

test("no line is ever over, after any commands in any order", () => {
  const amount = fc.integer({ min: -10, max: 300 }).map((one) => fen(one));
  const request = fc.constantFrom("a", "b", "c");
  const on = fc.constant(context.today.toString());
  const command: fc.Arbitrary<BudgetLineCommand> = fc.oneof(
    fc.record({ type: fc.constant("reserve"), request, amount }),
    fc.record({ type: fc.constant("release"), request }),
    fc.record({ type: fc.constant("pay"), request, on }),
    fc.record({ type: fc.constant("take-back"), request, amount, on }),
    fc.record({ type: fc.constant("plan"), upTo: amount, document: fc.constant("计划") }),
    fc.record({
      type: fc.constant("change"),
      kind: fc.constantFrom("adjustment", "shift"),
      by: amount,
      document: fc.constant("决议"),
      decidedBy: fc.constant("congress"),
    }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const known = { ...context, numbers: { take: () => 1 } };
      let state = tell(undefined, approval, known);
      for (const one of commands) {
        state = tell(state, one, known) ?? state;
        if (state === undefined) throw new Error("nothing begun");
        expect(availableOf(state)).toBeGreaterThanOrEqual(0);
        expect(state.paid).toBeGreaterThanOrEqual(0);
        expect(state.planned).toBeLessThanOrEqual(state.approved);
        expect(state.approved).toBeLessThanOrEqual(mostFen);
      }
    }),
    { numRuns: 200 },
  );
});

function tell(
  state: Parameters<typeof budgetLine.decide>[0],
  command: BudgetLineCommand,
  known: Parameters<typeof budgetLine.decide>[2],
): typeof state {
  const decision = budgetLine.decide(state, command, known);
  if ("rejected" in decision) return state;
  return decision.reduce<typeof state>(
    (before, event, at) => budgetLine.evolve(before, { ...event, sequence: at + 1, time: known.now, actor: "a" }),
    state,
  );
}

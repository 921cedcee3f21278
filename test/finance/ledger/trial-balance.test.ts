import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { cutOf } from "../../../services/finance/ledger/api/standing.ts";
import { ledgerBalance } from "../../../services/finance/ledger/domain/balance/balance.ts";
import { type Item, Store, type Table } from "../../../shared/store/index.ts";
import { aFinanceTown, anEntry, salary } from "../finance-town.ts";

/** A table whose lists show each item as it stands when its turn comes, with something that happens between any two. */
const torn = (table: Table, between: () => Promise<void>): Table => ({
  ...table,
  async query(asked) {
    const { items, ...more } = await table.query(asked);
    const shown: Item[] = [];
    for (const { pk, sk } of items) {
      const [item] = await table.read([{ pk, sk }]);
      if (item !== undefined) shown.push(item);
      await between();
    }
    return { items: shown, ...more };
  },
});

const ofThe = (debit: string, credit: string, amountFen: number) => [
  { account: debit, side: "debit", amountFen },
  { account: credit, side: "credit", amountFen },
];
const accrued = (debit: string, credit: string, amountFen: number) =>
  anEntry({ nature: "accrual", lines: ofThe(debit, credit, amountFen) });

describe("F-26: a trial balance is a cut at one moment", () => {
  test("each set balances, while an entry is posted between any two reads", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const pairs = [
      ["5001", "2201"],
      ["2302", "2201"],
      ["5001", "2302"],
      ["1218", "2305"],
      ["2305", "5001"],
    ] as const;
    for (const [debit, credit] of pairs) await town.post("/entries", accrued(debit, credit, 1));
    await town.post("/entries", anEntry({ lines: salary(1) }));
    let posted = 0;
    let isPosting = false;
    const between = async () => {
      if (isPosting) return;
      isPosting = true;
      const [debit, credit] = pairs[posted % pairs.length] ?? ["5001", "2201"];
      posted += 1;
      const { status } = await town.post("/entries", accrued(debit, credit, 2 ** posted % 1_000_003));
      expect(status).toBe(201);
      isPosting = false;
    };
    const { store } = town.runtime;
    const table = torn(store.table, between);
    const read = new Store(table, table);
    for (let at = 0; at < 5; at += 1) {
      const { balances, upTo } = await cutOf({ store: read }, "town-government", 2026);
      const total = (side: "debit" | "credit") => balances.reduce((sum, one) => sum + one[side], 0);
      expect(total("debit")).toBe(total("credit"));
      expect(upTo).toBeGreaterThan(0);
      expect(upTo % 2).toBe(0);
    }
    expect(posted).toBeGreaterThan(30);
  });

  test("without postings it holds every move, and an account that is new stands in it", async () => {
    const town = aFinanceTown();
    await town.openBook();
    await town.post("/entries", anEntry({ lines: salary(700) }));
    await town.post("/entries", accrued("1218", "2305", 5));
    expect((await cutOf(town.runtime, "town-government", 2026)).upTo).toBe(6);
  });

  test("after any postings and reversals each set balances, and a replay of all events gives the same balances", async () => {
    const amounts = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 1e9 }), isTakenBack: fc.boolean() }), {
      ...{ minLength: 1, maxLength: 6 },
    });
    await fc.assert(
      fc.asyncProperty(amounts, async (all) => {
        const town = aFinanceTown();
        await town.openBook();
        for (const { amount, isTakenBack } of all) {
          const { body } = await town.post("/entries", anEntry({ lines: salary(amount) }));
          if (isTakenBack) await town.post(`/entries/${String(body.id)}/reverse`, { reasons: "记错" });
        }
        const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
        const sums = z.object({ sets: z.array(z.object({ debitFen: z.int(), creditFen: z.int() })) }).parse(trial).sets;
        const turnover = all.reduce((sum, { amount, isTakenBack }) => sum + (isTakenBack ? 2 : 1) * amount, 0);
        expect(sums).toEqual([1, 2].map(() => ({ debitFen: turnover, creditFen: turnover })));
        const { store } = town.runtime;
        for (const account of ["1002", "5001", "7101", "8001"]) {
          const now = await store.load(ledgerBalance, `town-government:2026:${account}`);
          expect(await store.asOf(ledgerBalance, now?.id ?? "", now?.version ?? 0)).toMatchObject({
            state: now?.state,
          });
          expect(await store.verify(ledgerBalance, now?.id ?? "")).toMatchObject({ intact: true });
        }
      }),
      { numRuns: 8 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { cutOf } from "../../../services/finance/ledger/api/standing.ts";
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
});

import { expect, test } from "vitest";
import { aFinanceTown, theApprover } from "../finance-town.ts";

/** A town that approved income of 1,000.00 yuan, and what its treasury took in. */
async function aYear(revenueFen?: number) {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const sums = { expenditureFen: 100_000_00, reserveFen: 2_000_00, turnoverFundFen: 0 };
  const more = revenueFen === undefined ? {} : { revenueFen };
  await town.post("/budget-years/2026/approve", { on: "2026-01-23", document: "决议", ...sums, ...more }, theApprover);
  const income = async (amountFen: number, line: object = {}, back = false) => {
    const of = { account: "4001", item: "10101", level: "town", origin: "ordinary", ...line };
    const lines = [
      { account: "1003", side: back ? "credit" : "debit", amountFen },
      { ...of, side: back ? "debit" : "credit", amountFen },
    ];
    const entry = { book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "入库", lines };
    expect((await town.post("/entries", entry)).status).toBe(201);
  };
  const yearEnd = async () => (await town.get("/budget-years/2026/year-end")).body;
  return { ...town, income, yearEnd };
}

test("F-11 (预算法66): what comes in beyond the approved income is for the stabilisation fund; transfers and land are none of it", async () => {
  const town = await aYear(1_000_00);
  expect(await town.yearEnd()).toMatchObject({ collectedFen: 0, shortFen: 1_000_00, overCollectedFen: 0 });
  await town.income(900_00);
  await town.income(100_00, { item: "103050199", origin: "fine" });
  expect(await town.yearEnd()).toMatchObject({ collectedFen: 1_000_00, shortFen: 0, overCollectedFen: 0 });
  await town.income(5_000_00, { account: "4011", item: "11002", origin: "transfer" });
  await town.income(7_000_00, { account: "4002", item: "1030148" });
  await town.income(1);
  expect(await town.yearEnd()).toMatchObject({ collectedFen: 1_000_01, shortFen: 0, overCollectedFen: 1 });
  // A refund lowers the year in which it is paid.
  await town.income(2, {}, true);
  expect(await town.yearEnd()).toMatchObject({ collectedFen: 999_99, shortFen: 1, overCollectedFen: 0 });
});

test("where no income was approved, none is held against it", async () => {
  const town = await aYear();
  await town.income(1);
  expect(await town.yearEnd()).not.toHaveProperty("overCollectedFen");
});

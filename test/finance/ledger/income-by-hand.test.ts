import { describe, expect, test } from "vitest";
import { aFinanceTown } from "../finance-town.ts";

const on = "2026-02-20";
/** Income of the treasury as an accountant posts it by hand; `debit` gives it back. */
const income = (item: string, more: object = {}, side: "credit" | "debit" = "credit") => ({
  ...{ book: "treasury", nature: "budget-cash", effectiveOn: on, text: "入库" },
  lines: [
    { account: "1003", side: side === "credit" ? "debit" : "credit", amountFen: 100 },
    { account: "4001", side, amountFen: 100, item, level: "town", origin: "ordinary", ...more },
  ],
});

async function aTreasury() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  return async (...asked: Parameters<typeof income>) => {
    const { status, body } = await town.post("/entries", income(...asked));
    return status === 201 ? "posted" : String(body.code).replace("finance.", "");
  };
}

describe("income that is posted by hand rests on the same basis as income that is booked (预算法55)", () => {
  test("what no row of the profile names is refused, of its level too", async () => {
    const post = await aTreasury();
    expect(await post("10101")).toBe("posted");
    expect(await post("10101", {}, "debit")).toBe("posted");
    expect(await post("10307")).toBe("posted");
    expect(await post("10308")).toBe("entry-without-basis");
    expect(await post("10308", {}, "debit")).toBe("entry-without-basis");
    expect(await post("10307", { level: "central" })).toBe("entry-without-basis");
  });

  test("F-4: debt is no income, under any class and origin", async () => {
    const post = await aTreasury();
    expect(await post("10501", { origin: "debt" })).toBe("debt-is-no-income");
    expect(await post("10501")).toBe("debt-is-no-income");
    expect(await post("10101", { origin: "debt" })).toBe("debt-is-no-income");
  });

  test("预算法5: the four budgets stay apart: land is no general income, tax none of a fund", async () => {
    const post = await aTreasury();
    expect(await post("1030148")).toBe("income-of-other-account");
    expect(await post("1030148", { account: "4002" })).toBe("posted");
    expect(await post("10101", { account: "4002" })).toBe("income-of-other-account");
    expect(await post("10101", { account: "4011" })).toBe("income-of-other-account");
  });

  test("CF-74, XK-59: nobody calls a fine, a fee of a permit or a transfer ordinary; the other way round counts nowhere", async () => {
    const post = await aTreasury();
    for (const item of ["10305", "103050199"]) {
      expect(await post(item)).toBe("income-of-other-origin");
      expect(await post(item, { origin: "transfer" })).toBe("income-of-other-origin");
      for (const origin of ["fine", "fine-surcharge", "confiscated-goods"])
        expect(await post(item, { origin })).toBe("posted");
    }
    expect(await post("1030401")).toBe("income-of-other-origin");
    expect(await post("1030401", { origin: "permit-fee" })).toBe("posted");
    expect(await post("11001", { account: "4011" })).toBe("income-of-other-origin");
    expect(await post("11001", { account: "4011", origin: "transfer" })).toBe("posted");
    expect(await post("10101", { origin: "fine" })).toBe("posted");
  });
});

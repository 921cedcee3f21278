import { describe, expect, test } from "vitest";
import { aFinanceTown } from "../finance-town.ts";

const figures = {
  ...{ document: "农信社函1号", loans: 10, persons: 9, grantedFen: 500, balanceFen: 900, overdueLoans: 2 },
  ...{ arrearsFen: 900, guaranteedByTown: false },
};

describe("F15: figures of rural credit", () => {
  const town = aFinanceTown();
  const enter = async (more: object = {}) =>
    (await town.post("/credit-months", { product: "revival", month: "2026-02", ...figures, ...more })).body;

  test("a month that is over, figures that can be true, and no guarantee of the town", async () => {
    expect(await enter({ month: "2026-03" })).toMatchObject({ code: "finance.credit-month-runs" });
    expect(await enter({ persons: 11 })).toMatchObject({ code: "finance.credit-loans-below-persons" });
    expect(await enter({ overdueLoans: 11 })).toMatchObject({ code: "finance.credit-loans-below-persons" });
    expect(await enter({ arrearsFen: 901 })).toMatchObject({ code: "finance.credit-arrears-above-balance" });
    expect(await enter({ guaranteedByTown: true })).toMatchObject({ code: "finance.town-guarantees-nothing" });
    expect(await enter()).toMatchObject({ id: "revival-2026-02", arrearsFen: 900 });
  });

  test("entered once, corrected by another paper; the guarantee does not slip in then", async () => {
    expect(await enter()).toMatchObject({ code: "finance.credit-entered-already" });
    const correct = async (more: object) =>
      (await town.post("/credit-months/revival-2026-02/correct", { ...figures, ...more })).body;
    expect(await correct({ guaranteedByTown: true })).toMatchObject({ code: "finance.town-guarantees-nothing" });
    expect(await correct({ loans: 12, document: "更正函" })).toMatchObject({ loans: 12, month: "2026-02" });
    expect((await town.get("/credit-months", { product: "revival" })).body.items).toMatchObject([{ loans: 12 }]);
    expect((await town.get("/credit-months", { month: "2026-02" })).body.items).toHaveLength(1);
  });
});

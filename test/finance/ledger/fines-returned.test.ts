import { describe, expect, test } from "vitest";
import { namesFines, returnsFines } from "../../../services/finance/ledger/domain/fines-returned.ts";
import { aFinanceTown, theApprover } from "../finance-town.ts";

describe("CF-74, XK-59: words for money that nothing gives back", () => {
  test.each([
    "罚没收入返还",
    "上年罚款的50%",
    "没收财物变价款",
    "许可证工本费返还",
    "审批费分成",
    "办证收费返还",
    "规费返还",
    "行政事业性收费留成",
    "licence fees",
    "returned fines",
    "permit fees",
  ])("%s", (text) => {
    expect(namesFines(text)).toBe(true);
  });
  test.each([
    "行政处罚法制审核补助",
    "行政许可工作经费补助",
    "行政审批改革经费补助",
    "税费征管补助",
    "税收返还",
    "refined products",
    "",
  ])("nothing of it: %s", (text) => {
    expect(namesFines(text)).toBe(false);
  });
  test("what it costs to keep and sell confiscated goods is no return", () => {
    expect(["罚没财物保管费", "税收返还"].map(returnsFines)).toEqual([false, false]);
    expect(["罚没收入返还执法队", "按罚款比例奖励办案人员", "a bonus out of fines"].map(returnsFines)).toEqual([
      ...[true, true, true],
    ]);
  });
});

describe("CF-74: fines flow back to nobody in another form", () => {
  const promised = (title: string, formula: string) => ({
    ...{ title, payer: "county", promisedOn: "2026-01-20", document: { number: "县财〔2026〕8号", on: "2026-01-20" } },
    ...{ basis: { kind: "amount", amountFen: 1000, formula }, dueOn: "2026-02-19" },
  });
  test("as what a payer owes the town, by its title or its formula", async () => {
    const town = aFinanceTown();
    const enter = async (title: string, formula: string) =>
      (await town.post("/entitlements", promised(title, formula))).body;
    expect(await enter("罚没收入返还", "2000 × 50%")).toMatchObject({
      ...{ code: "finance.entitlement-returns-fines", errors: [{ pointer: "/title" }] },
    });
    expect(await enter("奖补资金", "当年罚没收入 2000 × 50%")).toMatchObject({
      ...{ code: "finance.entitlement-returns-fines", errors: [{ pointer: "/basis/formula" }] },
    });
    expect(await enter("行政处罚法制审核补助", "2000 × 50%")).toMatchObject({ status: "owed" });
  });

  test("as a fund, by its title, project or source", async () => {
    const town = aFinanceTown();
    const fund = (more: object, name = "县财政") => ({
      ...{ kind: "special", title: "执法装备", project: "装备", document: "县财〔2026〕9号", items: ["204"] },
      sources: [{ name, amountFen: 1000, document: "县财〔2026〕9号" }],
      ...more,
    });
    const setUp = async (body: object) => (await town.post("/funds", body, theApprover)).body;
    const refused = { code: "finance.fund-returns-fines" };
    expect(await setUp(fund({ title: "罚没返还资金" }))).toMatchObject(refused);
    expect(await setUp(fund({ project: "罚款分成" }))).toMatchObject(refused);
    expect(await setUp(fund({}, "罚没收入返还"))).toMatchObject(refused);
    expect(await setUp(fund({}))).toMatchObject({ status: "open" });
  });

  test("as a line of the budget for who collected them", async () => {
    const town = aFinanceTown();
    await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
    const sums = { expenditureFen: 100_000_00, reserveFen: 2_000_00, turnoverFundFen: 0 };
    await town.post("/budget-years/2026/approve", { on: "2026-01-23", document: "决议", ...sums }, theApprover);
    const line = { year: 2026, item: "2040299", ground: "congress", document: "决议", amountFen: 100 };
    const give = async (purpose: string) => (await town.post("/budget-lines", { ...line, purpose }, theApprover)).body;
    expect(await give("罚没收入返还执法队")).toMatchObject({ code: "finance.line-returns-fines" });
    expect(await give("罚没财物保管费")).toMatchObject({ status: "open" });
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { aFinanceTown, theApprover } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
let town: Town;
let tenant: string;

const register = async (more: object = {}) =>
  (
    await town.post("/assets", {
      ...{ kind: "building", title: "老粮站", document: "房产证", acquiredOn: "1998-05-01", valueFen: 10_000 },
      ...more,
    })
  ).body;
const step = async (id: unknown, verb: string, body: object, actor = theApprover) =>
  (await town.post(`/assets/${id}/${verb}`, body, actor)).body;
const byAccountant = async (id: unknown, verb: string, body: object) =>
  (await town.post(`/assets/${id}/${verb}`, body)).body;
const moved = async (amountFen: number, goesOut = false) => {
  const lines = [
    { account: goesOut ? "2001" : "1003", side: "debit", amountFen },
    { account: goesOut ? "1003" : "2001", side: "credit", amountFen },
  ];
  const entry = { book: "treasury", nature: "held", effectiveOn: "2026-02-20", text: "资产收入", lines };
  return String((await town.post("/entries", entry)).body.id);
};
const receive = async (id: unknown, kind: string, amountFen: number, entry?: string) =>
  byAccountant(id, "receive", { kind, amountFen, entry: entry ?? (await moved(amountFen)) });
const sale = (more: object = {}) => ({
  ...{ document: "处置批复", valuationDocument: "评估报告", valuationFen: 8000, priceFen: 8000 },
  ...more,
});
const lease = (more: object = {}) => ({
  ...{ tenant, document: "租赁合同", from: "2026-03-01", until: "2027-02-28", yearlyFen: 1200 },
  ...more,
});

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const account = { kind: "organisation", name: "农资店", bank: "农信社", account: "6228480012345678901" };
  tenant = String((await town.post("/payees", account)).body.id);
});

describe("F14: assets are registered, leased, disposed of", () => {
  test("an idle one is leased, and a leased one is not sold before its lease ends", async () => {
    expect(await register({ acquiredOn: "2026-03-03" })).toMatchObject({ code: "finance.asset-day-in-future" });
    const { id } = await register();
    expect(await step(id, "lease", lease())).toMatchObject({ code: "finance.asset-not-in-this-state" });
    expect(await receive(id, "rent", 100)).toMatchObject({ code: "finance.asset-without-lease" });
    expect(await byAccountant(id, "mark-idle", { document: "清查表" })).toMatchObject({ status: "idle" });
    expect(await step(id, "lease", lease({ tenant: "none" }))).toMatchObject({ code: "finance.tenant-unknown" });
    expect(await step(id, "lease", lease({ until: "2026-02-28" }))).toMatchObject({ code: "finance.lease-inverted" });
    expect(await step(id, "lease", lease())).toMatchObject({ status: "leased", lease: { yearlyFen: 1200 } });
    expect(await step(id, "dispose", sale())).toMatchObject({ code: "finance.asset-not-in-this-state" });
    expect(await receive(id, "rent", 1200)).toMatchObject({ rentFen: 1200, freeFen: 0 });
    expect(await step(id, "end-lease", { document: "终止协议" })).toMatchObject({ status: "idle" });
    expect(await byAccountant(id, "put-to-use", { document: "启用单" })).toMatchObject({ status: "in-use" });
  });

  test("it is valued first; a price below the valuation names who allowed it", async () => {
    const { id } = await register();
    expect(await receive(id, "proceeds", 1)).toMatchObject({ code: "finance.valuation-missing" });
    expect(await step(id, "dispose", sale({ priceFen: 7999 }))).toMatchObject({ code: "finance.below-valuation" });
    const allowed = sale({ priceFen: 7999, allowedBy: "县国资1号" });
    expect(await step(id, "dispose", allowed)).toMatchObject({ status: "disposed", disposal: { priceFen: 7999 } });
    expect(await receive(id, "proceeds", 8000)).toMatchObject({ code: "finance.proceeds-above-price" });
    expect(await receive(id, "proceeds", 7999)).toMatchObject({ freeFen: 7999, claimedFen: 0 });
    expect(await receive(id, "proceeds", 1)).toMatchObject({ code: "finance.proceeds-above-price" });
  });

  test("the first claim on the proceeds comes before all else, and each fen is backed once", async () => {
    const { id } = await register();
    const claim = (amountFen: number) =>
      step(id, "claim", { purpose: "老职工养老金", document: "会议纪要", amountFen });
    expect(await claim(10_001)).toMatchObject({ code: "finance.claim-above-value" });
    expect(await claim(5000)).toMatchObject({ firstClaim: { amountFen: 5000 } });
    expect(await claim(1)).toMatchObject({ code: "finance.claim-stands" });
    await step(id, "dispose", sale());
    const first = await moved(3000);
    expect(await receive(id, "proceeds", 3000, first)).toMatchObject({ claimedFen: 3000, freeFen: 0 });
    expect(await receive(id, "proceeds", 1, first)).toMatchObject({ code: "finance.entry-used-already" });
    const pay = async (amountFen: number, entry?: string) =>
      byAccountant(id, "pay-claim", { amountFen, entry: entry ?? (await moved(amountFen, true)) });
    expect(await pay(3001)).toMatchObject({ code: "finance.claim-unpaid" });
    expect(await pay(2000, await moved(2000))).toMatchObject({ code: "finance.entry-used-up" });
    expect(await pay(2000)).toMatchObject({ claimPaidFen: 2000 });
    expect(await pay(1001)).toMatchObject({ code: "finance.claim-unpaid" });
    const back = (entry: string) => step(id, "take-back", { entry });
    expect(await back(first)).toMatchObject({ code: "finance.claim-paid-from-it" });
    expect(await back("treasury:finance:none")).toMatchObject({ code: "finance.income-not-here" });
    const second = await moved(5000);
    expect(await receive(id, "proceeds", 5000, second)).toMatchObject({ claimedFen: 5000, freeFen: 3000 });
    expect(await back(second)).toMatchObject({ claimedFen: 3000, freeFen: 0 });
  });
});

import { describe, expect, test } from "vitest";
import type { Actor } from "../../../shared/decider/index.ts";
import { fen } from "../../../shared/money/index.ts";
import type { CountyKeptPart, FinanceRules } from "../../../shared/town/finance.ts";
import { loadTown } from "../../../shared/town/profile.ts";
import { profile } from "../../support/tally-town.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const county: Actor = { sub: "county-1", name: "县财政局", roles: ["county"] };
const document = "县政发〔2026〕2号";
const mode = (parts: CountyKeptPart[], days: { from?: string; to?: string } = {}) => ({
  countyKept: { document, from: "2026-03-02", ...days, parts },
});
const approval = { on: "2026-01-23", document: "人大决议", expenditureFen: 1_000_00, reserveFen: 10_00 };

async function aTown(rules: Partial<FinanceRules>) {
  const town = aFinanceTown({ rules });
  await town.openBook("town-government", "2026-01");
  await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const approve = async (more: object = {}, actor = theApprover) =>
    town.post("/budget-years/2026/approve", { ...approval, turnoverFundFen: 0, ...more }, actor);
  const payment = async () => {
    await approve();
    const line = {
      year: 2026,
      item: "2010301",
      purpose: "办公费",
      ground: "congress",
      document: "决议",
      amountFen: 500,
    };
    const { body: given } = await town.post("/budget-lines", line, theApprover);
    await town.post(`/budget-lines/${given.id}/plan`, { upToFen: 500, document: "用款计划" }, theApprover);
    const account = { kind: "person", name: "李建国", bank: "农信社", account: "6228480012345678901" };
    const { body: payee } = await town.post("/payees", account);
    const asked = { line: given.id, payee: payee.id, amountFen: 201, purpose: "购纸", document: "发票1号" };
    const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
    const { body } = await town.post("/payments", asked, clerk);
    await town.post(`/payments/${body.id}/review`, {}, theAccountant);
    const step = async (verb: string, actor: Actor) =>
      (await town.post(`/payments/${body.id}/${verb}`, {}, actor)).body;
    return { view: body, step };
  };
  return { ...town, approve, payment };
}

describe("F-30, F-54 (乡财县管): what the county runs is a mode with its document", () => {
  test("the county agrees to payments by the document of the mode, and the town approves", async () => {
    const { payment } = await aTown({ ...mode(["payments"]), agreementAboveFen: fen(200) });
    const { view, step } = await payment();
    expect(view).toMatchObject({ agreementAboveFen: 200, agreementDocument: document });
    expect(await step("approve", theApprover)).toMatchObject({
      ...{ code: "finance.county-has-not-agreed", details: { limit: 200, document } },
    });
    expect(await step("approve", county)).toMatchObject({ status: 403 });
    await step("agree", county);
    expect(await step("approve", theApprover)).toMatchObject({ status: "approved" });
  });

  test.each([
    ["on its first day", { from: "2026-03-02" }, true],
    ["the day before it", { from: "2026-03-03" }, false],
    ["on its last day", { from: "2026-01-01", to: "2026-03-02" }, true],
    ["the day after it", { from: "2026-01-01", to: "2026-03-01" }, false],
  ])("it is in force %s: %s %s", async (_, days, isInForce) => {
    const { payment } = await aTown({ ...mode(["payments"], days), agreementAboveFen: fen(200) });
    const { view } = await payment();
    expect(view.agreementDocument).toBe(isInForce ? document : undefined);
    expect(view.agreementAboveFen).toBe(isInForce ? 200 : undefined);
  });

  test("the budget is compiled jointly; the congress approves it as before", async () => {
    const { approve } = await aTown(mode(["budget"]));
    expect((await approve()).body).toMatchObject({
      ...{ code: "finance.budget-not-compiled-jointly", details: { document } },
    });
    expect((await approve({ jointDocument: "共编1号" }, county)).status).toBe(403);
    expect((await approve({ jointDocument: "共编1号" })).body).toMatchObject({
      ...{ status: "approved", jointDocument: "共编1号" },
    });
    expect((await (await aTown(mode(["payments"]))).approve()).body).toMatchObject({ status: "approved" });
  });

  test("the county buys: a contract names its purchase", async () => {
    const sign = async (parts: CountyKeptPart[], more: object = {}) => {
      const { post } = await aTown(mode(parts));
      const account = { kind: "organisation", name: "洁美保洁社", bank: "农信社", account: "6228480012345678901" };
      const { body: supplier } = await post("/payees", account);
      const terms = [{ month: "2026-03", amountFen: 100 }];
      const pay = { quorum: 3, fullFromBps: 9000, nothingBelowBps: 6000 };
      const said = { title: "保洁", supplier: supplier.id, document: "合同1号", totalFen: 100, terms, ...pay, ...more };
      return (await post("/service-contracts", said, theApprover)).body;
    };
    expect(await sign(["purchases"])).toMatchObject({ code: "finance.purchase-of-county", details: { document } });
    expect(await sign(["purchases"], { purchase: "县采1号" })).toMatchObject({ purchase: "县采1号" });
    expect(await sign(["budget"])).toMatchObject({ status: "running" });
  });

  test("an amount above which the county agrees rests on a mode with its document", () => {
    const { countyKept, ...others } = profile.finance;
    const load = (finance: object) => () => loadTown({ ...profile, finance });
    expect(countyKept).toMatchObject({ parts: ["payments"] });
    expect(load({ ...others, countyKept })).not.toThrow();
    expect(load(others)).toThrow("finance.agreementAboveFen");
    expect(load({ ...others, countyKept: { ...countyKept, parts: ["budget"] } })).toThrow("finance.agreementAboveFen");
    expect(load({ ...others, countyKept: { ...countyKept, document: "" } })).toThrow("finance.countyKept.document");
  });
});

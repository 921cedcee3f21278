import { describe, expect, test } from "vitest";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const paper = (on: string) => ({ number: "县财预〔2025〕60号", on });
const announced = (more: object = {}) => ({
  ...{ kind: "announced", transfer: "general", year: 2026, amountFen: 90_00, expectedThisYearFen: 100_00 },
  notifiedBy: "finance",
  ...more,
});

async function aTown() {
  const town = aFinanceTown();
  town.runtime.setClock("2025-11-20T02:00:00.000Z");
  const enter = async (basis: object = {}, more: object = {}) => {
    const said = { title: "均衡性转移支付", payer: "county", promisedOn: "2025-11-10", document: paper("2025-11-10") };
    return (await town.post("/entitlements", { ...said, basis: announced(basis), ...more })).body;
  };
  const openYear = () => town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const approve = async (more: object = {}) => {
    const sums = { expenditureFen: 1_000_000_00, reserveFen: 20_000_00, turnoverFundFen: 0 };
    const said = { on: "2026-01-23", document: "人大决议", ...sums, ...more };
    return (await town.post("/budget-years/2026/approve", said, theApprover)).body;
  };
  const page = async () => (await town.get("/promised-and-paid")).body;
  const fix = async (id: unknown, more: object = {}) => {
    const said = { amountFen: 95_00, document: paper("2026-02-01"), ...more };
    return (await town.post(`/entitlements/${id}/fix`, said, theApprover)).body;
  };
  return { ...town, enter, openYear, approve, page, fix };
}
const notice = (more: object = {}) => ({
  transfer: { kind: "general", approvedOn: "2026-01-20", notifiedBy: "finance", ...more },
});

describe("F-34 (预算法38, 实施条例48): transfers of next year are announced ahead", () => {
  test("one is expected and not yet due: no part of what is owed, and no open promise", async () => {
    const { enter, openYear, page, post } = await aTown();
    await openYear();
    const one = await enter();
    expect(one).toMatchObject({ status: "promised", state: "expected", ageDays: 0 });
    expect(one).not.toHaveProperty("owedFen");
    expect(one).not.toHaveProperty("dueOn");
    expect(await page()).toMatchObject({ announcedFen: 90_00, openPromises: 0, owedFen: 0, outstandingFen: 0 });
    const letter = { payer: "county", entitlements: [one.id] };
    expect((await post("/demand-letters", letter, theApprover)).body).toMatchObject({
      code: "finance.nothing-to-demand",
    });
  });

  test.each([
    ["general", 90_00, 90_00, false],
    ["general", 89_99, 90_00, true],
    ["special", 70_00, 70_00, false],
    ["special", 69_99, 70_00, true],
  ])("a %s one of %i fen: as a rule at least %i, below it %s", async (transfer, amountFen, atLeastFen, isBelowRule) => {
    const { enter, openYear } = await aTown();
    await openYear();
    expect((await enter({ transfer, amountFen })).announced).toMatchObject({ atLeastFen, isBelowRule, year: 2026 });
  });

  test("part of a fen counts up: 90 % of 101 fen are 91", async () => {
    const { enter, openYear } = await aTown();
    await openYear();
    expect((await enter({ amountFen: 90, expectedThisYearFen: 101 })).announced).toMatchObject({
      ...{ atLeastFen: 91, isBelowRule: true },
    });
  });

  test("by the finance office, in the year before, with a paper, without a last day", async () => {
    const { enter, openYear } = await aTown();
    expect(await enter()).toMatchObject({ code: "finance.announced-for-budget-not-open", status: 409 });
    await openYear();
    expect(await enter({ notifiedBy: "housing" })).toMatchObject({ code: "finance.transfer-notice-of-other" });
    expect(await enter({ year: 2027 })).toMatchObject({ code: "finance.announced-ahead" });
    expect(await enter({ year: 2025 })).toMatchObject({ code: "finance.announced-ahead" });
    expect(await enter({}, { document: undefined })).toMatchObject({ code: "finance.amount-without-document" });
    expect(await enter({}, { dueOn: "2026-03-01" })).toMatchObject({ code: "finance.announced-not-due" });
    expect(await enter({}, { transfer: notice().transfer })).toMatchObject({ code: "finance.announced-not-due" });
  });

  test("the budget of its year takes it in: less than what was announced is not approved", async () => {
    const { enter, openYear, approve, get, post, runtime } = await aTown();
    await openYear();
    await enter();
    const dropped = await enter({ transfer: "special", amountFen: 1_00 });
    expect((await get("/budget-years/2026")).body).toMatchObject({ announcedFen: 91_00 });
    await post(`/entitlements/${dropped.id}/drop`, { document: paper("2025-11-12") }, theApprover);
    runtime.setClock("2026-03-02T02:00:00.000Z");
    expect(await approve()).toMatchObject({ code: "finance.announced-not-in-budget", details: { announced: 90_00 } });
    expect(await approve({ transfersFen: 89_99 })).toMatchObject({ code: "finance.announced-not-in-budget" });
    expect(await approve({ transfersFen: 90_00 })).toMatchObject({ status: "approved", transfersFen: 90_00 });
    expect(await enter()).toMatchObject({ code: "finance.announced-for-budget-not-open" });
  });

  test("dropped after the approval, it leaves the approved budget as it is", async () => {
    const { enter, openYear, approve, get, post, runtime } = await aTown();
    await openYear();
    const one = await enter();
    runtime.setClock("2026-03-02T02:00:00.000Z");
    await approve({ transfersFen: 90_00 });
    const drop = await post(`/entitlements/${one.id}/drop`, { document: paper("2026-03-01") }, theApprover);
    expect(drop.body).toMatchObject({ status: "dropped" });
    expect((await get("/budget-years/2026")).body).toMatchObject({ announcedFen: 90_00, transfersFen: 90_00 });
  });

  test("the county's notice after its congress fixes it, and sets the last day of F-33", async () => {
    const { enter, openYear, fix, page, runtime } = await aTown();
    await openYear();
    const { id } = await enter();
    runtime.setClock("2026-03-02T02:00:00.000Z");
    expect(await fix(id)).toMatchObject({ code: "finance.announced-awaits-notice" });
    expect(await fix(id, notice({ kind: "special" }))).toMatchObject({ code: "finance.announced-awaits-notice" });
    expect(await fix(id, notice({ notifiedBy: "housing" }))).toMatchObject({
      code: "finance.transfer-notice-of-other",
    });
    expect(await fix(id, { ...notice(), dueOn: "2026-02-19" })).toMatchObject({ code: "finance.due-day-twice" });
    expect(await fix(id, notice())).toMatchObject({
      ...{ state: "overdue", dueOn: "2026-02-19", owedFen: 95_00, outstandingFen: 95_00 },
      announced: { amountFen: 90_00 },
    });
    expect(await page()).toMatchObject({ announcedFen: 0, overdueFen: 95_00 });
  });
});

describe("F-32 (预算法30): money of the town that the upper level took outside the budget", () => {
  const moved = (amountFen: number, isBack = false) => ({
    ...{ book: "treasury", nature: "held", effectiveOn: "2026-02-20", text: isBack ? "县财政退回" : "县财政调走结余" },
    lines: [
      { account: "2001", side: isBack ? "credit" : "debit", amountFen },
      { account: "1003", side: isBack ? "debit" : "credit", amountFen },
    ],
  });
  async function swept() {
    const town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    const entry = async (amountFen: number, isBack = false) =>
      String((await town.post("/entries", moved(amountFen, isBack), theAccountant)).body.id);
    const enter = async (more: object) => {
      const basis = { kind: "amount", amountFen: 500, formula: "调出数" };
      const said = { title: "县财政调走镇级结余", payer: "county", promisedOn: "2026-02-20", basis };
      return (await town.post("/entitlements", { ...said, ...more })).body;
    };
    const allocate = async (of: string, ...parts: readonly (readonly [unknown, number])[]) => {
      const named = parts.map(([entitlement, amountFen]) => ({ entitlement, amountFen }));
      return (await town.post("/transfer-receipts", { entry: of, payer: "county", parts: named })).body;
    };
    return { ...town, entry, enter, allocate };
  }

  test("is owed from the day on which it left the books, without a paper of the county", async () => {
    const { entry, enter, get } = await swept();
    const out = await entry(500);
    expect(await enter({ entry: out })).toMatchObject({
      ...{ origin: "sweep", status: "owed", state: "overdue", dueOn: "2026-02-20", outstandingFen: 500, entry: out },
    });
    expect((await get("/promised-and-paid")).body).toMatchObject({ overdueFen: 500 });
    expect(await enter({ entry: out })).toMatchObject({ code: "finance.entry-used-up" });
  });

  test("each fen once, as the books show it, and never what came in or what is remitted", async () => {
    const { entry, enter, post } = await swept();
    const out = await entry(500);
    expect(await enter({ entry: await entry(499) })).toMatchObject({ code: "finance.entry-used-up" });
    expect(await enter({ entry: await entry(500, true) })).toMatchObject({ code: "finance.entry-used-up" });
    expect(await enter({ entry: "nothing" })).toMatchObject({ code: "finance.swept-amount" });
    expect(await enter({ entry: out, promisedOn: "2026-02-19" })).toMatchObject({
      code: "finance.swept-on-another-day",
    });
    expect(await enter({ entry: out, dueOn: "2026-02-21" })).toMatchObject({ code: "finance.swept-on-another-day" });
    expect(await enter({ entry: out, basis: { kind: "promise" } })).toMatchObject({ code: "finance.swept-amount" });
    expect(await enter({})).toMatchObject({ code: "finance.amount-without-document" });
    const { id } = await enter({ entry: out });
    const reverse = () => post(`/entries/${out}/reverse`, { reasons: "记错" });
    expect((await reverse()).body).toMatchObject({ code: "finance.entry-in-use" });
    await post(`/entitlements/${id}/drop`, { document: paper("2026-03-01") }, theApprover);
    expect((await reverse()).status).toBe(200);
  });

  test("what comes back of it is no transfer; a receipt holds the one kind or the other", async () => {
    const { entry, enter, allocate, get, post } = await swept();
    const { id } = await enter({ entry: await entry(500) });
    const document = paper("2026-02-20");
    const transfer = await enter({ document, dueOn: "2026-02-20", title: "一般补助" });
    const back = await entry(300, true);
    expect(await allocate(back, [transfer.id, 1])).toMatchObject({ code: "finance.entry-used-up" });
    expect(await allocate(back, [id, 1], [transfer.id, 1])).toMatchObject({ code: "finance.receipt-of-other-kind" });
    expect(await allocate(back, [id, 301])).toMatchObject({ code: "finance.entry-used-up" });
    expect(await allocate(back, [id, 300])).toMatchObject({ status: "allocated" });
    expect((await get(`/entitlements/${id}`)).body).toMatchObject({ receivedFen: 300, outstandingFen: 200 });
    await post(`/transfer-receipts/${back}/take-back`, {}, theApprover);
    expect((await get(`/entitlements/${id}`)).body).toMatchObject({ receivedFen: 0, outstandingFen: 500 });
    expect((await post(`/entries/${back}/reverse`, { reasons: "记错" })).status).toBe(200);
  });
});

import { describe, expect, test } from "vitest";
import { aFinanceTown, theApprover } from "../finance-town.ts";

const approval = { on: "2026-01-23", document: "强人发〔2026〕1号", turnoverFundFen: 0 };
const aLine = { year: 2026, item: "2240704", purpose: "抗旱", document: "镇政府会议纪要" };

/** A town whose congress approved 100,000.00 yuan, 2,000.00 of them the reserve. */
async function aYear(lastYear: object = {}) {
  const town = aFinanceTown();
  const tell = (path: string, body: object) => town.post(path, body, theApprover);
  await tell("/budget-years", { year: 2026, lastYear, document: "上年决算" });
  const approve = (more: object = {}, year = 2026) =>
    tell(`/budget-years/${year}/approve`, { ...approval, expenditureFen: 100_000_00, reserveFen: 2_000_00, ...more });
  const line = (amountFen: number, more: object = {}) => tell("/budget-lines", { ...aLine, amountFen, ...more });
  const year = async () => (await town.get("/budget-years/2026")).body;
  return { ...town, tell, approve, line, year };
}

describe("F-37 (预算法64、69): the reserve is used by a decision of the town government", () => {
  const reserve = { ground: "reserve" };
  test("to the last fen and not one more, and not before the congress approved it", async () => {
    const town = await aYear();
    expect((await town.line(1, reserve)).body).toMatchObject({ code: "finance.budget-not-approved" });
    await town.approve();
    expect((await town.line(1_500_00, reserve)).status).toBe(201);
    expect((await town.line(500_01, reserve)).body).toMatchObject({
      ...{ code: "finance.over-reserve", details: { left: 500_00 } },
    });
    expect((await town.line(1, { ...reserve, kind: "basic" })).body).toMatchObject({ code: "finance.reserve-kind" });
    expect((await town.line(500_00, reserve)).status).toBe(201);
    // What lines are given on the ground of the congress stays as it was.
    expect(await town.year()).toMatchObject({ reserveLeftFen: 0, leftFen: 98_000_00, awaitingAdjustmentFen: 0 });
  });

  test("a disaster of 3,500 yuan takes 2,000 of it; 1,500 are spent and wait for the adjustment", async () => {
    const town = await aYear();
    await town.approve();
    await town.line(98_000_00, { ground: "congress" });
    const { body: given } = await town.line(3_500_00, { ...reserve, kind: "disaster" });
    expect(given).toMatchObject({ approvedFen: 3_500_00, ground: "reserve" });
    expect(await town.year()).toMatchObject({ reserveLeftFen: 0, leftFen: 0, awaitingAdjustmentFen: 1_500_00 });
    // It can be paid: the plan sets it free.
    const plan = { upToFen: 3_500_00, document: "用款计划" };
    expect((await town.tell(`/budget-lines/${given.id}/plan`, plan)).body).toMatchObject({ availableFen: 3_500_00 });
    const adjust = (byFen: number) => town.tell("/budget-years/2026/adjust", { byFen, document: "调整决议" });
    await adjust(1_000_00);
    expect(await town.year()).toMatchObject({ leftFen: 0, awaitingAdjustmentFen: 500_00 });
    await adjust(500_01);
    expect(await town.year()).toMatchObject({ leftFen: 1, awaitingAdjustmentFen: 0 });
    expect((await adjust(-2)).body).toMatchObject({ code: "finance.below-what-is-spent" });
  });

  test("the adjustment is owed also where lines could be given other money", async () => {
    const town = await aYear();
    await town.approve();
    await town.line(2_000_01, { ...reserve, kind: "disaster" });
    expect(await town.year()).toMatchObject({ leftFen: 97_999_99, awaitingAdjustmentFen: 1 });
    await town.tell("/budget-years/2026/adjust", { byFen: -1_00, document: "调整决议" });
    expect(await town.year()).toMatchObject({ awaitingAdjustmentFen: 1 });
    await town.tell("/budget-years/2026/adjust", { byFen: 1_00, document: "调整决议" });
    expect(await town.year()).toMatchObject({ leftFen: 97_999_99, awaitingAdjustmentFen: 0 });
  });

  test("while a disaster waits for its adjustment, no other line is given", async () => {
    const town = await aYear();
    await town.approve();
    await town.line(2_000_00 + 98_000_00, { ...reserve, kind: "disaster" });
    expect((await town.line(1, { ground: "congress" })).body).toMatchObject({ code: "finance.over-approved" });
  });
});

describe("F-2, F-7: what was given before approval is within what the congress approves", () => {
  test("lines get what is left of it", async () => {
    const town = await aYear({ basic: 40_000_00 });
    await town.line(40_000_00, { ground: "before-approval", kind: "basic" });
    await town.approve();
    expect((await town.line(58_000_01, { ground: "congress" })).body).toMatchObject({
      ...{ code: "finance.over-approved", details: { left: 58_000_00 } },
    });
    expect((await town.line(58_000_00, { ground: "congress" })).status).toBe(201);
  });
  test("a budget below it is not approved", async () => {
    const town = await aYear();
    await town.line(98_000_01, { ground: "before-approval", kind: "disaster" });
    expect((await town.approve()).body).toMatchObject({ code: "finance.approved-below-given" });
    expect((await town.approve({ expenditureFen: 100_000_01 })).status).toBe(200);
  });
});

describe("F-44 (预算法实施条例78): a shortfall of income", () => {
  const shortfall = { shortfallFen: 150_00, otherBudgetMoneyFen: 0, cutsFen: 30_00, document: "弥补方案" };
  test("is met in order; only what is missing then is help from above, which next year repays", async () => {
    const town = await aYear();
    await town.approve();
    const meet = (more: object) => town.tell("/budget-years/2026/meet-shortfall", { ...shortfall, ...more });
    expect((await meet({ stabilisationFundFen: 119_99 })).body).toMatchObject({
      ...{ code: "finance.help-without-document", details: { help: 1 } },
    });
    const helpDocument = "县财〔2026〕9号";
    expect((await meet({ stabilisationFundFen: 120_00, helpDocument })).body).toMatchObject({
      code: "finance.help-not-needed",
    });
    expect((await meet({ stabilisationFundFen: 100_00, helpDocument })).body).toMatchObject({
      shortfalls: [{ stabilisationFundFen: 100_00, otherBudgetMoneyFen: 0, cutsFen: 30_00, helpFromAboveFen: 20_00 }],
      helpToRepayFen: 20_00,
      // A saving is no adjustment: what the congress approved stays.
      expenditureFen: 100_000_00,
    });
    // F-4: a loan is no means.
    expect((await meet({ stabilisationFundFen: 0, loanFen: 120_00 })).status).toBe(400);

    town.runtime.setClock("2027-01-23T02:00:00.000Z");
    await town.tell("/budget-years", { year: 2027, document: "上年决算" });
    const next = (more: object) => town.approve({ on: "2027-01-23", ...more }, 2027);
    expect((await next({})).body).toMatchObject({ code: "finance.help-not-repaid", details: { owed: 20_00 } });
    expect((await next({ repaysHelpFen: 20_00 })).body).toMatchObject({ status: "approved", repaysHelpFen: 20_00 });
  });
});

import { describe, expect, test } from "vitest";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const approval = {
  ...{ on: "2026-01-23", document: "强人发〔2026〕1号" },
  ...{ expenditureFen: 1_000_000_00, reserveFen: 20_000_00, turnoverFundFen: 0 },
};
const aLine = (more: object = {}) => ({
  ...{ year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "强人发〔2026〕1号" },
  amountFen: 500_000_00,
  ...more,
});

async function aYear(lastYear: object = {}) {
  const town = aFinanceTown();
  const opened = await town.post("/budget-years", { year: 2026, lastYear, document: "上年决算" }, theApprover);
  expect(opened.status).toBe(201);
  const approve = (more: object = {}) => town.post("/budget-years/2026/approve", { ...approval, ...more }, theApprover);
  const line = (more: object = {}) => town.post("/budget-lines", aLine(more), theApprover);
  /** A line of last year that lapsed with all its money. */
  const lastYearsLine = async (amountFen: number) => {
    await town.post("/budget-years", { year: 2025, document: "上年决算" }, theApprover);
    await town.post("/budget-years/2025/approve", { ...approval, on: "2025-01-23" }, theApprover);
    const { body } = await line({ year: 2025, amountFen });
    await town.post(`/budget-lines/${body.id}/lapse`, {}, theApprover);
    return body.id;
  };
  return { ...town, approve, line, lastYearsLine };
}

describe("F-1, F-3, F-5, F-39: the congress approves a year", () => {
  test("with a reserve of one to three per cent; published within 20 days and filed", async () => {
    const town = await aYear();
    expect((await town.approve({ reserveFen: 9_999_99 })).body).toMatchObject({
      code: "finance.reserve-out-of-bounds",
    });
    expect((await town.approve({ on: "2026-03-03" })).body).toMatchObject({ code: "finance.day-not-come" });
    expect((await town.approve({ on: "2024-12-31" })).body).toMatchObject({ code: "finance.day-of-another-year" });
    expect((await town.approve()).body).toMatchObject({ status: "approved", publishBy: "2026-02-12" });
    const perform = (duty: string, on: string) =>
      town.post("/budget-years/2026/perform", { duty, on, document: "公开1号" });
    expect((await perform("publish", "2026-01-22")).body).toMatchObject({ code: "finance.day-too-early" });
    expect((await perform("publish", "2026-02-12")).body).toMatchObject({ publishedOn: "2026-02-12" });
    expect((await perform("publish", "2026-02-12")).body).toMatchObject({ code: "finance.duty-performed-already" });
    expect((await perform("file-accounts", "2026-02-12")).body).toMatchObject({
      code: "finance.accounts-not-approved",
    });
    expect((await town.approve()).body).toMatchObject({ code: "finance.year-not-in-this-state" });
  });

  test("F-13: the final accounts follow after the year, and go to the county within 30 days", async () => {
    const town = await aYear();
    await town.approve();
    const accounts = (on: string) =>
      town.post("/budget-years/2026/approve-accounts", { on, document: "决议" }, theApprover);
    expect((await accounts("2026-02-01")).body).toMatchObject({ code: "finance.year-runs" });
    town.runtime.setClock("2027-06-30T02:00:00.000Z");
    expect((await accounts("2027-06-28")).body).toMatchObject({ accountsDue: "2027-07-28" });
  });

  test("lines stay within what was approved, the reserve left out; the congress may adjust", async () => {
    const town = await aYear();
    expect((await town.line()).body).toMatchObject({ code: "finance.budget-not-approved" });
    await town.approve();
    const { body: one } = await town.line();
    expect((await town.line({ amountFen: 480_000_01 })).body).toMatchObject({
      ...{ code: "finance.over-approved", details: { left: 480_000_00 } },
    });
    expect((await town.line({ amountFen: 480_000_00 })).status).toBe(201);
    const adjust = { byFen: 1_00, document: "调整决议" };
    expect((await town.post(`/budget-lines/${one.id}/adjust`, adjust, theApprover)).body).toMatchObject({
      code: "finance.over-approved",
    });
    await town.post("/budget-years/2026/adjust", adjust, theApprover);
    expect((await town.post(`/budget-lines/${one.id}/adjust`, adjust, theApprover)).body).toMatchObject({
      approvedFen: 500_001_00,
    });
    expect((await town.get("/budget-lines", { year: "2026" })).body.items).toHaveLength(2);
    expect((await town.line({ year: 2027 })).body).toMatchObject({ code: "finance.budget-year-absent" });
  });
});

describe("F-18: a line is of a class of expenditure by function", () => {
  test.each([
    ["2010301", true],
    ["201", true],
    ["20103", true],
    ["2200106", true],
    ["10101", false],
    ["301", false],
    ["50201", false],
    ["20", false],
    ["20103012", false],
    ["2990101", false],
    ["2010301 ", true],
    ["办公费", false],
  ])("%s: %s", async (item, isTaken) => {
    const town = await aYear();
    await town.approve();
    const { body } = await town.line({ item });
    expect(body.code).toBe(isTaken ? undefined : "finance.item-unknown");
  });
});

describe("F-7 (预算法54): before the congress approves", () => {
  test("only what the law names, at last year's level, all requests together", async () => {
    const town = await aYear({ basic: 100_00 });
    const early = (more: object) => town.line({ ground: "before-approval", ...more });
    expect((await early({ amountFen: 1 })).body).toMatchObject({ code: "finance.before-approval-kind" });
    expect((await early({ kind: "basic", amountFen: 60_00 })).status).toBe(201);
    expect((await early({ kind: "basic", amountFen: 40_01 })).body).toMatchObject({
      ...{ code: "finance.before-approval-level", details: { left: 40_00 } },
    });
    expect((await early({ kind: "disaster", amountFen: 9_999_00 })).status).toBe(201);
    await town.approve();
    expect((await early({ kind: "basic", amountFen: 1 })).body).toMatchObject({
      code: "finance.budget-approved-already",
    });
  });
});

describe("F-38, F-40: shifts and use plans", () => {
  test("a shift takes from one line and gives to another in one commit, on record", async () => {
    const town = await aYear();
    await town.approve();
    const { body: one } = await town.line({ amountFen: 100_00 });
    const { body: other } = await town.line({ amountFen: 50_00 });
    const shift = (to: unknown, amountFen: number) =>
      town.post(`/budget-lines/${one.id}/shift`, { to, amountFen, document: "调剂单1号" }, theApprover);
    expect((await shift(one.id, 1)).body).toMatchObject({ code: "finance.shift-within-one-line" });
    expect((await shift(other.id, 100_01)).body).toMatchObject({ code: "finance.below-what-is-spent" });
    expect((await shift(other.id, 30_00)).body).toMatchObject({ approvedFen: 70_00 });
    expect((await town.get(`/budget-lines/${other.id}`)).body).toMatchObject({ approvedFen: 80_00 });
    const plan = { upToFen: 40_00, document: "用款计划1" };
    expect((await town.post(`/budget-lines/${one.id}/plan`, plan, theApprover)).body).toMatchObject({
      availableFen: 40_00,
    });
    expect((await town.post(`/budget-lines/${one.id}/plan`, plan, theAccountant)).status).toBe(403);
    expect((await town.post(`/budget-lines/${one.id}/lapse`, {}, theApprover)).body).toMatchObject({
      code: "finance.year-runs",
    });
  });

  test("F-6, F-7: a carry-over and what is spent before approval are neither shifted nor adjusted", async () => {
    const town = await aYear({ basic: 100_00 });
    const { body: early } = await town.line({ ground: "before-approval", kind: "basic", amountFen: 50_00 });
    const before = await town.lastYearsLine(50_00);
    const { body: carried } = await town.line({ ground: "carry-over", from: before, amountFen: 50_00 });
    await town.approve();
    const { body: given } = await town.line({ amountFen: 50_00 });
    const other = { code: "finance.line-of-other-ground" };
    const shift = (from: unknown, to: unknown) =>
      town.post(`/budget-lines/${from}/shift`, { to, amountFen: 1_00, document: "调剂单1号" }, theApprover);
    for (const one of [early.id, carried.id]) {
      expect((await shift(one, given.id)).body).toMatchObject(other);
      expect((await shift(given.id, one)).body).toMatchObject(other);
      const adjust = { byFen: 1_00, document: "调整决议" };
      expect((await town.post(`/budget-lines/${one}/adjust`, adjust, theApprover)).body).toMatchObject(other);
    }
    expect((await town.get(`/budget-lines/${given.id}`)).body).toMatchObject({ approvedFen: 50_00 });
  });
});

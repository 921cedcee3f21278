import { describe, expect, test } from "vitest";
import type { Asset } from "../../../services/finance/assets/domain/asset.ts";
import {
  acceptedUnpaid,
  budgetDutiesOpen,
  firstClaimOutstanding,
  hasNoPlanAhead,
  isLeaseOver,
  monthsToAccept,
  nextRepayment,
  proceedsOutstanding,
} from "../../../services/finance/board/domain/due.ts";
import type { BudgetYear } from "../../../services/finance/budget/domain/year/words.ts";
import type { ServiceContract } from "../../../services/finance/contracts/domain/contract.ts";
import type { Debt } from "../../../services/finance/debt/domain/debt.ts";
import { basisPointsSchema, type Fen, fen } from "../../../shared/money/index.ts";

const bps = (of: number) => basisPointsSchema.parse(of);

const repaid = (...amounts: readonly number[]) =>
  amounts.map((amount) => ({ document: "还款", amount: fen(amount), on: "2026-01-05" }));
const aDebt = (more: Partial<Debt> = {}): Debt => ({
  ...{ status: "unpaid", debtor: "town", kind: "loan", creditorKind: "organisation", creditor: "信用社" },
  ...{ purpose: "修路", document: "合同", incurredOn: "2015-06-01", dueOn: "2018-06-01", principal: fen(1000) },
  ...{ isOld: true, repayments: [], rewarded: fen(0), rewards: 0 },
  ...more,
});
const plan = (repaidBefore = 0) => ({
  parts: [
    { by: "2026-03-31", amount: fen(400) },
    { by: "2026-06-30", amount: fen(600 - repaidBefore) },
  ],
  ...{ repaidBefore: fen(repaidBefore), told: 0 },
});

describe("F8: what of a debt is repaid next", () => {
  test("without a plan all of it on its own day; cleared, nothing", () => {
    expect(nextRepayment(aDebt({ repayments: repaid(1) }))).toEqual({ amount: 999, dueOn: "2018-06-01" });
    expect(nextRepayment(aDebt({ repayments: repaid(1000) }))).toBeUndefined();
  });
  test("by a plan what its parts come to by the first day that is not paid; what was repaid before it does not count", () => {
    const first = (...amounts: readonly number[]) =>
      nextRepayment(aDebt({ plan: plan(), repayments: repaid(...amounts) }));
    expect(first()).toEqual({ amount: 400, dueOn: "2026-03-31" });
    expect(first(399)).toEqual({ amount: 1, dueOn: "2026-03-31" });
    expect(first(400)).toEqual({ amount: 600, dueOn: "2026-06-30" });
    expect(first(399, 2)).toEqual({ amount: 599, dueOn: "2026-06-30" });
    expect(nextRepayment(aDebt({ plan: plan(100), repayments: repaid(100) }))).toEqual({
      ...{ amount: 400, dueOn: "2026-03-31" },
    });
  });
  test("past its day it needs a plan whose last day is still to come", () => {
    expect(hasNoPlanAhead(aDebt(), "2018-06-01")).toBe(false);
    expect(hasNoPlanAhead(aDebt(), "2018-06-02")).toBe(true);
    expect(hasNoPlanAhead(aDebt({ plan: plan() }), "2026-06-30")).toBe(false);
    expect(hasNoPlanAhead(aDebt({ plan: plan() }), "2026-07-01")).toBe(true);
    expect(hasNoPlanAhead(aDebt({ repayments: repaid(1000) }), "2026-07-01")).toBe(false);
  });
});

describe("F12: services that wait", () => {
  const accepted = (month: string, result = 10_000) => ({
    ...{ month, record: "记录", present: 5, agreed: 3, result: bps(result), by: "clerk-1" },
  });
  const contract = (more: Partial<ServiceContract> = {}): ServiceContract => ({
    ...{ status: "running", title: "保洁", supplier: "P1", document: "合同", total: fen(2000), quorum: 5 },
    ...{ fullFrom: bps(9000), nothingBelow: bps(6000), acceptances: [], payments: [] },
    terms: [
      { month: "2026-02", amount: fen(1001) },
      { month: "2026-01", amount: fen(999) },
    ],
    ...more,
  });
  test("a month waits once it is over, the earliest first, until it is accepted or the contract ends", () => {
    expect(monthsToAccept(contract(), "2026-01-31")).toEqual([]);
    expect(monthsToAccept(contract(), "2026-02-01")).toEqual(["2026-01"]);
    expect(monthsToAccept(contract(), "2026-03-01")).toEqual(["2026-01", "2026-02"]);
    expect(monthsToAccept(contract({ acceptances: [accepted("2026-01")] }), "2026-03-01")).toEqual(["2026-02"]);
    expect(monthsToAccept(contract({ status: "ended" }), "2026-03-01")).toEqual([]);
  });
  test("what was accepted waits for its money, by its result, also after the end", () => {
    const acceptances = [accepted("2026-01"), accepted("2026-02", 7000)];
    expect(acceptedUnpaid(contract({ acceptances }))).toBe(999 + 701);
    const payments = [{ entry: "E1", month: "2026-01", amount: fen(998), on: "2026-02-03" }];
    expect(acceptedUnpaid(contract({ status: "ended", acceptances, payments }))).toBe(1 + 701);
    expect(acceptedUnpaid(contract({ acceptances: [accepted("2026-01", 5999)] }))).toBe(0);
  });
});

describe("F14: assets that wait", () => {
  const anAsset = (more: Partial<Asset> = {}): Asset => ({
    ...{ status: "disposed", kind: "building", title: "老粮站", document: "房产证", acquiredOn: "1998-05-01" },
    ...{ value: fen(1000), income: [], claimPaid: fen(0), claimEntries: [] },
    disposal: { document: "批复", valuationDocument: "评估", valuation: fen(800), price: fen(800) },
    firstClaim: { purpose: "养老金", document: "纪要", amount: fen(500) },
    ...more,
  });
  const came = (...amounts: readonly number[]): Asset["income"] =>
    amounts.map((amount) => ({ entry: `E${amount}`, kind: "proceeds", amount: fen(amount) }));
  test("the price until it came, and the first claim once money came, up to its sum", () => {
    const of = (income: Asset["income"], claimPaid: Fen = fen(0)) => {
      const one = anAsset({ income, claimPaid });
      return [proceedsOutstanding(one), firstClaimOutstanding(one)];
    };
    expect(of([])).toEqual([800, 0]);
    expect(of(came(300))).toEqual([500, 300]);
    expect(of(came(300, 499))).toEqual([1, 500]);
    expect(of(came(800), fen(500))).toEqual([0, 0]);
    expect(of([{ entry: "R", kind: "rent", amount: fen(800) }])).toEqual([800, 0]);
  });
  test("a lease is over the day after its last one", () => {
    const lease = { tenant: "P1", document: "租约", from: "2026-03-01", until: "2027-02-28", yearly: fen(1) };
    expect(isLeaseOver({ status: "leased", lease }, "2027-02-28")).toBe(false);
    expect(isLeaseOver({ status: "leased", lease }, "2027-03-01")).toBe(true);
    expect(isLeaseOver({ status: "idle", lease }, "2027-03-01")).toBe(false);
  });
});

test("F-3, F-39: an approved budget is published and filed, and its accounts are filed by their day; an open one owes nothing", () => {
  const offices = [{ id: "finance-institute" }];
  const open = {
    status: "open",
    year: 2026,
    lastYear: {},
    lastYearDocument: "决算",
    before: {},
    allotted: fen(0),
  } as const;
  const approved: BudgetYear = {
    ...{ ...open, status: "approved", approvedOn: "2026-01-23", document: "决议" },
    ...{ expenditure: fen(100), reserve: fen(1), turnoverFund: fen(0), publishBy: "2026-02-12" },
  };
  expect(budgetDutiesOpen(open, offices)).toEqual([]);
  expect(budgetDutiesOpen(approved, offices)).toEqual([
    { duty: "publish", dueOn: "2026-02-12" },
    { duty: "file" },
    { duty: "reply", dueOn: "2026-02-12" },
  ]);
  const replies = { "finance-institute": { on: "2026-02-01" } };
  const told: BudgetYear = { ...approved, publishedOn: "2026-02-01", filedOn: "2026-02-01", replies };
  expect(budgetDutiesOpen(told, offices)).toEqual([]);
  const earmarked: BudgetYear = { ...told, earmarked: fen(5), reported: fen(4) };
  expect(budgetDutiesOpen(earmarked, offices)).toEqual([{ duty: "report-earmarked" }]);
  expect(budgetDutiesOpen({ ...earmarked, reported: fen(5) }, offices)).toEqual([]);
  expect(budgetDutiesOpen({ ...told, adjustmentsToFile: 1 }, offices)).toEqual([{ duty: "file-adjustments" }]);
  const accounts: BudgetYear = { ...told, accountsApprovedOn: "2027-06-30", accountsDue: "2027-07-30" };
  expect(budgetDutiesOpen(accounts, offices)).toEqual([{ duty: "file-accounts", dueOn: "2027-07-30" }]);
  expect(budgetDutiesOpen({ ...accounts, accountsFiledOn: "2027-07-01" }, offices)).toEqual([]);
});

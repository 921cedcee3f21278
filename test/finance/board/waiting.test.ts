import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../../services/finance/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const boardOf = z.object({
  items: z.array(
    z.object({
      ...{ duty: z.string(), id: z.string(), path: z.string() },
      ...{ amountFen: z.int().optional(), dueOn: z.string().optional() },
    }),
  ),
});
const clerk: Actor = { ...theAccountant, sub: "clerk-1", name: "办事员", roles: ["clerk"] };

describe("F11, F-49: benefits, entitlements, debt, contracts, assets and the budget wait on the board, with their days", () => {
  let town: ReturnType<typeof aFinanceTown>;
  let supplier: string;
  const made = async (path: string, body: object, actor = theAccountant) => {
    const { status, body: view } = await town.post(path, body, actor);
    expect(status, JSON.stringify(view)).toBeLessThan(300);
    return z.object({ id: z.string() }).parse(view).id;
  };
  /** What waits for somebody of this duty: amount and day of each. */
  const waiting = async (duty: string, actor: Actor) => {
    const { items } = boardOf.parse((await town.get("/board", {}, actor)).body);
    return items
      .filter((one) => one.duty === duty)
      .map(({ id, amountFen, dueOn }) => ({ id, ...(amountFen && { amountFen }), ...(dueOn && { dueOn }) }));
  };
  /** It is on the board of this person, and on that of nobody else who acts. */
  const isOnlyOf = async (duty: string, actor: Actor, expected: readonly object[]) => {
    expect(await waiting(duty, actor)).toEqual(expected);
    for (const other of [theAccountant, theApprover, theCashier])
      if (other !== actor) expect(await waiting(duty, other)).toEqual([]);
  };
  const entry = (amountFen: number, debit: string, credit: string) => {
    const lines = [
      { account: debit, side: "debit", amountFen },
      { account: credit, side: "credit", amountFen },
    ];
    return made("/entries", { book: "treasury", nature: "held", effectiveOn: "2026-02-20", text: "往来", lines });
  };

  beforeAll(async () => {
    town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    await town.openBook("town-government", "2026-01");
    const account = { kind: "organisation", name: "洁美保洁社", bank: "农信社", account: "6228480012345678901" };
    supplier = await made("/payees", account);
  });

  test("F-3: a budget is published, filed and answered to each office; then nothing of it waits", async () => {
    await made("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
    await isOnlyOf("perform-budget-duty", theAccountant, []);
    const sums = { expenditureFen: 100_000_000, reserveFen: 1_000_000, turnoverFundFen: 0 };
    await made("/budget-years/2026/approve", { on: "2026-03-01", document: "人大决议", ...sums }, theApprover);
    await isOnlyOf("perform-budget-duty", theAccountant, [{ id: "2026", dueOn: "2026-03-21" }]);
    for (const duty of ["publish", "file"])
      await made("/budget-years/2026/perform", { duty, on: "2026-03-02", document: "公开页" });
    await isOnlyOf("perform-budget-duty", theAccountant, [{ id: "2026", dueOn: "2026-03-21" }]);
    const offices = town.runtime.town.offices.map(({ id }) => id);
    const reply = { duty: "reply", on: "2026-03-02", document: "批复1号" };
    await made("/budget-years/2026/perform", { ...reply, offices: offices.slice(1) });
    await isOnlyOf("perform-budget-duty", theAccountant, [{ id: "2026", dueOn: "2026-03-21" }]);
    await made("/budget-years/2026/perform", { ...reply, offices: offices.slice(0, 1) });
    await isOnlyOf("perform-budget-duty", theAccountant, []);
  });

  test("a batch of benefits goes from the approver to the cashier to the accountant", async () => {
    const item = {
      year: 2026,
      item: "2081901",
      purpose: "低保",
      ground: "congress",
      document: "决议",
      amountFen: 9_000,
    };
    const line = await made("/budget-lines", item, theApprover);
    await made(`/budget-lines/${line}/plan`, { upToFen: 9_000, document: "计划" }, theApprover);
    const minimum = { programme: "minimum", title: "低保", document: "民政1号", from: "2026-01" };
    await made("/benefit-programmes", minimum, theApprover);
    const [idNumber] = someCitizenNumbers(1);
    const who = { name: "李建国", village: "532302105001", bank: "农信社", account: "6228480012345678901" };
    const beneficiary = await made("/beneficiaries", { ...who, idNumber });
    const grant = { programme: "minimum", beneficiary, document: "审批表", amountFen: 500, from: "2026-01" };
    await made("/benefit-grants", grant, theApprover);
    const lines = [{ beneficiary, amountFen: 500 }];
    const batch = await made("/benefit-batches", {
      ...{ programme: "minimum", period: "2026-02", line, document: "发放表", lines },
    });
    await isOnlyOf("approve-batch", theApprover, []);
    await clockworkFor(finance, town.runtime)();
    const due = [{ id: batch, amountFen: 500 }];
    await isOnlyOf("approve-batch", theApprover, due);
    await made(`/benefit-batches/${batch}/approve`, {}, theApprover);
    await isOnlyOf("approve-batch", theApprover, []);
    await isOnlyOf("send-batch", theCashier, due);
    await made(`/benefit-batches/${batch}/send`, {}, theCashier);
    await isOnlyOf("confirm-batch", theAccountant, due);
    await made(`/benefit-batches/${batch}/confirm`, { serial: "YH-1", on: "2026-03-02" });
    await isOnlyOf("confirm-batch", theAccountant, []);
  });

  test("F7: a payer is written to the day after the last one", async () => {
    const promised = { title: "税收返还", payer: "county", promisedOn: "2026-01-20", dueOn: "2026-03-02" };
    const basis = { kind: "amount", amountFen: 1000, formula: "2000 × 50%" };
    const document = { number: "县财8号", on: "2026-01-20" };
    const id = await made("/entitlements", { ...promised, basis, document });
    await isOnlyOf("write-to-payer", theApprover, []);
    town.runtime.setClock("2026-03-02T16:00:00.000Z");
    await isOnlyOf("write-to-payer", theApprover, [{ id, amountFen: 1000, dueOn: "2026-03-02" }]);
  });

  test("F8: a debt is shown thirty days ahead, the earliest first; past its day it waits for a plan, and then for the plan's day", async () => {
    const owing = (dueOn: string) => ({
      ...{ debtor: "town", kind: "loan", creditorKind: "organisation", creditor: "信用社", purpose: "修路", dueOn },
      ...{ document: "合同", incurredOn: "2015-06-01", principalFen: 1000 },
    });
    await made("/debts", owing("2026-04-03"));
    const soon = await made("/debts", owing("2026-04-02"));
    const old = await made("/debts", owing("2018-06-01"));
    await isOnlyOf("repay-debt", theAccountant, [
      { id: old, amountFen: 1000, dueOn: "2018-06-01" },
      { id: soon, amountFen: 1000, dueOn: "2026-04-02" },
    ]);
    await isOnlyOf("plan-debt", theApprover, [{ id: old, amountFen: 1000, dueOn: "2018-06-01" }]);
    const parts = [
      { by: "2026-03-31", amountFen: 400 },
      { by: "2026-12-31", amountFen: 600 },
    ];
    await made(`/debts/${old}/plan`, { parts }, theApprover);
    await isOnlyOf("plan-debt", theApprover, []);
    expect((await waiting("repay-debt", theAccountant))[0]).toEqual({ id: old, amountFen: 400, dueOn: "2026-03-31" });
  });

  test("F12: a month that is over is accepted, and what was accepted is paid", async () => {
    const id = await made(
      "/service-contracts",
      {
        ...{ title: "保洁", supplier, document: "合同", totalFen: 2000, quorum: 5 },
        ...{ fullFromBps: 9000, nothingBelowBps: 6000 },
        terms: ["2026-02", "2026-03"].map((month) => ({ month, amountFen: 1000 })),
      },
      theApprover,
    );
    await isOnlyOf("accept-service", theAccountant, [{ id, dueOn: "2026-02-28" }]);
    const accepted = { month: "2026-02", record: "记录", present: 5, agreed: 3, resultBps: 7000 };
    await made(`/service-contracts/${id}/record-acceptance`, accepted, clerk);
    await isOnlyOf("accept-service", theAccountant, []);
    await isOnlyOf("pay-service", theAccountant, [{ id, amountFen: 700 }]);
    const lines = [
      { account: "5001", side: "debit", amountFen: 700, item: "2120501" },
      { account: "1003", side: "credit", amountFen: 700 },
    ];
    const paid = { book: "treasury", nature: "budget-cash", effectiveOn: "2026-03-02", text: "保洁费", lines };
    const posted = await made("/entries", paid);
    await made(`/service-contracts/${id}/pay`, { month: "2026-02", amountFen: 700, entry: posted });
    await isOnlyOf("pay-service", theAccountant, []);
  });

  test("F14: the price of a sold asset is collected, its first claim is paid, and a lease that ran out is ended", async () => {
    const registered = { kind: "building", document: "房产证", acquiredOn: "1998-05-01", valueFen: 1000 };
    const sold = await made("/assets", { ...registered, title: "老粮站" });
    await made(`/assets/${sold}/claim`, { purpose: "养老金", document: "纪要", amountFen: 500 }, theApprover);
    const sale = { document: "批复", valuationDocument: "评估", valuationFen: 800, priceFen: 800 };
    await made(`/assets/${sold}/dispose`, sale, theApprover);
    await isOnlyOf("collect-proceeds", theAccountant, [{ id: sold, amountFen: 800 }]);
    await isOnlyOf("pay-first-claim", theAccountant, []);
    await made(`/assets/${sold}/receive`, {
      kind: "proceeds",
      amountFen: 300,
      entry: await entry(300, "1003", "2001"),
    });
    await isOnlyOf("collect-proceeds", theAccountant, [{ id: sold, amountFen: 500 }]);
    await isOnlyOf("pay-first-claim", theAccountant, [{ id: sold, amountFen: 300 }]);
    await made(`/assets/${sold}/pay-claim`, { amountFen: 300, entry: await entry(300, "2001", "1003") });
    await isOnlyOf("pay-first-claim", theAccountant, []);
    const leased = await made("/assets", { ...registered, title: "旧校舍" });
    await made(`/assets/${leased}/mark-idle`, { document: "清查表" });
    const lease = { tenant: supplier, document: "租约", from: "2026-03-01", until: "2026-03-31", yearlyFen: 12 };
    await made(`/assets/${leased}/lease`, lease, theApprover);
    town.runtime.setClock("2026-03-31T15:59:59.000Z");
    await isOnlyOf("end-lease", theApprover, []);
    town.runtime.setClock("2026-03-31T16:00:00.000Z");
    await isOnlyOf("end-lease", theApprover, [{ id: leased, dueOn: "2026-03-31" }]);
    await made(`/assets/${leased}/end-lease`, { document: "终止协议" }, theApprover);
    await isOnlyOf("end-lease", theApprover, []);
  });
});

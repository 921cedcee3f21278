import { expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { profile } from "../../support/tally-town.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const entries = z.object({ items: z.array(z.object({ id: z.string() })) });

test("F-28 (pa-3): where budgets are managed in one system, a payment is income of both sets and takes no quota", async () => {
  const paymentAccounts = { ...profile.finance.paymentAccounts, money: "4001", budgetMoney: "6001" };
  const { post, get, openBook } = aFinanceTown({ rules: { paymentAccounts } });
  await openBook("town-government", "2026-03");
  await post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
  const sums = { expenditureFen: 1_000_00, reserveFen: 10_00, turnoverFundFen: 0 };
  await post("/budget-years/2026/approve", { on: "2026-01-23", document: "决议", ...sums }, theApprover);
  const given = {
    year: 2026,
    item: "2010301",
    purpose: "办公费",
    ground: "congress",
    document: "决议",
    amountFen: 500,
  };
  const { body: line } = await post("/budget-lines", given, theApprover);
  await post(`/budget-lines/${line.id}/plan`, { upToFen: 500, document: "用款计划" }, theApprover);
  const account = { kind: "person", name: "李建国", bank: "农信社", account: "6228480012345678901" };
  const { body: payee } = await post("/payees", account);
  const asked = { line: line.id, payee: payee.id, amountFen: 200, purpose: "购纸", document: "发票1号" };
  const { body: payment } = await post("/payments", asked, clerk);
  await post(`/payments/${payment.id}/review`, {}, theAccountant);
  await post(`/payments/${payment.id}/approve`, {}, theApprover);
  await post("/payment-files", { payments: [payment.id] }, theCashier);
  const moved = { serial: "YH-1", on: "2026-03-02" };
  expect((await post(`/payments/${payment.id}/confirm`, moved)).body).toMatchObject({ status: "paid" });
  const { items } = entries.parse((await get("/entries", { book: "town-government", period: "2026-03" })).body);
  expect(items).toHaveLength(1);
  const { body } = await get(`/entries/${items[0]?.id}`);
  const sides = z.object({
    lines: z.array(z.looseObject({ account: z.string(), side: z.string(), amountFen: z.int() })),
  });
  const lines = sides.parse(body).lines.map(({ account: code, side, amountFen }) => [code, side, amountFen]);
  expect(lines).toEqual([
    ["5001", "debit", 200],
    ["4001", "credit", 200],
    ["7101", "debit", 200],
    ["6001", "credit", 200],
  ]);
});

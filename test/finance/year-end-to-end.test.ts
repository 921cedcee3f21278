import { expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../services/finance/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { clockworkFor } from "../../shared/service/index.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "./finance-town.ts";

const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const madeOf = z.object({ id: z.string() });
const listOf = z.object({ items: z.array(madeOf) });
const openingOf = z.object({
  isEqual: z.boolean(),
  items: z.array(z.object({ account: z.string(), openedFen: z.int() })),
});
const books = ["treasury", "town-government"] as const;
const tax = 1_700_000_000;

/** A town on 1 December 2026 with both books, and all that its office does in a year. */
async function anOffice() {
  const town = aFinanceTown();
  for (const one of books) await town.openBook(one, "2026-12");
  const on = (day: string) => town.runtime.setClock(`${day}T02:00:00.000Z`);
  const tell = async (path: string, body: object = {}, actor: Actor = theApprover) => {
    const { status, body: view } = await town.post(path, body, actor);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(view)}`);
    return view;
  };
  const made = async (...asked: Parameters<typeof tell>) => madeOf.parse(await tell(...asked)).id;
  const refused = async (path: string, body: object = {}, actor: Actor = theApprover) =>
    (await town.post(path, body, actor)).body.code;
  const year = async (of: number, day: string) => {
    await tell("/budget-years", { year: of, document: "上年决算" });
    const sums = { expenditureFen: 1_000_000_00, reserveFen: 10_000_00, turnoverFundFen: 0 };
    await tell(`/budget-years/${of}/approve`, { on: day, document: `${of}年人大决议`, ...sums });
  };
  const line = async (of: number, amountFen: number, more: object) => {
    const item = { year: of, item: "2010301", purpose: "办公费", document: "决议", amountFen, ...more };
    const id = await made("/budget-lines", item);
    await tell(`/budget-lines/${id}/plan`, { upToFen: amountFen, document: "用款计划" });
    return id;
  };
  const ask = (of: string, payee: string, amountFen: number) =>
    made("/payments", { line: of, payee, amountFen, purpose: "购纸", document: "发票" }, clerk);
  const pay = async (id: string, serial: string, day: string) => {
    await tell(`/payments/${id}/review`, {}, theAccountant);
    await tell(`/payments/${id}/approve`);
    await tell("/payment-files", { payments: [id] }, theCashier);
    return tell(`/payments/${id}/confirm`, { serial, on: day }, theAccountant);
  };
  const income = (amountFen: number, effectiveOn: string, more: object = {}) =>
    made(
      "/entries",
      {
        ...{ book: "treasury", nature: "budget-cash", effectiveOn, text: "入库" },
        lines: [
          { account: "1003", side: "debit", amountFen },
          {
            ...{ account: "4001", side: "credit", amountFen, item: "10101", level: "town", origin: "ordinary" },
            ...more,
          },
        ],
      },
      theAccountant,
    );
  const recordAll = async (book: string) => {
    for (let more = true; more; ) {
      const { items } = listOf.parse((await town.get("/entries", { book })).body);
      for (const { id } of items) await tell(`/entries/${id}/record-voucher`, {}, theAccountant);
      more = items.length > 0;
    }
  };
  /** December is numbered, shut, checked and closed. */
  const closeDecember = async (book: string, checks: Readonly<Record<"bank" | "treasury", number>>) => {
    await recordAll(book);
    await tell(`/books/${book}/shut`);
    for (const [one, statementFen] of Object.entries(checks))
      await tell(
        `/books/${book}/reconcile`,
        { with: one, statementFen, differences: [], document: "对账单" },
        theAccountant,
      );
    await tell(`/books/${book}/close`);
  };
  const tick = clockworkFor(finance, town.runtime);
  /** Income and expense close, and the year with them. */
  const settleYear = async (book: string) => {
    await tell(`/books/${book}/close-income`, { year: 2026 });
    await tick();
    await recordAll(book);
    await tell(`/books/${book}/settle`, { year: 2026 });
  };
  return { ...town, on, tell, made, refused, year, line, ask, pay, income, closeDecember, settleYear };
}

test("a year is opened, budgeted, executed, settled, disputed, paid and closed, and the next opens with its carry-over", async () => {
  const office = await anOffice();
  office.on("2026-12-10");
  // Budgeted: nothing is paid before the congress approves it, and nothing above it.
  await office.year(2026, "2026-01-20");
  const line = await office.line(2026, 500_00, { ground: "congress" });
  const account = { kind: "organisation", name: "文具店", bank: "农信社", account: "6228480012345678901" };
  const payee = await office.made("/payees", account, theAccountant);
  // Executed: tax comes in, 200.00 yuan go out, 100.00 are asked for and wait.
  await office.income(tax, "2026-12-09");
  await office.income(5_000_000, "2026-12-09", { item: "103050199", origin: "fine" });
  await office.pay(await office.ask(line, payee, 200_00), "YH-1", "2026-12-10");
  const held = await office.ask(line, payee, 100_00);
  const tooMuch = { line, payee, amountFen: 200_01, purpose: "购纸", document: "发票" };
  expect(await office.refused("/payments", tooMuch, clerk)).toBe("finance.over-budget");

  // The year is over: December closes in both books, and the line lapses with what it held.
  office.on("2027-01-05");
  await office.closeDecember("treasury", { treasury: tax + 5_000_000, bank: 0 });
  await office.closeDecember("town-government", { bank: -200_00, treasury: 0 });
  expect(await office.tell(`/budget-lines/${line}/lapse`)).toMatchObject({ leftFen: 300_00, becomes: "carry-over" });

  // Settled with the county; one line is disputed and ruled on, and the money comes in the settling period's year.
  const staff = { counts: [{ unit: "staff", from: "2026-01-01", count: 109, document: "县人社3号" }] };
  await office.tell("/settlements", { year: 2026, facts: staff }, theAccountant);
  const step = (verb: string, more: object = {}) =>
    office.tell(`/settlements/2026/${verb}`, { document: "县财〔2027〕8号", ...more });
  await step("send");
  const reward = { scheme: "guangtong-excess", version: 1, line: "reward" };
  expect(await step("dispute", { disputes: [{ ...reward, theirsFen: 100, reasons: "口径不同" }] })).toMatchObject({
    ...{ status: "disputed", dues: [{ undisputedFen: 100 }, {}, {}] },
  });
  expect(await step("resolve", { rulings: [{ ...reward, amountFen: 170_000_000 }] })).toMatchObject({
    status: "resolved",
  });
  const parts = Object.entries({ reward: 170_000_000, subsidy: 300_000_000, "per-head": 216_000_000 }).map(
    ([of, amountFen]) => ({ entitlement: `settlement:2026:guangtong-excess:1:${of}`, amountFen }),
  );
  const due = parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  expect(await office.refused("/settlements/2026/pay", { remittances: [] })).toBe("finance.settlement-outstanding");
  const money = await office.income(due, "2027-01-05", { account: "4011", item: "11001", origin: "transfer" });
  await office.tell("/transfer-receipts", { entry: money, payer: "county", parts }, theAccountant);
  expect(await office.tell("/settlements/2026/pay", { remittances: [] })).toMatchObject({ status: "paid" });

  // Closed: income and expense are zero, and opening balances equal closing ones in both books.
  for (const book of books) await office.settleYear(book);
  for (const book of books) {
    const { isEqual, items } = openingOf.parse(
      (await office.get(`/books/${book}/opening-balances`, { year: "2027" })).body,
    );
    expect(isEqual).toBe(true);
    expect(items.map(({ openedFen }) => openedFen).reduce((sum, one) => sum + one, 0)).toBe(0);
    expect(items.length).toBeGreaterThan(1);
    expect(await office.refused(`/books/${book}/close-income`, { year: 2026 })).toBe("finance.month-closed-already");
  }
  expect((await office.get("/budget-years/2026/year-end")).body).toMatchObject({ leftFen: 300_00, carriedFen: 0 });

  // The next year opens: the request goes on from the carry-over of its line, and is paid.
  await office.year(2027, "2027-01-04");
  const over = await office.line(2027, 300_00, { ground: "carry-over", document: "结转1号", from: line });
  await office.tell(`/payments/${held}/go-on`, { line: over }, theAccountant);
  expect(await office.pay(held, "YH-2", "2027-01-05")).toMatchObject({ status: "paid" });
  expect((await office.get(`/budget-lines/${over}`)).body).toMatchObject({ paidFen: 100_00, availableFen: 200_00 });
  expect((await office.get("/budget-years/2026/year-end")).body).toMatchObject({
    carriedFen: 300_00,
    carryOverFen: 300_00,
  });
  // What came in 2027 for 2026 is no income of a scheme, and the settled year stays as it was agreed.
  const again = await office.tell("/settlements/2026/compute", {}, theAccountant);
  expect(again).toMatchObject({ status: "paid", number: 1 });
});

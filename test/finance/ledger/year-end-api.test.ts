import { describe, expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../../services/finance/service.ts";
import { clockworkFor } from "../../../shared/service/clockwork.ts";
import { aFinanceTown, anEntry, salary, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const found = z.object({ items: z.array(z.object({ id: z.string() })) });
const clerk = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"] as const, office: "service-centre" };
const book = "/books/town-government";
const at = (on: string) => `${on}T02:00:00.000Z`;

/** A town in December 2026 with one line of the budget, of which 200.00 yuan are paid and 100.00 are asked for. */
async function aDecember() {
  const town = aFinanceTown();
  await town.openBook("town-government", "2026-12");
  town.runtime.setClock(at("2026-12-10"));
  const head = (path: string, body: object) => town.post(path, body, theApprover);
  const sums = { expenditureFen: 1_000_000_00, reserveFen: 10_000_00, turnoverFundFen: 0 };
  const openYear = async (year: number, on: string) => {
    await head("/budget-years", { year, document: "上年决算" });
    return head(`/budget-years/${year}/approve`, { on, document: `${year}年人大决议`, ...sums });
  };
  await openYear(2026, "2026-01-20");
  const asked = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "2026年人大决议" };
  const { body: line } = await head("/budget-lines", { ...asked, amountFen: 500_00 });
  await head(`/budget-lines/${line.id}/plan`, { upToFen: 500_00, document: "用款计划1" });
  const account = { kind: "organisation", name: "广通文具店", bank: "农信社", account: "6228480012345678901" };
  const { body: payee } = await town.post("/payees", account);
  const ask = async (amountFen: number) =>
    (
      await town.post(
        "/payments",
        { line: line.id, payee: payee.id, amountFen, purpose: "购纸", document: "发票" },
        clerk,
      )
    ).body.id;
  const pay = async (id: unknown, serial: string, on: string) => {
    await town.post(`/payments/${id}/review`, {});
    await head(`/payments/${id}/approve`, {});
    await town.post("/payment-files", { payments: [id] }, theCashier);
    return town.post(`/payments/${id}/confirm`, { serial, on });
  };
  await pay(await ask(200_00), "YH-1", "2026-12-10");
  const held = await ask(100_00);
  const recordAll = async () => {
    const { items } = found.parse((await town.get("/entries", { book: "town-government" })).body);
    for (const { id } of items) await town.post(`/entries/${id}/record-voucher`, {});
    return items.length;
  };
  const closeDecember = async () => {
    town.runtime.setClock(at("2027-01-05"));
    await recordAll();
    await head(`${book}/shut`, {});
    const check = { differences: [], document: "对账单" };
    await town.post(`${book}/reconcile`, { with: "bank", statementFen: -200_00, ...check });
    await town.post(`${book}/reconcile`, { with: "treasury", statementFen: 0, ...check });
    return head(`${book}/close`, {});
  };
  const balance = async (account: string, year = "2026") => {
    const { items } = z
      .object({ items: z.array(z.object({ account: z.string(), balanceFen: z.int() })) })
      .parse((await town.get(`${book}/trial-balance`, { year })).body);
    return items.find((one) => one.account === account)?.balanceFen;
  };
  const tick = clockworkFor(finance, town.runtime);
  return { ...town, head, openYear, line: String(line.id), held, pay, recordAll, closeDecember, balance, tick };
}

test("a year is budgeted, executed, settled, closed, and the next one opens with its carry-over", async () => {
  const town = await aDecember();
  expect((await town.head(`${book}/close-income`, { year: 2026 })).body).toMatchObject({
    code: "finance.year-has-open-months",
  });
  expect((await town.closeDecember()).body).toMatchObject({ closedThrough: "2026-12" });
  // The settling period takes settlement and corrections, and nothing else.
  const december = { effectiveOn: "2026-12-20", lines: salary(30_00) };
  const settlement = await town.post("/entries", anEntry({ ...december, isSettlement: true }));
  expect(settlement.body).toMatchObject({ period: "2026-settling" });
  expect((await town.post("/entries", anEntry(december))).body).toMatchObject({ period: "2027-01" });
  // Reservations lapse; what is left goes on for the same purpose, and the request with it.
  expect((await town.head(`/budget-lines/${town.line}/lapse`, {})).body).toMatchObject({
    ...{ status: "lapsed", leftFen: 300_00, becomes: "carry-over" },
  });
  await town.openYear(2027, "2027-01-04");
  const over = { item: "2010301", purpose: "办公费", ground: "carry-over", document: "结转1号", from: town.line };
  const { body: carried } = await town.head("/budget-lines", { ...over, year: 2027, amountFen: 300_00 });
  expect(carried).toMatchObject({ approvedFen: 300_00, from: town.line });
  await town.head(`/budget-lines/${carried.id}/plan`, { upToFen: 300_00, document: "用款计划2" });
  expect((await town.post(`/payments/${town.held}/go-on`, { line: carried.id })).body).toMatchObject({
    ...{ status: "requested", line: carried.id },
  });
  expect((await town.get(`/budget-lines/${carried.id}`)).body).toMatchObject({ heldFen: 100_00 });
  expect((await town.get("/budget-years/2026/year-end")).body).toEqual({
    ...{ openLines: 0, leftFen: 300_00, carryOverFen: 300_00, carriedFen: 300_00, stabilisationFen: 0 },
  });
  // Income and expense close; then the settling period ends.
  expect((await town.head(`${book}/settle`, { year: 2026 })).body).toMatchObject({ code: "finance.income-not-closed" });
  expect((await town.head(`${book}/close-income`, { year: 2026 })).body).toMatchObject({ closing: 2026 });
  expect((await town.post("/entries", anEntry({ ...december, isSettlement: true }))).body).toMatchObject({
    period: "2027-01",
  });
  expect(await town.tick()).toEqual({ done: 2, failed: 0 });
  expect((await town.get(book)).body).toMatchObject({ closedYears: [2026] });
  expect((await town.head(`${book}/close-income`, { year: 2026 })).body).toMatchObject({
    code: "finance.income-closed-already",
  });
  expect(await Promise.all(["5001", "7101", "3301", "8101", "1002", "8001"].map((one) => town.balance(one)))).toEqual([
    ...[0, 0, 230_00, 230_00, -230_00, -230_00],
  ]);
  expect((await town.head(`${book}/settle`, { year: 2026 })).body).toMatchObject({
    code: "finance.postings-without-voucher",
  });
  expect(await town.recordAll()).toBeGreaterThan(1);
  expect((await town.head(`${book}/settle`, { year: 2026 })).body).toMatchObject({ settledYears: [2026] });
  // The next year begins with what stood, and pays from the carry-over.
  const opening = async () => (await town.get(`${book}/opening-balances`, { year: "2027" })).body;
  const items = [
    { account: "1002", closedFen: -230_00, openedFen: -230_00 },
    { account: "3301", closedFen: 230_00, openedFen: 230_00 },
    { account: "8001", closedFen: -230_00, openedFen: -230_00 },
    { account: "8101", closedFen: 230_00, openedFen: 230_00 },
  ];
  expect(await opening()).toMatchObject({ isEqual: true, items });
  expect((await town.pay(town.held, "YH-2", "2027-01-05")).body).toMatchObject({ status: "paid" });
  expect(await opening()).toMatchObject({ isEqual: true, items });
  expect(await town.balance("5001", "2027")).toBe(160_00);
});

test("F-6, F-47: a closing entry is not reversed by hand; what a person posted in the settling period is", async () => {
  const town = await aDecember();
  await town.closeDecember();
  const late = { effectiveOn: "2026-12-20", lines: salary(30_00), isSettlement: true };
  const { body: posted } = await town.post("/entries", anEntry(late));
  await town.head(`${book}/close-income`, { year: 2026 });
  await town.tick();
  const closed = async () => Promise.all(["5001", "7101", "3301", "8101"].map((one) => town.balance(one)));
  expect(await closed()).toEqual([0, 0, 230_00, 230_00]);
  const entries = z.object({ items: z.array(z.object({ id: z.string(), nature: z.string() })) });
  const { items } = entries.parse(
    (await town.get("/entries", { book: "town-government", period: "2026-settling" })).body,
  );
  const closing = items.filter(({ nature }) => nature === "closing");
  expect(closing).toHaveLength(1);
  const reverse = (id: unknown, actor = theAccountant) =>
    town.post(`/entries/${id}/reverse`, { reasons: "重做年终结转" }, actor);
  for (const actor of [theAccountant, { ...theAccountant, sub: "accountant-2" }])
    expect((await reverse(closing[0]?.id, actor)).body).toMatchObject({
      ...{ code: "finance.entry-of-record", details: { record: "book" } },
    });
  expect(await closed()).toEqual([0, 0, 230_00, 230_00]);
  // The other side: it goes into the open month, and the closed year stays as it is.
  expect((await reverse(posted.id)).body).toMatchObject({ status: "reversed" });
  expect(await closed()).toEqual([0, 0, 230_00, 230_00]);
  expect(await town.balance("5001", "2027")).toBe(-30_00);
});

describe("F-6: what a carry-over may be", () => {
  test("it names a lapsed line, and keeps its item, its purpose and what is left", async () => {
    const town = await aDecember();
    town.runtime.setClock(at("2027-01-05"));
    await town.openYear(2027, "2027-01-04");
    const carry = (more: object = {}) =>
      town.head("/budget-lines", {
        ...{ year: 2027, item: "2010301", purpose: "办公费", ground: "carry-over", document: "结转1号" },
        ...{ from: town.line, amountFen: 300_00 },
        ...more,
      });
    const code = async (more: object = {}) => (await carry(more)).body.code;
    expect(await code()).toBe("finance.line-not-in-this-state");
    await town.head(`/budget-lines/${town.line}/lapse`, {});
    expect(await code({ item: "2010302" })).toBe("finance.carry-over-otherwise");
    expect(await code({ purpose: "接待费" })).toBe("finance.carry-over-otherwise");
    expect(await code({ amountFen: 300_01 })).toBe("finance.carry-over-too-large");
    expect(await code({ ground: "congress" })).toBe("finance.carry-over-without-line");
    const { status, body: half } = await carry({ amountFen: 100_00 });
    expect(status).toBe(201);
    expect(await code({ amountFen: 200_01 })).toBe("finance.carry-over-too-large");
    expect((await carry({ amountFen: 200_00 })).status).toBe(201);
    const without = { year: 2027, item: "2010301", purpose: "办公费", ground: "carry-over", document: "结转1号" };
    expect((await town.head("/budget-lines", { ...without, amountFen: 1 })).body).toMatchObject({
      code: "finance.carry-over-without-line",
    });
    // Still unspent at the end of the next year, it is surplus.
    town.runtime.setClock(at("2028-01-05"));
    expect((await town.head(`/budget-lines/${half.id}/lapse`, {})).body).toMatchObject({ becomes: "surplus" });
    await town.openYear(2028, "2028-01-04");
    expect(await code({ year: 2028, from: half.id, amountFen: 1 })).toBe("finance.surplus-goes-on");
    expect((await town.get("/budget-years/2027/year-end")).body).toMatchObject({
      stabilisationFen: 100_00,
      openLines: 1,
    });
  });

  test("a request goes on from the carry-over of its own line only", async () => {
    const town = await aDecember();
    town.runtime.setClock(at("2027-01-05"));
    await town.openYear(2027, "2027-01-04");
    const given = { year: 2027, item: "2010301", purpose: "办公费", ground: "congress", document: "2027年人大决议" };
    const { body: fresh } = await town.head("/budget-lines", { ...given, amountFen: 500_00 });
    await town.head(`/budget-lines/${fresh.id}/plan`, { upToFen: 500_00, document: "用款计划" });
    expect((await town.post(`/payments/${town.held}/go-on`, { line: fresh.id })).body).toMatchObject({
      code: "finance.goes-on-elsewhere",
    });
    expect((await town.get(`/budget-lines/${fresh.id}`)).body).toMatchObject({ heldFen: 0 });
  });
});

test("F-47: nobody posts a closing by hand", async () => {
  const town = await aDecember();
  const asked = anEntry({ nature: "closing", effectiveOn: "2026-12-10" });
  expect((await town.post("/entries", asked, theAccountant)).status).toBe(400);
});

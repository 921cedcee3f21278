import { describe, expect, test } from "vitest";
import { aFinanceTown, anEntry, salary, theApprover, theCashier } from "../finance-town.ts";

const february = { month: "2026-02" };
const statement = (more: object = {}) => ({ with: "bank", statementFen: 0, document: "对账单1号", ...more });

describe("books", () => {
  test("a book of the profile is opened once, with a document", async () => {
    const town = aFinanceTown();
    const body = { book: "town-government", first: "2026-02", document: "建账批复1号" };
    expect(await town.post("/books", body, theApprover)).toMatchObject({
      status: 201,
      body: { status: "opening", kind: "unit", next: "2026-02" },
    });
    expect((await town.post("/books", { ...body, book: "nobody" }, theApprover)).body).toMatchObject({
      code: "finance.book-unknown",
    });
    expect((await town.post("/books", body, { ...theApprover, roles: ["accountant"] })).status).toBe(403);
    const { body: listed } = await town.get("/books");
    expect(listed.items).toMatchObject([{ id: "town-government", status: "opening" }]);
  });

  test("balances are taken over while a book is opened, and not after", async () => {
    const town = aFinanceTown();
    await town.post("/books", { book: "town-government", first: "2026-02", document: "建账批复1号" }, theApprover);
    const lines = [
      { account: "1002", side: "debit", amountFen: 500 },
      { account: "3001", side: "credit", amountFen: 500 },
    ];
    const opening = anEntry({ nature: "opening", effectiveOn: "2026-01-31", lines });
    expect((await town.post("/entries", opening)).status).toBe(201);
    await town.post("/books/town-government/finish-opening", {}, theApprover);
    expect((await town.post("/entries", opening)).body).toMatchObject({ code: "finance.opened-already" });
  });

  test("a day before the first month is not the book's; neither is an unopened book", async () => {
    const town = aFinanceTown();
    expect((await town.post("/entries", anEntry())).body).toMatchObject({ code: "finance.book-unknown" });
    await town.openBook();
    expect((await town.post("/entries", anEntry({ effectiveOn: "2026-01-31" }))).body).toMatchObject({
      code: "finance.effective-before-book",
    });
  });
});

describe("F-26, F-47: entries", () => {
  test("an entry moves each account once, in one commit; the trial balance balances in each set", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const { body } = await town.post("/entries", anEntry({ lines: [...salary(700), ...salary(300)] }));
    expect(body).toMatchObject({ status: "posted", period: "2026-02", enteredOn: "2026-03-02", totalFen: 2000 });
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial).toMatchObject({
      upTo: 4,
      sets: [
        { set: "financial", debitFen: 1000, creditFen: 1000 },
        { set: "budgetary", debitFen: 1000, creditFen: 1000 },
      ],
    });
    expect(trial.items).toContainEqual(
      expect.objectContaining({ account: "1002", accountName: "银行存款", balanceFen: -1000 }),
    );
  });

  test("balances at the end of a month by either of two dates", async () => {
    const town = aFinanceTown();
    await town.openBook();
    await town.post("/entries", anEntry());
    const by = async (month: string, date: string) => {
      const { body } = await town.get("/books/town-government/balances", { month, by: date });
      return Array.isArray(body.items) ? body.items.map((one: { balanceFen: number }) => one.balanceFen) : [];
    };
    expect(await by("2026-02", "effective")).toEqual([-10000, 10000, 10000, -10000]);
    expect(await by("2026-02", "entered")).toEqual([0, 0, 0, 0]);
    expect(await by("2026-03", "entered")).toEqual([-10000, 10000, 10000, -10000]);
  });

  test("a reversal stays beside what it takes back, is posted once, and balances come right", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const { body } = await town.post("/entries", anEntry());
    const reasons = { reasons: "记错科目" };
    const { body: reversed } = await town.post(`/entries/${body.id}/reverse`, reasons);
    expect(reversed).toMatchObject({ status: "reversed" });
    expect((await town.get(`/entries/${reversed.reversedBy}`)).body).toMatchObject({
      ...{ reverses: body.id, effectiveOn: "2026-02-20", text: "记错科目" },
    });
    expect((await town.post(`/entries/${body.id}/reverse`, reasons)).body).toMatchObject({
      code: "finance.entry-not-in-this-state",
    });
    const again = await town.post(`/entries/${reversed.reversedBy}/reverse`, reasons);
    expect(again.body).toMatchObject({ code: "finance.reversal-stays" });
    const { body: trial } = await town.get("/books/town-government/trial-balance", { year: "2026" });
    expect(trial.items).toContainEqual(expect.objectContaining({ account: "1002", balanceFen: 0 }));
  });

  test("the same key posts once; a cashier keeps no books", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const key = { "idempotency-key": "one" };
    const first = await town.post("/entries", anEntry(), undefined, key);
    expect((await town.post("/entries", anEntry(), undefined, key)).body.id).toBe(first.body.id);
    expect((await town.get("/entries", { book: "town-government", period: "2026-02" })).body.items).toHaveLength(1);
    const both = { ...theCashier, roles: ["cashier", "accountant"] as const };
    expect((await town.post("/entries", anEntry(), both)).body).toMatchObject({ code: "finance.keeps-no-books" });
  });

  test("vouchers are numbered by set and month in the order in which they are recorded", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const one = await town.post("/entries", anEntry());
    const two = await town.post("/entries", anEntry());
    const record = async (id: unknown) => (await town.post(`/entries/${id}/record-voucher`, {})).body.vouchers;
    expect(await record(two.body.id)).toEqual({ financial: 1, budgetary: 1 });
    expect(await record(one.body.id)).toEqual({ financial: 2, budgetary: 2 });
    expect((await town.get("/entries", { book: "town-government" })).body.items).toEqual([]);
  });
});

describe("F-43, F-47: a month is closed", () => {
  test("in order: shut, checked with bank and treasury, vouchers recorded, closed", async () => {
    const town = aFinanceTown();
    await town.openBook();
    const step = (verb: string, body: object = {}, actor = theApprover) =>
      town.post(`/books/town-government/${verb}`, body, actor);
    const { body: entry } = await town.post("/entries", anEntry());
    expect((await step("close")).body).toMatchObject({ code: "finance.month-not-shut" });
    expect((await step("shut")).body).toMatchObject({ shut: "2026-02" });
    expect((await step("shut")).body).toMatchObject({ code: "finance.month-shut-already" });
    expect((await step("close")).body).toMatchObject({ code: "finance.reconciliation-missing" });
    const accountant = { ...theApprover, sub: "accountant-1", roles: ["accountant"] as const };
    const wrong = await step("reconcile", statement({ statementFen: -9_000 }), accountant);
    expect(wrong.body).toMatchObject({ code: "finance.statement-differs" });
    const explained = statement({ statementFen: -9_000, differences: [{ text: "未达账项", amountFen: -1_000 }] });
    expect((await step("reconcile", explained, accountant)).body).toMatchObject({ reconciled: ["bank"] });
    await step("reconcile", statement({ with: "treasury" }), accountant);
    expect((await step("close")).body).toMatchObject({ code: "finance.postings-without-voucher" });
    await town.post(`/entries/${entry.id}/record-voucher`, {});
    expect((await step("close")).body).toMatchObject({ closedThrough: "2026-02", next: "2026-03" });
    expect((await step("shut")).body).toMatchObject({ code: "finance.month-runs" });
  });

  test("a late entry goes into the open month and names its own; a shut month takes none either", async () => {
    const town = aFinanceTown();
    await town.openBook();
    await town.post("/books/town-government/shut", {}, theApprover);
    expect((await town.post("/entries", anEntry())).body).toMatchObject({ period: "2026-03", belongsTo: "2026-02" });
    expect((await town.get("/books/town-government/balances", february)).body.items).toHaveLength(4);
  });

  test("a book that is being opened is not closed, and a year with open months not settled", async () => {
    const town = aFinanceTown();
    await town.post("/books", { book: "treasury", first: "2026-02", document: "建账批复2号" }, theApprover);
    expect((await town.post("/books/treasury/shut", {}, theApprover)).body).toMatchObject({
      code: "finance.book-not-in-this-state",
    });
    await town.post("/books/treasury/finish-opening", {}, theApprover);
    expect((await town.post("/books/treasury/settle", { year: 2026 }, theApprover)).body).toMatchObject({
      code: "finance.year-has-open-months",
    });
  });

  test("a closed year never changes: its late entry moves the balances of the year in which it is entered", async () => {
    const town = aFinanceTown();
    await town.openBook("town-government", "2026-12");
    town.runtime.setClock("2027-01-05T02:00:00.000Z");
    const december = anEntry({ effectiveOn: "2026-12-20" });
    const { body: one } = await town.post("/entries", december);
    await town.post(`/entries/${one.id}/record-voucher`, {});
    const accountant = { ...theApprover, sub: "accountant-1", roles: ["accountant"] as const };
    const step = (verb: string, body: object = {}, actor = theApprover) =>
      town.post(`/books/town-government/${verb}`, body, actor);
    await step("shut");
    await step("reconcile", statement({ statementFen: -100_00 }), { ...accountant, roles: ["accountant"] });
    await step("reconcile", statement({ with: "treasury" }), { ...accountant, roles: ["accountant"] });
    expect((await step("close")).body).toMatchObject({ closedThrough: "2026-12" });
    const trial = async (year: string) => (await town.get("/books/town-government/trial-balance", { year })).body;
    const closed = await trial("2026");
    expect((await town.post("/entries", december)).body).toMatchObject({ period: "2027-01", belongsTo: "2026-12" });
    expect(await trial("2026")).toEqual(closed);
    expect(await trial("2027")).toMatchObject({ upTo: 4 });
    const settling = { ...december, isSettlement: true };
    expect((await town.post("/entries", settling)).body).toMatchObject({ period: "2026-settling" });
    expect(await trial("2027")).toMatchObject({ upTo: 4 });
    const { body: books } = await town.get("/books/town-government/balances", { month: "2027-01" });
    expect(books.items).toContainEqual(expect.objectContaining({ account: "1002", balanceFen: -300_00 }));
    expect(books.items).toContainEqual(expect.objectContaining({ account: "7101", balanceFen: 100_00 }));
  });
});

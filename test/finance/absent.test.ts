import { describe, expect, test } from "vitest";
import { aFinanceTown, theAccountant, theApprover } from "./finance-town.ts";

const approval = { on: "2026-01-23", document: "决议", expenditureFen: 100_00, reserveFen: 1_00, turnoverFundFen: 0 };

describe("what is not there yet says what comes first", () => {
  test.each(["/budget-years/2031", "/budget-years/2031/history", "/budget-years/2031/year-end"])(
    "F-1: the budget of a year that nobody has opened: %s",
    async (path) => {
      const { status, body } = await aFinanceTown().get(path);
      expect([status, body.code, body.details]).toEqual([404, "finance.budget-year-absent", { year: "2031" }]);
      expect(body.detail).toMatch(/POST \/finance\/budget-years/);
    },
  );

  test("F-1: neither is it approved, nor is a line given in it", async () => {
    const town = aFinanceTown();
    const approved = await town.post("/budget-years/2026/approve", approval, theApprover);
    expect([approved.status, approved.body.code]).toEqual([404, "finance.budget-year-absent"]);
    const line = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "决议", amountFen: 1 };
    const given = await town.post("/budget-lines", line, theApprover);
    expect([given.status, given.body.code]).toEqual([409, "finance.budget-year-absent"]);
  });

  test.each(["", "/html", "/pdf", "/history"])("F-35: a year without a settlement: %s", async (below) => {
    const { status, body } = await aFinanceTown().get(`/settlements/2031${below}`);
    expect([status, body.code]).toEqual([404, "finance.settlement-absent"]);
  });

  test.each(["", "/balances", "/trial-balance", "/opening-balances", "/report"])(
    "a book that the town does not keep: %s",
    async (below) => {
      const { status, body } = await aFinanceTown().get(`/books/nobody${below}`);
      expect([status, body.code, body.details]).toEqual([404, "finance.book-unknown", { book: "nobody" }]);
    },
  );

  test("what a body names and is not there is blamed by its field", async () => {
    const town = aFinanceTown();
    await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
    await town.post("/budget-years/2026/approve", approval, theApprover);
    const line = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "决议", amountFen: 1 };
    const { body: given } = await town.post("/budget-lines", line, theApprover);
    const shifted = { to: "2026-NOBODY", amountFen: 1, document: "调剂" };
    const { status, body } = await town.post(`/budget-lines/${given.id}/shift`, shifted, theApprover);
    expect([status, body.code]).toEqual([404, "resource.not-found"]);
    expect(body.errors).toMatchObject([{ pointer: "/to", code: "value.names-nothing" }]);
  });
});

describe("a refusal blames a field that the body has", () => {
  test("F-10: a day in the future of income is its own day, not that of the entry", async () => {
    const town = aFinanceTown();
    await town.openBook("treasury", "2026-01");
    const income = {
      ...{ item: "10101", level: "town", paidBy: { kind: "various" }, period: "2026-03", document: "完税凭证" },
      ...{ serial: "GK-1", amountFen: 1, on: "2026-03-03" },
    };
    const { body } = await town.post("/revenues", income, theAccountant);
    expect(body.code).toBe("finance.effective-in-future");
    expect(body.errors).toMatchObject([{ pointer: "/on" }]);
  });

  test("F-38: more than a line has is the amount of the shift", async () => {
    const town = aFinanceTown();
    await town.post("/budget-years", { year: 2026, document: "上年决算" }, theApprover);
    await town.post("/budget-years/2026/approve", approval, theApprover);
    const line = { year: 2026, item: "2010301", purpose: "办公费", ground: "congress", document: "决议", amountFen: 1 };
    const { body: from } = await town.post("/budget-lines", line, theApprover);
    const { body: to } = await town.post("/budget-lines", { ...line, purpose: "水电费" }, theApprover);
    const shifted = { to: to.id, amountFen: 2, document: "调剂" };
    const { body } = await town.post(`/budget-lines/${from.id}/shift`, shifted, theApprover);
    expect(body.errors).toMatchObject([{ pointer: "/amountFen" }]);
  });
});

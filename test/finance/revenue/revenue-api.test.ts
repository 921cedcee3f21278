import { describe, expect, test } from "vitest";
import * as z from "zod";
import { finance as financeRules } from "../../../shared/town/finance.ts";
import { profile } from "../../support/tally-town.ts";
import { aFinanceTown, theCashier } from "../finance-town.ts";

const balances = z.object({ items: z.array(z.object({ account: z.string(), balanceFen: z.int() })) });
const cement = { kind: "organisation", name: "广通水泥有限公司", code: "91532331MA6K00014D" };
const aPerson = { kind: "person", idNumber: "110101190001010014" };
const tax = (amountFen: number, more: object = {}) => ({
  ...{ item: "10101", level: "town", paidBy: cement, period: "2026-02", document: "税收缴款书1号" },
  ...{ serial: `GK-${amountFen}`, amountFen, on: "2026-03-01" },
  ...more,
});
const transfer = (amountFen: number, more: object = {}) =>
  tax(amountFen, {
    ...{ item: "1100299", paidBy: { kind: "government", name: "县财政局" }, document: "县财预〔2026〕12号" },
    ...{ notifiedBy: "finance-office", ...more },
  });

async function aTreasury() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const book = (body: object) => town.post("/revenues", body);
  const trial = async (year = "2026") => (await town.get("/books/treasury/trial-balance", { year })).body;
  return { ...town, book, trial };
}

describe("F-8, F-9, F-15 to F-17: income is booked by class, with its legal basis", () => {
  test("income that no row of the profile names is refused, and nothing is posted", async () => {
    const { book, trial } = await aTreasury();
    for (const more of [{ item: "1030299" }, { item: "10101", level: "city" }, { item: "105" }, { on: "2025-12-31" }])
      expect((await book(tax(100, more))).body).toMatchObject({ code: "finance.income-without-basis" });
    expect(await trial()).toMatchObject({ upTo: 0 });
  });

  test("a payer of no known kind is refused with the kinds that there are", async () => {
    const { book } = await aTreasury();
    for (const paidBy of [{}, { kind: "firm" }])
      expect((await book(tax(100, { paidBy }))).body).toMatchObject({
        errors: [
          { pointer: "/paidBy/kind", field: "种类", detail: "只能是：organisation、person、government、various" },
        ],
      });
  });

  test("tax, non-tax income, land and transfers each stand on their account, in the same commit", async () => {
    const { book, trial, get, post } = await aTreasury();
    const { status, body } = await book(tax(1_000_00));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: "tax",
      legalBasis: "增值税法",
      paidBy: { kind: "organisation" },
      status: "booked",
    });
    expect((await book(tax(200_00, { item: "1030799" }))).body).toMatchObject({ kind: "non-tax" });
    expect((await book(tax(300_00, { item: "103014801" }))).body).toMatchObject({ kind: "land" });
    expect((await book(transfer(400_00))).body).toMatchObject({ kind: "transfer" });
    expect((await get(`/entries/${body.postedAs}`)).body).toMatchObject({
      postedFor: { recordKind: "revenue", id: body.id },
    });
    const byHand = await post(`/entries/${body.postedAs}/reverse`, { reasons: "手工冲销" });
    expect(byHand.body).toMatchObject({ code: "finance.entry-of-record", details: { record: "revenue", id: body.id } });
    const { items } = balances.parse(await trial());
    const of = (account: string) => items.find((one) => one.account === account)?.balanceFen;
    expect(["1003", "4001", "4002", "4011"].map(of)).toEqual([1_900_00, -1_200_00, -300_00, -400_00]);
    expect((await get(`/entries/${body.postedAs}`)).body).toMatchObject({
      lines: [{ account: "1003" }, { account: "4001", item: "10101", level: "town", origin: "ordinary" }],
    });
  });

  test("nothing is collected early: the period has begun", async () => {
    const { book } = await aTreasury();
    expect((await book(tax(100, { period: "2026-04" }))).body).toMatchObject({ code: "finance.collected-early" });
    expect((await book(tax(100, { period: "2026-03" }))).status).toBe(201);
  });

  test("F-41: only a finance office notifies a transfer, and it comes from a government", async () => {
    const { book } = await aTreasury();
    expect((await book(transfer(100, { notifiedBy: "other-office" }))).body).toMatchObject({
      code: "finance.transfer-by-other-office",
    });
    expect((await book(transfer(100, { paidBy: cement }))).body).toMatchObject({ code: "finance.revenue-payer" });
    const { notifiedBy: _by, ...silent } = { notifiedBy: "", ...transfer(100) };
    expect((await book(silent)).body).toMatchObject({ code: "finance.transfer-by-other-office" });
    expect((await book(tax(100, { paidBy: { kind: "government", name: "县财政局" } }))).body).toMatchObject({
      code: "finance.revenue-payer",
    });
  });

  test("the same line of the statement is booked once; a cashier keeps no books", async () => {
    const { book, post, trial } = await aTreasury();
    expect((await book(tax(100, { serial: "GK-1" }))).status).toBe(201);
    expect((await book(tax(200, { serial: "GK-1" }))).body).toMatchObject({ code: "finance.serial-used" });
    expect((await book(tax(100, { on: "2026-03-03", serial: "GK-2" }))).body).toMatchObject({
      code: "finance.effective-in-future",
    });
    const both = { ...theCashier, roles: ["cashier", "accountant"] } satisfies typeof theCashier;
    expect((await post("/revenues", tax(100, { serial: "GK-3" }), both)).body).toMatchObject({
      code: "finance.keeps-no-books",
    });
    expect(await trial()).toMatchObject({ upTo: 2 });
  });

  test("F-47: wrong income is taken back by a reversal, once; both entries stay", async () => {
    const { book, post, trial, get } = await aTreasury();
    const { body } = await book(tax(100));
    const back = () => post(`/revenues/${body.id}/reverse`, { reasons: "级次有误" });
    expect((await back()).body).toMatchObject({ status: "reversed", reasons: "级次有误" });
    expect((await back()).body).toMatchObject({ code: "finance.revenue-not-in-this-state" });
    expect((await trial()).sets).toEqual([{ set: "treasury", debitFen: 200, creditFen: 200 }]);
    expect((await get(`/entries/${body.postedAs}`)).body).toMatchObject({ status: "reversed" });
  });

  test("P-1: of a person neither name nor number is kept", async () => {
    const { book, heard } = await aTreasury();
    expect((await book(tax(100, { paidBy: aPerson }))).body).toMatchObject({ paidBy: { kind: "person" } });
    expect(JSON.stringify(heard)).not.toContain(aPerson.idNumber);
  });
});

describe("falls, rises and new payers", () => {
  test("each source and payer stands against the same months of last year; fines and transfers apart", async () => {
    const { book, get, runtime } = await aTreasury();
    await book(tax(1_000_00));
    await book(tax(500_00, { paidBy: aPerson }));
    await book(tax(70_00, { item: "10119", on: "2026-01-05", period: "2026-01" }));
    await book(transfer(9_000_00));
    runtime.setClock("2027-03-31T02:00:00.000Z");
    await book(tax(800_00, { on: "2027-03-02", period: "2027-02" }));
    const other = { kind: "organisation", name: "云南广通建材有限公司", code: "91532331MA6K000228" };
    await book(tax(50_00, { on: "2027-02-02", period: "2027-01", paidBy: other }));
    await book(tax(30_00, { item: "1030501", on: "2027-02-02", period: "2027-01", paidBy: { kind: "various" } }));
    const { body } = await get("/revenue-figures", { year: "2027", month: "03" });
    expect(body).toMatchObject({ thisYearFen: 850_00, lastYearFen: 1_570_00, differenceFen: -720_00 });
    expect(body.sources).toMatchObject([
      { source: "taxes", thisYearFen: 0, lastYearFen: 70_00, change: "gone" },
      { source: "vat", thisYearFen: 850_00, lastYearFen: 1_500_00, change: "fall" },
    ]);
    expect(body.apart).toMatchObject([
      { source: "confiscated", thisYearFen: 30_00, change: "new" },
      { source: "transfers", lastYearFen: 9_000_00, change: "gone" },
    ]);
    expect(body.payers).toMatchObject([
      { kind: "person", change: "gone", differenceFen: -500_00 },
      { name: "广通水泥有限公司", change: "fall", lastYearFen: 1_070_00 },
      { name: "云南广通建材有限公司", change: "new", thisYearFen: 50_00 },
    ]);
    const linked = z.object({ sources: z.array(z.object({ entries: z.string() })) });
    const behind = async (year: string, month: string) =>
      Promise.all(
        linked.parse((await get("/revenue-figures", { year, month })).body).sources.map(async ({ entries }) => {
          const { pathname, searchParams } = new URL(entries, "http://town");
          const found = await get(pathname.replace("/finance", ""), Object.fromEntries(searchParams));
          return z.object({ items: z.array(z.object({ totalFen: z.int() })) }).parse(found.body).items;
        }),
      ).then((all) => all.map((items) => items.reduce((sum, { totalFen }) => sum + totalFen, 0)));
    // All classes of a source, up to the month of the figure.
    expect(await behind("2027", "03")).toEqual([0, 850_00]);
    expect(await behind("2027", "02")).toEqual([0, 50_00]);
    expect(await behind("2026", "12")).toEqual([70_00, 1_500_00]);
    const { body: early } = await get("/revenue-figures", { year: "2027", month: "02" });
    expect(early).toMatchObject({ thisYearFen: 50_00, lastYearFen: 70_00 });
  });

  test("CF-74: a fine changes no figure of the settlement, and booked tax does", async () => {
    const { book, post, get } = await aTreasury();
    await book(tax(1_700_000_000, { serial: "GK-1" }));
    const facts = { counts: [{ unit: "staff", from: "2026-01-01", count: 109, document: "县人社3号" }] };
    const { body } = await post("/settlements", { year: 2026, facts });
    expect(body).toMatchObject({ sheet: { dueFen: 178_396_297 + 300_000_000 + 216_000_000 } });
    await book(tax(5_000_000, { item: "103050199", serial: "GK-2", paidBy: { kind: "various" } }));
    await book(transfer(5_000_000, { serial: "GK-3" }));
    expect((await post("/settlements/2026/compute", { facts })).body.sheet).toEqual(body.sheet);
    expect((await get("/revenues")).body.items).toHaveLength(3);
  });
});

describe("F-4, F-15, F-16, F-52, CF-74: what a row of the profile may say", () => {
  test("each kind has its class: social insurance is no income of a town, and land proceeds are 1030148", () => {
    const [row] = profile.finance.revenueSources;
    const isTaken = (kind: string, item: string) => {
      const revenueSources = [{ ...row, kind, items: [item], origin: kind === "transfer" ? "transfer" : "ordinary" }];
      return financeRules.safeParse({ ...profile.finance, revenueSources }).success;
    };
    const taken = { tax: "10121", "non-tax": "10307", land: "103014801", transfer: "11003" };
    for (const [kind, item] of Object.entries(taken)) {
      expect([kind, isTaken(kind, item)]).toEqual([kind, true]);
      for (const other of ["10201", "1021", item === "10121" ? "10307" : "10121"])
        expect([kind, other, isTaken(kind, other)]).toEqual([kind, other, false]);
    }
    expect(isTaken("land", "1030147")).toBe(false);
  });

  test("debt is no income, and class 10305 is a fine", () => {
    const [row] = profile.finance.revenueSources;
    const given = (more: object) => ({ ...profile.finance, revenueSources: [{ ...row, ...more }] });
    const { revenueSources: _rows, ...rest } = profile.finance;
    expect(financeRules.safeParse(rest).success).toBe(true);
    for (const more of [{ items: ["10502"] }, { items: ["1030501"] }, { items: ["110"] }, { kind: "transfer" }])
      expect(financeRules.safeParse(given(more)).success).toBe(false);
  });
});

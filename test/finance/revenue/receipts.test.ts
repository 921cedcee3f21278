import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../../../shared/decider/index.ts";
import { partyId } from "../../support/keyed.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const cement = { kind: "organisation", name: "广通水泥有限公司", code: "91532331MA6K00014D" };
const aPerson = { kind: "person", idNumber: "110101190001010014" };
const another: Actor = { ...theAccountant, sub: "accountant-2" };
const receipts = z.object({
  items: z.array(z.looseObject({ id: z.string(), status: z.string(), number: z.string() })),
});

async function aTreasury() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const book = async (item: string, serial: string, more: object = {}) =>
    (
      await town.post("/revenues", {
        ...{ item, level: "town", paidBy: cement, period: "2026-02", document: "租金合同1号", serial },
        ...{ amountFen: 1_234_56, on: "2026-03-01", ...more },
      })
    ).body;
  const given = async (query: Record<string, string> = { kind: "income" }, actor: Actor = theApprover) =>
    receipts
      .parse((await town.get("/fiscal-receipts", query, actor)).body)
      .items.toSorted((one, other) => one.number.localeCompare(other.number));
  const reverse = async (id: unknown, actor: Actor) =>
    (await town.post(`/revenues/${id}/reverse`, { reasons: "科目有误" }, actor)).body;
  return { ...town, book, given, reverse };
}

describe("F17, CF-70: the fiscal receipt of other non-tax income", () => {
  test("rent and land proceeds of one payer have one, in the commit that books them, numbered without a gap", async () => {
    const town = await aTreasury();
    const rent = await town.book("1030799", "GK-1");
    await town.book("103014801", "GK-2", { madeOutTo: "广通水泥有限公司筹建处" });
    expect(await town.given()).toMatchObject([
      { number: "非税综〔2026〕1", status: "issued", amountFen: 1_234_56, revenue: rent.id, madeOutTo: cement.name },
      { number: "非税综〔2026〕2", status: "issued", serial: "GK-2", madeOutTo: "广通水泥有限公司筹建处" },
    ]);
    expect(await town.given({ revenue: String(rent.id) })).toHaveLength(1);
    // A line that was refused spends no number.
    expect(await town.book("1030799", "GK-1")).toMatchObject({ code: "finance.serial-used" });
    await town.book("1030799", "GK-3");
    expect((await town.given()).map(({ number }) => number)).toContain("非税综〔2026〕3");
  });

  test("tax, a transfer and many small payers in one line have none", async () => {
    const town = await aTreasury();
    await town.book("10101", "GK-1");
    await town.book("1100299", "GK-2", {
      ...{ paidBy: { kind: "government", name: "县财政局" }, notifiedBy: "finance-office" },
    });
    expect(await town.book("1030799", "GK-3", { paidBy: { kind: "various" } })).toMatchObject({ status: "booked" });
    expect(await town.given()).toEqual([]);
  });

  test("a person fetches his own; for others it does not exist, and the office sees his name masked", async () => {
    const town = await aTreasury();
    await town.book("1030799", "GK-1", { paidBy: aPerson, madeOutTo: "王大山" });
    const his: Actor = { sub: "r-1", name: "王大山", roles: ["resident"], party: partyId(aPerson.idNumber) };
    const [own] = await town.given({}, his);
    expect(own).toMatchObject({ kind: "income", madeOutTo: "王大山" });
    expect(await town.given()).not.toMatchObject([{ madeOutTo: "王大山" }]);
    const hers: Actor = { ...his, sub: "r-2", party: partyId(cement.code) };
    expect(await town.given({}, hers)).toEqual([]);
    expect((await town.get(`/fiscal-receipts/${own?.id}`, {}, hers)).status).toBe(404);
    const { text } = (await town.get(`/fiscal-receipts/${own?.id}/html`, {}, his)).body;
    for (const said of ["国有资源（资产）有偿使用收入", "1030799", "1,234.56", "王大山"]) expect(text).toContain(said);
  });

  test("F-47, F-49: taken back by another person than who booked it; the receipt is void and stays visible", async () => {
    const town = await aTreasury();
    const { id } = await town.book("1030799", "GK-1");
    expect(await town.reverse(id, theAccountant)).toMatchObject({ code: "finance.revenue-own-reversal" });
    expect((await town.get(`/revenues/${id}`)).body).toMatchObject({ status: "booked" });
    expect(await town.given()).toMatchObject([{ status: "issued" }]);
    expect(await town.reverse(id, another)).toMatchObject({ status: "reversed" });
    expect(await town.given()).toMatchObject([{ number: "非税综〔2026〕1", status: "voided" }]);
    // Its line is free: booked again it has the next number.
    expect(await town.book("1030799", "GK-1")).toMatchObject({ status: "booked" });
    expect((await town.given()).map(({ number, status }) => [number, status])).toEqual([
      ["非税综〔2026〕1", "voided"],
      ["非税综〔2026〕2", "issued"],
    ]);
  });

  test("one that took the place of a void one is void with the income; tax is taken back as before", async () => {
    const town = await aTreasury();
    const { id } = await town.book("1030799", "GK-1");
    const [first] = await town.given();
    const body = { reasons: "抬头有误", madeOutTo: "云南广通建材有限公司" };
    expect((await town.post(`/fiscal-receipts/${first?.id}/void`, body, another)).status).toBe(200);
    expect(await town.given()).toMatchObject([{ status: "voided" }, { status: "issued", madeOutTo: body.madeOutTo }]);
    expect(await town.reverse(id, theApprover)).toMatchObject({ status: "reversed" });
    expect((await town.given()).map(({ status }) => status)).toEqual(["voided", "voided"]);
    const { id: tax } = await town.book("10101", "GK-2");
    expect(await town.reverse(tax, theAccountant)).toMatchObject({ status: "reversed" });
  });
});

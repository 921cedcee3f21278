import { describe, expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../../services/finance/service.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const listed = z.object({
  items: z.array(z.looseObject({ id: z.string(), status: z.string(), number: z.string().optional() })),
});
const told = (type: string, subject: string, data: Record<string, unknown>, id = ""): CloudEvent => ({
  ...{ specversion: "1.0", source: "/town", type, subject, id: `${subject}/${type}${id}` },
  ...{ time: "2026-03-02T01:00:00.000Z", datacontenttype: "application/json", sequence: 1, actor: "town", data },
});
const fee = (of: string, amountFen = 10_00) =>
  told("permits.fee.due", `application/${of}`, { amountFen, dueOn: "2026-03-16" });
const fineOf = "fine/C1:P1";
const fine = (fineFen: number) =>
  told("enforcement.fine.due", fineOf, {
    ...{ case: "C1", proceeding: "C1:P1", decision: "罚1号", fineFen, gainsFen: 0, due: "2026-03-16", surcharge: true },
  });
const [wrong, right, ofFine] = ["permits:A1", "permits:A2", "enforcement:C1:P1"] as const;
const wrongly = { serial: "GK-1", reasons: "认领错误" };
const another = { ...theAccountant, sub: "accountant-2" };

async function aTownThatErred() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const hand = (event: CloudEvent) => handTo(finance.subscriptions, event, town.runtime);
  for (const event of [fee("A1"), fee("A2"), fine(300_00)]) expect(await hand(event)).toEqual([]);
  const receive = async (id: string, amountFen: number, serial = "GK-1") =>
    (await town.post(`/receivables/${id}/receive`, { serial, receipt: `票据${serial}`, amountFen, on: "2026-03-02" }))
      .body;
  const takeBack = async (id: string, body: object = wrongly, actor = theApprover) =>
    (await town.post(`/receivables/${id}/reverse-receipt`, body, actor)).body;
  const read = async (id: string) => (await town.get(`/receivables/${id}`)).body;
  const receipts = async (id: string) =>
    listed.parse((await town.get("/fiscal-receipts", { receivable: id })).body).items;
  const trial = async () => (await town.get("/books/treasury/trial-balance", { year: "2026" })).body.sets;
  const lines = async (status: string) =>
    (await town.get("/bank-lines", { bankAccount: "treasury-agent", status })).body.items;
  const reversed = () => town.heard.flatMap(({ type, data }) => (type === "finance.payment.reversed" ? [data] : []));
  return { ...town, hand, receive, takeBack, read, receipts, trial, lines, reversed };
}

describe("F-47: a receipt that was booked to a wrong claim is taken back", () => {
  test("claim and line of the bank are free, and the money is booked to the right claim", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00);
    expect(await town.takeBack(wrong)).toMatchObject({
      ...{ status: "open", owedFen: 10_00, receivedFen: 0, received: [] },
      takenBack: [{ serial: "GK-1", amountFen: 10_00, takenBackOn: "2026-03-02" }],
    });
    expect(await town.lines("released")).toMatchObject([{ serial: "GK-1" }]);
    expect(await town.receive(right, 10_00)).toMatchObject({ status: "settled", receivedFen: 10_00 });
    expect(await town.lines("awaited")).toMatchObject([{ serial: "GK-1", paysFor: `receivable:${right}` }]);
    // Booked, reversed, booked again: each entry stays.
    expect(await town.trial()).toMatchObject([{ debitFen: 30_00, creditFen: 30_00 }]);
    const { items } = listed.parse((await town.get("/entries", { book: "treasury", period: "2026-03" })).body);
    expect(items.map(({ status }) => status).toSorted()).toEqual(["posted", "posted", "reversed"]);
  });

  test("its fiscal receipt stays visible as void; booked again it has another number", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00);
    const [first] = await town.receipts(wrong);
    await town.takeBack(wrong);
    expect(await town.receipts(wrong)).toMatchObject([{ number: first?.number, status: "voided" }]);
    expect(await town.receive(wrong, 10_00)).toMatchObject({ status: "settled" });
    const [before, after] = await town.receipts(wrong);
    expect([before, after]).toMatchObject([
      { number: first?.number, status: "voided" },
      { status: "issued", amountFen: 10_00 },
    ]);
    expect(after?.number).not.toBe(before?.number);
    expect(await town.takeBack(wrong)).toMatchObject({ status: "open", takenBack: [{}, {}] });
    expect(await town.receipts(wrong)).toMatchObject([{ status: "voided" }, { status: "voided" }]);
  });

  test("CF-70: a receipt that took the place of a void one is void with the payment", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00);
    const [first] = await town.receipts(wrong);
    await town.post(`/fiscal-receipts/${first?.id}/void`, { reasons: "抬头错误" }, another);
    // Who issued the other receipt did not book the payment: he may take it back.
    expect(await town.takeBack(wrong, wrongly, another)).toMatchObject({ status: "open" });
    expect(await town.receipts(wrong)).toMatchObject([{ status: "voided" }, { status: "voided" }]);
  });

  test("F-49: not by who booked it, in any role, and by no cashier; an unknown line is refused", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00);
    const own = { ...theApprover, sub: theAccountant.sub };
    expect(await town.takeBack(wrong, wrongly, theAccountant)).toMatchObject({
      code: "finance.same-person-takes-back",
    });
    expect(await town.takeBack(wrong, wrongly, own)).toMatchObject({ code: "finance.same-person-takes-back" });
    const both = { ...theCashier, roles: ["cashier", "accountant"] as const };
    expect(await town.takeBack(wrong, wrongly, both)).toMatchObject({ code: "finance.receipt-by-cashier" });
    expect(await town.takeBack(wrong, { ...wrongly, serial: "GK-2" })).toMatchObject({
      code: "finance.line-not-received",
    });
    expect(await town.takeBack(right)).toMatchObject({ code: "finance.line-not-received" });
    expect(await town.read(wrong)).toMatchObject({ status: "settled", receivedFen: 10_00 });
    expect(await town.takeBack(wrong, wrongly, another)).toMatchObject({ status: "open" });
    expect(await town.takeBack(wrong, wrongly, another)).toMatchObject({ code: "finance.line-not-received" });
    expect(town.reversed()).toHaveLength(1);
  });

  test("XK-59: the service is told of which payment, and whether its fee stays whole", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00, "GK-1");
    await town.receive(wrong, 10_00, "GK-2");
    await town.takeBack(wrong);
    await town.takeBack(wrong, { ...wrongly, serial: "GK-2" });
    expect(town.reversed()).toMatchObject([
      { for: { service: "permits", id: "A1" }, serial: "GK-1", receipt: "票据GK-1", staysWhole: true },
      { serial: "GK-2", amountFen: 10_00, receivedOn: "2026-03-02", on: "2026-03-02", staysWhole: false },
    ]);
    expect(JSON.stringify(town.reversed())).not.toContain(wrongly.reasons);
  });

  test("F-36: what went back, or is about to, is not taken back", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 14_00);
    await town.post(`/receivables/${wrong}/propose-refund`, { amountFen: 4_00, document: "退1号" });
    expect(await town.takeBack(wrong)).toMatchObject({ code: "finance.receipt-refunded" });
    expect(await town.receive(wrong, 10_00, "GK-2")).toMatchObject({ receivedFen: 24_00 });
    expect(await town.takeBack(wrong, { ...wrongly, serial: "GK-2" }, another)).toMatchObject({ receivedFen: 14_00 });
  });

  test("F-43: a late one goes into the open month; the closed month stays as it is", async () => {
    const town = await aTownThatErred();
    await town.receive(wrong, 10_00);
    const monthEnd = async (month: string) =>
      (await town.get("/books/treasury/balances", { month, by: "entered" })).body.items;
    const before = await monthEnd("2026-03");
    town.runtime.setClock("2026-04-10T02:00:00.000Z");
    await town.takeBack(wrong);
    expect(await monthEnd("2026-03")).toEqual(before);
    expect(await monthEnd("2026-04")).not.toEqual(before);
  });
});

describe("CF-72: a penalty is owed again", () => {
  test("with its surcharge, and enforcement's own record of the same receipt counts no more", async () => {
    const town = await aTownThatErred();
    await town.receive(ofFine, 300_00);
    const paidIn = { receipt: "票据GK-1", on: "2026-03-02", amountFen: 300_00, by: "bank" };
    await town.hand(told("enforcement.fine.paid-in", fineOf, paidIn));
    expect(await town.read(ofFine)).toMatchObject({ status: "settled" });
    town.runtime.setClock("2026-03-18T02:00:00.000Z");
    expect(await town.takeBack(ofFine)).toMatchObject({
      ...{ status: "open", awaitedFen: 0, lateDays: 2, surchargeFen: 18_00, owedFen: 318_00 },
    });
  });

  test("booked twice or told late, the second is no refund", async () => {
    const town = await aTownThatErred();
    await town.receive(ofFine, 300_00, "GK-1");
    await town.receive(ofFine, 300_00, "GK-2");
    const refundDue = (id: string) =>
      town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 300_00, on: "2026-03-02" }, id));
    await refundDue("/1");
    expect(await town.takeBack(ofFine, { ...wrongly, serial: "GK-2" })).toMatchObject({
      ...{ status: "settled", refundDueFen: 0, refundableFen: 0, owedFen: 0 },
    });
    await refundDue("/2");
    const off = { on: "2026-03-02", receipt: "票据GK-2", amountFen: 300_00, refundDueFen: 0 };
    await town.hand(told("enforcement.fine.payment-taken-back", fineOf, off));
    expect(await town.read(ofFine)).toMatchObject({ status: "settled", refundDueFen: 0, owedFen: 0 });
  });

  test("of an annulled one only what is left goes back", async () => {
    const town = await aTownThatErred();
    await town.receive(ofFine, 100_00, "GK-1");
    await town.receive(ofFine, 200_00, "GK-2");
    await town.hand(told("enforcement.fine.annulled", fineOf, { on: "2026-03-02", document: "撤1号" }));
    await town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 300_00, on: "2026-03-02" }));
    expect(await town.takeBack(ofFine)).toMatchObject({ status: "cancelled", refundableFen: 200_00 });
    const off = { on: "2026-03-02", receipt: "票据GK-1", amountFen: 100_00, refundDueFen: 200_00 };
    expect(await town.hand(told("enforcement.fine.payment-taken-back", fineOf, off))).toEqual([]);
    expect(await town.read(ofFine)).toMatchObject({ refundDueFen: 200_00, refundableFen: 200_00 });
  });
});

import { describe, expect, test } from "vitest";
import { finance } from "../../../services/finance/service.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const told = (type: string, subject: string, data: Record<string, unknown>, id = ""): CloudEvent => ({
  ...{ specversion: "1.0", source: "/town", type, subject, id: `${subject}/${type}${id}` },
  ...{ time: "2026-03-02T01:00:00.000Z", datacontenttype: "application/json", sequence: 1, actor: "town", data },
});
const fee = (amountFen = 10_00) =>
  told(
    "permits.fee.due",
    "application/A1",
    { itemCode: "PS-065", amountFen, basis: "民法典第二百二十三条", dueOn: "2026-03-16" },
    `/${amountFen}`,
  );
const fineOf = "fine/C1:P1";
const fine = (fineFen: number, gainsFen = 0) =>
  told("enforcement.fine.due", fineOf, {
    ...{ case: "C1", proceeding: "C1:P1", decision: "罚1号", fineFen, gainsFen, due: "2026-03-16", surcharge: true },
  });

async function aTownThatCollects(...events: CloudEvent[]) {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const hand = (event: CloudEvent) => handTo(finance.subscriptions, event, town.runtime);
  for (const event of events) expect(await hand(event)).toEqual([]);
  const receive = (id: string, amountFen: number, serial = "GK-1", on = "2026-03-02") =>
    town.post(`/receivables/${id}/receive`, { serial, receipt: `票据${serial}`, amountFen, on });
  const step = (id: string, verb: string, body: object, actor = theAccountant) =>
    town.post(`/receivables/${id}/${verb}`, body, actor);
  const read = async (id: string) => (await town.get(`/receivables/${id}`)).body;
  return { ...town, hand, receive, step, read };
}
const ofFee = "permits:A1";
const ofFine = "enforcement:C1:P1";

describe("F-10: a claim arises by an event, and is no revenue before the money is there", () => {
  test("XK-58, XK-59: a fee of a permit is due, paid, and told to permits once", async () => {
    const town = await aTownThatCollects(fee());
    expect(await town.read(ofFee)).toMatchObject({ status: "open", kind: "fee", owedFen: 10_00, overdue: false });
    const trial = async () => (await town.get("/books/treasury/trial-balance", { year: "2026" })).body;
    expect(await trial()).toMatchObject({ upTo: 0 });
    expect((await town.receive(ofFee, 10_00)).body).toMatchObject({ status: "settled", owedFen: 0 });
    expect(await trial()).toMatchObject({ upTo: 2, sets: [{ set: "treasury", debitFen: 10_00, creditFen: 10_00 }] });
    const sent = town.heard.filter(({ type }) => type === "finance.payment.received");
    expect(sent.map(({ data }) => data)).toMatchObject([
      { for: { service: "permits", id: "A1" }, amountFen: 10_00, treasuryFen: 10_00, receivedOn: "2026-03-02" },
    ]);
    expect((await town.receive(ofFee, 10_00)).status).toBe(200);
    expect(await trial()).toMatchObject({ upTo: 2 });
    // F-47: the books do not say that it is unpaid while its claim says that it is paid.
    expect(await town.reversedByHand("treasury")).toEqual([["finance.entry-of-record", "receivable"]]);
    expect(await trial()).toMatchObject({ upTo: 2 });
    expect(town.heard.filter(({ type }) => type === "finance.payment.received")).toHaveLength(1);
  });

  test("the same event twice raises one claim; with another sum it is set aside", async () => {
    const town = await aTownThatCollects(fee(), fee());
    expect((await town.get("/receivables")).body.items).toHaveLength(1);
    expect(await town.hand(fee(11_00))).toEqual(["permits.fee.due: finance.receivable-raised-otherwise"]);
  });

  test("a serial number of the bank moves money once, of two claims only one", async () => {
    const town = await aTownThatCollects(fee(), fine(500_00));
    await town.receive(ofFine, 500_00, "GK-7");
    expect((await town.receive(ofFee, 10_00, "GK-7")).body).toMatchObject({ code: "finance.serial-used" });
    expect((await town.receive(ofFine, 1_00, "GK-7")).body).toMatchObject({ code: "finance.serial-used" });
    expect(await town.read(ofFee)).toMatchObject({ status: "open", receivedFen: 0 });
  });

  test("XK-59: permits hears of each part, and which one makes the fee whole", async () => {
    const town = await aTownThatCollects(fee());
    for (const [at, amountFen] of [4_00, 7_00, 1_00].entries()) await town.receive(ofFee, amountFen, `GK-${at}`);
    const sent = town.heard.filter(({ type }) => type === "finance.payment.received");
    expect(sent.map(({ data }) => data)).toMatchObject([
      { amountFen: 4_00, dueFen: 10_00, paysWhole: false },
      { amountFen: 7_00, dueFen: 10_00, paysWhole: true },
      { amountFen: 1_00, dueFen: 10_00, paysWhole: false },
    ]);
    expect(await town.read(ofFee)).toMatchObject({ status: "settled", surplusFen: 2_00, refundableFen: 2_00 });
  });

  test("a day in the future is refused, and without a book nothing is received", async () => {
    const town = await aTownThatCollects(fee());
    expect((await town.receive(ofFee, 10_00, "GK-1", "2026-03-03")).body).toMatchObject({
      code: "finance.day-in-future",
    });
    const without = aFinanceTown();
    await handTo(finance.subscriptions, fee(), without.runtime);
    const body = { serial: "GK-1", receipt: "票据1", amountFen: 10_00, on: "2026-03-02" };
    expect((await without.post(`/receivables/${ofFee}/receive`, body)).body).toMatchObject({
      code: "finance.book-unknown",
    });
    expect((await without.get(`/receivables/${ofFee}`)).body).toMatchObject({ receivedFen: 0 });
  });
});

describe("CF-66, CF-67: a fine is paid in parts, changed, annulled", () => {
  test("parts make the whole; after its day it is overdue", async () => {
    const town = await aTownThatCollects(fine(300_00, 200_00));
    expect((await town.receive(ofFine, 100_00, "GK-1")).body).toMatchObject({ status: "open", owedFen: 400_00 });
    town.runtime.setClock("2026-03-16T15:59:59.000Z");
    expect(await town.read(ofFine)).toMatchObject({ overdue: false });
    town.runtime.setClock("2026-03-16T16:00:00.000Z");
    expect(await town.read(ofFine)).toMatchObject({ overdue: true });
    expect((await town.receive(ofFine, 400_00, "GK-2")).body).toMatchObject({ status: "settled", overdue: false });
  });

  test("a change of the sum opens or settles it; an event before its cause waits", async () => {
    const town = await aTownThatCollects();
    const change = told("enforcement.fine.changed", fineOf, { fineFen: 100_00, gainsFen: 0 });
    expect(await town.hand(change)).toEqual(["enforcement.fine.changed: not-found"]);
    await town.hand(fine(300_00));
    await town.receive(ofFine, 100_00);
    expect(await town.hand(change)).toEqual([]);
    expect(await town.read(ofFine)).toMatchObject({ status: "settled", dueFen: 100_00 });
  });

  test("F-36: annulled after payment it goes back, by three people, also in the next year", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.receive(ofFine, 300_00);
    expect((await town.step(ofFine, "propose-refund", { amountFen: 1, document: "退1号" })).body).toMatchObject({
      ...{ code: "finance.refund-too-large", details: { most: 0 } },
    });
    await town.hand(told("enforcement.fine.annulled", fineOf, { on: "2026-12-30", document: "撤1号" }));
    await town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 300_00, on: "2026-12-30" }));
    town.runtime.setClock("2027-01-11T02:00:00.000Z");
    const propose = (amountFen: number, actor = theAccountant) =>
      town.step(ofFine, "propose-refund", { amountFen, document: "退1号" }, actor);
    expect((await propose(300_01)).body).toMatchObject({ code: "finance.refund-too-large" });
    expect((await town.step(ofFine, "approve-refund", {}, theApprover)).body).toMatchObject({
      code: "finance.nothing-to-refund",
    });
    const both = { ...theApprover, roles: ["accountant", "finance-approver"] as const };
    expect((await propose(300_00, both)).body).toMatchObject({ refundableFen: 0, refunds: [{ approved: false }] });
    expect((await propose(1)).body).toMatchObject({ code: "finance.refund-running" });
    expect((await town.step(ofFine, "approve-refund", {}, theApprover)).body).toMatchObject({
      code: "finance.same-person-approves-refund",
    });
    expect((await town.step(ofFine, "pay-refund", { on: "2027-01-11", serial: "TK-1" })).body).toMatchObject({
      code: "finance.refund-not-approved",
    });
    const another = { ...theApprover, sub: "finance-approver-2" };
    await town.step(ofFine, "approve-refund", {}, another);
    expect((await town.step(ofFine, "pay-refund", { on: "2027-01-11", serial: "TK-1" })).body).toMatchObject({
      ...{ status: "cancelled", refunds: [{ amountFen: 300_00, approved: true, paidOn: "2027-01-11" }] },
    });
    expect(await town.reversedByHand("treasury", "2027-01")).toEqual([["finance.entry-of-record", "receivable"]]);
    const { body: trial } = await town.get("/books/treasury/trial-balance", { year: "2027" });
    expect(trial.items).toContainEqual(expect.objectContaining({ account: "1003", balanceFen: -300_00 }));
  });

  test("a fine that ended is not owed; what comes in goes back when enforcement says so", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.hand(told("enforcement.fine.ended", fineOf, { on: "2026-03-02", ground: "object-gone" }));
    expect(await town.read(ofFine)).toMatchObject({ status: "cancelled", owedFen: 0 });
    expect((await town.receive(ofFine, 5_00)).body).toMatchObject({ surplusFen: 5_00, refundableFen: 0 });
    await town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 5_00, on: "2026-03-02" }));
    expect((await town.step(ofFine, "propose-refund", { amountFen: 5_00, document: "退2号" })).status).toBe(200);
    const again = told("enforcement.fine.changed", fineOf, { fineFen: 1, gainsFen: 0 });
    expect(await town.hand(again)).toEqual(["enforcement.fine.changed: finance.receivable-not-in-this-state"]);
  });
});

describe("F-43: a refund takes its own line of the bank", () => {
  test("the line of a receipt, of another amount or of another refund pays none", async () => {
    const town = await aTownThatCollects(fee());
    await town.receive(ofFee, 14_00);
    const refund = async (amountFen: number, serial: string) => {
      await town.step(ofFee, "propose-refund", { amountFen, document: "退1号" });
      await town.step(ofFee, "approve-refund", {}, theApprover);
      return (await town.step(ofFee, "pay-refund", { on: "2026-03-02", serial })).body;
    };
    expect(await refund(2_00, "GK-1")).toMatchObject({ code: "finance.serial-used" });
    expect(await refund(2_00, "TK-1")).toMatchObject({ refunds: [{ amountFen: 2_00, serial: "TK-1" }] });
    // The same sum again is other money: it needs a line of its own.
    expect(await refund(2_00, "TK-1")).toMatchObject({ code: "finance.serial-used" });
    const { body } = await town.get("/bank-lines", { bankAccount: "treasury-agent", status: "awaited" });
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ serial: "TK-1", bookedFen: -2_00, paysFor: `refund:${ofFee}:1` }),
      ]),
    );
  });
});

describe("CF-72, CF-74, F-36: what may go back", () => {
  const refused = (most: number) => ({ code: "finance.refund-too-large", details: { most } });

  test("the surcharge of a late fine never goes back as surplus", async () => {
    const town = await aTownThatCollects(fine(1_000_00));
    expect((await town.receive(ofFine, 1_030_00)).body).toMatchObject({ surplusFen: 30_00, refundableFen: 0 });
    const propose = (amountFen: number) => town.step(ofFine, "propose-refund", { amountFen, document: "退1号" });
    expect((await propose(1)).body).toMatchObject(refused(0));
  });

  test("what was paid of a fine that ended later stays in the treasury", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.receive(ofFine, 100_00);
    await town.hand(told("enforcement.fine.ended", fineOf, { on: "2026-03-02", ground: "object-gone" }));
    const body = { amountFen: 1, document: "退1号" };
    expect((await town.step(ofFine, "propose-refund", body)).body).toMatchObject(refused(0));
  });

  test("no more goes back than came in, also if more is said to be due", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.receive(ofFine, 100_00);
    await town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 300_00, on: "2026-03-02" }));
    const propose = (amountFen: number) => town.step(ofFine, "propose-refund", { amountFen, document: "退1号" });
    expect((await propose(100_01)).body).toMatchObject(refused(100_00));
    expect((await propose(100_00)).body).toMatchObject({ refundableFen: 0 });
  });

  test("what was paid beyond a fee goes back, to the last fen", async () => {
    const town = await aTownThatCollects(fee());
    await town.receive(ofFee, 12_00);
    const propose = (amountFen: number) => town.step(ofFee, "propose-refund", { amountFen, document: "退1号" });
    expect((await propose(2_01)).body).toMatchObject(refused(2_00));
    expect((await propose(2_00)).status).toBe(200);
  });

  test("one line of the statement recorded twice at once is posted once", async () => {
    const town = await aTownThatCollects(fine(300_00));
    const answers = await Promise.all([town.receive(ofFine, 300_00, "GK-9"), town.receive(ofFine, 300_00, "GK-9")]);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await town.read(ofFine)).toMatchObject({ receivedFen: 300_00 });
    const { body: trial } = await town.get("/books/treasury/trial-balance", { year: "2026" });
    expect(trial).toMatchObject({ upTo: 2, sets: [{ debitFen: 300_00 }] });
  });

  test("serial numbers that differ before a point are two lines of the statement", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.receive(ofFine, 100_00, "2025.1");
    expect((await town.receive(ofFine, 100_00, "2026.1")).body).toMatchObject({ receivedFen: 200_00 });
  });

  test("lowered, given back and raised again, it is owed again", async () => {
    const town = await aTownThatCollects(fine(300_00));
    await town.receive(ofFine, 300_00);
    const changed = (fineFen: number) =>
      town.hand(told("enforcement.fine.changed", fineOf, { fineFen, gainsFen: 0 }, `/${fineFen}`));
    await changed(100_00);
    await town.hand(told("enforcement.fine.refund-due", fineOf, { amountFen: 200_00, on: "2026-03-02" }));
    await town.step(ofFine, "propose-refund", { amountFen: 200_00, document: "退1号" });
    await town.step(ofFine, "approve-refund", {}, theApprover);
    expect((await town.step(ofFine, "pay-refund", { on: "2026-03-02", serial: "TK-1" })).body).toMatchObject({
      status: "settled",
    });
    await changed(250_00);
    expect(await town.read(ofFine)).toMatchObject({ status: "open", owedFen: 150_00 });
  });
});

import { describe, expect, test } from "vitest";
import * as z from "zod";
import { finance } from "../../../services/finance/service.ts";
import { limitFrom } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { maskedPayer } from "../../../shared/parties/index.ts";
import { actorKey } from "../../../shared/service/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { partyId } from "../../support/keyed.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover, theCashier } from "../finance-town.ts";

const [his = "", hers = ""] = someCitizenNumbers(2).map(partyId);
const resident = (party: string): Actor => ({ sub: `r-${party}`, name: "王大山", roles: ["resident"], party });
const second: Actor = { ...theAccountant, sub: "accountant-2" };
const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), number: z.string(), status: z.string(), serial: z.string() })),
});

/** A fee of his, a fine of hers, and what comes in for them. */
async function aTownThatReceipts() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const { runtime } = town;
  const context = { keyOf: (name: string) => actorKey(runtime, name), now: "2026-03-02T01:00:00.000Z" };
  const hand = (type: string, subject: string, data: object) => {
    const event: CloudEvent = {
      ...{ specversion: "1.0", source: "/town", type, subject, id: `${subject}/${type}`, data: { ...data } },
      ...{ time: context.now, datacontenttype: "application/json", sequence: 1, actor: "town" },
    };
    return handTo(finance.subscriptions, event, runtime);
  };
  const fee = { itemCode: "PS-065", amountFen: 10_00, basis: "民法典", dueOn: "2026-03-16" };
  await hand("permits.fee.due", "application/A1", { ...fee, ...maskedPayer(context, { kind: "citizen", key: his }) });
  await hand("enforcement.fine.due", "fine/C1:P1", {
    ...{ case: "C1", proceeding: "C1:P1", decision: "罚1号", fineFen: 300_00, gainsFen: 0, due: "2026-03-16" },
    ...{ surcharge: true, ...maskedPayer(context, { kind: "citizen", key: hers }) },
  });
  const receive = (id: string, amountFen: number, serial: string, more: object = {}) =>
    town.post(`/receivables/${id}/receive`, {
      ...{ serial, receipt: `缴${serial}`, amountFen, on: runtime.clock().slice(0, 10), ...more },
    });
  const receipts = async (query: Record<string, string> = {}, actor: Actor = theAccountant) =>
    page.parse((await town.get("/fiscal-receipts", query, actor)).body).items;
  const makeVoid = async (id: string, body: object, actor: Actor = second) =>
    (await town.post(`/fiscal-receipts/${id}/void`, { reasons: "交款人姓名有误", ...body }, actor)).body;
  return { ...town, hand, receive, receipts, makeVoid };
}
const ofFee = "permits:A1";
const ofFine = "enforcement:C1:P1";

describe("XK-59, CF-67, CF-70: one numbered receipt for each payment that reached the treasury", () => {
  test("XK-58, XK-59: a fee that is paid has its receipt in the same commit; the same line again has no other", async () => {
    const town = await aTownThatReceipts();
    expect(await town.receipts()).toEqual([]);
    await town.receive(ofFee, 10_00, "GK-1");
    await town.receive(ofFee, 10_00, "GK-1");
    expect(await town.receipts()).toMatchObject([
      { number: "非税〔2026〕1", status: "issued", kind: "fee", receivable: ofFee, amountFen: 10_00, serial: "GK-1" },
    ]);
    expect((await town.receive(ofFine, 1_00, "GK-1")).status).toBe(409);
    expect(await town.receipts()).toHaveLength(1);
  });

  test("CF-67: instalments have a receipt each; numbers go on by kind and year without a gap", async () => {
    const town = await aTownThatReceipts();
    await town.receive(ofFine, 100_00, "GK-1");
    await town.receive(ofFee, 10_00, "GK-2");
    // A refused payment spends no number.
    expect((await town.receive(ofFine, 1_00, "GK-2")).status).toBe(409);
    await town.receive(ofFine, 50_00, "GK-3");
    town.runtime.setClock("2027-01-04T02:00:00.000Z");
    await town.receive(ofFine, 150_00, "GK-4");
    const numbers = async (kind: string, year: string) =>
      (await town.receipts({ kind, year })).map(({ number }) => number).toSorted();
    expect(await numbers("penalty", "2026")).toEqual(["罚没〔2026〕1", "罚没〔2026〕2"]);
    expect(await numbers("penalty", "2027")).toEqual(["罚没〔2027〕1"]);
    expect(await numbers("fee", "2026")).toEqual(["非税〔2026〕1"]);
    expect(await town.receipts({ receivable: ofFine })).toHaveLength(3);
  });

  test("received at once by many, no number is missing and none stands twice", async () => {
    const town = await aTownThatReceipts();
    await Promise.all(Array.from({ length: 8 }, (_, at) => town.receive(ofFine, 10_00 + at, `GK-${at}`)));
    const numbers = (await town.receipts({ kind: "penalty" })).map(({ number }) => Number(number.split("〕")[1]));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(0);
  });

  test("CF-70: money that an officer took has the receipt that he handed over, and no second one", async () => {
    const town = await aTownThatReceipts();
    await town.hand("enforcement.on-spot.decided", "on-spot/S1", { on: "2026-03-02", amountFen: 100_00 });
    const twoDays = { rule: "CF-71", article: "行政处罚法71", unit: "working-day", length: 2 } as const;
    await town.hand("enforcement.on-spot.collected", "on-spot/S1", {
      ...{ on: "2026-03-02", receipt: "县票0001", handInBy: limitFrom(town.runtime.calendar, twoDays, "2026-03-02") },
    });
    expect((await town.get("/receivables/enforcement:S1")).body).toMatchObject({ inHands: { holder: "officer" } });
    expect((await town.receive("enforcement:S1", 100_00, "GK-1")).body).toMatchObject({ status: "settled" });
    expect(await town.receipts()).toEqual([]);
  });
});

describe("the payer fetches his receipt", () => {
  test("his own by his login, as a page and as a PDF; those of others are not there for him", async () => {
    const town = await aTownThatReceipts();
    await town.receive(ofFee, 10_00, "GK-1", { madeOutTo: "王大山" });
    await town.receive(ofFine, 300_00, "GK-2", { madeOutTo: "赵小河" });
    const [own] = await town.receipts({}, resident(his));
    expect(await town.receipts({}, resident(his))).toMatchObject([{ kind: "fee", madeOutTo: "王大山" }]);
    const [other] = await town.receipts({ kind: "penalty" });
    for (const path of ["", "/html", "/pdf"])
      expect((await town.get(`/fiscal-receipts/${other?.id}${path}`, {}, resident(his))).status).toBe(404);
    const html = String((await town.get(`/fiscal-receipts/${own?.id}/html`, {}, resident(his))).body.text);
    for (const said of ["非税〔2026〕1", "王大山", "¥10.00", "壹拾元整", "GK-1", "国库"]) expect(html).toContain(said);
  });

  test("P-17: others see a person's name masked, also on the paper", async () => {
    const town = await aTownThatReceipts();
    await town.receive(ofFee, 10_00, "GK-1", { madeOutTo: "王大山" });
    const [one] = await town.receipts();
    expect(one).toMatchObject({ madeOutTo: "王**" });
    const html = String((await town.get(`/fiscal-receipts/${one?.id}/html`)).body.text);
    expect(html).not.toContain("王大山");
    expect(JSON.stringify(town.heard.map(({ data }) => data))).not.toContain("王大山");
  });
});

describe("a receipt is void only with reasons, by another person", () => {
  test("another receipt takes its place; both stay visible", async () => {
    const town = await aTownThatReceipts();
    await town.receive(ofFee, 10_00, "GK-1", { madeOutTo: "王大三" });
    const [one = { id: "" }] = await town.receipts();
    expect(await town.makeVoid(one.id, {}, theAccountant)).toMatchObject({ code: "finance.receipt-own-void" });
    const both: Actor = { ...theCashier, roles: ["cashier", "accountant"] };
    expect(await town.makeVoid(one.id, {}, both)).toMatchObject({ code: "finance.receipt-by-cashier" });
    expect(await town.makeVoid(one.id, { reasons: "" })).toMatchObject({ status: 400 });
    expect(await town.makeVoid(one.id, { replace: false })).toMatchObject({ code: "finance.receipt-needed" });
    expect(await town.makeVoid(one.id, { madeOutTo: "王大山" })).toMatchObject({ status: "voided" });
    expect(await town.makeVoid(one.id, {})).toMatchObject({ code: "finance.receipt-not-in-this-state" });
    const all = await town.receipts({ kind: "fee" });
    expect(all.map(({ number, status }) => [number, status]).toSorted()).toEqual([
      ["非税〔2026〕1", "voided"],
      ["非税〔2026〕2", "issued"],
    ]);
    const next = all.find(({ status }) => status === "issued");
    expect((await town.get(`/fiscal-receipts/${next?.id}`, {}, resident(his))).body).toMatchObject({
      ...{ madeOutTo: "王大山", replaces: one.id, amountFen: 10_00 },
    });
    const html = String((await town.get(`/fiscal-receipts/${one.id}/html`)).body.text);
    expect(html).toContain("已作废");
    expect((await town.get(`/fiscal-receipts/${one.id}`, {}, resident(his))).body).not.toHaveProperty("reasons");
  });

  test("F-36: once the money went back whole, no other receipt takes its place", async () => {
    const town = await aTownThatReceipts();
    await town.receive(ofFine, 300_00, "GK-1");
    await town.hand("enforcement.fine.annulled", "fine/C1:P1", { on: "2026-03-02", document: "撤1号" });
    await town.hand("enforcement.fine.refund-due", "fine/C1:P1", { amountFen: 300_00, on: "2026-03-02" });
    const step = (verb: string, body: object, actor = theAccountant) =>
      town.post(`/receivables/${ofFine}/${verb}`, body, actor);
    await step("propose-refund", { amountFen: 300_00, document: "退1号" });
    await step("approve-refund", {}, theApprover);
    const [one = { id: "" }] = await town.receipts({ kind: "penalty" });
    expect(await town.makeVoid(one.id, { replace: false })).toMatchObject({ code: "finance.receipt-needed" });
    await step("pay-refund", { on: "2026-03-02", serial: "TK-1" });
    expect(await town.makeVoid(one.id, { replace: false })).toMatchObject({ status: "voided" });
    expect(await town.receipts({ kind: "penalty" })).toHaveLength(1);
  });
});

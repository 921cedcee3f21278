import { describe, expect, test } from "vitest";
import type { ReceiptKind } from "../../../services/finance/receivables/domain/fiscal-receipt/fiscal-receipt.ts";
import { finance } from "../../../services/finance/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

const second: Actor = { ...theAccountant, sub: "accountant-2" };
const batch = (firstNumber: string, lastNumber: string, code = "53010123") => ({
  ...{ code, firstNumber, lastNumber, document: "县财票〔2026〕1号" },
});

/** Fees of ten yuan each, as many as are asked for, and the treasury that takes them. */
async function aTownWithFees(count: number, numbersByTheCounty: readonly ReceiptKind[] = ["cost"]) {
  const town = aFinanceTown({ numbersByTheCounty });
  await town.openBook("treasury", "2026-01");
  for (let at = 1; at <= count; at += 1) {
    const due = { itemCode: "PS-065", amountFen: 10_00, basis: "民法典", dueOn: "2026-03-16" };
    const event: CloudEvent = {
      ...{ specversion: "1.0", source: "/town", type: "permits.fee.due", subject: `application/A${at}`, id: `A${at}` },
      ...{
        time: "2026-03-02T01:00:00.000Z",
        datacontenttype: "application/json",
        sequence: 1,
        actor: "town",
        data: due,
      },
    };
    await handTo(finance.subscriptions, event, town.runtime);
  }
  const pay = async (at: number) =>
    town.post(`/receivables/permits:A${at}/receive`, {
      ...{ serial: `GK-${at}`, receipt: `缴${at}`, amountFen: 10_00, on: town.runtime.clock().slice(0, 10) },
    });
  const takeIn = async (kind: string, body: object, actor: Actor = theApprover) =>
    town.post(`/receipt-stocks/${kind}/take-in`, body, actor);
  const numbers = async () => {
    const { items } = (await town.get("/fiscal-receipts", { kind: "fee" })).body;
    return Array.isArray(items) ? items.map(({ number, status }) => [number, status]) : [];
  };
  return { ...town, pay, takeIn, numbers };
}

describe("CF-70, XK-59: receipts have the numbers that the county issued, each once", () => {
  test("in their order, over the end of a batch and of a year; the last one, and then no other", async () => {
    const town = await aTownWithFees(4);
    await town.takeIn("fee", batch("0098", "0099"));
    expect((await town.takeIn("fee", batch("0001", "0001", "53010124"))).body).toMatchObject({
      ...{ left: 3, givenOut: 0, nextNumber: "53010123 0098" },
    });
    await town.pay(1);
    town.runtime.setClock("2027-01-04T02:00:00.000Z");
    await town.pay(2);
    await town.pay(3);
    const stock = (await town.get("/receipt-stocks/fee")).body;
    expect(stock).toMatchObject({ left: 0, givenOut: 3, batches: [{ numbers: 2 }, { numbers: 1 }] });
    expect(stock).not.toHaveProperty("nextNumber");
    expect((await town.pay(4)).body).toMatchObject({ code: "finance.receipts-used-up" });
    // Nothing is half done: the claim is open, and no money is booked.
    expect((await town.get("/receivables/permits:A4")).body).toMatchObject({ status: "open", receivedFen: 0 });
    await town.takeIn("fee", batch("0100", "0199"));
    expect((await town.pay(4)).status).toBe(200);
    expect(await town.numbers()).toEqual([
      ["53010123 0099", "issued"],
      ["53010124 0001", "issued"],
      ["53010123 0100", "issued"],
    ]);
  });

  test("a void one keeps its number, and the one in its place has the next", async () => {
    const town = await aTownWithFees(1);
    await town.takeIn("fee", batch("8", "9"));
    await town.pay(1);
    const { items } = (await town.get("/fiscal-receipts", { kind: "fee" })).body;
    const [{ id }] = Array.isArray(items) ? items : [];
    await town.post(`/fiscal-receipts/${id}/void`, { reasons: "交款人姓名有误", madeOutTo: "王大山" }, second);
    expect(await town.numbers()).toEqual([
      ["53010123 8", "voided"],
      ["53010123 9", "issued"],
    ]);
  });

  test("sixteen payments at once have sixteen numbers, none twice and none missing", async () => {
    const town = await aTownWithFees(16);
    await town.takeIn("fee", batch("01", "16"));
    const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => town.pay(at + 1)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const given = (await town.numbers()).map(([number]) => number);
    expect(given.toSorted()).toEqual(
      Array.from({ length: 16 }, (_, at) => `53010123 ${String(at + 1).padStart(2, "0")}`),
    );
  });

  test("without a stock there is no receipt, and no money is recorded; numbers of another kind do not help", async () => {
    const town = await aTownWithFees(1);
    await town.takeIn("penalty", batch("1", "9"));
    const refused = await town.pay(1);
    expect(refused).toMatchObject({ status: 422, body: { code: "finance.receipts-without-stock" } });
    expect(refused.body.detail).toContain("/finance/receipt-stocks/fee/take-in");
    expect((await town.get("/receivables/permits:A1")).body).toMatchObject({ status: "open", receivedFen: 0 });
    await town.takeIn("fee", batch("1", "9", "53010124"));
    expect((await town.pay(1)).status).toBe(200);
    expect(await town.numbers()).toEqual([["53010124 1", "issued"]]);
  });

  test("D: a kind that the county's own system numbers is counted by kind and year, until numbers of it are taken in", async () => {
    const town = await aTownWithFees(2, ["fee"]);
    await town.pay(1);
    await town.takeIn("fee", batch("1", "9"));
    await town.pay(2);
    expect((await town.numbers()).map(([number]) => number).toSorted()).toEqual(["53010123 1", "非税〔2026〕1"]);
  });

  test("numbers that were taken in before are refused, of another kind too; the finance approver takes them in", async () => {
    const town = await aTownWithFees(0);
    expect((await town.takeIn("fee", batch("10", "20"))).status).toBe(200);
    const code = async (kind: string, body: object) => (await town.takeIn(kind, body)).body.code;
    expect(await code("fee", batch("20", "30"))).toBe("finance.receipt-numbers-twice");
    expect(await code("income", batch("01", "10"))).toBe("finance.receipt-numbers-twice");
    expect(await code("income", batch("21", "30"))).toBeUndefined();
    expect(await code("fee", batch("09", "8"))).toBe("finance.receipt-numbers-backwards");
    expect(await code("fee", batch("40", "39"))).toBe("finance.receipt-numbers-backwards");
    expect(await code("ticket", batch("50", "60"))).toBe("finance.receipt-kind-unknown");
    expect((await town.takeIn("fee", batch("50", "60"), theAccountant)).status).toBe(403);
    const both: Actor = { ...theApprover, roles: ["finance-approver", "cashier"] };
    expect((await town.takeIn("fee", batch("50", "60"), both)).body).toMatchObject({
      code: "finance.receipt-by-cashier",
    });
    expect((await town.get("/receipt-stocks")).body.items).toMatchObject([{ id: "fee" }, { id: "income" }]);
  });
});

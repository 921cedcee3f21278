import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FineCommand } from "../../services/enforcement/payment/domain/messages.ts";
import { owedOn } from "../../services/enforcement/payment/domain/owed.ts";
import { finance } from "../../services/finance/service.ts";
import { enforcementEvents } from "../../shared/contracts/enforcement.ts";
import { paymentReceived } from "../../shared/contracts/finance.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { town as profile } from "../enforcement/common/builders.ts";
import {
  aFine,
  theAccountant as enforcementAccountant,
  following,
  paying,
  theMayor,
  theParty,
} from "../enforcement/payment/builders.ts";
import { aFinanceTown } from "../finance/finance-town.ts";
import { refusalOf } from "../support/deciding.ts";
import { handTo } from "../support/reacting.ts";
import vectors from "../vectors/vectors.json" with { type: "json" };

let told = 0;
const anEvent = (type: string, subject: string, data: object): CloudEvent => {
  told += 1;
  return {
    ...{ specversion: "1.0", source: "/town", type, subject, id: `e${told}`, time: "2026-03-02T01:00:00.000Z" },
    ...{ datacontenttype: "application/json", sequence: told, actor: "town", data: { ...data } },
  };
};

async function aTreasury() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const hand = (type: string, subject: string, data: object) =>
    handTo(finance.subscriptions, anEvent(`enforcement.${type}`, subject, data), town.runtime);
  const at = (day: string) => town.runtime.setClock(`${day}T02:00:00.000Z`);
  const read = async (id: string) => (await town.get(`/receivables/${id}`)).body;
  const receive = async (id: string, amountFen: number, on: string, receipt = `R-${on}`) =>
    (await town.post(`/receivables/${id}/receive`, { serial: `GK-${receipt}`, receipt, amountFen, on })).body;
  return { ...town, hand, at, read, receive };
}

/** A fine of enforcement, and the claim that finance makes of what enforcement publishes. */
async function twoServices(more: Parameters<typeof aFine>[0] = {}) {
  const town = await aTreasury();
  const one = aFine(more);
  let sent = 0;
  const publish = async () => {
    const refused: string[] = [];
    for (; sent < one.events.length; sent += 1) {
      const event = one.events[sent];
      if (event === undefined || !Object.hasOwn(enforcementEvents, event.type)) continue;
      refused.push(...(await town.hand(event.type.replace("enforcement.", ""), "fine/C1:p1", event.data)));
    }
    return refused;
  };
  await publish();
  const id = "enforcement:C1:p1";
  const tell = async (command: FineCommand, day: string, actor?: Actor) => {
    town.at(day);
    one.tell(command, day, actor);
    return publish();
  };
  const both = async (day: string) => {
    town.at(day);
    const { openFen, surchargeFen } = owedOn(one.state, day, { town: profile });
    const isOver = one.state.status === "annulled" || one.state.status === "ended";
    const claim = await town.read(id);
    return {
      decided: { owedFen: isOver ? 0 : openFen, surchargeFen },
      collected: { owedFen: claim.owedFen, surchargeFen: claim.surchargeFen },
      claim,
      isPaid: one.state.status === "paid",
    };
  };
  return { ...town, one, tell, both, id };
}

describe("CF-72, CF-66: finance claims what enforcement claims, to the fen and on any day", () => {
  test("a late fine grows by three per cent a day, and is settled with its surcharge only", async () => {
    const town = await twoServices();
    expect((await town.both("2026-01-30")).claim).toMatchObject({ owedFen: 100_000, overdue: false, lateDays: 0 });
    expect((await town.both("2026-01-31")).claim).toMatchObject({ owedFen: 103_000, overdue: true, lateDays: 1 });
    const paid = await town.receive(town.id, 100_000, "2026-01-31");
    expect(paid).toMatchObject({ status: "open", owedFen: 3_000, surchargeFen: 3_000 });
    await town.tell(paying(100_000, "2026-01-31"), "2026-01-31", enforcementAccountant);
    expect((await town.both("2026-06-30")).claim).toMatchObject({ status: "open", owedFen: 3_000, awaitedFen: 0 });
    expect(await town.receive(town.id, 3_000, "2026-06-30")).toMatchObject({ status: "settled", surplusFen: 0 });
  });

  test("CF-72: the surcharge never exceeds the fine: 33 days, 34 days", async () => {
    const town = await twoServices();
    expect((await town.both("2026-03-04")).claim).toMatchObject({ lateDays: 33, surchargeFen: 99_000 });
    expect((await town.both("2026-03-05")).claim).toMatchObject({ lateDays: 34, surchargeFen: 100_000 });
  });

  test.each(vectors.lateSurcharge)("vector $id", async ({ fineFen, received, paid, suspensionsClosed, ...vector }) => {
    const town = await twoServices({ fineFen, receivedOn: received });
    const pauses: readonly (readonly string[])[] = suspensionsClosed;
    for (const [from = "", to = ""] of pauses) {
      await town.tell(following({ fineFen, receivedOn: received }, { remedies: [{ kind: "review", from }] }), from);
      await town.tell(following({ fineFen, receivedOn: received }, { remedies: [{ kind: "review", from, to }] }), to);
    }
    const { totalFen, surchargeFen, lateDays } = vector[profile.enforcement.due.restDays];
    expect((await town.both(paid)).claim).toMatchObject({ owedFen: totalFen, surchargeFen, lateDays });
  });

  test.each(vectors.instalment)("vector $id", async ({ fineFen, schedule }) => {
    const town = await twoServices({ fineFen, receivedOn: "2026-03-02" });
    const plan = schedule.map(({ amountFen, due }) => ({ amountFen, due }));
    const ask: FineCommand = { type: "ask-deferral", partyKeys: ["KEY"], kind: "instalments", plan, reasons: "困难" };
    await town.tell(ask, "2026-03-03", theParty);
    await town.tell({ type: "decide-deferral", approved: true, reasons: "属实" }, "2026-03-04", theMayor);
    let surcharge = 0;
    for (const { amountFen, paid, surchargeFen } of schedule) {
      town.at(paid);
      surcharge += surchargeFen;
      expect(await town.receive(town.id, amountFen, paid)).toMatchObject({ surchargeFen: surcharge });
    }
    expect(await town.read(town.id)).toMatchObject({ status: "open", owedFen: surcharge });
  });

  test("CF-73: no day of a review counts, and the days before and after do", async () => {
    const town = await twoServices();
    await town.tell(following({}, { remedies: [{ kind: "review", from: "2026-02-01" }] }), "2026-02-01");
    expect((await town.both("2026-02-20")).collected).toEqual({ owedFen: 103_000, surchargeFen: 3_000 });
    const over = { kind: "review", from: "2026-02-01", to: "2026-02-20" } as const;
    await town.tell(following({}, { remedies: [over] }), "2026-02-20");
    expect((await town.both("2026-02-21")).collected).toEqual({ owedFen: 106_000, surchargeFen: 6_000 });
  });

  test("CF-73: of 105 days late, 76 of a review do not count: 29 days, both ends of the review left out", async () => {
    const ofMarch = { fineFen: 200_000, receivedOn: "2026-03-02" };
    const town = await twoServices(ofMarch);
    await town.tell(following(ofMarch, { remedies: [{ kind: "review", from: "2026-04-01" }] }), "2026-04-01");
    const over = { kind: "review", from: "2026-04-01", to: "2026-06-15" } as const;
    await town.tell(following(ofMarch, { remedies: [over] }), "2026-06-15");
    const { claim, decided, collected } = await town.both("2026-06-30");
    expect(claim).toMatchObject({ lateDays: 29, surchargeFen: 174_000, owedFen: 374_000 });
    expect(collected).toEqual(decided);
  });

  test("CF-72a: a decision that does not say so bears no surcharge", async () => {
    const town = await twoServices({ surcharge: false });
    expect((await town.both("2026-03-31")).claim).toMatchObject({ owedFen: 100_000, surchargeFen: 0, overdue: true });
  });

  test("CF-66: an approved plan is shown by parts, and only the late part is surcharged", async () => {
    const town = await twoServices({ fineFen: 90_000 });
    const plan = [
      { amountFen: 30_000, due: "2026-02-15" },
      { amountFen: 60_000, due: "2026-03-15" },
    ];
    await town.tell(
      { type: "ask-deferral", partyKeys: ["KEY"], kind: "instalments", plan, reasons: "困难" },
      "2026-01-20",
      theParty,
    );
    expect((await town.both("2026-01-31")).claim).toMatchObject({ surchargeFen: 2_700, dueOn: "2026-01-30" });
    await town.tell({ type: "decide-deferral", approved: true, reasons: "属实" }, "2026-01-31", theMayor);
    // T-13: 15 February 2026 is in the Spring Festival, and 15 March is a Sunday.
    const open = (dueOn: string, amountFen: number) => ({ amountFen, dueOn, openFen: amountFen });
    const instalments = [open("2026-02-24", 30_000), open("2026-03-16", 60_000)];
    expect((await town.both("2026-02-24")).claim).toMatchObject({ surchargeFen: 0, overdue: false, instalments });
    expect((await town.both("2026-02-25")).claim).toMatchObject({
      ...{ surchargeFen: 900, dueOn: "2026-02-24", overdue: true, instalments },
    });
    expect(await town.receive(town.id, 30_000, "2026-02-25")).toMatchObject({ overdue: false, dueOn: "2026-03-16" });
  });

  test("CF-66, CF-72: instalments, one late, its surcharge, closed: each payment goes from finance to enforcement", async () => {
    const town = await twoServices({ fineFen: 90_000 });
    const plan = ["2026-02-13", "2026-03-13", "2026-04-15"].map((due) => ({ amountFen: 30_000, due }));
    const ask: FineCommand = { type: "ask-deferral", partyKeys: ["KEY"], kind: "instalments", plan, reasons: "困难" };
    await town.tell(ask, "2026-01-20", theParty);
    await town.tell({ type: "decide-deferral", approved: true, reasons: "属实" }, "2026-01-21", theMayor);
    const pay = async (amountFen: number, day: string) => {
      town.at(day);
      await town.receive(town.id, amountFen, day);
      const told = town.heard.findLast(({ type }) => type === "finance.payment.received");
      const { amountFen: paid, receivedOn, receipt } = paymentReceived.parse(told?.data);
      await town.tell(paying(paid, receivedOn, receipt), day);
      const { decided, collected, claim } = await town.both(day);
      expect(collected).toEqual(decided);
      expect(claim.awaitedFen).toBe(0);
      return [claim.status, claim.owedFen, town.one.state.status];
    };
    expect(await pay(30_000, "2026-02-13")).toEqual(["open", 60_000, "due"]);
    expect(await pay(30_000, "2026-03-16")).toEqual(["open", 32_700, "due"]);
    expect(await pay(30_000, "2026-04-15")).toEqual(["open", 2_700, "due"]);
    expect(await pay(2_699, "2026-05-01")).toEqual(["open", 1, "due"]);
    expect(await pay(1, "2026-05-02")).toEqual(["settled", 0, "paid"]);
  });

  test("QZ-39: annulled after it was paid, and decided anew: money of before goes back and pays nothing of the new fine", async () => {
    const town = await twoServices();
    town.at("2026-01-20");
    await town.receive(town.id, 100_000, "2026-01-20", "R1");
    await town.tell(paying(100_000, "2026-01-20", "R1"), "2026-01-20");
    await town.tell(following({}, { overturned: "撤1号" }), "2026-03-02");
    expect((await town.both("2026-03-02")).claim).toMatchObject({ status: "cancelled", owedFen: 0 });
    const anew = following({ decision: "广通罚〔2026〕9号", fineFen: 60_000, receivedOn: "2026-04-08" });
    await town.tell(anew, "2026-04-08");
    expect(await town.tell(anew, "2026-04-09")).toEqual([]);
    // Due on 23 April; ten days late: thirty per cent of the new fine.
    const { decided, collected, claim } = await town.both("2026-05-03");
    expect(decided).toEqual({ owedFen: 78_000, surchargeFen: 18_000 });
    expect(collected).toEqual(decided);
    expect(claim).toMatchObject({ status: "open", dueFen: 60_000, dueOn: "2026-04-23", refundDueFen: 100_000 });
    // The old receipt pays nothing again; a new one does.
    expect(refusalOf(town.one.tell(paying(60_000, "2026-05-03", "R1"), "2026-05-03")).code).toBe(
      "enforcement.receipt-used",
    );
    await town.receive(town.id, 78_000, "2026-05-03", "R2");
    await town.tell(paying(78_000, "2026-05-03", "R2"), "2026-05-03");
    const after = await town.both("2026-05-03");
    expect(after.isPaid).toBe(true);
    expect(after.claim).toMatchObject({ status: "settled", owedFen: 0, refundDueFen: 100_000 });
    // F-47: the money of before was another one's: nothing goes back to this party.
    await town.tell({ type: "take-payment-back", receipt: "R1" }, "2026-05-04");
    expect((await town.both("2026-05-04")).claim).toMatchObject({ status: "settled", owedFen: 0, refundDueFen: 0 });
    expect(town.one.state).toMatchObject({ status: "paid", before: { payments: [], refundedFen: 0 } });
  });

  test("a decision made anew of which the fine hears first: the old one is annulled, the new one owed", async () => {
    const town = await twoServices();
    await town.tell(
      following({ decision: "广通罚〔2026〕9号", fineFen: 60_000, receivedOn: "2026-04-08" }),
      "2026-04-08",
    );
    const { decided, collected } = await town.both("2026-04-24");
    expect(decided).toEqual({ owedFen: 61_800, surchargeFen: 1_800 });
    expect(collected).toEqual(decided);
  });

  test("a slip that enforcement recorded counts for the party, and is awaited in the treasury", async () => {
    const town = await twoServices();
    await town.tell(paying(100_000, "2026-01-20", "R1"), "2026-01-20", enforcementAccountant);
    expect((await town.both("2026-01-20")).claim).toMatchObject({
      ...{ status: "settled", owedFen: 0, receivedFen: 0, awaitedFen: 100_000 },
    });
    expect(await town.receive(town.id, 100_000, "2026-01-20", "R1")).toMatchObject({
      ...{ status: "settled", owedFen: 0, receivedFen: 100_000, awaitedFen: 0, surplusFen: 0 },
    });
  });

  test("paid, lowered, given back and raised again: the difference is owed on both sides", async () => {
    const town = await twoServices();
    await town.tell(paying(100_000, "2026-01-20"), "2026-01-20", enforcementAccountant);
    await town.tell(following({ fineFen: 60_000 }), "2026-02-01");
    await town.tell(following({ fineFen: 90_000 }), "2026-02-02");
    const { decided, collected, claim } = await town.both("2026-02-02");
    expect(collected).toEqual(decided);
    expect(claim).toMatchObject({ status: "open", refundDueFen: 40_000 });
    expect(town.one.state.status).toBe("due");
  });

  test("CF-70: a receipt stands in a claim once, and no money comes before the decision was served", async () => {
    const town = await twoServices();
    await town.both("2026-01-20");
    await town.receive(town.id, 10_000, "2026-01-20", "R1");
    const again = { serial: "GK-2", receipt: "R1", amountFen: 5_000, on: "2026-01-20" };
    expect((await town.post(`/receivables/${town.id}/receive`, again)).body).toMatchObject({
      code: "finance.receipt-used",
    });
    expect(await town.receive(town.id, 1, "2026-01-14")).toMatchObject({ code: "finance.paid-before-claim" });
    expect(await town.receive(town.id, 1, "2026-01-15")).toMatchObject({ receivedFen: 10_001 });
  });

  test("after any history both say the same sum on any day", async () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((after) => new Date(Date.UTC(2026, 0, 17 + after)).toISOString().slice(0, 10));
    const step = fc.oneof(
      fc.record({ day, pay: fc.constantFrom(1, 3_000, 40_000, 100_000) }),
      fc.record({ day, sum: fc.constantFrom(50_000, 100_000, 120_000) }),
      fc.record({ day, waive: fc.constant(true) }),
      fc.record({ day, ask: fc.constant(true) }),
      fc.record({ day, decide: fc.boolean() }),
      fc.record({ day, review: fc.boolean() }),
      fc.record({ day, fall: fc.constant(true) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), day, async (steps, then) => {
        const town = await twoServices();
        let [sum, remedies]: [number, { kind: "review"; from: string; to?: string }[]] = [100_000, []];
        for (const [at, one] of steps.toSorted((a, b) => (a.day < b.day ? -1 : 1)).entries()) {
          if ("pay" in one) await town.tell(paying(one.pay, one.day, `R${at}`), one.day, enforcementAccountant);
          if ("waive" in one) await town.tell({ type: "waive-surcharge", putRight: "已改正" }, one.day, theMayor);
          if ("ask" in one) {
            const plan = [{ amountFen: sum, due: "2026-03-15" }];
            const ask: FineCommand = {
              type: "ask-deferral",
              partyKeys: ["KEY"],
              kind: "deferral",
              plan,
              reasons: "困难",
            };
            await town.tell(ask, one.day, theParty);
          }
          if ("decide" in one)
            await town.tell({ type: "decide-deferral", approved: one.decide, reasons: "x" }, one.day, theMayor);
          if ("sum" in one) sum = one.sum;
          if ("review" in one) {
            const open = remedies.at(-1);
            if (open !== undefined && open.to === undefined)
              remedies = [...remedies.slice(0, -1), { ...open, to: one.day }];
            else if (one.review) remedies = [...remedies, { kind: "review", from: one.day }];
          }
          const overturned = "fall" in one ? { overturned: "撤1号" } : {};
          if ("sum" in one || "review" in one || "fall" in one)
            await town.tell(following({ fineFen: sum }, { remedies, ...overturned }), one.day);
        }
        for (const later of [then, "2026-03-20"]) {
          const { decided, collected, claim, isPaid } = await town.both(later);
          expect(collected.owedFen).toBe(decided.owedFen);
          if (isPaid) expect(claim.status).toBe("settled");
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("CF-68 to CF-71: a penalty on the spot is a claim, and its money is followed to the treasury", () => {
  const spot = "on-spot/S1";
  const id = "enforcement:S1";
  const decided = { item: "PN-001", number: {}, on: "2026-09-28", amountFen: 10_000, inWhoseName: {} };
  const by = (due: string) => ({
    ...{ rule: "CF-71", article: "行政处罚法71", unit: "working-day", length: 2, roll: "none", start: "2026-09-28" },
    ...{ extensions: [], pauses: [], excludedDays: 0, due, provisional: false, calendarVersion: "2026" },
  });

  test("paid at the bank in fifteen days; without a surcharge when late", async () => {
    const town = await aTreasury();
    expect(await town.hand("on-spot.decided", spot, decided)).toEqual([]);
    town.at("2026-10-13");
    expect(await town.read(id)).toMatchObject({
      owedFen: 10_000,
      dueOn: "2026-10-13",
      overdue: false,
      kind: "penalty",
    });
    town.at("2026-10-14");
    expect(await town.read(id)).toMatchObject({ owedFen: 10_000, surchargeFen: 0, overdue: true });
    for (const part of [9_999, 10_001])
      expect(await town.receive(id, part, "2026-10-14")).toMatchObject({ code: "finance.whole-sum-only" });
    expect(await town.receive(id, 10_000, "2026-10-14")).toMatchObject({ status: "settled", owedFen: 0 });
  });

  test("taken by an officer: the party owes nothing, officer and organ hand it on by their days", async () => {
    const town = await aTreasury();
    await town.hand("on-spot.decided", spot, decided);
    await town.hand("on-spot.collected", spot, { on: "2026-09-30", receipt: "P1", handInBy: by("2026-10-09") });
    town.at("2026-10-09");
    expect(await town.read(id)).toMatchObject({
      ...{ status: "open", owedFen: 0, overdue: false },
      inHands: { holder: "officer", handOnBy: "2026-10-09", late: false },
    });
    town.at("2026-10-10");
    expect(await town.read(id)).toMatchObject({ inHands: { holder: "officer", late: true } });
    await town.hand("on-spot.handed-in", spot, { on: "2026-10-10", depositBy: by("2026-10-12") });
    expect(await town.read(id)).toMatchObject({ inHands: { holder: "organ", handOnBy: "2026-10-12", late: false } });
    await town.hand("on-spot.limit-recounted", spot, { what: "deposit", limit: by("2026-10-13") });
    expect(await town.read(id)).toMatchObject({ inHands: { handOnBy: "2026-10-13" } });
    await town.hand("on-spot.deposited", spot, { on: "2026-10-12" });
    expect(await town.read(id)).toMatchObject({ status: "open", inHands: { holder: "bank", late: false } });
    town.at("2026-10-13");
    const inTreasury = await town.receive(id, 10_000, "2026-10-13", "P1");
    expect(inTreasury).toMatchObject({ status: "settled", receivedFen: 10_000 });
    expect(inTreasury.inHands).toBeUndefined();
  });

  test("F-36: paid at the bank though an officer took it: what enforcement says goes back, no fen more", async () => {
    const town = await aTreasury();
    await town.hand("on-spot.decided", spot, decided);
    await town.hand("on-spot.collected", spot, { on: "2026-09-30", receipt: "P1", handInBy: by("2026-10-09") });
    town.at("2026-10-01");
    await town.receive(id, 10_000, "2026-10-01", "B1");
    expect(await town.read(id)).toMatchObject({ refundableFen: 0 });
    for (const _time of [1, 2]) await town.hand("on-spot.refund-due", spot, { on: "2026-10-01", amountFen: 10_000 });
    expect(await town.read(id)).toMatchObject({ refundableFen: 10_000 });
  });

  test("the clerk's note that all was paid counts; the treasury's line does not make it twice", async () => {
    const town = await aTreasury();
    await town.hand("on-spot.decided", spot, decided);
    town.at("2026-09-30");
    await town.hand("on-spot.paid", spot, { on: "2026-09-29" });
    expect(await town.read(id)).toMatchObject({ status: "settled", owedFen: 0, awaitedFen: 10_000 });
    expect(await town.receive(id, 10_000, "2026-09-30")).toMatchObject({ awaitedFen: 0, surplusFen: 0 });
  });

  test("what is told of the money before its decision waits, and counts once it is sent again", async () => {
    const town = await aTreasury();
    const collected = () =>
      town.hand("on-spot.collected", spot, { on: "2026-09-28", receipt: "P1", handInBy: by("2026-09-30") });
    expect(await collected()).toEqual(["enforcement.on-spot.collected: not-found"]);
    await town.hand("on-spot.decided", spot, decided);
    expect(await town.read(id)).toMatchObject({ owedFen: 10_000 });
    expect(await collected()).toEqual([]);
    expect(await town.read(id)).toMatchObject({ owedFen: 0, inHands: { holder: "officer" } });
  });

  test("a warning makes no claim, and the same event again raises none", async () => {
    const town = await aTreasury();
    expect(await town.hand("on-spot.decided", spot, { ...decided, amountFen: 0 })).toEqual([]);
    expect((await town.get(`/receivables/${id}`)).status).toBe(404);
    await town.hand("on-spot.decided", spot, decided);
    expect(await town.hand("on-spot.decided", spot, decided)).toEqual([]);
    expect((await town.get("/receivables")).body.items).toHaveLength(1);
  });
});

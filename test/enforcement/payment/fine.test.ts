import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fine } from "../../../services/enforcement/payment/domain/decider.ts";
import type { Fine } from "../../../services/enforcement/payment/domain/fine.ts";
import type { FineCommand } from "../../../services/enforcement/payment/domain/messages.ts";
import { owedOn } from "../../../services/enforcement/payment/domain/owed.ts";
import { officialCalendar, startOfDay } from "../../../shared/calendar/index.ts";
import { isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { town } from "../common/builders.ts";
import {
  aFine,
  asking,
  brought,
  demanding,
  following,
  paying,
  served,
  theAccountant,
  theMayor,
  theOfficer,
  theParty,
} from "./builders.ts";

type OneFine = ReturnType<typeof aFine>;
const codeOf = (decision: ReturnType<OneFine["tell"]>) => refusalOf(decision).code;
const owed = (one: OneFine, on: string) => owedOn(one.state, on, { town });

describe("CF-67: a decision that was served makes a debt", () => {
  test("due fifteen days after the service, told to finance", () => {
    const one = aFine({ gainsFen: 5_000 });
    expect(one.state).toMatchObject({ status: "due", due: { due: "2026-01-30", rule: "CF-67" } });
    expect(one.events.at(-1)).toMatchObject({
      type: "enforcement.fine.due",
      data: { case: "C1", proceeding: "C1:p1", fineFen: 100_000, gainsFen: 5_000, due: "2026-01-30", surcharge: true },
    });
  });
  test("a decision without money makes none, nor one that is not served", () => {
    const one = new Living(fine);
    expect(one.tell(following({ fineFen: 0 }), "2026-01-16")).toEqual([]);
    expect(one.tell({ type: "follow", debt: undefined, remedies: [] }, "2026-01-16")).toEqual([]);
  });
  test("the same news twice changes nothing", () => {
    expect(aFine().tell(following(), "2026-01-17")).toEqual([]);
  });
});

describe("money that comes in", () => {
  test("paid, lowered and then raised again: the difference is due, and finance hears of it", () => {
    const one = aFine().lawfully(paying(100_000, "2026-01-20"), "2026-01-20", theAccountant);
    one.lawfully(following({ fineFen: 60_000 }), "2026-02-01").lawfully(following({ fineFen: 90_000 }), "2026-02-02");
    expect(one.types.slice(-2)).toEqual(["enforcement.fine.changed", "enforcement.fine.reopened"]);
    expect(one.state.status).toBe("due");
    expect(owed(one, "2026-02-02")).toMatchObject({ paidFen: 100_000, openFen: 30_000 });
    one.lawfully(paying(30_000, "2026-02-03"), "2026-02-03", theAccountant);
    expect(one.state).toMatchObject({ status: "paid", refundedFen: 40_000 });
  });
  test("a part leaves the rest open; the last fen settles it", () => {
    const one = aFine().lawfully(paying(60_000, "2026-01-20"), "2026-01-20", theAccountant);
    expect(one.state.status).toBe("due");
    one.lawfully(paying(40_000, "2026-01-30"), "2026-01-30", theAccountant);
    expect(one.state).toMatchObject({ status: "paid", paidOn: "2026-01-30" });
    expect(one.types.at(-1)).toBe("enforcement.fine.settled");
  });
  test("CF-72: paid a day late, the surcharge stays open", () => {
    const one = aFine().lawfully(paying(100_000, "2026-01-31"), "2026-01-31", theAccountant);
    expect(one.state.status).toBe("due");
    expect(owed(one, "2026-03-01")).toMatchObject({ surchargeFen: 3_000, openFen: 3_000, lateDays: 1 });
    one.lawfully(paying(3_000, "2026-02-05"), "2026-02-05", theAccountant);
    expect(one.state.status).toBe("paid");
  });
  test("CF-72a: where the decision did not say so there is no surcharge", () => {
    const one = aFine({ surcharge: false }).lawfully(paying(100_000, "2026-03-31"), "2026-03-31", theAccountant);
    expect(one.state.status).toBe("paid");
  });
  test("CF-72: gains are never surcharged", () => {
    const one = aFine({ fineFen: 0, gainsFen: 80_000 });
    expect(owed(one, "2026-05-01")).toMatchObject({ surchargeFen: 0, openFen: 80_000 });
  });
  test("a receipt counts once; with another sum it is refused (CF-70)", () => {
    const one = aFine().lawfully(paying(10_000, "2026-01-20", "R1"), "2026-01-20", theAccountant);
    expect(one.tell(paying(10_000, "2026-01-20", "R1"), "2026-01-21", theAccountant)).toEqual([]);
    expect(codeOf(one.tell(paying(20_000, "2026-01-20", "R1"), "2026-01-21"))).toBe("enforcement.receipt-used");
  });
  test("not on a day to come, nor before the decision was served", () => {
    const one = aFine();
    expect(codeOf(one.tell(paying(1, "2026-01-22"), "2026-01-21"))).toBe("enforcement.day-to-come");
    expect(codeOf(one.tell(paying(1, "2026-01-14"), "2026-01-21"))).toBe("enforcement.day-before-service");
  });
  test("what was paid too much goes back, once", () => {
    const one = aFine().lawfully(paying(130_000, "2026-01-20"), "2026-01-20", theAccountant);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.fine.refund-due", data: { amountFen: 30_000 } });
    one.lawfully(paying(5_000, "2026-01-21"), "2026-01-21", theAccountant);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.fine.refund-due", data: { amountFen: 5_000 } });
    expect(one.state.refundedFen).toBe(35_000);
  });
});

describe("CF-73, QZ-39: review, suit, another decision", () => {
  const review = { kind: "review" as const, from: "2026-02-10" };
  test("no surcharge is counted while the review runs; the debt stays", () => {
    const one = aFine().lawfully(following({}, { remedies: [review] }), "2026-02-10");
    expect(owed(one, "2026-03-31").lateDays).toBe(10);
    one.lawfully(following({}, { remedies: [{ ...review, to: "2026-03-31" }] }), "2026-04-01");
    expect(owed(one, "2026-04-02").lateDays).toBe(12);
  });
  test("changed to less after it was paid: the difference goes back", () => {
    const one = aFine().lawfully(paying(100_000, "2026-01-20"), "2026-01-20", theAccountant);
    one.lawfully(following({ fineFen: 60_000 }, { remedies: [{ ...review, to: "2026-04-01" }] }), "2026-04-01");
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.fine.refund-due", data: { amountFen: 40_000 } });
    expect(
      one.tell(following({ fineFen: 60_000 }, { remedies: [{ ...review, to: "2026-04-01" }] }), "2026-04-02"),
    ).toEqual([]);
  });
  test("changed to what was paid already: settled", () => {
    const one = aFine().lawfully(paying(60_000, "2026-01-20"), "2026-01-20", theAccountant);
    one.lawfully(following({ fineFen: 60_000 }), "2026-01-25");
    expect(one.state.status).toBe("paid");
  });
  test("revoked: nothing is owed, all of it goes back, also what comes in later", () => {
    const one = aFine().lawfully(paying(60_000, "2026-01-20"), "2026-01-20", theAccountant);
    one.lawfully(following({}, { overturned: "禄政复决〔2026〕3号" }), "2026-04-01");
    expect(one.state.status).toBe("annulled");
    expect(one.state.refundedFen).toBe(60_000);
    one.lawfully(paying(1_000, "2026-04-02"), "2026-04-02", theAccountant);
    expect(one.state.refundedFen).toBe(61_000);
    expect(one.tell(following({}, { overturned: "禄政复决〔2026〕3号" }), "2026-04-03")).toEqual([]);
  });
});

describe("F-47: finance took a payment back that was another one's", () => {
  const back = (receipt: string) => ({ type: "take-payment-back", receipt }) as const;
  const paid = (receipt: string, amountFen = 100_000) => ({ ...paying(amountFen, "2026-01-20"), receipt });
  test("a fine that it paid is owed again, late days included; a second time it changes nothing", () => {
    const one = aFine().lawfully(paid("A"), "2026-01-20", theAccountant);
    expect(one.state.status).toBe("paid");
    one.lawfully(back("A"), "2026-02-01");
    expect(one.types.slice(-2)).toEqual(["enforcement.fine.payment-taken-back", "enforcement.fine.reopened"]);
    expect(one.state.status).toBe("due");
    expect(owed(one, "2026-02-01")).toMatchObject({ openFen: 106_000, lateDays: 2 });
    expect(one.tell(back("A"), "2026-02-01")).toEqual([]);
    one.lawfully(paid("A"), "2026-02-01", theAccountant);
    expect(owed(one, "2026-02-01")).toMatchObject({ paidFen: 100_000 });
  });
  test("booked twice, the second is no refund and the fine stays paid", () => {
    const one = aFine()
      .lawfully(paid("A"), "2026-01-20", theAccountant)
      .lawfully(paid("B"), "2026-01-20", theAccountant);
    expect(one.state.refundedFen).toBe(100_000);
    one.lawfully(back("B"), "2026-01-21");
    expect(one.state).toMatchObject({ status: "paid", refundedFen: 0 });
    expect(owed(one, "2026-01-21").openFen).toBe(0);
  });
  test("of an annulled one only what is left goes back", () => {
    const one = aFine().lawfully(paid("A", 60_000), "2026-01-20", theAccountant);
    one.lawfully(paid("B", 10_000), "2026-01-20", theAccountant);
    one.lawfully(following({}, { overturned: "禄政复决〔2026〕3号" }), "2026-04-01");
    one.lawfully(back("A"), "2026-04-02");
    expect(one.state).toMatchObject({ status: "annulled", refundedFen: 10_000 });
  });
});

describe("CF-66: more time for hardship", () => {
  const plan = [
    { amountFen: 50_000, due: "2026-03-31" },
    { amountFen: 50_000, due: "2026-09-30" },
  ];
  const ask = { type: "ask-deferral", partyKeys: ["KEY"], kind: "instalments", plan, reasons: "确有经济困难" } as const;
  const yes = { type: "decide-deferral", approved: true, reasons: "属实" } as const;
  test("until it is approved nothing changes; then the surcharge counts on the late instalment alone", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty);
    expect(owed(one, "2026-02-01").lateDays).toBe(2);
    one.lawfully(yes, "2026-01-22", theMayor);
    expect(owed(one, "2026-02-01").lateDays).toBe(0);
    expect(owed(one, "2026-04-02")).toMatchObject({ lateDays: 2, surchargeFen: 3_000 });
  });
  test("a lighter fine shortens the plan from its end, and the court's months with it", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    one.lawfully(following({ fineFen: 50_000 }), "2026-02-01");
    expect(one.state.watch).toContainEqual({ what: "overdue", on: "2026-04-01" });
    expect(one.state.watch).toContainEqual({ what: "window-closed", on: "2026-10-16" });
    one.lawfully(paying(50_000, "2026-03-31"), "2026-03-31", theAccountant);
    expect(one.state.status).toBe("paid");
  });
  test("a plan of a fine that grew asks for the rest with its last part", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    one.lawfully(following({ fineFen: 120_000 }), "2026-02-01");
    one.lawfully(paying(50_000, "2026-03-31"), "2026-03-31", theAccountant);
    expect(owed(one, "2026-09-30")).toMatchObject({ openFen: 70_000, lateDays: 0 });
    expect(owed(one, "2026-10-01")).toMatchObject({ lateDays: 1, surchargeFen: 2_100 });
  });
  test("CF-73a: the court's three months run from the end of the plan", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    expect(one.state.watch).toContainEqual({ what: "window-closed", on: "2026-12-31" });
  });
  test("T-13: an instalment on a day of rest is paid in time on the next working day", () => {
    const rest = { ...ask, plan: [{ amountFen: 50_000, due: "2026-05-01" }, ...plan.slice(1)] };
    const one = aFine().lawfully(rest, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    expect(owed(one, "2026-05-06").lateDays).toBe(0);
    expect(owed(one, "2026-05-07")).toMatchObject({ lateDays: 1, surchargeFen: 1_500 });
  });
  test("a second plan that is asked for, and refused, leaves the approved one as it was", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    const longer = { ...ask, plan: [{ amountFen: 50_000, due: "2026-06-30" }, ...plan.slice(1)] };
    one.lawfully(longer, "2026-02-10", theParty);
    expect(owed(one, "2026-03-31").lateDays).toBe(0);
    one.lawfully({ ...yes, approved: false }, "2026-02-12", theMayor);
    expect(owed(one, "2026-04-01").lateDays).toBe(1);
    one.lawfully(longer, "2026-02-13", theParty).lawfully(yes, "2026-02-14", theMayor);
    expect(owed(one, "2026-04-01").lateDays).toBe(0);
  });
  test("T-10: instalments of a year not announced are looked at each week, and make nobody late before", () => {
    const far = {
      ...ask,
      plan: [
        { amountFen: 50_000, due: "2026-03-31" },
        { amountFen: 50_000, due: "2031-01-03" },
      ],
    };
    const one = aFine().lawfully(far, "2026-01-20", theParty).lawfully(yes, "2026-01-22", theMayor);
    one.lawfully(paying(50_000, "2026-03-31"), "2026-03-31", theAccountant);
    expect(fine.nextDeadline?.(one.state)).toBe(startOfDay("2031-01-04"));
    one.lawfully({ type: "pass-time" }, "2031-01-04");
    expect(one.types.at(-1)).toBe("enforcement.fine.limit-recounted");
    expect(fine.nextDeadline?.(one.state)).toBe(startOfDay("2031-01-11"));
    expect(owed(one, "2031-02-01")).toMatchObject({ lateDays: 0, openFen: 50_000 });
    expect(codeOf(one.tell(demanding, "2031-02-01", theOfficer))).toBe("enforcement.not-overdue");
  });
  test("refused, it is as if nothing had been asked, and can be asked again", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty);
    expect(codeOf(one.tell(ask, "2026-01-21", theParty))).toBe("enforcement.deferral-asked-already");
    one.lawfully({ ...yes, approved: false }, "2026-01-22", theMayor);
    expect(owed(one, "2026-02-01").lateDays).toBe(2);
    expect(isRejection(one.tell(ask, "2026-01-23", theParty))).toBe(false);
  });
  test("neither the handler approves nor anybody but the head", () => {
    const one = aFine().lawfully(ask, "2026-01-20", theParty);
    expect(codeOf(one.tell(yes, "2026-01-22", { ...theMayor, sub: "officer-2" }))).toBe(
      "enforcement.handler-cannot-approve",
    );
    expect(codeOf(one.tell(yes, "2026-01-22", { ...theMayor, sub: "somebody" }))).toBe("enforcement.head-decides");
    expect(codeOf(aFine().tell(yes, "2026-01-22", theMayor))).toBe("enforcement.deferral-not-asked");
  });
  test.each([
    [
      "sums that do not make the fine",
      [
        { amountFen: 50_000, due: "2026-03-31" },
        { amountFen: 49_999, due: "2026-04-30" },
      ],
    ],
    [
      "days out of order",
      [
        { amountFen: 50_000, due: "2026-04-30" },
        { amountFen: 50_000, due: "2026-03-31" },
      ],
    ],
    ["a single instalment", [{ amountFen: 100_000, due: "2026-04-30" }]],
    [
      "a last day that is no later than the due day",
      [
        { amountFen: 50_000, due: "2026-01-25" },
        { amountFen: 50_000, due: "2026-01-30" },
      ],
    ],
  ])("%s: refused", (_what, wrong) => {
    expect(codeOf(aFine().tell({ ...ask, plan: wrong }, "2026-01-20", theParty))).toBe(
      "enforcement.deferral-plan-wrong",
    );
  });
});

describe("CF-42, CF-66: whose step it is", () => {
  const stranger = { ...theOfficer, sub: "officer-9" };
  const plan = [{ amountFen: 100_000, due: "2026-12-31" }];
  const asked = { type: "ask-deferral", partyKeys: ["KEY"], kind: "deferral", plan, reasons: "困难" } as const;
  test("officers of the case demand and record what the court says; nobody else does", () => {
    expect(codeOf(aFine().tell(demanding, "2026-02-01", stranger))).toBe("enforcement.not-a-handler");
    expect(codeOf(aFine().tell(demanding, "2026-02-01", theParty))).toBe("enforcement.not-a-handler");
    expect(isRejection(aFine().tell(demanding, "2026-02-01", theOfficer))).toBe(false);
  });
  test("the party asks for time, or an officer of the case for him; another party does not", () => {
    expect(isRejection(aFine().tell(asked, "2026-01-20", theParty))).toBe(false);
    expect(isRejection(aFine().tell(asked, "2026-01-20", theOfficer))).toBe(false);
    expect(codeOf(aFine().tell(asked, "2026-01-20", { ...theParty, party: "OTHER" }))).toBe(
      "enforcement.not-the-party",
    );
    expect(codeOf(aFine().tell({ ...asked, partyKeys: [] }, "2026-01-20", { sub: "x", name: "x", roles: [] }))).toBe(
      "enforcement.not-the-party",
    );
  });
});

describe("QZ-42: the surcharge let off once things were put right", () => {
  const waive = { type: "waive-surcharge", putRight: "已拆除" } as const;
  test("by the head; paid but for the surcharge, it is settled", () => {
    const one = aFine().lawfully(paying(100_000, "2026-02-28"), "2026-02-28", theAccountant);
    expect(one.state.status).toBe("due");
    one.lawfully(waive, "2026-03-01", theMayor);
    expect(one.state.status).toBe("paid");
  });
  test("not where no surcharge was told (CF-72a)", () => {
    expect(codeOf(aFine({ surcharge: false }).tell(waive, "2026-03-01", theMayor))).toBe(
      "enforcement.surcharge-not-stated",
    );
  });
});

/** As the vector ca-1 counts: served on 15 January, suit until 15 July, window until 15 October. */
const demanded = (on = "2026-09-23") => served(aFine().lawfully(demanding, "2026-08-01", theOfficer), on);

describe("QZ-35 to QZ-57: demand and court", () => {
  test("a demand is for what is late only", () => {
    expect(codeOf(aFine().tell(demanding, "2026-01-30", theOfficer))).toBe("enforcement.not-overdue");
    expect(isRejection(aFine().tell(demanding, "2026-01-31", theOfficer))).toBe(false);
    expect(codeOf(demanded().tell(demanding, "2026-09-24", theOfficer))).toBe("enforcement.demanded-already");
  });
  test("QZ-54: ten working days after the service, on the last day of the window", () => {
    expect(codeOf(demanded().tell(asking, "2026-10-14", theMayor))).toBe("enforcement.court-not-yet");
    const one = demanded().lawfully(asking, "2026-10-15", theMayor);
    expect(one.state).toMatchObject({ status: "applied", court: { acceptance: { due: "2026-10-22" } } });
  });
  test("QZ-53: not before the suit period is over, not after three months", () => {
    expect(codeOf(demanded("2026-08-01").tell(asking, "2026-10-16", theMayor))).toBe("enforcement.court-window-closed");
    const late = aFine({ receivedOn: "2026-03-15" }).lawfully(demanding, "2026-04-01", theOfficer);
    const early = served(late, "2026-04-01");
    expect(codeOf(early.tell(asking, "2026-09-15", theMayor))).toBe("enforcement.court-not-yet");
    expect(isRejection(early.tell(asking, "2026-09-16", theMayor))).toBe(false);
  });
  test("T-3, T-10: not while the suit may still be filed on the working day after a day of rest", () => {
    // Served on 30 November 2025: 30 May 2026 is a Saturday, so that the party has the Monday.
    const rest = served(
      aFine({ receivedOn: "2025-11-30" }).lawfully(demanding, "2026-02-02", theOfficer),
      "2026-02-02",
    );
    expect(codeOf(rest.tell(asking, "2026-06-01", theMayor))).toBe("enforcement.court-not-yet");
    expect(isRejection(rest.tell(asking, "2026-06-02", theMayor))).toBe(false);
    // The last day of a suit lies in a year that is not announced: it may still move.
    const unsure = aFine({ receivedOn: "2026-07-03" }).lawfully(demanding, "2026-08-01", theOfficer);
    served(unsure, "2026-08-03");
    expect(codeOf(unsure.tell(asking, "2027-01-05", theMayor))).toBe("enforcement.court-not-yet");
  });
  test("QZ-55: without a demand, or one that was not served, the court is not asked", () => {
    expect(codeOf(aFine().tell(asking, "2026-08-01", theMayor))).toBe("enforcement.demand-missing");
    const unserved = aFine().lawfully(demanding, "2026-08-01", theOfficer);
    expect(codeOf(unserved.tell(asking, "2026-09-01", theMayor))).toBe("enforcement.demand-missing");
  });
  test("CF-61: only its own delivery, to this party, says that the demand was served", () => {
    const one = aFine().lawfully(demanding, "2026-08-01", theOfficer);
    const own = brought(one.state, "2026-08-03");
    const noting = (delivery: typeof own | undefined) =>
      codeOf(one.tell({ type: "note-demand-service", delivery }, "2026-08-04", theOfficer));
    for (const other of [
      undefined,
      { ...own, status: "under-way" as const },
      { ...own, proceeding: "C1:p2" },
      { ...own, paper: { ...own.paper, kind: "decision" as const } },
      { ...own, paper: { ...own.paper, number: "广通催〔2026〕99号" } },
      { ...own, paper: { ...own.paper, issuedOn: "2026-08-02" } },
    ])
      expect(noting(other)).toBe("enforcement.delivery-does-not-fit");
    expect(served(one, "2026-08-03").state.demand).toMatchObject({ servedOn: "2026-08-03" });
  });
  test("QZ-36: what the party said is heard first", () => {
    const one = demanded("2026-08-03").lawfully(
      { type: "state-opinion", partyKeys: ["KEY"], text: "已交" },
      "2026-08-05",
      theParty,
    );
    expect(codeOf(one.tell(asking, "2026-09-01", theMayor))).toBe("enforcement.opinion-not-heard");
    one.lawfully({ type: "hear-opinion", adopted: false, reasons: "没有凭证" }, "2026-08-10", theOfficer);
    expect(isRejection(one.tell(asking, "2026-09-01", theMayor))).toBe(false);
  });
  test("while a review or a suit runs the court is not asked", () => {
    const one = demanded("2026-08-03").lawfully(
      following({}, { remedies: [{ kind: "suit", from: "2026-07-10" }] }),
      "2026-08-04",
    );
    expect(codeOf(one.tell(asking, "2026-09-01", theMayor))).toBe("enforcement.remedy-open");
  });
  test("SS-45: a review that upheld the decision opens fifteen days of suit; then three months run", () => {
    const early = () =>
      served(aFine().lawfully(demanding, "2026-02-02", theOfficer), "2026-02-03").lawfully(
        following({}, { remedies: [{ kind: "review", from: "2026-02-10", to: "2026-04-03", effect: "upheld" }] }),
        "2026-04-03",
      );
    // 18 April 2026 is a Saturday.
    expect(codeOf(early().tell(asking, "2026-04-20", theMayor))).toBe("enforcement.court-not-yet");
    expect(isRejection(early().tell(asking, "2026-04-21", theMayor))).toBe(false);
    expect(isRejection(early().tell(asking, "2026-07-20", theMayor))).toBe(false);
    expect(codeOf(early().tell(asking, "2026-07-21", theMayor))).toBe("enforcement.court-window-closed");
    expect(early().state.watch).toContainEqual({ what: "window-closed", on: "2026-07-21" });
  });
  test("QZ-53: while a suit runs nobody is told that the court's days end; afterwards they are counted anew", () => {
    const suit = { kind: "suit" as const, from: "2026-07-10" };
    const one = aFine().lawfully({ type: "pass-time" }, "2026-01-31");
    expect(one.types.at(-1)).toBe("enforcement.fine.overdue");
    one.lawfully(following({}, { remedies: [suit] }), "2026-07-10");
    expect(fine.nextDeadline?.(one.state)).toBeUndefined();
    one.lawfully(following({}, { remedies: [{ ...suit, to: "2026-12-01", effect: "upheld" }] }), "2026-12-01");
    expect(one.state.watch).toContainEqual({ what: "window-closed", on: "2028-12-02" });
    // Of the days of before was told already: of the new ones it is told again.
    const warned = aFine().lawfully({ type: "pass-time" }, "2026-01-31").lawfully({ type: "pass-time" }, "2026-08-24");
    expect(warned.state.told).toEqual(["overdue", "window-closing"]);
    const late = { ...suit, from: "2026-08-25", to: "2026-12-01", effect: "upheld" as const };
    warned.lawfully(following({}, { remedies: [late] }), "2026-12-01");
    expect(warned.state.told).toEqual(["overdue"]);
  });
  test("the head signs, not who handled the case", () => {
    expect(codeOf(demanded().tell(asking, "2026-10-15", { ...theMayor, sub: "officer-1" }))).toBe(
      "enforcement.handler-cannot-approve",
    );
  });
  test("QZ-56: the court refuses, and it is owed as before; it accepts, and rules within seven working days", () => {
    const one = demanded().lawfully(asking, "2026-10-15", theMayor);
    expect(codeOf(one.tell({ type: "court-ruled", enforce: true, on: "2026-10-16" }, "2026-10-16", theOfficer))).toBe(
      "enforcement.court-not-yet",
    );
    one.lawfully({ type: "court-answered", accepted: true, on: "2026-10-19" }, "2026-10-19", theOfficer);
    expect(one.state).toMatchObject({ court: { ruling: { due: "2026-10-28" } } });
    one.lawfully({ type: "court-ruled", enforce: true, on: "2026-10-26" }, "2026-10-26", theOfficer);
    expect(one.state).toMatchObject({ status: "applied", court: { ruledOn: "2026-10-26" } });
    const other = demanded().lawfully(asking, "2026-10-15", theMayor);
    other.lawfully({ type: "court-answered", accepted: false, on: "2026-10-19" }, "2026-10-19", theOfficer);
    expect(other.state.status).toBe("due");
  });
  test("QZ-56: where the court finds defects and hears both sides it rules within thirty days", () => {
    const one = demanded().lawfully(asking, "2026-10-15", theMayor);
    one.lawfully({ type: "court-answered", accepted: true, on: "2026-10-19", defects: true }, "2026-10-19", theOfficer);
    expect(one.state).toMatchObject({ court: { ruling: { due: "2026-11-18", unit: "day" } } });
  });
  test("QZ-39: a pause goes back to where it was", () => {
    const one = demanded().lawfully(asking, "2026-10-15", theMayor);
    one.lawfully({ type: "pause", ground: "third-party-claim", reasons: "案外人异议" }, "2026-10-16", theMayor);
    one.lawfully({ type: "resume", reasons: "异议驳回" }, "2026-10-30", theMayor);
    expect(one.state.status).toBe("applied");
  });
});

const taking: Extract<FineCommand, { type: "take-goods" }> = {
  type: "take-goods",
  goods: ["M1-1", "M1-2"],
  known: ["M1-1", "M1-2"],
  reasons: "经催告仍不履行",
};
const auctioned = (amountFen: number, item = "M1-1", receipt = `拍卖-${item}`): FineCommand => ({
  ...{ type: "note-auction", item, amountFen, receipt },
});

describe("QZ-46: seized goods pay the fine", () => {
  test("not before ten working days after the demand, nor before the periods of review and suit are over", () => {
    expect(codeOf(demanded("2026-08-03").tell(taking, "2026-08-17", theMayor))).toBe("enforcement.goods-not-yet");
    expect(isRejection(demanded("2026-08-03").tell(taking, "2026-08-18", theMayor))).toBe(false);
    const early = served(aFine().lawfully(demanding, "2026-02-02", theOfficer), "2026-02-02");
    expect(codeOf(early.tell(taking, "2026-07-15", theMayor))).toBe("enforcement.goods-not-yet");
    expect(isRejection(early.tell(taking, "2026-07-16", theMayor))).toBe(false);
  });
  test("QZ-44b: where suit is open for fifteen days, the sixty days of review count", () => {
    const due = aFine({ suit: "fifteen-days" }).lawfully(demanding, "2026-02-02", theOfficer);
    const land = served(due, "2026-02-02");
    expect(codeOf(land.tell(taking, "2026-03-16", theMayor))).toBe("enforcement.goods-not-yet");
    expect(isRejection(land.tell(taking, "2026-03-17", theMayor))).toBe(false);
  });
  test("who sought review or suit loses no goods to it, though it is over", () => {
    const remedies = [{ kind: "review" as const, from: "2026-02-10", to: "2026-03-10" }];
    const one = demanded("2026-08-03").lawfully(following({}, { remedies }), "2026-08-04");
    expect(codeOf(one.tell(taking, "2026-09-01", theMayor))).toBe("enforcement.remedy-sought");
  });
  test("not without a demand, nor before what the party said to it was heard", () => {
    expect(codeOf(aFine().tell(taking, "2026-08-18", theMayor))).toBe("enforcement.demand-missing");
    const said = { type: "state-opinion" as const, partyKeys: ["KEY"], text: "已交" };
    const one = demanded("2026-08-03").lawfully(said, "2026-08-05", theParty);
    expect(codeOf(one.tell(taking, "2026-09-01", theMayor))).toBe("enforcement.opinion-not-heard");
  });
  test("CF-66: not while the fine may still be paid later", () => {
    const one = demanded("2026-08-03")
      .lawfully(
        {
          ...{ type: "ask-deferral", partyKeys: ["KEY"], kind: "deferral", reasons: "困难" },
          plan: [{ due: "2026-10-30", amountFen: 100_000 }],
        },
        "2026-08-05",
        theParty,
      )
      .lawfully({ type: "decide-deferral", approved: true, reasons: "属实" }, "2026-08-06", theMayor);
    expect(codeOf(one.tell(taking, "2026-10-30", theMayor))).toBe("enforcement.goods-not-yet");
  });
  test("only for what is owed, and by the head alone", () => {
    const paid = demanded("2026-08-03");
    expect(codeOf(paid.tell(taking, "2026-08-18", theOfficer))).toBe("enforcement.handler-cannot-approve");
    expect(codeOf(paid.tell(taking, "2026-08-18", { ...theMayor, sub: "somebody" }))).toBe("enforcement.head-decides");
    paid.lawfully(paying(100_000, "2026-01-29"), "2026-08-18", theAccountant);
    expect(codeOf(paid.tell(taking, "2026-08-18", theMayor))).toBe("enforcement.fine-not-in-this-state");
    const waived = aFine({ surcharge: false });
    expect(isRejection(waived.tell(auctioned(1), "2026-08-18", theAccountant))).toBe(true);
  });
  test("what an item brings pays the fine; what is too much goes back", () => {
    const one = demanded("2026-08-03").lawfully(taking, "2026-08-18", theMayor);
    one.lawfully(auctioned(150_000), "2026-08-20", theAccountant);
    expect(one.state).toMatchObject({ status: "due", goods: [{ item: "M1-1", soldFen: 150_000 }, { item: "M1-2" }] });
    expect(owed(one, "2026-08-20")).toMatchObject({ openFen: 50_000 });
    one.lawfully(auctioned(80_000, "M1-2"), "2026-08-21", theAccountant);
    expect(one.state).toMatchObject({ status: "paid", refundedFen: 30_000 });
    expect(one.types.slice(-2)).toEqual(["enforcement.fine.settled", "enforcement.fine.refund-due"]);
  });
  test("each item is sold once, under a receipt of its own, and only one that was set against the fine", () => {
    const unknown = { ...taking, known: ["M1-1"] };
    expect(codeOf(demanded("2026-08-03").tell(unknown, "2026-08-18", theMayor))).toBe("enforcement.goods-unknown");
    const one = demanded("2026-08-03").lawfully(taking, "2026-08-18", theMayor);
    expect(codeOf(one.tell(auctioned(1, "M9-1"), "2026-08-20", theAccountant))).toBe("enforcement.goods-unknown");
    one.lawfully(auctioned(1_000), "2026-08-20", theAccountant);
    expect(codeOf(one.tell(auctioned(1_000), "2026-08-20", theAccountant))).toBe("enforcement.goods-unknown");
    expect(codeOf(one.tell(auctioned(1_000, "M1-2", "拍卖-M1-1"), "2026-08-20", theAccountant))).toBe(
      "enforcement.receipt-used",
    );
  });
  test("what finds no buyer goes back by the head's word, and the debt stays", () => {
    const giving = (...goods: string[]): FineCommand => ({ type: "release-goods", goods, reasons: "流拍" });
    const one = demanded("2026-08-03").lawfully(taking, "2026-08-18", theMayor);
    expect(codeOf(one.tell(giving("M1-1"), "2026-08-20", theAccountant))).toBe("enforcement.head-decides");
    one.lawfully(auctioned(1_000), "2026-08-20", theAccountant);
    for (const item of ["M1-1", "M9-1"])
      expect(codeOf(one.tell(giving(item), "2026-08-20", theMayor))).toBe("enforcement.goods-unknown");
    one.lawfully(giving("M1-2"), "2026-08-20", theMayor);
    expect(one.state).toMatchObject({ status: "due", goods: [{ item: "M1-1" }] });
    expect(codeOf(one.tell(auctioned(1, "M1-2"), "2026-08-21", theAccountant))).toBe("enforcement.goods-unknown");
  });
  test("no money of goods is recorded without an auction that was decided on", () => {
    const payment = { type: "note-payment", amountFen: 1_000, on: "2026-01-20", receipt: "R1", by: "goods" } as const;
    expect(codeOf(aFine().tell(payment, "2026-01-20", theAccountant))).toBe("enforcement.goods-by-auction-only");
  });
});

describe("time alone", () => {
  test("overdue, the window closing and closed are told once each", () => {
    const one = aFine();
    expect(one.letPass("2027-01-01")).toEqual(["2026-01-31", "2026-08-24", "2026-10-16"]);
    expect(one.types.filter((type) => /overdue|told/.test(type))).toEqual([
      "enforcement.fine.overdue",
      "enforcement.fine.told",
      "enforcement.fine.told",
    ]);
  });
  describe("T-10: a due day in a year that is not announced", () => {
    const announced = officialCalendar({
      notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-04", "2027-01-05"], makeUpDays: [] }],
    });
    const waiting = () => {
      const one = new Living(fine).lawfully(following({ receivedOn: "2026-12-20" }), "2026-12-21");
      expect(one.state).toMatchObject({ due: { due: "2027-01-04", provisional: true } });
      return one;
    };
    const look = (one: ReturnType<typeof waiting>, date: string) =>
      fine.decide(one.state, { type: "pass-time" }, on(date, theTownItself, announced));

    test("nobody is late, no surcharge runs and no demand is made; the clock looks again each week", () => {
      const one = waiting();
      expect(one.letPass("2027-01-19")).toEqual(["2027-01-05", "2027-01-12", "2027-01-19"]);
      expect(one.types).not.toContain("enforcement.fine.overdue");
      expect(owed(one, "2027-01-19")).toMatchObject({ surchargeFen: 0, lateDays: 0 });
      expect(codeOf(one.tell(demanding, "2027-01-19", theOfficer))).toBe("enforcement.not-overdue");
    });

    test("once it is announced it is counted from the day it turned out to be", () => {
      const one = waiting();
      one.letPass("2027-01-05");
      const recounted = look(one, "2027-01-12");
      expect(recounted).toMatchObject([
        { type: "enforcement.fine.limit-recounted", data: { due: { due: "2027-01-06", provisional: false } } },
      ]);
      if (isRejection(recounted)) throw new Error("refused");
      const state = recounted.reduce<Fine | undefined>(
        (before, event) => fine.evolve(before, { ...event, sequence: 9, time: "2027-01-12T02:00:00Z", actor: "town" }),
        one.state,
      );
      if (state === undefined) throw new Error("gone");
      expect(state).not.toHaveProperty("lookAgainOn");
      expect(owedOn(state, "2027-01-12", { town })).toMatchObject({ lateDays: 6 });
      expect(fine.decide(state, { type: "pass-time" }, on("2027-01-12", theTownItself, announced))).toMatchObject([
        { type: "enforcement.fine.overdue", data: { due: "2027-01-06" } },
      ]);
    });
  });
  test("paid in time, nothing is told", () => {
    const one = aFine().lawfully(paying(100_000, "2026-01-30"), "2026-01-30", theAccountant);
    expect(one.letPass("2027-01-01")).toEqual([]);
  });
  test("an instalment plan is late on its own days", () => {
    const plan = [{ amountFen: 100_000, due: "2026-12-31" }];
    const one = aFine()
      .lawfully(
        { type: "ask-deferral", partyKeys: ["KEY"], kind: "deferral", plan, reasons: "困难" },
        "2026-01-20",
        theParty,
      )
      .lawfully({ type: "decide-deferral", approved: true, reasons: "属实" }, "2026-01-21", theMayor);
    expect(one.letPass("2027-01-02")).toEqual(["2027-01-01"]);
  });
});

describe("universal", () => {
  test("money that came in = what is owed that was paid + what goes back, in any order", () => {
    const step = fc.oneof(
      fc.integer({ min: 1, max: 90_000 }).map((amountFen) => ({ pay: amountFen })),
      fc.integer({ min: 10_000, max: 100_000 }).map((fineFen) => ({ change: fineFen })),
      fc.constant({ annul: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const one = aFine({ surcharge: false });
        let receipt = 0;
        let fineFen = 100_000;
        let fallen = false;
        for (const each of steps) {
          if ("pay" in each) {
            receipt += 1;
            one.lawfully(paying(each.pay, "2026-01-20", `R${receipt}`), "2026-01-20", theAccountant);
            continue;
          }
          if ("change" in each && !fallen) fineFen = Math.min(fineFen, each.change);
          if ("annul" in each) fallen = true;
          one.lawfully(following({ fineFen }, fallen ? { overturned: "撤1号" } : {}), "2026-01-21");
        }
        const { paidFen, surplusFen } = owed(one, "2026-02-01");
        const closed = one.state.status !== "due";
        expect(one.state.refundedFen).toBe(fallen ? paidFen : closed ? surplusFen : 0);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { courtWindow, demandPassed, fifteenDays } from "../../../services/enforcement/payment/domain/court-window.ts";
import { officialCalendar, toDate } from "../../../shared/calendar/index.ts";
import { agreedPlan, fineDueOn, surchargeOfPlan, surchargeOn } from "../../../shared/fines/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const calendar = officialCalendar();

describe("CF-72: three per cent a day, never more than the fine", () => {
  describe.each(vectors.lateSurcharge)("$id", ({ fineFen, received, paid, suspensionsClosed, ...vector }) => {
    test.each(["strict", "rolled"] as const)("due day %s", (roll) => {
      const { due } = fineDueOn(calendar, received, roll);
      expect(due).toBe(roll === "strict" ? vector.dueStrict : vector.dueRolled);
      const { totalFen, ...expected } = vector[roll];
      const found = surchargeOn({ amountFen: fineFen, due: due ?? "" }, paid, [], pausesOf(suspensionsClosed));
      expect(found).toMatchObject(expected);
      expect(found.surchargeFen + fineFen).toBe(totalFen);
    });
  });

  const fine = { amountFen: 100_000, due: "2026-03-17" };
  test("the due day itself is not late, the next one is", () => {
    expect(surchargeOn(fine, "2026-03-17", []).surchargeFen).toBe(0);
    expect(surchargeOn(fine, "2026-03-18", []).surchargeFen).toBe(3_000);
  });
  test("QZ-45: 33 days late are 99 per cent; the 34th reaches the cap", () => {
    expect(surchargeOn(fine, "2026-04-19", [])).toMatchObject({ surchargeFen: 99_000, capped: false });
    expect(surchargeOn(fine, "2026-04-20", [])).toMatchObject({ surchargeFen: 100_000, capped: true });
  });
  test("after a part was paid only the rest is surcharged", () => {
    const paid = [{ on: "2026-03-19", amountFen: 60_000 }];
    // Two days on the whole, three on the rest.
    expect(surchargeOn(fine, "2026-03-22", paid)).toMatchObject({ surchargeFen: 6_000 + 3_600, unpaidFen: 40_000 });
  });
  test("what was paid in time stops all; nothing is counted on what was paid too much", () => {
    const paid = [{ on: "2026-03-10", amountFen: 120_000 }];
    expect(surchargeOn(fine, "2026-12-31", paid)).toMatchObject({ lateDays: 0, surchargeFen: 0, unpaidFen: 0 });
  });
  test("CF-73: days of review or suit do not count, both ends included, each once", () => {
    const pauses = [
      { from: "2026-03-18", to: "2026-03-20" },
      { from: "2026-03-20", to: "2026-03-21" },
    ];
    expect(surchargeOn(fine, "2026-03-22", [], pauses)).toMatchObject({ lateDays: 1, surchargeFen: 3_000 });
    expect(surchargeOn(fine, "2026-03-22", [], [{ from: "2026-03-18" }]).surchargeFen).toBe(0);
  });
  test("CF-73: 105 days late, 76 of them in review: 29 days count", () => {
    const due = "2026-03-17";
    const on = toDate(due).add({ days: 105 }).toString();
    const pause = { from: "2026-04-01", to: toDate("2026-04-01").add({ days: 75 }).toString() };
    expect(surchargeOn({ amountFen: 200_000, due }, on, [], [pause])).toMatchObject({
      lateDays: 29,
      surchargeFen: 174_000,
    });
  });
  test("it never falls with time, never passes the fine, and stops when all is paid", () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => toDate("2026-03-17").add({ days }).toString());
    const paid = fc.array(fc.record({ on: day, amountFen: fc.integer({ min: 0, max: 60_000 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(paid, day, day, (parts, one, other) => {
        const [first, last] = one <= other ? [one, other] : [other, one];
        const [before, after] = [surchargeOn(fine, first, parts), surchargeOn(fine, last, parts)];
        expect(after.surchargeFen).toBeGreaterThanOrEqual(before.surchargeFen);
        expect(after.surchargeFen).toBeLessThanOrEqual(fine.amountFen);
        if (before.unpaidFen === 0) expect(after.surchargeFen).toBe(before.surchargeFen);
      }),
    );
  });
});

describe("CF-66: instalments", () => {
  test.each(vectors.instalment)("$id", ({ fineFen, schedule }) => {
    const plan = schedule.map(({ due, amountFen }) => ({ due, amountFen }));
    const paid = schedule.map(({ paid: on, amountFen }) => ({ on, amountFen }));
    const { parts, unpaidFen } = surchargeOfPlan(plan, "2026-12-31", paid);
    expect(parts.map(({ surchargeFen }) => surchargeFen)).toEqual(schedule.map(({ surchargeFen }) => surchargeFen));
    expect(plan.reduce((total, { amountFen }) => total + amountFen, 0)).toBe(fineFen);
    expect(unpaidFen).toBe(0);
  });
  test("what is paid early pays the next instalment", () => {
    const plan = [
      { due: "2026-04-15", amountFen: 100 },
      { due: "2026-05-15", amountFen: 100 },
    ];
    const { parts } = surchargeOfPlan(plan, "2026-06-15", [{ on: "2026-04-15", amountFen: 150 }]);
    expect(parts.map(({ unpaidFen }) => unpaidFen)).toEqual([0, 50]);
  });
});

describe("CF-66, T-13: an instalment on a day of rest", () => {
  const plan = [
    { due: "2026-10-02", amountFen: 300_000 },
    { due: "2026-11-16", amountFen: 300_000 },
  ];
  const owedOn = (paid: string, restDays: "strict" | "rolled") =>
    surchargeOfPlan(agreedPlan(calendar, plan, restDays), "2026-11-16", [{ on: paid, amountFen: 300_000 }])
      .surchargeFen;
  test("moves to the next working day as the fifteen days do, or stays, by the profile", () => {
    expect(agreedPlan(calendar, plan, "rolled")).toEqual([
      { due: "2026-10-08", amountFen: 300_000, agreedDue: "2026-10-02" },
      { due: "2026-11-16", amountFen: 300_000 },
    ]);
    expect([owedOn("2026-10-08", "rolled"), owedOn("2026-10-09", "rolled")]).toEqual([0, 9_000]);
    expect([owedOn("2026-10-08", "strict"), owedOn("2026-10-02", "strict")]).toEqual([54_000, 0]);
  });
  test("a Saturday on which people work is no day of rest", () => {
    expect(agreedPlan(calendar, [{ due: "2026-10-10", amountFen: 1 }], "rolled")).toEqual([
      { due: "2026-10-10", amountFen: 1 },
    ]);
  });
  test("T-10: in a year not announced nobody is late, and the day is worked out again", () => {
    const far = agreedPlan(calendar, [{ due: "2031-01-04", amountFen: 100_000 }], "rolled");
    expect(far).toEqual([{ due: "2031-01-06", agreedDue: "2031-01-04", amountFen: 100_000, provisional: true }]);
    expect(surchargeOfPlan(far, "2031-02-01", [])).toMatchObject({ surchargeFen: 0, unpaidFen: 100_000 });
    expect(agreedPlan(calendar, far, "rolled")).toEqual(far);
  });
});

describe("QZ-53, QZ-54: when the court can be asked", () => {
  test.each(vectors.courtApplication)("$id", (vector) => {
    const window = courtWindow(calendar, vector.decisionServed);
    expect(window.suit?.due).toBe(vector.litigationPeriodEnds);
    expect(window.earliest).toBe(vector.earliestApply);
    expect(window.latest.due).toBe(vector.latestApply);
    expect(window.latestDemand).toBe(vector.latestDemandNotice);
  });
  test("T-3: the suit ends on the first working day after a day of rest; the court is asked after that day", () => {
    // 30 May 2026 is a Saturday.
    expect(courtWindow(calendar, "2025-11-30")).toMatchObject({
      ...{ suit: { due: "2026-06-01", dueUnrolled: "2026-05-30" }, earliest: "2026-06-02" },
      latest: { due: "2026-09-01" },
    });
    // 28 February 2026 is a Saturday on which people work; 5 July and 5 October are days of rest.
    expect(courtWindow(calendar, "2025-08-31")).toMatchObject({ suit: { due: "2026-02-28" }, earliest: "2026-03-01" });
    expect(courtWindow(calendar, "2026-01-05")).toMatchObject({
      ...{ suit: { due: "2026-07-06" }, earliest: "2026-07-07" },
      latest: { due: "2026-10-08", dueUnrolled: "2026-10-06" },
    });
  });
  test("QZ-44b: against demolition on occupied land the suit ends after fifteen days", () => {
    const window = courtWindow(calendar, "2026-03-02", { period: fifteenDays });
    expect(window).toMatchObject({
      suit: { due: "2026-03-17" },
      earliest: "2026-03-18",
      latest: { due: "2026-06-17" },
    });
  });
  test("CF-73a: of a fine that may be paid later, three months from the end of that time", () => {
    expect(courtWindow(calendar, "2026-01-15", { deferredTo: "2026-09-30" })).toMatchObject({
      earliest: "2026-10-01",
      latest: { due: "2026-12-30" },
    });
    // A deferral that ends within the suit period changes nothing.
    expect(courtWindow(calendar, "2026-01-15", { deferredTo: "2026-05-01" }).earliest).toBe("2026-07-16");
  });
  test("SS-45: after a review the suit ends fifteen days later, sooner or later than the six months", () => {
    const reviewed = (to: string, effect?: string) =>
      courtWindow(calendar, "2026-01-15", { remedies: [{ kind: "review", to, effect }] });
    // 5 May 2026 is a holiday, the 6th is not.
    expect(reviewed("2026-04-20", "upheld")).toMatchObject({
      ...{ suit: { due: "2026-05-06", rule: "SS-45" }, earliest: "2026-05-07" },
      latest: { due: "2026-08-06" },
    });
    expect(reviewed("2026-08-20", "rejected")).toMatchObject({ suit: { due: "2026-09-04" }, earliest: "2026-09-05" });
    expect(reviewed("2026-08-20", "rejected").latest.due).toBe("2026-12-04");
    // Withdrawn, the first term goes on.
    expect(reviewed("2026-04-20", "withdrawn")).toMatchObject({ suit: { due: "2026-07-15" }, earliest: "2026-07-16" });
  });
  test("CF-73a: after a suit that was judged two years run from the judgment; one withdrawn leaves three months", () => {
    const sued = (to: string, effect: string) =>
      courtWindow(calendar, "2026-01-15", { remedies: [{ kind: "suit", to, effect }] });
    expect(sued("2026-05-20", "upheld")).toMatchObject({ earliest: "2026-05-21", latest: { due: "2028-05-22" } });
    expect(sued("2026-05-20", "upheld").suit).toBeUndefined();
    expect(sued("2026-05-20", "withdrawn")).toMatchObject({ earliest: "2026-07-16", latest: { due: "2026-10-15" } });
    expect(sued("2026-09-10", "rejected")).toMatchObject({ earliest: "2026-09-11", latest: { due: "2026-12-10" } });
  });
  test("QZ-54: ten working days after the demand", () => {
    expect(demandPassed(calendar, "2026-09-23").due).toBe("2026-10-14");
  });
});

interface Closed {
  readonly from: string;
  readonly to: string;
}
const pausesOf = (pauses: readonly unknown[]): Closed[] => pauses.map((one) => isClosed(one));
function isClosed(pause: unknown): Closed {
  if (Array.isArray(pause)) return { from: String(pause[0]), to: String(pause[1]) };
  if (typeof pause === "object" && pause !== null && "from" in pause && "to" in pause)
    return { from: String(pause.from), to: String(pause.to) };
  throw new Error("a pause without ends");
}

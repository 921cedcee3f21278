import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Absences, absence, isAway } from "../../../services/permits/duties/domain/absence/absence.ts";
import { openDuties, withWhom } from "../../../services/permits/duties/domain/assignment/assignment.ts";
import { assignment } from "../../../services/permits/duties/domain/assignment/decider.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { day, refusalOf } from "../../support/deciding.ts";
import { theClerk } from "../cases/builders.ts";
import {
  aCalendar,
  allBack,
  anAbsence,
  anAssignment,
  anOpening,
  counterA,
  counterB,
  doing,
  handlerA,
  handlerB,
  Living,
  office,
  theHead,
  theMayor,
} from "./builders.ts";
import { elsewhere } from "./refusals.ts";

const a = handlerA.sub;
const b = handlerB.sub;
const head = theHead.sub;

describe("first-inquiry responsibility (L5, S-6)", () => {
  test("L5 is whoever received the person, until the case is over", () => {
    const one = anAssignment({ accepted: false });
    expect(doing(one, "inquiry")).toBe(theClerk.sub);
    one.lawfully({ type: "take-up", office, domain: "agriculture", away: [] }, "2026-03-03");
    expect(doing(one, "inquiry")).toBe(theClerk.sub);
    one.lawfully({ type: "end" }, "2026-03-10");
    expect(one.state).toMatchObject({ status: "ended", endedOn: "2026-03-10" });
  });
  test("L5 what is filed without a clerk is the counter's post for the domain", () => {
    const { clerk: _clerk, ...online } = anOpening;
    const one = new Living(assignment).lawfully({ ...online, channel: "online" }, "2026-03-02");
    expect(one.state?.inquiry).toMatchObject({ owner: "clerk-1", post: "counter", office: "service-centre" });
  });
  test("L5 handed on formally, it stays with the first until the other has accepted", () => {
    const one = anAssignment();
    const offer = { type: "offer", duty: "inquiry", to: counterB.sub, reason: "轮岗换窗口", away: [] } as const;
    one.lawfully(offer, "2026-03-04", counterA);
    expect(doing(one, "inquiry")).toBe(counterA.sub);
    one.lawfully({ type: "decline-offer", duty: "inquiry" }, "2026-03-04", counterB);
    expect(doing(one, "inquiry")).toBe(counterA.sub);
    one.lawfully(offer, "2026-03-05", counterA);
    one.lawfully({ type: "accept-offer", duty: "inquiry" }, "2026-03-05", counterB);
    expect(doing(one, "inquiry")).toBe(counterB.sub);
    expect(one.events.at(-1)?.data).toMatchObject({ from: counterA.sub, why: "handed-on" });
    expect(refusalOf(one.tell({ type: "accept-offer", duty: "inquiry" }, "2026-03-05", counterB)).code).toBe(
      "permits.nothing-offered",
    );
  });
  test("why it was handed on is what somebody wrote: personal", () => {
    const one = anAssignment();
    one.lawfully(
      { type: "offer", duty: "inquiry", to: counterB.sub, reason: "张三病了", away: [] },
      "2026-03-04",
      counterA,
    );
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain("张三");
  });
});

describe("A and B posts (L6, S-6)", () => {
  test("L6 an accepted case is the work of A in the office that decides", () => {
    expect(anAssignment().state?.handling).toMatchObject({ owner: a, office, post: `handling-${office}` });
  });
  test("S-6 new work of an absent A is B's by itself", () => {
    const one = anAssignment({ away: [a, counterA.sub] });
    expect([doing(one, "inquiry"), doing(one, "handling")]).toEqual([counterB.sub, b]);
    expect(one.state?.handling?.owner).toBe(a);
  });
  test("S-6 open work moves to B while A is away, back when A is back, and a second sweep moves nothing", () => {
    const one = anAssignment();
    one.lawfully({ type: "rearrange", away: [a] }, "2026-03-04");
    expect(doing(one, "handling")).toBe(b);
    expect(one.tell({ type: "rearrange", away: [a] }, "2026-03-04")).toEqual([]);
    one.lawfully({ type: "rearrange", away: [] }, "2026-03-05");
    expect(doing(one, "handling")).toBe(a);
    expect(one.tell({ type: "rearrange", away: [] }, "2026-03-05")).toEqual([]);
  });
  test("S-6 both away, the head acts; B back, B acts though A is still away", () => {
    const one = anAssignment().lawfully({ type: "rearrange", away: [a, b] }, "2026-03-04");
    expect(doing(one, "handling")).toBe(head);
    one.lawfully({ type: "rearrange", away: [a, b, head] }, "2026-03-04");
    expect(doing(one, "handling")).toBe(theMayor.sub);
    one.lawfully({ type: "rearrange", away: [a] }, "2026-03-05");
    expect(doing(one, "handling")).toBe(b);
  });
  test("S-6 what B has begun stays with B under the profile's rule, on record", () => {
    const one = anAssignment().lawfully({ type: "rearrange", away: [a] }, "2026-03-04");
    one.lawfully({ type: "begin", duty: "handling" }, "2026-03-04", handlerB);
    one.lawfully({ type: "rearrange", away: [] }, "2026-03-09");
    expect(one.state?.handling).toMatchObject({ owner: b });
    expect(one.events.at(-1)?.data).toMatchObject({ from: b, why: "begun-stays" });
  });
  test("S-6 what B has begun is A's again if B is away when A comes back", () => {
    const one = anAssignment().lawfully({ type: "rearrange", away: [a] }, "2026-03-04");
    one.lawfully({ type: "begin", duty: "handling" }, "2026-03-04", handlerB);
    one.lawfully({ type: "rearrange", away: [b] }, "2026-03-09");
    expect(one.state?.handling).toEqual({ owner: a, office, post: `handling-${office}`, since: "2026-03-09" });
    expect(one.events.at(-1)?.data).toMatchObject({ from: b, why: "returned" });
  });
  test("S-6 whoever has begun keeps on while A is away, though one nearer comes back, and only while he is here", () => {
    const one = anAssignment().lawfully({ type: "rearrange", away: [a, b] }, "2026-03-04");
    one.lawfully({ type: "begin", duty: "handling" }, "2026-03-04", theHead);
    expect(one.tell({ type: "rearrange", away: [a] }, "2026-03-05")).toEqual([]);
    expect(doing(one, "handling")).toBe(head);
    one.lawfully({ type: "rearrange", away: [a, head] }, "2026-03-06");
    expect(doing(one, "handling")).toBe(b);
  });
  test("L5 what was offered stands while A is away and when A is back; with a new owner it falls", () => {
    const one = anAssignment();
    const offer = { type: "offer", duty: "handling", to: counterB.sub, reason: "轮岗换窗口", away: [] } as const;
    one.lawfully(offer, "2026-03-03", handlerA);
    one.lawfully({ type: "rearrange", away: [a] }, "2026-03-04");
    expect(one.state?.offers.handling).toMatchObject({ to: counterB.sub, by: a });
    one.lawfully({ type: "rearrange", away: [] }, "2026-03-05");
    expect(one.events.at(-1)?.data).toMatchObject({ why: "returned" });
    expect(one.state?.offers.handling).toMatchObject({ to: counterB.sub, by: a });
    one.lawfully({ type: "assign", duty: "handling", to: b, away: [] }, "2026-03-05", theHead);
    expect(one.state?.offers).toEqual({});
  });
  test("S-6 all of it goes back to A where the profile says so", () => {
    const one = anAssignment().lawfully({ type: "rearrange", away: [a] }, "2026-03-04");
    one.lawfully({ type: "begin", duty: "handling" }, "2026-03-04", handlerB);
    one.lawfully({ type: "rearrange", away: [] }, "2026-03-09", undefined, { town: allBack });
    expect(one.state?.handling).toEqual({ owner: a, office, post: `handling-${office}`, since: "2026-03-09" });
  });
  test("an office without a post has it unassigned: its own people take it, its head assigns it", () => {
    const none = { ...allBack, duties: { ...allBack.duties, posts: [] } };
    const one = new Living(assignment).lawfully(anOpening, "2026-03-02", undefined, { town: none });
    one.lawfully({ type: "take-up", office, domain: "agriculture", away: [] }, "2026-03-03", undefined, { town: none });
    expect(doing(one, "handling")).toBeUndefined();
    expect(refusalOf(one.tell({ type: "take", duty: "handling" }, "2026-03-03", counterA)).code).toBe(
      "permits.not-your-office",
    );
    one.lawfully({ type: "take", duty: "handling" }, "2026-03-03", handlerB);
    expect(doing(one, "handling")).toBe(b);
    one.lawfully({ type: "assign", duty: "handling", to: a, away: [] }, "2026-03-03", theHead);
    expect(doing(one, "handling")).toBe(a);
  });
  test.each(Object.entries(elsewhere))("a head of another office is refused: %s", (_what, provoke) => {
    expect(refusalOf(provoke())).toMatchObject({ code: "permits.not-your-office", details: { office } });
  });
});

describe("the absence calendar (L6)", () => {
  test("begins and ends on the first hour of its days and is swept once on each day between", () => {
    const one = aCalendar().lawfully(anAbsence("2026-03-10", "2026-03-12"), "2026-03-02", theHead);
    const days: string[] = [];
    for (let date = "2026-03-03"; date < "2026-03-20"; date = day(date).add({ days: 1 }).toString()) {
      const due = one.state === undefined ? undefined : absence.nextDeadline?.(one.state);
      if (due === undefined || due > startOfDay(date)) continue;
      one.lawfully({ type: "pass-time" }, date);
      expect(one.tell({ type: "pass-time" }, date)).toEqual([]);
      days.push(date);
    }
    expect(days).toEqual(["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"]);
    expect(one.events.map(({ type }) => type.split(".").at(-1))).toEqual([
      "recorded",
      "begun",
      "continued",
      "continued",
      "ended",
    ]);
  });
  test("one that has begun already takes effect at once; one that is over moves nothing", () => {
    const begun = aCalendar().lawfully(anAbsence("2026-03-01", "2026-03-05"), "2026-03-04", theHead);
    expect(begun.events.map(({ type }) => type)).toEqual(["permits.absence.recorded", "permits.absence.begun"]);
    const over = aCalendar().lawfully(anAbsence("2026-02-23", "2026-02-24"), "2026-03-04", theHead);
    expect(over.events).toHaveLength(1);
    expect(over.state === undefined ? "" : absence.nextDeadline?.(over.state)).toBeUndefined();
  });
  test("the first and the last day count, the days beside them do not", () => {
    const { state } = aCalendar().lawfully(anAbsence("2026-03-10", "2026-03-12"), "2026-03-02", theHead);
    expect(["2026-03-09", "2026-03-10", "2026-03-12", "2026-03-13"].map((date) => isAway(state, date))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test.each([
    ["2026-03-08", "2026-03-10", true],
    ["2026-03-12", "2026-03-14", true],
    ["2026-03-08", "2026-03-09", false],
    ["2026-03-13", "2026-03-14", false],
  ])(
    "S-6 with A away from the 10th to the 12th, B's from %s to %s: refused %s, unless the head covers",
    (from, to, refused) => {
      const partners = [aCalendar().lawfully(anAbsence("2026-03-10", "2026-03-12"), "2026-03-02", theHead).state];
      const asked = { ...anAbsence(from, to, b), partners };
      expect(isRejection(aCalendar().tell(asked, "2026-03-02", theHead))).toBe(refused);
      const covered = aCalendar().lawfully({ ...asked, toHead: true }, "2026-03-02", theHead);
      expect(covered.state?.absences[0]?.toHead).toBe(refused);
    },
  );
  test("back earlier: the work comes back on that day", () => {
    const one = aCalendar().lawfully(anAbsence("2026-03-02", "2026-03-12"), "2026-03-02", theHead);
    one.lawfully({ type: "shorten", no: 1, to: "2026-03-04" }, "2026-03-05", theHead);
    expect(one.events.at(-1)).toMatchObject({ type: "permits.absence.ended", data: { on: "2026-03-05" } });
    expect([isAway(one.state, "2026-03-04"), isAway(one.state, "2026-03-05")]).toEqual([true, false]);
  });
  test("what kind of reason it is stays personal", () => {
    const one = aCalendar().lawfully(anAbsence("2026-03-02", "2026-03-12"), "2026-03-02", theHead);
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain("leave");
  });
});

describe("somebody leaves (L5)", () => {
  test("all he owns goes to the receiver, what he did for others back to their next", () => {
    const own = anAssignment().lawfully(
      { type: "hand-over", person: a, to: b, departure: "D", away: [a] },
      "2026-03-05",
    );
    expect(own.state?.handling).toMatchObject({ owner: b });
    expect(own.events.at(-1)?.data).toMatchObject({ from: a, why: "left", departure: "D" });
    const standing = anAssignment({ away: [a] });
    standing.lawfully({ type: "hand-over", person: b, to: counterB.sub, departure: "D", away: [a] }, "2026-03-05");
    expect([standing.state?.handling?.owner, doing(standing, "handling")]).toEqual([a, head]);
  });
  test("a second time moves nothing, and what is over is left alone", () => {
    const one = anAssignment().lawfully(
      { type: "hand-over", person: a, to: b, departure: "D", away: [a] },
      "2026-03-05",
    );
    expect(one.tell({ type: "hand-over", person: a, to: b, departure: "D", away: [a] }, "2026-03-05")).toEqual([]);
    one.lawfully({ type: "end" }, "2026-03-06");
    expect(one.tell({ type: "hand-over", person: b, to: a, departure: "E", away: [b] }, "2026-03-07")).toEqual([]);
    expect(one.tell({ type: "rearrange", away: [b] }, "2026-03-07")).toEqual([]);
  });
});

test("S-6 whatever the sequence of absences, each open duty has one person, never an absent one unless all are", () => {
  const people = [counterA.sub, counterB.sub, a, b, head, theMayor.sub];
  const step = fc.record({
    away: fc.subarray(people),
    next: fc.constantFrom("begin-b", "offer-b", "take-up", "left-a", "none"),
    late: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const one = anAssignment({ accepted: false });
      for (const { away, next, late } of steps) {
        if (!late) one.lawfully({ type: "rearrange", away }, "2026-03-05");
        if (next === "take-up") one.lawfully({ type: "take-up", office, domain: "agriculture", away }, "2026-03-05");
        if (next === "begin-b") one.tell({ type: "begin", duty: "handling" }, "2026-03-05", handlerB);
        if (next === "offer-b") {
          one.tell({ type: "offer", duty: "handling", to: b, reason: "移交移交", away }, "2026-03-05", handlerA);
          one.tell({ type: "accept-offer", duty: "handling" }, "2026-03-05", handlerB);
        }
        if (next === "left-a")
          one.lawfully({ type: "hand-over", person: a, to: b, departure: "D", away }, "2026-03-05");
        one.lawfully({ type: "rearrange", away }, "2026-03-06");
        if (one.state === undefined) throw new Error("gone");
        for (const [kind, duty] of openDuties(one.state)) {
          const doer = withWhom(duty);
          expect(doer).toBeDefined();
          const stand = kind === "inquiry" ? [counterA.sub, counterB.sub, theMayor.sub] : [a, b, head, theMayor.sub];
          if (stand.some((person) => !away.includes(person))) expect(away).not.toContain(doer);
          expect(one.tell({ type: "rearrange", away }, "2026-03-06")).toEqual([]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("a calendar folds whatever it has decided", () => {
  const calendar = aCalendar().lawfully(anAbsence("2026-03-02", "2026-03-12"), "2026-03-02", theHead);
  calendar.lawfully({ type: "leave", person: a, on: "2026-03-20" }, "2026-03-05");
  const state: Absences | undefined = calendar.state;
  expect([isAway(state, "2026-03-19"), isAway(state, "2026-03-20")]).toEqual([false, true]);
  expect(calendar.tell({ type: "leave", person: a, on: "2026-03-25" }, "2026-03-05")).toEqual([]);
});

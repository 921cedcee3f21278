import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { bannedAt, enforcementBan } from "../../../services/enforcement/buildings/domain/ban.ts";
import { costsOf } from "../../../services/enforcement/buildings/domain/costs.ts";
import { courtDays } from "../../../services/enforcement/buildings/domain/court.ts";
import { building } from "../../../services/enforcement/buildings/domain/decider.ts";
import { demandTerm } from "../../../services/enforcement/buildings/domain/demanding.ts";
import { buildingMoves } from "../../../services/enforcement/buildings/domain/moves.ts";
import { isOver } from "../../../services/enforcement/buildings/domain/periods.ts";
import { buildingProblems } from "../../../services/enforcement/buildings/problems.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { instantAt, toDate } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { calendar, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import { at } from "../cases/case-builders.ts";
import { anOfficer, certified, town } from "../common/builders.ts";
import {
  aDecision,
  announcing,
  applying,
  beginning,
  claiming,
  correcting,
  decided,
  delivered,
  demanded,
  demanding,
  demolished,
  enforced,
  enforcingBy,
  finishing,
  found,
  known,
  listing,
  type OneBuilding,
  officerA,
  officerB,
  on,
  ready,
  rechecking,
  recorded,
  recording,
  returning,
  serving,
  sha,
  stopping,
  stranger,
  taking,
  theHead,
  theParty,
  unmet,
} from "./builders.ts";

type Decision = ReturnType<OneBuilding["tell"]>;
const provoked = new Set<string>();
/** The code of a refusal; each place in its text is filled. */
function codeOf(decision: Decision): string {
  const refusal = refusalOf(decision);
  provoked.add(refusal.code);
  expect([refusal.code, unfilled(refusal, enforcement.problems)]).toEqual([refusal.code, []]);
  return refusal.code;
}
const done = (decision: Decision) => !isRejection(decision);
const night = town.enforcement.night;
const contextOf = (actor: typeof officerA) => at()(on.demolished, actor);

const banVectors = z
  .looseObject({
    enforcementBan: z.array(
      z.object({
        at: z.string().optional(),
        urgent: z.boolean().optional(),
        means: z.string().optional(),
        expected: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL("../../vectors/vectors.json", import.meta.url), "utf8"))).enforcementBan;

describe("QZ-43: no enforcement at night or on a statutory holiday", () => {
  const asked = (day: string, clock: string, urgent = false) =>
    enforcementBan({ at: instantAt(day, clock), urgent }, { calendar, night });
  test.each(banVectors)("vector: $expected", ({ at, urgent = false, means, expected }) => {
    const [day = "2026-11-18", clock = "10:00"] = (at ?? "").split("T").filter((part) => part !== "");
    const cutting = means === undefined ? {} : { means: ["cut-water" as const, "cut-power" as const], home: true };
    const ban = enforcementBan({ at: instantAt(day, clock), urgent, ...cutting }, { calendar, night });
    const codes: Readonly<Record<string, string>> = {
      "BLOCK statutory holiday": "enforcement.on-a-holiday",
      BLOCK: "enforcement.no-cutting-off",
    };
    expect(ban?.code).toBe(expected.startsWith("BLOCK night") ? "enforcement.at-night" : codes[expected]);
  });
  test.each([
    ["21:59", undefined],
    ["22:00", "enforcement.at-night"],
    ["23:59", "enforcement.at-night"],
    ["00:00", "enforcement.at-night"],
    ["05:59", "enforcement.at-night"],
    ["06:00", undefined],
  ])("night begins at 22:00 and ends at 06:00 (D): %s", (clock, code) => {
    expect(asked("2026-11-18", clock)?.code).toBe(code);
  });
  test.each([
    ["2026-09-30", undefined],
    ["2026-10-01", "enforcement.on-a-holiday"],
    ["2026-10-07", "enforcement.on-a-holiday"],
    ["2026-10-08", undefined],
    // A Saturday that is worked instead, and a plain Sunday, which is no statutory holiday.
    ["2026-10-10", undefined],
    ["2026-11-22", undefined],
  ])("the holiday of October, both sides: %s", (day, code) => {
    expect(asked(day, "10:00")?.code).toBe(code);
  });
  test("urgent lifts both, but nothing is ever cut off from a home", () => {
    expect(asked("2026-10-02", "23:00", true)).toBeUndefined();
    const cutting = { at: instantAt("2026-11-18", "10:00"), urgent: true, means: ["cut-gas" as const] };
    expect(enforcementBan({ ...cutting, home: true }, { calendar, night })?.code).toBe("enforcement.no-cutting-off");
    expect(enforcementBan({ ...cutting, home: false }, { calendar, night })).toBeUndefined();
  });
  test("T-10: in a year not announced a day near a statutory day off counts as one, a day far from all does not", () => {
    const at = (day: string) => bannedAt(instantAt(day, "10:00"), { calendar, night });
    expect(at("2027-10-01")).toBe("holiday");
    expect(at("2027-10-08")).toBe("holiday");
    expect(at("2027-08-11")).toBeUndefined();
  });
});

describe("CF-T1, CF-42: an illegal building is found by two officers", () => {
  test("recorded by one, signed by the other with his own login", () => {
    expect(found().state).toMatchObject({ status: "found", way: "planning", recordedBy: "officer-1" });
    expect(codeOf(recorded().tell({ ...known(), type: "countersign" }, on.recorded, officerA))).toBe(
      "enforcement.own-signature",
    );
    expect(codeOf(recorded().tell({ ...known(), type: "countersign" }, on.recorded, stranger))).toBe(
      "enforcement.not-a-named-officer",
    );
  });
  test("the other is another officer of the case, certified; the act is one of this party, by which the town demolishes", () => {
    const { case: of, officers, power } = known();
    const [act] = of?.acts ?? [];
    if (act === undefined || of === undefined || power === undefined) throw new Error("no act");
    const lapsed = anOfficer(officerB.sub, [certified({ domains: ["building"], until: "2026-01-04" })]);
    const planned = { ...of, acts: [{ ...act, code: "PN-025" }] };
    const refused = (more: Parameters<typeof recording>[1]) =>
      codeOf(new Living(building).tell(recording("planning", more), on.recorded, officerA));
    expect(refused({ with: officerA.sub })).toBe("enforcement.building-second-officer");
    expect(refused({ with: "clerk-1" })).toBe("enforcement.building-second-officer");
    expect(refused({ officers: [...officers.slice(0, 1), lapsed] })).toBe("enforcement.two-officers");
    expect(refused({ act: "A2" })).toBe("enforcement.building-act-unknown");
    expect(refused({ case: { ...of, acts: [{ ...act, by: ["P2"] }] } })).toBe("enforcement.building-act-unknown");
    expect(refused({ case: { ...of, handlers: ["officer-2"] } })).toBe("enforcement.building-act-unknown");
    expect(refused({ power: undefined })).toBe("enforcement.power-not-in-force");
    expect(refused({ case: planned, power: { ...power, code: "PN-025" } })).toBe("enforcement.building-not-law");
    // P8: within the planned area the county has the power.
    const within = { ...of, acts: [{ ...act, place: { lng: 101.9, lat: 25.1 } }] };
    expect(refused({ case: within })).toBe("enforcement.power-not-in-force");
  });
  test("QZ-44c: under construction, it is stopped before it is ordered to be put right", () => {
    expect(codeOf(found().tell(correcting(), on.recorded, theHead))).toBe("enforcement.paper-not-served");
    expect(done(found("planning", { stage: "finished" }).tell(correcting(), on.recorded, theHead))).toBe(true);
    const one = found().lawfully(stopping, on.recorded, officerA);
    expect(codeOf(one.tell(stopping, on.recorded, officerA))).toBe("enforcement.stop-ordered-already");
  });
  test("CF-57: the head orders it, no officer of the case; its last day is to come", () => {
    const one = found().lawfully(stopping, on.recorded, officerA);
    expect(codeOf(one.tell(correcting(), on.recorded, officerA))).toBe("enforcement.not-the-head");
    expect(codeOf(one.tell(correcting(on.recorded), on.recorded, theHead))).toBe("enforcement.building-day");
    expect(done(one.tell(correcting("2026-01-06"), on.recorded, theHead))).toBe(true);
    expect(done(one.tell(correcting(), on.recorded, theHead))).toBe(true);
    one.lawfully(serving(delivered("rectification-order", on.recorded, one.state.order)), on.recorded, officerA);
    expect(codeOf(one.tell(correcting(), on.recorded, theHead))).toBe("enforcement.stop-ordered-already");
  });
  test("CF-61: a paper has effect by its own delivery alone, served to this party", () => {
    const one = found().lawfully(stopping, on.recorded, officerA).lawfully(correcting(), on.recorded, theHead);
    const paper = delivered("rectification-order", on.recorded, one.state.order);
    const fits = (delivery: Parameters<typeof serving>[0]) =>
      codeOf(one.tell(serving(delivery), on.correctBy, officerA));
    for (const other of [
      undefined,
      { ...paper, status: "under-way" as const },
      { ...paper, proceeding: "CASE1:P2" },
      { ...paper, paper: { ...paper.paper, number: "第9号" } },
      { ...paper, paper: { ...paper.paper, kind: "demand" as const } },
      { ...paper, paper: { ...paper.paper, kind: "measure" as const } },
      { ...paper, paper: { ...paper.paper, issuedOn: "2026-01-06" } },
    ])
      expect(fits(other)).toBe("enforcement.delivery-does-not-fit");
    expect(fits({ ...paper, servedOn: "2026-01-21" })).toBe("enforcement.building-day");
    expect(codeOf(one.tell(rechecking(), on.rechecked, officerA))).toBe("enforcement.paper-not-served");
    one.lawfully(serving({ ...paper, servedOn: on.correctBy }), on.correctBy, officerA);
    expect(one.state.order?.servedOn).toBe(on.correctBy);
  });
  test("CF-T1: looked at again after the last day, not on it; put right, it ends", () => {
    const one = unmet();
    expect(one.state.unmetOn).toBe(on.rechecked);
    const again = found().lawfully(stopping, on.recorded, officerA).lawfully(correcting(), on.recorded, theHead);
    again.lawfully(serving(delivered("rectification-order", on.recorded, again.state.order)), on.recorded, officerA);
    expect(codeOf(again.tell(rechecking(), on.correctBy, officerA))).toBe("enforcement.building-day");
    expect(codeOf(again.tell(taking(), on.orderServed, officerA))).toBe("enforcement.correction-not-checked");
    again.lawfully(rechecking(true), on.correctBy, officerA);
    expect(again.state.ending).toEqual({ on: on.correctBy, how: "corrected" });
  });
});

describe("QZ-35, QZ-37: demand and decision to enforce, by the planning law", () => {
  test("the decision of the proceeding orders to demolish, was served, and is in effect", () => {
    const taken = (proceeding: ReturnType<typeof known>["proceeding"]) =>
      codeOf(unmet().tell(taking("planning", { proceeding }), on.orderServed, officerA));
    const decision = aDecision();
    const [charge] = decision.charges.items;
    if (charge === undefined) throw new Error("no charge");
    const fined = { ...decision, charges: { ...decision.charges, items: [{ ...charge, kinds: ["罚款" as const] }] } };
    const { served: _served, ...unserved } = decision.decision;
    for (const other of [
      undefined,
      fined,
      { ...decision, status: "decided" as const },
      { ...decision, decision: unserved },
      { ...decision, decision: { ...decision.decision, outcome: "not-proved" as const } },
    ])
      expect(taken(other)).toBe("enforcement.decision-not-to-demolish");
    expect(codeOf(unmet().tell(taking("planning", { by: on.orderServed }), on.orderServed, officerA))).toBe(
      "enforcement.building-day",
    );
    expect(decided().state.decision).toMatchObject({ servedOn: on.orderServed, suit: "six-months" });
  });
  test("demanded after the party's last day, not on it", () => {
    expect(codeOf(decided().tell(demanding(), on.demolishBy, officerA))).toBe("enforcement.building-day");
    expect(done(decided().tell(demanding(), on.demanded, officerA))).toBe(true);
  });
  test("decided to enforce ten working days after the service of the demand, by the head", () => {
    const one = demanded();
    expect(one.state.demand?.term?.due).toBe(on.demandOver);
    expect(codeOf(one.tell(enforcingBy(), on.demandOver, theHead))).toBe("enforcement.demand-term-open");
    expect(codeOf(one.tell(enforcingBy(), on.enforced, officerA))).toBe("enforcement.not-the-head");
    const unserved = decided().lawfully(demanding(), on.demanded, officerA);
    expect(codeOf(unserved.tell(enforcingBy(), on.enforced, theHead))).toBe("enforcement.paper-not-served");
    expect(done(one.tell(enforcingBy(), on.enforced, theHead))).toBe(true);
  });
  test("T-10: in a year not announced the ten working days leave out each day that may become a holiday", () => {
    const term = demandTerm("2026-12-28", { calendar, town });
    // Expected on 12 January; each day up to 9 January may still become one of rest.
    expect(term).toMatchObject({ due: "2027-01-12", provisional: true });
    const over = (today: string) => isOver(term, { calendar, today: toDate(today) });
    expect(over("2027-01-19")).toBe(false);
    expect(over("2027-01-20")).toBe(true);
  });
  test("QZ-36: what the party says is looked into first; taken, the demand falls", () => {
    const one = demanded();
    const says = { type: "state-opinion" as const, partyKey: "KEY1", text: "请求宽限" };
    const hears = (adopted: boolean) => ({ ...known(), type: "hear-opinion" as const, adopted, reasons: "已复核" });
    expect(codeOf(one.tell(says, on.demanded, officerA))).toBe("enforcement.building-not-the-party");
    expect(codeOf(one.tell(hears(false), on.demanded, officerA))).toBe("enforcement.demolition-opinion-open");
    one.lawfully(says, on.demandOver, theParty);
    expect(codeOf(one.tell(enforcingBy(), on.enforced, theHead))).toBe("enforcement.demolition-opinion-open");
    one.lawfully(hears(false), on.demandOver, officerA);
    expect(codeOf(one.tell(hears(false), on.demandOver, officerA))).toBe("enforcement.demolition-opinion-open");
    expect(done(one.tell(enforcingBy(), on.enforced, theHead))).toBe(true);
    const taken = demanded().lawfully(says, on.demandOver, theParty).lawfully(hears(true), on.demandOver, officerA);
    expect(taken.state.status).toBe("decided");
    expect(codeOf(decided().lawfully(demanding(), on.demanded, officerA).tell(says, on.demanded, theParty))).toBe(
      "enforcement.paper-not-served",
    );
  });
  test("QZ-43(2): no means cuts a home off", () => {
    const cut = enforcingBy({ means: ["machines", "cut-water"] });
    expect(codeOf(demanded().tell(cut, on.enforced, theHead))).toBe("enforcement.no-cutting-off");
    expect(done(demanded("planning", { home: false }).tell(cut, on.enforced, theHead))).toBe(true);
  });
  test("QZ-44: the public notice gives fifteen days at least (D), after the decision to enforce was served", () => {
    expect(codeOf(enforced().tell(announcing("2026-03-18"), on.enforced, officerA))).toBe("enforcement.notice-term");
    expect(done(enforced().tell(announcing("2026-03-19"), on.enforced, officerA))).toBe(true);
    const unserved = demanded().lawfully(enforcingBy(), on.enforced, theHead);
    expect(codeOf(unserved.tell(announcing(), on.enforced, officerA))).toBe("enforcement.paper-not-served");
  });
  test("QZ-44a: the court takes no application", () => {
    expect(codeOf(demanded().tell({ ...applying(), ...known() }, on.enforced, theHead))).toBe(
      "enforcement.court-takes-no-application",
    );
  });
});

describe("QZ-44: demolished only after the periods of review and suit passed unused", () => {
  test("on the first day after the last of them, not on their last day", () => {
    const one = ready();
    expect(codeOf(one.tell(beginning(), `${on.periodsOver}T02:00:00.000Z`, officerB))).toBe(
      "enforcement.remedy-period-open",
    );
    one.lawfully(beginning(), on.demolished, officerB);
    expect(one.state).toMatchObject({ status: "demolishing", work: [{ until: "2026-09-05T14:00:00.000Z" }] });
  });
  test("the profile may wait for the order to demolish alone", () => {
    const { enforcement } = town;
    const other = { ...enforcement, demolition: { ...enforcement.demolition, waitsFor: ["order" as const] } };
    const profile = { ...town, enforcement: other };
    const one = enforced({}, profile)
      .lawfully(announcing(), on.enforced, officerA)
      .lawfully(listing(), "2026-07-01", officerA);
    // 26 July is a Sunday: the last day of the suit moves to the Monday (T-3).
    expect(codeOf(one.tell(beginning(), "2026-07-27T02:00:00.000Z", officerB))).toBe("enforcement.remedy-period-open");
    expect(done(one.tell(beginning(), "2026-07-28T02:00:00.000Z", officerB))).toBe(true);
  });
  test("a review or suit against the decision stops it, whether the proceeding or the building has it", () => {
    const filed = { id: "R1", kind: "review" as const, filedOn: "2026-03-01" };
    const disputed = beginning({ proceeding: aDecision("planning", { remedies: [filed] }) });
    expect(codeOf(ready().tell(disputed, on.demolished, officerB))).toBe("enforcement.remedy-runs");
    const over = aDecision("planning", { remedies: [{ ...filed, endedOn: "2026-05-01", effect: "upheld" }] });
    expect(done(ready().tell(beginning({ proceeding: over }), on.demolished, officerB))).toBe(true);
    const one = ready().lawfully(disputing(), "2026-09-04", theParty);
    expect(codeOf(one.tell(beginning(), on.demolished, officerB))).toBe("enforcement.remedy-runs");
    one.lawfully(ending("withdrawn"), "2026-09-05", theHead);
    expect(done(one.tell(beginning(), on.demolished, officerB))).toBe(true);
  });
  test("SS-45, QZ-44: after a review that upheld it the fifteen days of a suit pass first", () => {
    const one = ready().lawfully(disputing(), "2026-09-04", theParty).lawfully(ending("upheld"), "2026-09-05", theHead);
    // 20 September 2026 is a Sunday on which people work.
    expect(codeOf(one.tell(beginning(), "2026-09-20T02:00:00.000Z", officerB))).toBe("enforcement.remedy-period-open");
    expect(done(one.tell(beginning(), "2026-09-21T02:00:00.000Z", officerB))).toBe(true);
    // Against the order itself: its review stands in the proceeding.
    const review = {
      id: "R1",
      kind: "review" as const,
      filedOn: "2026-03-01",
      endedOn: "2026-09-01",
      effect: "upheld",
    };
    const order = beginning({ proceeding: aDecision("planning", { remedies: [{ ...review, effect: "upheld" }] }) });
    expect(codeOf(ready().tell(order, "2026-09-16T02:00:00.000Z", officerB))).toBe("enforcement.remedy-period-open");
    expect(done(ready().tell(order, "2026-09-17T02:00:00.000Z", officerB))).toBe(true);
  });
  test("revoked, it begins again from the demand, and neither decision nor notice of before counts", () => {
    const one = ready()
      .lawfully(disputing(), "2026-09-04", theParty)
      .lawfully(ending("revoked"), "2026-09-05", theHead);
    expect(one.state).toMatchObject({ status: "demanded" });
    expect(one.state.enforcement).toBeUndefined();
    expect(one.state.notice).toBeUndefined();
  });
  test("who tells of a remedy: the party, an officer, the head; of a real day, once", () => {
    const one = ready();
    expect(codeOf(one.tell(disputing(), "2026-09-04", stranger))).toBe("enforcement.not-a-handler");
    expect(codeOf(one.tell(disputing("2026-09-05"), "2026-09-04", theParty))).toBe("enforcement.building-day");
    expect(codeOf(one.tell(disputing("2026-03-03"), "2026-09-04", theParty))).toBe("enforcement.building-day");
    expect(done(one.tell(disputing("2026-03-04"), "2026-09-04", theHead))).toBe(true);
    expect(codeOf(one.tell(disputing(), "2026-09-04", officerA))).toBe("enforcement.remedy-runs");
    expect(codeOf(one.tell(ending("upheld", "R9"), "2026-09-04", theHead))).toBe("enforcement.no-such-thing");
    expect(codeOf(one.tell(ending("upheld"), "2026-09-04", officerA))).toBe("enforcement.not-the-head");
  });
  test("it stops the work that has begun; so does one against the order, by the news of its proceeding", () => {
    const working = () => ready().lawfully(beginning(), on.demolished, officerB);
    const one = working().lawfully(disputing("2026-09-05"), "2026-09-05T03:00:00.000Z", theParty);
    expect(one.state).toMatchObject({ status: "enforcing", work: [{ to: "2026-09-05T03:00:00.000Z" }] });
    const filed = { id: "R1", kind: "suit" as const, filedOn: "2026-09-05" };
    const news = { type: "follow" as const, proceeding: aDecision("planning", { remedies: [filed] }) };
    const other = working().lawfully(news, "2026-09-05T03:00:00.000Z");
    expect(other.state.status).toBe("enforcing");
    expect(other.tell(news, "2026-09-05T03:00:01.000Z")).toEqual([]);
  });
  test("QZ-43: not at night and not on a holiday, unless the head found that day urgent", () => {
    expect(codeOf(ready().tell(beginning(), instantAt("2026-09-05", "22:00"), officerB))).toBe("enforcement.at-night");
    expect(done(ready().tell(beginning(), instantAt("2026-09-05", "21:59"), officerB))).toBe(true);
    expect(codeOf(ready().tell(beginning(), instantAt("2026-10-01", "10:00"), officerB))).toBe(
      "enforcement.on-a-holiday",
    );
    const urgent = ready().lawfully({ ...known(), type: "find-urgent", reasons: "危房" }, "2026-10-01", theHead);
    expect(codeOf(urgent.tell(beginning(), instantAt("2026-10-02", "10:00"), officerB))).toBe(
      "enforcement.on-a-holiday",
    );
    expect(codeOf(urgent.tell({ ...known(), type: "find-urgent", reasons: "x" }, "2026-10-01", officerA))).toBe(
      "enforcement.not-the-head",
    );
    urgent.lawfully(beginning(), instantAt("2026-10-01", "10:00"), officerB);
    expect(urgent.state.work).toMatchObject([{ urgent: true, until: instantAt("2026-10-02", "00:00") }]);
  });
  test("QZ-43: at nightfall the work stops by itself; it ends neither then nor on a later day", () => {
    const one = ready().lawfully(beginning(), on.demolished, officerB);
    expect(codeOf(one.tell(finishing(), instantAt("2026-09-05", "22:00"), officerB))).toBe(
      "enforcement.work-time-over",
    );
    expect(codeOf(one.tell(finishing(), instantAt("2026-09-06", "10:00"), officerB))).toBe(
      "enforcement.work-time-over",
    );
    expect(building.nextDeadline?.(one.state)).toBe("2026-09-05T14:00:00.000Z");
    expect(one.tell({ type: "pass-time" }, "2026-09-05T13:59:59.999Z")).toEqual([]);
    one.lawfully({ type: "pass-time" }, "2026-09-05T14:00:00.000Z");
    expect(one.state).toMatchObject({ status: "enforcing", work: [{ to: "2026-09-05T14:00:00.000Z" }] });
    expect(done(one.tell(beginning(), instantAt("2026-09-06", "10:00"), officerB))).toBe(true);
    expect(done(one.tell(finishing(), instantAt("2026-09-06", "21:59"), officerB))).toBe(true);
    const early = ready().lawfully(beginning(), instantAt("2026-09-30", "10:00"), officerB);
    expect(early.state.work.at(-1)?.until).toBe(instantAt("2026-09-30", "22:00"));
  });
  test("the notice's last day is over, things are listed, the other officer begins, somebody sees it", () => {
    const unlisted = enforced().lawfully(announcing(), on.enforced, officerA);
    expect(codeOf(unlisted.tell(beginning(), on.demolished, officerB))).toBe("enforcement.things-not-listed");
    const unannounced = enforced().lawfully(listing(), on.enforced, officerA);
    expect(codeOf(unannounced.tell(beginning(), on.demolished, officerB))).toBe("enforcement.notice-term");
    const late = enforced()
      .lawfully(announcing("2026-09-05"), on.enforced, officerA)
      .lawfully(listing(), on.enforced, officerA);
    expect(codeOf(late.tell(beginning(), on.demolished, officerB))).toBe("enforcement.notice-term");
    expect(done(late.tell(beginning(), "2026-09-06T02:00:00.000Z", officerB))).toBe(true);
    expect(codeOf(ready().tell(beginning(), on.demolished, officerA))).toBe("enforcement.building-second-officer");
    expect(codeOf(ready().tell(beginning(), on.demolished, stranger))).toBe("enforcement.not-a-handler");
    for (const witnesses of [[], ["甲"], ["乙"], ["村民甲", " 甲 "]])
      expect(codeOf(ready().tell(beginning({ witnesses }), on.demolished, officerB))).toBe(
        "enforcement.demolition-without-witness",
      );
    expect(done(ready().tell(beginning({ witnesses: [], partyPresent: true }), on.demolished, officerB))).toBe(true);
    expect(codeOf(enforced().tell(listing({ witnesses: [] }), on.enforced, officerA))).toBe(
      "enforcement.demolition-without-witness",
    );
  });
  test("a power recalled meanwhile, or a decision that is no longer in effect, demolishes nothing", () => {
    expect(codeOf(ready().tell(beginning({ power: undefined }), on.demolished, officerB))).toBe(
      "enforcement.power-not-in-force",
    );
    const { decision: _decision, ...rest } = aDecision();
    const open = { ...rest, status: "open" as const };
    expect(codeOf(ready().tell(beginning({ proceeding: open }), on.demolished, officerB))).toBe(
      "enforcement.decision-not-to-demolish",
    );
  });
  test("CF-47a: where the profile records demolitions, no record without a recording", () => {
    const { recording: _recording, ...unrecorded } = finishing();
    const one = ready().lawfully(beginning(), on.demolished, officerB);
    expect(codeOf(one.tell(unrecorded, "2026-09-05T08:00:00.000Z", officerB))).toBe(
      "enforcement.demolition-unrecorded",
    );
  });
});

describe("after the demolition", () => {
  const later = "2026-09-10";
  test("QZ-44c: closed only when each thing went back to its owner, or to a keeper", () => {
    const one = demolished();
    const closing = { ...known(), type: "close" as const };
    expect(codeOf(one.tell(closing, later, officerA))).toBe("enforcement.things-not-returned");
    expect(codeOf(one.tell(returning(["T3"]), later, officerA))).toBe("enforcement.no-such-thing");
    one.lawfully(returning(["T1"]), later, officerA).lawfully(returning(["T2"], "deposited"), later, officerA);
    expect(one.tell(returning(["T1"]), later, officerA)).toEqual([]);
    one.lawfully(closing, later, officerA);
    expect(one.state.ending).toEqual({ on: later, how: "demolished" });
  });
  test("no thing is lost by a second list", () => {
    const one = ready().lawfully(listing({ things: [] }), "2026-09-04", officerA);
    expect(one.state.things?.things.map(({ id }) => id)).toEqual(["T1", "T2"]);
    one.lawfully(listing({ things: [{ description: "床", quantity: "1" }] }), "2026-09-04", officerA);
    expect(one.state.things?.things.map(({ id }) => id)).toEqual(["T1", "T2", "T3"]);
  });
  test("QZ-51: the head claims what papers prove, once, no more than told without a reason", () => {
    const one = demolished();
    const claim = (more: Parameters<typeof claiming>[0], actor = theHead) =>
      codeOf(one.tell(claiming(more), later, actor));
    const item = (amountFen: number, proof = sha) => ({ description: "机械", amountFen, proof });
    expect(claim({}, officerA)).toBe("enforcement.not-the-head");
    expect(claim({ items: [item(3_000_001)] })).toBe("enforcement.costs-above-estimate");
    expect(claim({ items: [item(1), item(2)] })).toBe("enforcement.costs-counted-twice");
    expect(claim({ items: [item(100)], salvageFen: 100 })).toBe("enforcement.costs-nothing-left");
    const paid = { type: "note-cost-payment", serial: "GK-1", amountFen: 1, on: later } as const;
    expect(codeOf(one.tell(paid, later))).toBe("enforcement.no-cost-claimed");
    one.lawfully(claiming({ items: [item(3_000_000)], salvageFen: 1 }), later, theHead);
    expect(one.events.at(-1)).toMatchObject({
      type: "enforcement.building.costs-claimed",
      data: { case: "CASE1", proceeding: "CASE1:P1", amountFen: 2_999_999 },
    });
    expect(claim({})).toBe("enforcement.costs-claimed-already");
    const explained = { items: [item(3_000_001)], salvageFen: 0, estimateFen: 3_000_000 };
    expect(costsOf({ ...explained, explanation: "危险部位加固" })).toBe(3_000_001);
    expect(costsOf({ ...explained, explanation: " " })).toMatchObject({ code: "enforcement.costs-above-estimate" });
  });
  test("QZ-39: the decision falls after the building is gone: restored or paid for, told once", () => {
    const fallen = { ...aDecision(), status: "overturned" as const, overturned };
    const one = demolished().lawfully({ type: "follow", proceeding: fallen }, later);
    expect(one.types.at(-1)).toBe("enforcement.building.restitution-due");
    expect(one.tell({ type: "follow", proceeding: fallen }, later)).toEqual([]);
    const before = ready().lawfully({ type: "follow", proceeding: fallen }, "2026-09-04");
    expect(before.state.ending?.how).toBe("decision-revoked");
    expect(before.types).not.toContain("enforcement.building.restitution-due");
    expect(found().tell({ type: "follow", proceeding: fallen }, on.recorded)).toEqual([]);
    expect(found().tell({ type: "follow", proceeding: undefined }, on.recorded)).toEqual([]);
  });
});

describe("QZ-44: a decision to demolish that fell and was made anew", () => {
  const fallen = { ...aDecision(), status: "overturned" as const, overturned };
  const first = aDecision();
  const second = {
    ...aDecision("planning", { servedOn: "2026-09-10" }),
    decision: {
      ...aDecision("planning", { servedOn: "2026-09-10" }).decision,
      number: { ...first.decision.number, serial: 99, text: { zh: "广通罚〔2026〕99号", en: "99" } },
    },
  };
  const taking = (proceeding: typeof first) => ({
    ...known("planning", { proceeding }),
    type: "take-decision" as const,
    by: "2026-10-20",
  });
  test("is carried out from its own service on, and nothing of before counts", () => {
    const one = enforced().lawfully({ type: "follow", proceeding: fallen }, "2026-09-04");
    expect(one.state.ending?.how).toBe("decision-revoked");
    expect(codeOf(one.tell(taking(first), "2026-09-05", officerA))).toBe("enforcement.decision-not-to-demolish");
    one.lawfully(taking(second), "2026-09-11", officerA);
    expect(one.state).toMatchObject({ status: "decided", decision: { servedOn: "2026-09-10" }, remedies: [] });
    for (const gone of ["ending", "demand", "enforcement", "notice"]) expect(one.state).not.toHaveProperty(gone);
  });
  test("not while things that were listed lie with the town, nor where the building is gone", () => {
    const listed = ready().lawfully({ type: "follow", proceeding: fallen }, "2026-09-04");
    expect(codeOf(listed.tell(taking(second), "2026-09-11", officerA))).toBe("enforcement.decision-not-to-demolish");
    const gone = demolished().lawfully({ type: "follow", proceeding: fallen }, "2026-09-20");
    expect(codeOf(gone.tell(taking(second), "2026-09-20", officerA))).toMatch(
      /decision-not-to-demolish|not-in-this-state/,
    );
  });
  test("a demand or a demolition by the number of before is refused", () => {
    expect(codeOf(ready().tell(beginning({ proceeding: second }), "2027-06-01T02:00:00.000Z", officerB))).toBe(
      "enforcement.decision-not-to-demolish",
    );
  });
});

describe("QZ-39, QZ-42: pause and agreement", () => {
  const agreeing = (...days: string[]) => ({
    ...known(),
    ...{ type: "agree" as const, signed: sha, stages: days.map((by) => ({ what: "拆除一层", by })) },
  });
  test("while an agreement stands nothing is enforced; broken after its last day, it goes on; kept, it ends", () => {
    const one = ready();
    expect(codeOf(one.tell(agreeing("2026-09-04"), "2026-09-04", theHead))).toBe("enforcement.agreement-day");
    expect(codeOf(one.tell(agreeing("2026-09-08", "2026-09-08"), "2026-09-04", theHead))).toBe(
      "enforcement.agreement-day",
    );
    expect(codeOf(one.tell(over(false), "2026-09-04", officerA))).toBe("enforcement.agreement-day");
    one.lawfully(agreeing("2026-09-08", "2026-09-20"), "2026-09-04", theHead);
    expect(codeOf(one.tell(beginning(), on.demolished, officerB))).toBe("enforcement.agreement-stands");
    expect(codeOf(one.tell(agreeing("2026-10-09"), "2026-09-05", theHead))).toBe("enforcement.agreement-stands");
    expect(codeOf(one.tell(over(false), "2026-09-20", officerA))).toBe("enforcement.agreement-stands");
    one.lawfully(over(false), "2026-09-21", officerA);
    expect(done(one.tell(beginning(), instantAt("2026-09-21", "10:00"), officerB))).toBe(true);
    const kept = ready()
      .lawfully(agreeing("2026-09-08"), "2026-09-04", theHead)
      .lawfully(over(true), "2026-09-06", officerA);
    expect(kept.state.ending?.how).toBe("demolished-by-party");
  });
  const over = (kept: boolean) => ({ ...known(), type: "end-agreement" as const, kept, reasons: "查看" });
  const pausing = (harmless = true) => ({
    ...known(),
    ...{ type: "pause" as const, ground: "unable" as const, harmless, reasons: "患病" },
  });
  const resuming = { ...known(), type: "resume" as const, reasons: "恢复" };
  test("paused, nothing is done; three years later, harmless and unable, it is never resumed", () => {
    const one = ready().lawfully(pausing(), "2026-09-04", theHead);
    expect(codeOf(one.tell(beginning(), on.demolished, officerB))).toBe("enforcement.building-not-in-this-state");
    expect(codeOf(one.tell(resuming, "2026-09-05", officerA))).toBe("enforcement.not-the-head");
    expect(codeOf(one.tell(resuming, "2029-09-05", theHead))).toBe("enforcement.later-than-three-years");
    expect(one.letPass("2029-09-05")).toEqual(["2029-09-05"]);
    expect(one.state.ending?.how).toBe("not-resumed");
    const other = ready().lawfully(pausing(), "2026-09-04", theHead).lawfully(resuming, "2029-09-04", theHead);
    expect(other.state.status).toBe("enforcing");
    expect(done(ready().lawfully(pausing(false), "2026-09-04", theHead).tell(resuming, "2029-09-05", theHead))).toBe(
      true,
    );
    expect(codeOf(ready().tell(pausing(), "2026-09-04", officerA))).toBe("enforcement.not-the-head");
  });
  test("the party demolished it himself, or nothing is left: it ends", () => {
    const seen = { ...known(), type: "note-self-demolition" as const, with: officerB.sub, files: [sha] };
    expect(ready().lawfully(seen, "2026-09-04", officerA).state.ending?.how).toBe("demolished-by-party");
    const gone = { ...known(), type: "end" as const, ground: "object-gone" as const, reasons: "倒塌" };
    expect(codeOf(ready().tell(gone, "2026-09-04", officerA))).toBe("enforcement.not-the-head");
    expect(ready().lawfully(gone, "2026-09-04", theHead).state.ending?.how).toBe("object-gone");
  });
  test("the officers interrupt it", () => {
    const stop = { ...known(), type: "interrupt" as const, reasons: "下雨" };
    expect(
      ready().lawfully(beginning(), on.demolished, officerB).lawfully(stop, on.demolished, officerA).state.status,
    ).toBe("enforcing");
  });
});

describe("QZ-44b: by the land law the court enforces, and the town never does", () => {
  /** The order was served on 2 March, as in the rule's example. */
  const served = "2026-03-02";
  const land = (demandedOn = "2026-03-18") => {
    const told = known("land", { proceeding: aDecision("land", { servedOn: served }) });
    const one = found("land").lawfully({ ...told, type: "take-decision", by: "2026-03-17" }, served, officerA);
    one.lawfully({ ...told, type: "demand", text: "请自行拆除" }, demandedOn, officerA);
    const paper = delivered("demand", demandedOn, one.state.demand);
    return one.lawfully({ ...told, type: "note-service", deliveryId: "D1", delivery: paper }, demandedOn, officerA);
  };
  const asking = (more = {}) => applying({ proceeding: aDecision("land", { servedOn: served }), ...more });
  test("asked ten working days after the demand, until three months after the fifteen days of the suit", () => {
    const one = land();
    expect(codeOf(one.tell(asking(), "2026-04-01", theHead))).toBe("enforcement.demand-term-open");
    expect(done(land().tell(asking(), "2026-04-02", theHead))).toBe(true);
    expect(done(land().tell(asking(), "2026-06-17", theHead))).toBe(true);
    expect(codeOf(one.tell(asking(), "2026-06-18", theHead))).toBe("enforcement.court-too-late");
    expect(codeOf(one.tell(asking(), "2026-04-02", officerA))).toBe("enforcement.not-the-head");
  });
  test("a suit within the fifteen days stops it; the careful profile waits for the review too", () => {
    const suit = { id: "R1", kind: "suit" as const, filedOn: "2026-03-17" };
    const disputed = aDecision("land", { servedOn: served, remedies: [suit] });
    const review = { id: "R1", kind: "review" as const, filedOn: "2026-03-10", endedOn: "2026-04-20" };
    const upheld = asking({
      proceeding: aDecision("land", { servedOn: served, remedies: [{ ...review, effect: "upheld" }] }),
    });
    // SS-45: fifteen days of suit after the review, to 5 May, a holiday; then three months from the day to which it moves.
    expect(codeOf(land().tell(upheld, "2026-05-06", theHead))).toBe("enforcement.court-term");
    expect(done(land().tell(upheld, "2026-05-07", theHead))).toBe(true);
    expect(done(land().tell(upheld, "2026-08-06", theHead))).toBe(true);
    expect(codeOf(land().tell(upheld, "2026-08-07", theHead))).toBe("enforcement.court-too-late");
    expect(codeOf(land().tell(asking({ proceeding: disputed }), "2026-04-02", theHead))).toBe(
      "enforcement.remedy-runs",
    );
    const { enforcement } = town;
    const careful = { ...enforcement, demolition: { ...enforcement.demolition, courtWaitsForReview: true } };
    const days = (profile: typeof town) =>
      courtDays(land().state, { calendar, town: profile })?.limits.map(({ due }) => due);
    expect(days(town)).toEqual(["2026-03-17"]);
    // 60 days end on 1 May, a holiday: the last day moves on.
    expect(days({ ...town, enforcement: careful })).toEqual(["2026-03-17", "2026-05-06"]);
  });
  test("no order, no decision to enforce, no demolition of the town's own", () => {
    expect(codeOf(found("land").tell({ ...correcting(), ...known("land") }, on.recorded, theHead))).toBe(
      "enforcement.court-demolishes",
    );
    const told = known("land");
    expect(codeOf(land().tell({ ...enforcingBy(), ...told }, "2026-04-02", theHead))).toBe(
      "enforcement.court-demolishes",
    );
    expect(codeOf(land().tell({ ...beginning(), ...told }, "2026-09-02", officerB))).toBe(
      "enforcement.building-not-in-this-state",
    );
  });
  test("the court accepts, rules, and what it ruled is carried out; or it says no", () => {
    const document = "（2026）云2331行审1号";
    const told = known("land");
    const answer = (accepted: boolean, day = "2026-04-05") => ({
      ...told,
      ...{ type: "court-answered" as const, accepted, on: day, document },
    });
    const rule = (enforce: boolean) => ({ ...told, type: "court-ruled" as const, enforce, on: "2026-04-10", document });
    const carried = { ...told, type: "note-court-execution" as const, on: "2026-05-10", document };
    const asked = () => land().lawfully(asking(), "2026-04-02", theHead);
    expect(codeOf(asked().tell(answer(true, "2026-04-01"), "2026-04-05", officerA))).toBe("enforcement.building-day");
    expect(codeOf(asked().tell(answer(true, "2026-04-06"), "2026-04-05", officerA))).toBe("enforcement.building-day");
    expect(asked().lawfully(answer(false), "2026-04-05", officerA).state.status).toBe("demanded");
    const accepted = () => asked().lawfully(answer(true), "2026-04-05", officerA);
    expect(codeOf(accepted().tell(carried, "2026-05-10", officerA))).toBe("enforcement.court-term");
    expect(accepted().lawfully(rule(false), "2026-04-10", officerA).state.ending?.how).toBe("court-refused");
    const one = accepted().lawfully(rule(true), "2026-04-10", officerA).lawfully(carried, "2026-05-10", officerA);
    expect(one.state.ending?.how).toBe("by-court");
  });
});

const overturned = {
  ...{ how: "revoked" as const, by: "court" as const, on: "2026-09-06", anew: false },
  document: { number: "1号", date: "2026-09-06" },
};
const disputing = (filedOn = "2026-09-03") => ({
  ...known(),
  ...{
    type: "note-remedy" as const,
    kind: "review" as const,
    filedOn,
    document: "禄政复〔2026〕1号",
    partyKey: "KEY1",
  },
});
const ending = (effect: "upheld" | "withdrawn" | "revoked", remedy = "R1") => ({
  ...known(),
  ...{ type: "end-remedy" as const, remedy, effect, document: "禄政复决〔2026〕1号" },
});

describe("the table of states", () => {
  test("each refusal of this part was provoked above", () => {
    // Those of substitute performance are provoked in its own test.
    const others = [
      "enforcement.nothing-to-substitute",
      "enforcement.party-not-told",
      "enforcement.party-was-there",
      "enforcement.reminded-too-late",
      "enforcement.removal-head-only",
      "enforcement.substitution-not-in-this-state",
    ];
    expect(codesTold(buildingProblems).filter((code) => !provoked.has(code))).toEqual(others);
  });
  test("each step is refused in each state whose row does not have it", () => {
    const states = [recorded(), found(), unmet(), decided(), demanded(), enforced(), demolished()];
    const commands = [
      correcting(),
      rechecking(),
      demanding(),
      enforcingBy(),
      announcing(),
      listing(),
      beginning(),
      finishing(),
    ];
    for (const { state } of states)
      for (const command of commands) {
        const row: object = buildingMoves[state.status];
        const decision = building.decide(state, command, contextOf(officerA));
        if (!(command.type in row)) expect(codeOf(decision)).toBe("enforcement.building-not-in-this-state");
        else expect(isRejection(decision) ? decision.code : "").not.toBe("enforcement.building-not-in-this-state");
      }
  });
});

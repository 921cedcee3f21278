import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinable, visitsOfYear } from "../../../services/enforcement/inspections/domain/enterprise/booking.ts";
import { enterprise } from "../../../services/enforcement/inspections/domain/enterprise/decider.ts";
import type { EnterpriseCommand } from "../../../services/enforcement/inspections/domain/enterprise/enterprise.ts";
import { inspectionItem } from "../../../services/enforcement/inspections/domain/item/decider.ts";
import type { ItemCommand } from "../../../services/enforcement/inspections/domain/item/item.ts";
import { toDate } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { inspectionOccasions } from "../../../shared/town/enforcement-inspections.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { town } from "../common/builders.ts";
import {
  aContent,
  anEnterprise,
  booking,
  drafting,
  inTownWith,
  officer1,
  officer2,
  publishing,
  registering,
  start,
  theGridWorker,
  theHead,
  visitDay,
} from "./builders.ts";

type One = ReturnType<typeof anEnterprise>;
/** The code of the refusal; undefined: it is not refused. */
function codeOf(one: One, command: EnterpriseCommand, day = start, actor: Actor = officer1): string | undefined {
  const decision = one.tell(command, day, actor);
  return isRejection(decision) ? decision.code : undefined;
}
const booked = (...ids: readonly string[]) =>
  ids.reduce((one, id) => one.lawfully(booking(id), start, officer1), anEnterprise());

describe("IN-4: the yearly cap of an enterprise", () => {
  test("two routine checks pass, the third is refused", () => {
    expect(booked("V1", "V2").state.visits).toHaveLength(2);
    expect(refusalOf(booked("V1", "V2").tell(booking("V3"), start, officer1))).toMatchObject({
      code: "enforcement.inspection-cap",
      details: { cap: 2, visits: 2, year: "2026" },
    });
  });
  test.each(inspectionOccasions)("an occasion passes outside of the cap if the profile names it: %s", (occasion) => {
    const { outside } = town.enforcement.inspections.cap;
    const decision = booked("V1", "V2").tell(booking("V3", { occasion, ref: "R1" }), start, officer1);
    if (!outside.includes(occasion)) return expect(refusalOf(decision).code).toBe("enforcement.inspection-cap");
    return expect(decision).toMatchObject([{ data: { visit: { counted: false } } }]);
  });
  test("what passed outside takes no place, and is shown beside it", () => {
    const one = anEnterprise()
      .lawfully(booking("V1", { occasion: "lead", ref: "L1" }), start, officer1)
      .lawfully(booking("V2", { occasion: "lead", ref: "L2" }), start, officer1)
      .lawfully(booking("V3"), start, officer1);
    const { counted, outside } = visitsOfYear(one.state, "2026", start);
    expect([counted.map(({ id }) => id), outside.map(({ id }) => id)]).toEqual([["V3"], ["V1", "V2"]]);
  });
  test("the same lead gives one visit, unless that one came to nothing", () => {
    const upon = booking("V1", { occasion: "lead", ref: "L1" });
    const one = anEnterprise().lawfully(upon, start, officer1);
    const again = booking("V2", { occasion: "lead", ref: "L1", from: "2026-03-20", until: "2026-03-20" });
    expect(codeOf(one, again)).toBe("enforcement.inspection-same-ground");
    expect(codeOf(one.lawfully({ type: "note-held", id: "V1" }, visitDay, officer1), again, "2026-03-06")).toBe(
      "enforcement.inspection-same-ground",
    );
    const off = anEnterprise().lawfully(upon, start, officer1).lawfully({ type: "release", id: "V1" }, start, theHead);
    expect(off.lawfully(again, start, officer1).state.visits).toHaveLength(2);
    const lapsed = anEnterprise().lawfully(upon, start, officer1);
    expect(lapsed.lawfully(again, "2026-03-06", officer1).state.visits).toHaveLength(2);
  });
  test("of one item: fewer where the item says so", () => {
    const rare = { perYear: { "JC-001": 1 } };
    expect(codeOf(booked("V1"), booking("V2", rare))).toBe("enforcement.inspection-cap");
    expect(codeOf(booked("V1"), booking("V2", { ...rare, items: ["JC-002"] }))).toBeUndefined();
    const know = inTownWith((rules) => ({ ...rules, cap: { ...rules.cap, perEnterprise: 9, perItem: 1 } }));
    const one = new Living(enterprise, know)
      .lawfully(registering, start, officer1)
      .lawfully(booking("V1"), start, officer1);
    expect(refusalOf(one.tell(booking("V2"), start, officer1)).details).toMatchObject({ item: "JC-001", cap: 1 });
  });
  test("of all items together: a third check by another item is one too many", () => {
    const one = ["JC-001", "JC-002"].reduce(
      (all, code) => all.lawfully(booking(code, { items: [code] }), start, officer1),
      anEnterprise(),
    );
    expect(codeOf(one, booking("V3", { items: ["JC-003"] }))).toBe("enforcement.inspection-cap");
  });
  test("what was called off, or never entered, frees its place; what was held does not", () => {
    const off = booked("V1", "V2").lawfully({ type: "release", id: "V2" }, start, theHead);
    expect(off.lawfully(booking("V3"), start, officer1).state.visits).toHaveLength(3);
    const later = booking("V3", { from: "2026-03-20", until: "2026-03-20" });
    expect(codeOf(booked("V1", "V2"), later, visitDay)).toBe("enforcement.inspection-cap");
    expect(codeOf(booked("V1", "V2"), later, "2026-03-05")).toBeUndefined();
    const held = booked("V1", "V2").lawfully({ type: "note-held", id: "V1" }, visitDay, officer1);
    held.lawfully({ type: "note-held", id: "V2" }, visitDay, officer1);
    expect(codeOf(held, later, "2026-03-05")).toBe("enforcement.inspection-cap");
    expect(held.tell({ type: "release", id: "V1" }, visitDay, theHead)).toEqual([]);
  });
  test("another year has its own cap", () => {
    const held = booked("V1", "V2").lawfully({ type: "note-held", id: "V1" }, visitDay, officer1);
    held.lawfully({ type: "note-held", id: "V2" }, visitDay, officer1);
    expect(codeOf(held, booking("V3", { from: "2026-12-31", until: "2026-12-31" }), "2026-12-20")).toBe(
      "enforcement.inspection-cap",
    );
    expect(codeOf(held, booking("V3", { from: "2027-01-01", until: "2027-01-01" }), "2026-12-20")).toBeUndefined();
  });
  test("no order of bookings, releases and entries passes the cap: it equals a recount", () => {
    const { perEnterprise } = town.enforcement.inspections.cap;
    const step = fc.record({
      what: fc.constantFrom("book", "book", "release", "hold"),
      days: fc.nat(9),
      wait: fc.nat(6),
    });
    let most = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (steps) => {
        const one = anEnterprise();
        let today = toDate("2026-03-01");
        for (const [at, { what, days, wait }] of steps.entries()) {
          today = today.add({ days: wait });
          const day = today.toString();
          const until = today.add({ days }).toString();
          const open = one.state.visits.find((visit) => visit.status === "planned" && visit.until >= day)?.id ?? "";
          if (what === "book") one.tell(booking(`V${at}`, { from: day, until }), day, officer1);
          if (what === "release") one.tell({ type: "release", id: open }, day, theHead);
          if (what === "hold") one.tell({ type: "note-held", id: open }, day, officer1);
          const stand = one.state.visits.filter(
            (visit) => visit.status === "held" || (visit.status === "planned" && visit.until >= day),
          );
          expect(stand.length).toBeLessThanOrEqual(perEnterprise);
          most = Math.max(most, one.state.visits.filter(({ status }) => status === "held").length);
        }
      }),
      { numRuns: 150, seed: 2026 },
    );
    expect(most).toBe(perEnterprise);
  });
  test("the register does not grow for ever: visits of three years stay", () => {
    const old = booked("V1").lawfully({ type: "note-held", id: "V1" }, visitDay, officer1);
    const next = old.lawfully(booking("V2", { from: "2028-03-01", until: "2028-03-01" }), "2028-02-28", officer1);
    expect(next.state.visits).toHaveLength(2);
    const later = next.lawfully(booking("V3", { from: "2029-03-01", until: "2029-03-01" }), "2029-02-28", officer1);
    expect(later.state.visits.map(({ id }) => id)).toEqual(["V2", "V3"]);
  });
});

describe("IN-5: what can be joined is joined, what others found is used", () => {
  const near = (from: string, more: object = {}) => {
    const { separately: _separately, ...plan } = booking("V2", { items: ["JC-002"], from, until: from, ...more });
    return plan;
  };
  test("two items, one enterprise, one week: joined, or the reason is given", () => {
    expect(refusalOf(booked("V1").tell(near("2026-03-11"), start, officer1))).toMatchObject({
      code: "enforcement.inspection-to-be-joined",
      details: { inspections: ["V1"] },
    });
    expect(codeOf(booked("V1"), near("2026-03-12"))).toBeUndefined();
    expect(codeOf(booked("V1"), { ...near("2026-03-11"), separately: "需避开营业高峰" })).toBeUndefined();
    expect(codeOf(booked("V1"), near("2026-03-11", { urgent: true }))).toBeUndefined();
    const proposal = joinable(booked("V1").state, { id: "V2", from: "2026-03-11", until: "2026-03-11" }, on(start));
    expect(proposal.map(({ id }) => id)).toEqual(["V1"]);
  });
  test("what is held, off or over is not joined", () => {
    const held = booked("V1").lawfully({ type: "note-held", id: "V1" }, visitDay, officer1);
    expect(codeOf(held, near("2026-03-06"), "2026-03-05")).toBeUndefined();
    expect(codeOf(booked("V1"), near("2026-03-06"), "2026-03-05")).toBeUndefined();
  });
  test("a merged visit counts once, with the items of both", () => {
    const one = booked("V1").lawfully(booking("V2", { items: ["JC-002"] }), start, officer1);
    one.lawfully({ type: "merge", from: "V1", into: "V2" }, start, officer1);
    expect(one.state.visits).toMatchObject([{ status: "off" }, { status: "planned", items: ["JC-002", "JC-001"] }]);
    expect(codeOf(one, { type: "merge", from: "V1", into: "V2" })).toBe("enforcement.inspection-not-joined");
  });
  const result = (more: object = {}) => ({
    ...{ type: "note-result" as const, item: "JC-001", organ: "县市场监管局", document: "检告〔2026〕5号" },
    ...{ on: "2026-02-20", until: visitDay, ...more },
  });
  test("another organ's result is used to its last day, and not after", () => {
    const one = () => anEnterprise().lawfully(result(), start, officer1);
    expect(codeOf(one(), booking("V1"))).toBe("enforcement.inspection-result-valid");
    expect(codeOf(one(), booking("V1", { from: "2026-03-05", until: "2026-03-05" }))).toBeUndefined();
    expect(codeOf(one(), booking("V1", { occasion: "lead", ref: "L1" }))).toBeUndefined();
    expect(refusalOf(anEnterprise().tell(result({ on: "2026-03-03" }), start, officer1))).toMatchObject({
      ...{ code: "enforcement.document-dated-later", pointer: "/on" },
    });
    expect(codeOf(anEnterprise(), result({ until: "2026-02-19" }))).toBe("enforcement.inspection-period");
  });
});

describe("the register of enterprises", () => {
  const begin = (more: object = {}, actor: Actor = officer1) =>
    refusalOf(new Living(enterprise).tell({ ...registering, ...more }, start, actor)).code;
  test("the office registers it, in a domain of the list, each of its premises by an id of its own", () => {
    expect(begin({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(begin({ domains: ["land"] })).toBe("enforcement.unknown-domain");
    expect(begin({ premises: [...registering.premises, ...registering.premises] })).toBe(
      "enforcement.enterprise-place-unknown",
    );
    expect(begin({}, { ...officer1, party: "KEY9" })).toBe("enforcement.inspection-conflict");
  });
  const conflict = (sub: string, certificate = "云E1") => ({
    ...{ type: "declare-conflict" as const, conflict: { sub, certificate, ground: "relative" as const } },
  });
  test("CF-43: an officer says of himself that he is too near; of another the head says it", () => {
    expect(codeOf(anEnterprise(), conflict("officer-2"))).toBe("enforcement.inspection-head-only");
    expect(codeOf(anEnterprise(), conflict("nobody", ""), start, theHead)).toBe("enforcement.unknown-person");
    const one = anEnterprise()
      .lawfully(conflict("officer-1"), start, officer1)
      .lawfully(conflict("officer-2"), start, theHead);
    expect(one.state.conflicts.map(({ sub }) => sub)).toEqual(["officer-1", "officer-2"]);
    expect(one.tell(conflict("officer-2"), start, theHead)).toEqual([]);
    expect(codeOf(one, { type: "amend", name: "改名" }, start, officer2)).toBe("enforcement.inspection-conflict");
    expect(codeOf(one, booking("V1"), start, officer1)).toBe("enforcement.inspection-conflict");
  });
  test("out of business nothing is planned; what was planned comes to its end", () => {
    const one = booked("V1").lawfully({ type: "close" }, start, officer1);
    expect(codeOf(one, booking("V2"))).toBe("enforcement.enterprise-not-in-this-state");
    expect(one.lawfully({ type: "note-held", id: "V1" }, visitDay, officer1).state.visits[0]?.status).toBe("held");
    expect(one.lawfully({ type: "reopen" }, visitDay, officer1).state.status).toBe("listed");
    expect(codeOf(anEnterprise(), { type: "close" }, start, theTownItself)).toBe("enforcement.person-decides");
    expect(anEnterprise().lawfully({ type: "amend", domains: ["pollution"] }, start, officer1).state.domains).toEqual([
      "pollution",
    ]);
  });
});

describe("IN-2: items are published before anything is inspected by them", () => {
  const draft = () => new Living(inspectionItem).lawfully(drafting(), start, officer1);
  const code = (one: ReturnType<typeof draft>, command: ItemCommand, actor: Actor = theHead) =>
    refusalOf(one.tell(command, start, actor)).code;
  test("drafted by the office, in a domain of the list, each point once", () => {
    const of = (more: object, actor: Actor = officer1) =>
      refusalOf(new Living(inspectionItem).tell(drafting(more), start, actor)).code;
    expect(of({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(of({ domain: "land" })).toBe("enforcement.unknown-domain");
    expect(of({ points: [...aContent().points, ...aContent().points] })).toBe("enforcement.inspection-points");
  });
  test("published by the head who did not draft it", () => {
    expect(code(draft(), publishing, officer2)).toBe("enforcement.inspection-head-only");
    expect(code(draft(), publishing, theTownItself)).toBe("enforcement.person-decides");
    const own = new Living(inspectionItem).lawfully(drafting(), start, theHead);
    expect(code(own, publishing)).toBe("enforcement.inspection-item-own-draft");
    expect(draft().lawfully(publishing, start, theHead).state.published).toMatchObject({ number: 1, on: start });
  });
  test("IN-1: each power behind it is one by which the town decides", () => {
    expect(code(draft(), { ...publishing, powers: [] })).toBe("enforcement.unknown-penalty");
    expect(code(draft(), { ...publishing, powers: [{ code: "PN-070", decides: false }] })).toBe(
      "enforcement.town-does-not-decide",
    );
  });
  test("a revision counts once published, as the next version; what was published stands meanwhile", () => {
    const one = draft().lawfully(publishing, start, theHead);
    expect(code(one, publishing)).toBe("enforcement.inspection-item-draft-missing");
    one.lawfully({ type: "revise", content: aContent({ legalBasis: "新条例" }) }, start, officer1);
    expect(one.state.published?.legalBasis).toBe(aContent().legalBasis);
    expect(one.lawfully(publishing, start, theHead).state.published).toMatchObject({ number: 2, legalBasis: "新条例" });
  });
  test("withdrawn by the head, and published anew only from a new draft", () => {
    const one = draft().lawfully(publishing, start, theHead);
    expect(code(one, { type: "withdraw", ground: "not-needed" }, officer1)).toBe("enforcement.inspection-head-only");
    one.lawfully({ type: "withdraw", ground: "law-changed" }, start, theHead);
    expect(code(one, publishing)).toBe("enforcement.inspection-item-draft-missing");
    expect(code(draft(), { type: "withdraw", ground: "not-needed" })).toBe(
      "enforcement.inspection-item-not-in-this-state",
    );
  });
});

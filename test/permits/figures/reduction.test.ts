import { describe, expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../services/permits/figures/domain/figures.ts";
import { monthsBetween } from "../../../services/permits/figures/domain/months.ts";
import { type CountCase, compare, reduction } from "../../../services/permits/figures/domain/reduction.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { calendar, on } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { aGiving, anAuthorisation } from "../authorisations/builders.ts";
import {
  aCommand,
  aGuide,
  anAgent,
  anApplication,
  aPower,
  aResident,
  Case,
  type Moving,
  theApplicant,
  theClerk,
  theForm,
  thePlan,
} from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";

const figures = (more: Partial<Figures> = {}): Figures => ({
  steps: 5,
  materials: 2,
  workingDays: 3,
  visits: 1,
  ...more,
});
const counted = (application: string, more: Partial<Figures> = {}): CountCase => ({
  type: "count",
  item: "PL-018",
  name: { zh: "农药经营许可证核发", en: "Pesticide trade licence" },
  category: "licence",
  month: "2026-03",
  application,
  figures: figures(more),
});

describe("L13: the figures of a case are those of its own records", () => {
  test("steps taken, materials brought, working days from acceptance to decision, days at the counter", () => {
    const one = anApplication({ status: "granted" }).lawfully({ type: "close" }, "2026-03-05");
    const records = { state: one.state, events: one.events };
    expect(figuresOf({ ...records, collectedOn: "2026-03-05" }, calendar)).toEqual({
      steps: 5,
      materials: 2,
      workingDays: 0,
      visits: 2,
    });
    expect(figuresOf(records, calendar)).toMatchObject({ visits: 1 });
    expect(figuresOf({ ...records, collectedOn: one.state.receivedOn }, calendar)).toMatchObject({ visits: 1 });
  });

  test("every day on which something missing was brought is a visit", () => {
    const one = anApplication({ materials: [theForm] });
    one.lawfully(aCommand("2026-03-03").correct, "2026-03-03").does("accept", "2026-03-03");
    one.does("review", "2026-03-04").does("review", "2026-03-06");
    one.lawfully({ ...aCommand("2026-03-06").decide, outcome: "refused", reasons: "不符合" }, "2026-03-06");
    one.does("deliver", "2026-03-09");
    expect(figuresOf({ state: one.state, events: one.events }, calendar)).toEqual({
      steps: 4,
      materials: 2,
      workingDays: 3,
      visits: 2,
    });
  });

  test("a case that is not closed has none", () => {
    const open = anApplication({ status: "accepted" });
    expect(figuresOf({ state: open.state, events: open.events }, calendar)).toBeUndefined();
  });
});

describe("L13: visits, by the channel a case came by", () => {
  const day = "2026-03-02";
  const nextDay = "2026-03-03";
  const sample = aCommand(day);
  const agents: Moving = {
    ...sample.receive,
    party: partyId(theApplicant.idNumber),
    authorisation: { id: "A-1", state: anAuthorisation(aGiving({ resident: aResident.sub })).state },
    materials: [theForm],
  };
  const his: Moving = { ...sample.receive, materials: [theForm] };
  const bring: Moving = { type: "correct", materials: [thePlan] };
  const byAgent = { byParty: { authorisation: anAuthorisation().state } };
  const [counter, login, agent] = [
    [his, theClerk],
    [his, aResident],
    [agents, anAgent],
  ] as const;
  /** Filed on Monday with one paper too few, which is brought; granted on Tuesday. */
  function visits(
    [filed, by]: readonly [Moving, Actor],
    brought: Moving,
    who: Actor,
    on: string,
    collectedOn?: string,
  ) {
    const one = new Case().lawfully(filed, day, by).lawfully(brought, on, who).does("accept", on);
    for (let pending = 0; pending < 2; pending += 1) one.does("review", nextDay);
    one.does("decide", nextDay).lawfully({ type: "close" }, "2026-03-05");
    const records = { state: one.state, events: one.events };
    return figuresOf({ ...records, ...(collectedOn === undefined ? {} : { collectedOn }) }, calendar)?.visits;
  }
  test.each([
    ["the counter, on the spot, sent by post", 1, visits(counter, bring, theClerk, day)],
    ["the counter, on the spot, fetched", 2, visits(counter, bring, theClerk, day, "2026-03-04")],
    ["the counter, the day after, sent by post", 2, visits(counter, bring, theClerk, nextDay)],
    ["the counter, the day after, fetched", 3, visits(counter, bring, theClerk, nextDay, "2026-03-04")],
    ["the counter, the day after, fetched on that day", 2, visits(counter, bring, theClerk, nextDay, nextDay)],
    ["a login, by the login", 0, visits(login, bring, aResident, nextDay)],
    ["a login, by the login, fetched", 1, visits(login, bring, aResident, nextDay, "2026-03-04")],
    ["a login, at the counter", 1, visits(login, bring, theClerk, nextDay)],
    ["an agent, by the agent", 0, visits(agent, { ...bring, ...byAgent }, anAgent, nextDay)],
    ["an agent, through the counter", 0, visits(agent, bring, theClerk, nextDay)],
    ["an agent, by the villager's login", 0, visits(agent, bring, aResident, nextDay)],
  ])("L13 filed at %s: it took him %i", (_how, expected, counted) => expect(counted).toBe(expected));
  test("L13 once no agent acts, the villager himself comes to the counter", () => {
    const one = new Case().lawfully(agents, day, anAgent);
    const said = { sequence: 2, time: `${nextDay}T02:00:00.000Z`, actor: theClerk.sub };
    const ended = { ...said, type: "permits.application.agency-ended", data: { on: day }, personal: {} } as const;
    const brought = new Case().lawfully(his, day, theClerk).lawfully(bring, nextDay, theClerk).events.slice(1);
    const closed = anApplication({ status: "closed" }).events.filter(
      ({ type }) => type === "permits.application.closed",
    );
    const visitsOf = (events: Parameters<typeof figuresOf>[0]["events"]) =>
      figuresOf({ state: one.state, events: [...one.events, ...events, ...closed] }, calendar)?.visits;
    expect([visitsOf(brought), visitsOf([ended, ...brought]), visitsOf([...brought, ended])]).toEqual([0, 1, 0]);
  });
  test("L13 what was promised and is brought later is a visit of its own; by login it is none", () => {
    const materials = aGuide().content.materials.map((one) =>
      one.name === thePlan ? { ...one, tolerable: true } : one,
    );
    const guide = aGuide({ materials });
    const known = aCommand(day, undefined, guide);
    const supplemented = (by: Actor, who: Actor) => {
      const one = new Case().lawfully({ ...known.receive, power: aPower(), materials: [theForm] }, day, by);
      one.lawfully({ ...sample.accept, promise: { until: "2026-03-06" } }, day);
      one
        .does("review", day)
        .lawfully({ type: "supplement", materials: [thePlan] }, nextDay, who)
        .does("review", nextDay);
      one.does("decide", nextDay).lawfully({ type: "close" }, "2026-03-05");
      return figuresOf({ state: one.state, events: one.events }, calendar)?.visits;
    };
    expect([supplemented(theClerk, theClerk), supplemented(aResident, aResident)]).toEqual([2, 0]);
  });
});

describe("L13: before and after", () => {
  const before = { steps: 8, materials: 8, workingDays: 20, visits: 3 };
  test("are averages over the cases counted, and what was saved is their difference", () => {
    expect(
      compare([
        { before, after: figures() },
        { before, after: figures({ visits: 0, workingDays: 4 }) },
      ]),
    ).toEqual({
      cases: 2,
      before,
      after: { steps: 5, materials: 2, workingDays: 3.5, visits: 0.5 },
      saved: { steps: 3, materials: 6, workingDays: 16.5, visits: 2.5 },
    });
    expect(compare([{ before, after: figures({ steps: 9 }) }])?.saved.steps).toBe(-1);
  });
  test("without a case there is no figure", () => expect(compare([])).toBeUndefined());

  test("a case told twice is counted once, also after many others", () => {
    let state = told(reduction, undefined, counted("A"), "2026-03-05");
    for (let at = 0; at < 40; at += 1) state = told(reduction, state, counted(`B${at}`), "2026-03-05");
    expect(reduction.decide(state, counted("A", { visits: 9 }), on("2026-03-05"))).toEqual([]);
    expect(Object.keys(state.cases)).toHaveLength(41);
  });

  test("a table of one item covers one to thirty-six months, of all items twelve, in order", () => {
    expect(monthsBetween("2025-12", "2026-02", "one-item")).toEqual(["2025-12", "2026-01", "2026-02"]);
    expect(monthsBetween("2026-02", "2026-02", "one-item")).toEqual(["2026-02"]);
    expect(isRejection(monthsBetween("2026-02", "2026-01", "one-item"))).toBe(true);
    expect(monthsBetween("2024-01", "2026-12", "one-item")).toHaveLength(36);
    expect(isRejection(monthsBetween("2023-12", "2026-12", "one-item"))).toBe(true);
    expect(monthsBetween("2026-01", "2026-12", "all-items")).toHaveLength(12);
    expect(isRejection(monthsBetween("2025-12", "2026-12", "all-items"))).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { type EventStatus, eventStatuses, eventWords } from "../../../services/grid-events/events/domain/event.ts";
import type { Report } from "../../../services/grid-events/events/domain/messages.ts";
import { eventMoves } from "../../../services/grid-events/events/domain/moves.ts";
import { inShanghai } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import {
  accepted,
  anotherWorker,
  aReport,
  aStranger,
  closed,
  commands,
  dispatched,
  filed,
  grid,
  handling,
  inTown,
  monday,
  outside,
  reported,
  theDispatcher,
  theOfficer,
  theResident,
  theWorker,
  tuesday,
  verifying,
  wednesday,
} from "./builders.ts";

type One = ReturnType<typeof reported>;
type Command = Parameters<One["tell"]>[0];
const codeOf = (one: One, command: Command, actor: Actor, on = tuesday) => refusalOf(one.tell(command, on, actor)).code;
const dueOf = (one: One) => (one.state.term?.due == null ? null : inShanghai(one.state.term.due).slice(0, 16));

describe("G-6: states of a matter", () => {
  const statusOf = (word: string): EventStatus => {
    const status = eventStatuses.find((one) => eventWords[one] === word);
    if (status === undefined) throw new Error(word);
    return status;
  };
  const leads = (from: string, to: string) => Object.values(eventMoves[statusOf(from)]).flat().includes(statusOf(to));
  const { states, allowed, forbidden } = vectors.gridFlow;

  test.each(states)("%s is a state", (word) => expect(eventStatuses).toContain(statusOf(word)));
  test.each(allowed)("%s → %s", (from, to) => expect(leads(String(from), String(to))).toBe(true));
  test.each(forbidden)("never %s → %s", (from, to) => expect(leads(String(from), String(to))).toBe(false));
});

describe("G2: a report", () => {
  test("has its number, its grid, and no clock before it is accepted", () => {
    const { state } = reported();
    expect(state).toMatchObject({ status: "reported", where: { grid: grid }, late: false });
    expect(state.term).toBeUndefined();
  });
  test("in a gap it is accepted and waits for the dispatcher; the worker has no grid to act in", () => {
    const gap = reported({ mapped: { special: [], near: [], above: [] } });
    expect(gap.state.where.grid).toBeUndefined();
    expect(codeOf(gap, commands.accept, theWorker)).toBe("grid-events.not-your-grid");
    expect(isRejection(gap.tell({ type: "accept", duty: undefined }, monday, theDispatcher))).toBe(false);
  });
  const { given: _place, ...nowhere } = aReport({ address: " " });
  test.each<[string, Report, string]>([
    ["outside of the town", aReport({ given: outside }), "grid-events.outside-the-town"],
    ["with swapped axes", aReport({ given: { lng: inTown.lat, lat: inTown.lng } }), "grid-events.axes-swapped"],
    ["without a place and an address", nowhere, "grid-events.place-missing"],
    ["of no category", aReport({ category: "ufo" }), "grid-events.unknown-category"],
    ["of no urgency", aReport({ urgency: "sometime" }), "grid-events.unknown-urgency"],
    ["G5: of a mine where there is none", aReport({ category: "mine-safety" }), "grid-events.category-not-here"],
    ["of what the town does not offer to all", aReport({ category: "dispute" }), "grid-events.category-not-public"],
  ])("%s: refused", (_what, command, code) => {
    expect(refusalOf(new Living(gridEvent).tell(command, monday, theResident)).code).toBe(code);
  });
  test("G5: in a mine, the category of mines", () => {
    const mapped = { ordinary: grid, special: [{ code: "S1", kind: "mine" }], near: [], above: [] };
    expect(reported({ category: "mine-safety", mapped }).state.category).toBe("mine-safety");
  });
  test("the reporter stays in the personal part", () => {
    const { events } = dispatched();
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/欧阳|138123|resident-1/);
  });
  test("P-5: no machine accepts, rejects, closes", () => {
    for (const command of [commands.accept, commands.reject])
      expect(codeOf(accepted(), command, theTownItself)).toMatch(/person-decides|not-in-this-state/);
    expect(codeOf(reported(), commands.accept, theTownItself)).toBe("grid-events.person-decides");
    expect(codeOf(verifying(), commands.close, theTownItself)).toBe("grid-events.person-decides");
  });
});

describe("solved in the grid (自行处置)", () => {
  const taken = () => accepted().lawfully(commands.handleHere, monday, theWorker);
  test("with a picture after, or the reason for none", () => {
    expect(codeOf(taken(), { ...commands.closeHere, proof: { pictures: [] } }, theWorker)).toBe(
      "grid-events.picture-missing",
    );
    expect(codeOf(taken(), { ...commands.closeHere, proof: { without: " " } }, theWorker)).toBe(
      "grid-events.picture-missing",
    );
    const without = { ...commands.closeHere, proof: { without: "夜间无光" } };
    expect(taken().lawfully(without, tuesday, theWorker).state).toMatchObject({
      status: "closed",
      solved: { how: "in-the-grid", by: ["grid-worker-1"] },
    });
  });
  test("by the worker of this grid alone", () => {
    expect(codeOf(accepted(), commands.handleHere, anotherWorker)).toBe("grid-events.not-your-grid");
    const otherGrid = { ...commands.handleHere, duty: { workers: ["grid-worker-2"] } };
    expect(codeOf(accepted(), otherGrid, theWorker)).toBe("grid-events.not-your-grid");
    expect(codeOf(accepted(), { ...commands.handleHere, duty: undefined }, theWorker)).toBe(
      "grid-events.not-your-grid",
    );
  });
});

describe("dispatched to a unit", () => {
  test("only by the dispatcher, only to a unit of the town", () => {
    expect(codeOf(filed(), commands.dispatch, theWorker)).toBe("grid-events.not-your-grid");
    expect(codeOf(filed(), { ...commands.dispatch, unit: "nobody" }, theDispatcher)).toBe("grid-events.unknown-unit");
  });
  test("the person named handles it, and nobody else", () => {
    expect(codeOf(dispatched(), commands.start, { ...theOfficer, sub: "officer-2" })).toBe("grid-events.not-the-unit");
    expect(handling().state.status).toBe("handling");
  });
  test("G2: who handled it does not verify it, also as the worker of the grid", () => {
    const byWorker = filed()
      .lawfully({ type: "dispatch", unit: "service-centre", person: "grid-worker-1" }, monday, theDispatcher)
      .lawfully(commands.start, monday, theWorker)
      .lawfully(commands.handIn, monday, theWorker);
    expect(codeOf(byWorker, commands.close, theWorker)).toBe("grid-events.handler-cannot-verify");
    expect(codeOf(byWorker, commands.rework, theWorker)).toBe("grid-events.handler-cannot-verify");
    expect(isRejection(byWorker.tell({ ...commands.close, duty: undefined }, tuesday, theDispatcher))).toBe(false);
  });
  test("returned by the wrong unit, dispatched again: the matter's term goes on, the unit's begins", () => {
    const before = dueOf(filed());
    const again = dispatched()
      .lawfully(commands.giveBack, tuesday, theOfficer)
      .lawfully(commands.dispatch, tuesday, theDispatcher);
    expect(dueOf(again)).toBe(before);
    expect(again.state.assignments.map(({ unit, ended }) => [unit, ended?.how])).toEqual([
      ["enforcement-team", "returned"],
      ["road-company", undefined],
    ]);
  });
  test("redirected: the first unit is told that it is withdrawn before the new one is told to act", () => {
    const one = handling().lawfully(
      { type: "redirect", unit: "road-company", reasons: "养护责任" },
      tuesday,
      theDispatcher,
    );
    expect(one.types.slice(-2)).toEqual(["grid-events.event.unit-withdrawn", "grid-events.event.dispatched"]);
    expect(one.events.at(-2)?.data).toMatchObject({ unit: "enforcement-team" });
    expect(codeOf(one, { type: "redirect", unit: "road-company", reasons: "再次" }, theDispatcher)).toBe(
      "grid-events.nothing-changed",
    );
  });
  test("rework: the same unit goes on and no term starts again", () => {
    const one = verifying().lawfully(commands.rework, tuesday, theWorker);
    expect(dueOf(one)).toBe(dueOf(verifying()));
    one.lawfully(commands.start, tuesday, theOfficer).lawfully(commands.handIn, wednesday, theOfficer);
    expect(one.lawfully(commands.close, wednesday, theWorker).state.status).toBe("closed");
  });
});

describe("the end and afterwards", () => {
  test("rejected for a reason of the list, by the dispatcher", () => {
    expect(codeOf(accepted(), { ...commands.reject, ground: "no-time" }, theDispatcher)).toBe(
      "grid-events.unknown-ground",
    );
    expect(codeOf(accepted(), commands.reject, theWorker)).toBe("grid-events.not-your-grid");
    expect(accepted().lawfully(commands.reject, tuesday, theDispatcher).state).toMatchObject({
      status: "rejected",
      rejected: { ground: "untrue" },
    });
  });
  test("rated by who reported, once", () => {
    const rate = { type: "rate", satisfied: true } as const;
    expect(codeOf(closed(), rate, aStranger)).toBe("grid-events.not-the-reporter");
    const rated = closed().lawfully(rate, wednesday, theResident);
    expect(codeOf(rated, rate, theResident)).toBe("grid-events.event-not-in-this-state");
  });
  test("opened again within the window, by the last day and not after: another round with a term of its own", () => {
    expect(codeOf(closed(), commands.reopen, theResident, "2026-03-19")).toBe("grid-events.after-the-window");
    const again = closed().lawfully(commands.reopen, "2026-03-18", theResident);
    expect(again.state).toMatchObject({ status: "accepted", round: 2, assignments: [], late: false });
    expect(again.state.solved).toBeUndefined();
    expect(codeOf(closed(), commands.reopen, aStranger)).toBe("grid-events.not-the-reporter");
  });
  test("withdrawn by its reporter while nobody acts on it", () => {
    expect(codeOf(reported(), { type: "withdraw" }, aStranger)).toBe("grid-events.not-the-reporter");
    expect(accepted().lawfully({ type: "withdraw" }, monday, theResident).state.status).toBe("withdrawn");
    expect(codeOf(filed(), { type: "withdraw" }, theResident)).toBe("grid-events.event-not-in-this-state");
  });
});

describe("G-8: terms run from the acceptance", () => {
  test("three working days: not late on the last day itself; near it once, late once", () => {
    const one = accepted();
    expect(dueOf(one)).toBe("2026-03-05T23:59");
    expect(one.letPass("2026-03-09")).toEqual(["2026-03-05", "2026-03-06"]);
    expect(one.types.slice(-2)).toEqual(["grid-events.event.due-soon", "grid-events.event.overdue"]);
  });
  test("the unit's own term runs from its dispatch, and both are told", () => {
    const one = dispatched();
    one.letPass("2026-04-01");
    expect(one.types.filter((type) => /overdue|soon/.test(type))).toEqual([
      "grid-events.event.unit-overdue",
      "grid-events.event.due-soon",
      "grid-events.event.overdue",
    ]);
  });
  test("another category: counted anew from the same start", () => {
    const change = {
      type: "recategorise",
      category: "illegal-building",
      urgency: "ordinary",
      reasons: "属违建",
    } as const;
    const one = accepted().lawfully(change, tuesday, theDispatcher);
    expect(dueOf(one)).toBe("2026-03-11T23:59");
    expect(codeOf(one, change, theDispatcher)).toBe("grid-events.nothing-changed");
    expect(codeOf(one, { ...change, category: "mine-safety" }, theDispatcher)).toBe("grid-events.category-not-here");
  });
  test("a pause has a reason of the list and ends by itself after its longest length", () => {
    const paused = { type: "pause", reason: "weather", reasons: "暴雨" } as const;
    expect(codeOf(accepted(), { ...paused, reason: "holiday" }, theDispatcher)).toBe("grid-events.unknown-ground");
    const one = accepted().lawfully(paused, tuesday, theDispatcher);
    expect(dueOf(one)).toBeNull();
    expect(codeOf(one, paused, theDispatcher)).toBe("grid-events.pause-runs");
    expect(one.letPass("2026-03-07")).toEqual(["2026-03-06"]);
    expect(one.types.at(-1)).toBe("grid-events.event.resumed");
    expect(dueOf(one)).toBe("2026-03-10T23:59");
  });
  test("handing in or closing ends a pause: the term has an end again, moved by the pause, and the rest of it is kept", () => {
    const paused = { type: "pause", reason: "weather", reasons: "暴雨" } as const;
    const unit = handling().lawfully(paused, monday, theOfficer).lawfully(commands.handIn, tuesday, theOfficer);
    expect(unit.events.slice(-2).map(({ type }) => type)).toEqual([
      "grid-events.event.resumed",
      "grid-events.event.handed-in",
    ]);
    expect(unit.state.term).toMatchObject({ due: expect.stringMatching(/^2026/), pausedMinutes: 24 * 60 });
    expect(unit.state.assignments.at(-1)?.term.due).toMatch(/^2026/);
    expect(codeOf(unit, { type: "resume" }, theDispatcher)).toBe("grid-events.no-pause");
    const here = accepted().lawfully(commands.handleHere, monday, theWorker);
    const closedHere = here.lawfully(paused, monday, theDispatcher).lawfully(commands.closeHere, tuesday, theWorker);
    expect(closedHere.state).toMatchObject({ status: "closed", term: { due: expect.stringMatching(/^2026/) } });
    expect(closedHere.events.at(-1)?.data).toMatchObject({ inTime: true });
    // Refused, the pause goes on.
    const still = handling().lawfully(paused, monday, theOfficer);
    expect(codeOf(still, commands.handIn, aStranger)).not.toBe("");
    expect(still.state.pauses).toMatchObject([{ reason: "weather" }]);
    expect(still.state.term?.due).toBeNull();
  });

  test("all pauses for one reason are together no longer than it allows; another reason has its own", () => {
    const paused = { type: "pause", reason: "weather", reasons: "暴雨" } as const;
    const early = accepted().lawfully(paused, tuesday, theDispatcher);
    early.lawfully({ type: "resume" }, wednesday, theDispatcher).lawfully(paused, wednesday, theDispatcher);
    expect(early.letPass("2026-03-08")).toEqual(["2026-03-06"]);
    expect(codeOf(early, paused, theDispatcher, "2026-03-07")).toBe("grid-events.pause-used-up");
    early.lawfully({ ...paused, reason: "material" }, "2026-03-07", theDispatcher);
    expect(dueOf(early)).toBeNull();
  });
  test("a category that the town has given up is changed first; no step fails on it", () => {
    const known = on(tuesday, theDispatcher);
    const { gridEvents } = known.town;
    const categories = gridEvents.categories.filter(({ code }) => code !== "street-light");
    const context = { ...known, town: { ...known.town, gridEvents: { ...gridEvents, categories } } };
    const told = (one: One, command: Command) => refusalOf(gridEvent.decide(one.state, command, context)).code;
    expect(told(reported(), commands.accept)).toBe("grid-events.unknown-category");
    expect(told(filed(), commands.dispatch)).toBe("grid-events.unknown-category");
    expect(told(closed(), commands.reopen)).toBe("grid-events.unknown-category");
  });
  test("closed in time or late, as the last instant says", () => {
    const lateOne = verifying().lawfully(commands.close, "2026-03-06", theWorker);
    expect(closed().events.at(-1)?.data).toMatchObject({ inTime: true });
    expect(lateOne.events.at(-1)?.data).toMatchObject({ inTime: false });
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { rating } from "../../../services/permits/voices/domain/rating/decider.ts";
import { ratingFigures } from "../../../services/permits/voices/domain/rating/figures.ts";
import { followUpLimit } from "../../../services/permits/voices/domain/rating/giving.ts";
import { matterOfCase, matterOfVisit } from "../../../services/permits/voices/domain/rating/matter.ts";
import { ratingMoves } from "../../../services/permits/voices/domain/rating/moves.ts";
import {
  type Grade,
  gradeNames,
  isPoor,
  type RatingCommand,
} from "../../../services/permits/voices/domain/rating/rating.ts";
import { limitFrom, minutesLater } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { calendar, on, refusalOf, town } from "../../support/deciding.ts";
import { aCommand, anAgent, anApplication, aResident, theApprover, theClerk, theReviewer } from "../cases/builders.ts";
import { aTicketThat, at, theKiosk } from "../hall/builders.ts";
import {
  aCase,
  anotherSupervisor,
  assigned,
  finding,
  givenOn,
  giving,
  rated,
  ratedAtCounter,
  reached,
  theCaller,
  theSupervisor,
} from "./builders.ts";

const vectors = z
  .object({
    evaluation: z.array(z.object({ level: z.int(), name: z.string(), negative: z.boolean() })),
    negativeReview: z.array(z.object({ at: z.string(), rule: z.string(), due: z.string() })),
  })
  .parse(JSON.parse(readFileSync(new URL("../../vectors/vectors.json", import.meta.url), "utf8")));

const give = (actor: Actor, command = giving(), date = givenOn) => rating.decide(undefined, command, on(date, actor));
const note = "x";

describe("S-1: five grades, the two lowest poor", () => {
  test.each(vectors.evaluation)("$level $name", ({ level, name, negative }) => {
    const grade = z.union([z.literal(1), z.literal(3), z.literal(5)]).parse(level);
    expect([gradeNames[grade], isPoor(grade)]).toEqual([name, negative]);
  });
  test("two is poor, three is not; a good one is final at once", () => {
    const status = (grade: Grade) => rated({ grade }).state.status;
    expect([1, 2, 3, 4, 5].map((grade) => status(z.custom<Grade>().parse(grade)))).toEqual([
      "to-call-back",
      "to-call-back",
      "given",
      "given",
      "given",
    ]);
  });
});

describe("L17: who rates, what, and when", () => {
  test("never staff, never an agent, whoever's the matter is", () => {
    for (const actor of [theClerk, theReviewer, theApprover, anAgent, theSupervisor])
      expect(refusalOf(give({ ...actor, sub: aResident.sub }))).toMatchObject({
        code: "permits.staff-cannot-rate",
        ground: "actor",
      });
    expect(isRejection(give(aResident))).toBe(false);
  });

  test("only whose matter it is, and only once it has ended", () => {
    // P-1: to a stranger there is none, as of a matter that never was.
    const stranger = { ...aResident, sub: "resident-2" };
    const never = rating.decide(undefined, { type: "give", matter: undefined, grade: 5 }, on(givenOn, stranger));
    expect(refusalOf(give(stranger))).toEqual(refusalOf(never));
    const owned = anApplication({ status: "accepted", by: aResident }).state;
    expect(matterOfCase("PL-018.X", owned)).not.toHaveProperty("ended");
    for (const status of ["closed", "declined", "withdrawn", "recorded", "renewed", "answered"] as const)
      expect(matterOfCase("X", anApplication({ status }).state).ended).toBe("2026-03-02");
    for (const status of ["received", "incomplete", "accepted", "paused", "granted", "refused", "forwarded"] as const)
      expect(matterOfCase("X", anApplication({ status }).state)).not.toHaveProperty("ended");
  });

  test("XK-T2 what was passed on has ended for the resident only when the decision of the organ above is on record", () => {
    const forwarded = anApplication({ status: "forwarded" });
    expect(matterOfCase("X", forwarded.state)).not.toHaveProperty("ended");
    const decidedOn = "2026-03-03";
    const upper = aCommand(decidedOn)["record-upper-decision"];
    forwarded.lawfully(upper, "2026-03-05");
    expect(matterOfCase("X", forwarded.state).ended).toBe("2026-03-05");
    forwarded.does("deliver", "2026-03-09");
    expect(matterOfCase("X", forwarded.state).ended).toBe("2026-03-09");
  });

  test("everybody who worked on the case is rated", () => {
    const { handlers } = matterOfCase("X", anApplication({ status: "closed" }).state);
    expect([...handlers].sort()).toEqual([theApprover.sub, theClerk.sub, theReviewer.sub]);
  });

  test("at the counter a visit until half an hour after its end, a case on the day it ended", () => {
    const served = matterOfVisit("v", aTicketThat("served").state, "A001", town);
    const ended = served?.ended ?? "";
    const atCounter = (now: string) => rating.decide(undefined, giving({ matter: served }), at(now, theKiosk));
    expect(isRejection(atCounter(minutesLater(ended, 30)))).toBe(false);
    expect(refusalOf(atCounter(minutesLater(ended, 31))).code).toBe("permits.too-late-at-the-counter");
    expect(matterOfVisit("v", aTicketThat("serving").state, "A001", town)).not.toHaveProperty("ended");
    expect(isRejection(give(theKiosk))).toBe(false);
    expect(refusalOf(give(theKiosk, giving(), "2026-10-09")).code).toBe("permits.too-late-at-the-counter");
  });

  test("S-3: no rating is ever given by silence: time alone makes none best", () => {
    expect(rating.decide(undefined, { type: "pass-time" }, on("2026-12-31"))).toEqual([]);
  });

  test("one for a matter", () => {
    expect(refusalOf(rated().tell(giving({ grade: 5 }), givenOn, aResident)).code).toBe("permits.already-rated");
  });
});

describe("S-2, S-3: a poor one is followed up", () => {
  test.each(vectors.negativeReview)("$rule: $at → $due", ({ rule, at: from, due }) => {
    const days = Number(/(\d+) working day/.exec(rule)?.[1]);
    expect(limitFrom(calendar, followUpLimit(days), from).due).toBe(due);
  });

  test("late on the day after the limit, once, and not before", () => {
    const one = rated();
    expect(one.state.followUp?.due).toBe("2026-10-13");
    expect(one.letPass("2026-10-13")).toEqual([givenOn]);
    expect(one.letPass("2026-12-01")).toEqual(["2026-10-14"]);
    expect(one.types.filter((type) => type === "permits.rating.overdue")).toHaveLength(1);
    expect(rated({}, assigned, [reached], [finding("easy")]).letPass("2026-12-01")).toEqual([givenOn]);
  });

  test("where the town sets no limit nothing is ever late", () => {
    const profile = { ...town, limits: { ...town.limits, ratingFollowUpWorkingDays: null } };
    const events = rating.decide(undefined, giving(), { ...on(givenOn, aResident), town: profile });
    if (isRejection(events)) throw new Error(events.code);
    expect(events[0]?.data).not.toHaveProperty("followUp");
  });

  test("S-2 who rated is shown to who calls back, to no supervisor, and never to anybody rated, even were it his to call", () => {
    const contact: RatingCommand = { type: "contact", reason: "回访核实" };
    const one = rated({}, assigned);
    expect(refusalOf(one.tell(contact, givenOn, theSupervisor)).code).toBe("permits.not-assigned-to-you");
    const rateds = { ...one.state, assignee: theClerk.sub };
    expect(refusalOf(rating.decide(rateds, contact, on(givenOn, theClerk))).code).toBe(
      "permits.rated-cannot-follow-up",
    );
    expect(isRejection(one.tell(contact, givenOn, theCaller))).toBe(false);
  });

  test("the head of the office calls back, unless he is rated himself: then a supervisor says who", () => {
    expect(rated().state.assignee).toBe("head-agriculture-centre");
    expect(rated({ matter: aCase({ handlers: ["head-agriculture-centre"] }) }).state.assignee).toBeUndefined();
    expect(refusalOf(rated().tell({ type: "assign", to: theReviewer.sub }, givenOn, theSupervisor)).code).toBe(
      "permits.rated-cannot-follow-up",
    );
    expect(
      refusalOf(rated().tell({ type: "assign", to: theCaller.sub }, givenOn, { ...theSupervisor, sub: theClerk.sub }))
        .code,
    ).toBe("permits.rated-cannot-follow-up");
  });

  test("easy is fixed at once, hard goes into the ledger with its day, groundless is explained; a supervisor checks", () => {
    const states = (["easy", "hard", "groundless"] as const).map((what) =>
      rated({}, assigned, [reached], [finding(what)]),
    );
    expect(states.map(({ state }) => state.status)).toEqual(["rectified", "to-rectify", "explained"]);
    const hard = states[1] ?? rated();
    expect(hard.state.rectification?.due).toBe("2026-10-27");
    expect(hard.letPass("2026-10-29")).toEqual([givenOn, "2026-10-28"]);
    hard.lawfully({ type: "rectify", note }, "2026-10-29", theCaller);
    hard.lawfully({ type: "check", passed: false, note }, "2026-10-29", theSupervisor);
    expect(hard.state.status).toBe("to-rectify");
    hard
      .lawfully({ type: "rectify", note }, "2026-10-30", theCaller)
      .lawfully({ type: "check", passed: true, note }, "2026-10-30", anotherSupervisor);
    expect(hard.state.status).toBe("closed");
  });

  test("who is not reached is called again; who left no number is not called at all", () => {
    expect(rated({}, assigned, [{ type: "call-back", reached: false, note }]).state.status).toBe("to-call-back");
    expect(ratedAtCounter().state.status).toBe("to-classify");
    expect(ratedAtCounter({ phone: "13900000000" }).state.status).toBe("to-call-back");
  });

  test("a malicious one is excluded on appeal, else it goes back to where it was", () => {
    const appeal = [{ type: "appeal", note } as const] as const;
    const decide = (upheld: boolean) =>
      rated({}, assigned, appeal, [{ type: "decide-appeal", upheld, note }, theSupervisor]).state.status;
    expect([decide(true), decide(false)]).toEqual(["excluded", "to-call-back"]);
  });

  test("no event's data tells who rated, what, or what he wrote; the published one is the town's own", () => {
    const one = rated({}, assigned, [{ type: "contact", reason: "回访核实" }], [reached]);
    one.letPass("2026-10-01");
    const data = JSON.stringify(one.events.map((event) => event.data));
    expect(data).not.toMatch(/欧阳|13812345678|等得太久|PL-018\.X|resident-1/);
    expect(one.events.find(({ type }) => type === "permits.rating.given")).toMatchObject({
      actor: "clockwork",
      data: { grade: 2, item: "PL-018", office: "agriculture-centre", setting: "online" },
    });
  });
});

const commands: Readonly<Record<string, readonly [RatingCommand, Actor]>> = {
  assign: assigned,
  contact: [{ type: "contact", reason: "回访核实" }, theCaller],
  "call-back": [reached, theCaller],
  classify: [finding("hard"), theCaller],
  rectify: [{ type: "rectify", note }, theCaller],
  check: [{ type: "check", passed: true, note }, theSupervisor],
  appeal: [{ type: "appeal", note }, theCaller],
  "decide-appeal": [{ type: "decide-appeal", upheld: true, note }, theSupervisor],
};
const inState = {
  given: () => rated({ grade: 5 }),
  "to-call-back": () => rated({}, assigned),
  "to-classify": () => rated({}, assigned, [reached]),
  "to-rectify": () => rated({}, assigned, [reached], [finding("hard")]),
  rectified: () => rated({}, assigned, [reached], [finding("easy")]),
  explained: () => rated({}, assigned, [reached], [finding("groundless")]),
  appealed: () => rated({}, assigned, [{ type: "appeal", note }]),
  closed: () =>
    rated({}, assigned, [reached], [finding("easy")], [{ type: "check", passed: true, note }, theSupervisor]),
  excluded: () =>
    rated({}, assigned, [{ type: "appeal", note }], [{ type: "decide-appeal", upheld: true, note }, theSupervisor]),
};

walkStates("a rating's moves", {
  decider: rating,
  moves: ratingMoves,
  impossible: "permits.rating-not-in-this-state",
  states: Object.fromEntries(Object.entries(inState).map(([status, make]) => [status, () => make().state])),
  told: Object.fromEntries(Object.entries(commands).map(([verb, [command]]) => [verb, command])),
  context: (verb) => on(givenOn, commands[verb]?.[1]),
});

test("L17: figures of items, offices and windows, without the malicious and without small numbers", () => {
  const states = [5, 4, 2, 1].map((grade) => rated({ grade: z.custom<Grade>().parse(grade) }).state);
  const called = rated({}, assigned, [reached]).state;
  const excluded = inState.excluded().state;
  const { all, excluded: out, items } = ratingFigures([...states, called, excluded], 5);
  expect(all).toEqual({ ratings: 5, poor: 3, poorRate: 6000, toCallBack: 3, calledBack: 1, overdue: 0 });
  expect([out, items["PL-018"]]).toEqual([1, all]);
  expect(ratingFigures(states, 5).all).toEqual({ withheld: true });
  expect(JSON.stringify(ratingFigures([...states, called], 0))).not.toMatch(/clerk|reviewer|approver|resident/);
});

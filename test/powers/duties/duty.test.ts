import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { figuresOf } from "../../../services/powers/duties/api/duties.ts";
import { duty, dutyMoves } from "../../../services/powers/duties/domain/decider.ts";
import type { DutyCommand } from "../../../services/powers/duties/domain/duty.ts";
import { officialCalendar } from "../../../shared/calendar/index.ts";
import { powersEvents } from "../../../shared/contracts/powers.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aPowersTown } from "../powers-town.ts";
import {
  aDuty,
  anApproval,
  anotherBureau,
  approvedAndPaid,
  aTask,
  onTheList,
  proposing,
  theBureau,
  theLeader,
} from "./builders.ts";

const proposed = "2026-03-02";
const lastDay = "2026-03-16";

describe("P7: a task on the list", () => {
  test("is admitted at once, on record, with its basis and money for finance", () => {
    const given = new Living(duty).lawfully(
      proposing({ item: "PS-010", moneyFen: 5000 }, onTheList),
      proposed,
      theBureau,
    );
    expect(given.types).toEqual(["powers.duty.proposed", "powers.duty.admitted"]);
    expect(given.events[1]?.data).toMatchObject({
      ground: "on-the-list",
      item: "PS-010",
      moneyFen: 5000,
      on: proposed,
    });
    expect(given.state).toMatchObject({ status: "admitted", department: "agriculture" });
  });

  test("is no other department's to propose", () => {
    const of = { ...onTheList, sourceDepartment: "县水利局" };
    expect(refusalOf(new Living(duty).tell(proposing({ item: "PS-010" }, of), proposed, theBureau))).toMatchObject({
      code: "powers.item-of-another-department",
      pointer: "/item",
    });
  });
});

describe("P7, F9: a task on no list", () => {
  test.each([
    ["without both", {}, "powers.duty-not-approved"],
    ["with money alone", { moneyFen: 100 }, "powers.duty-not-approved"],
    ["with a document alone", { approval: anApproval }, "powers.duty-without-money"],
  ])("%s cannot be admitted", (_what, task, code) => {
    expect(refusalOf(aDuty(task).tell({ type: "admit" }, proposed, theLeader))).toMatchObject({ code, ground: "rule" });
  });

  test("what it lacks was left out of the proposal: the answer says so and blames no field, and the step is told as blocked", async () => {
    const town = aPowersTown();
    const { body: proposed } = await town.post("/powers/duties", aTask(), theBureau);
    const at = `/powers/duties/${z.looseObject({ id: z.string() }).parse(proposed).id}`;
    const { body } = await town.post(`${at}/admit`, {}, theLeader);
    expect(body).toMatchObject({ code: "powers.duty-not-approved", details: { filed: "/approval" } });
    expect(body).not.toHaveProperty("errors");
    expect((await town.get(at, {}, theLeader)).body).toMatchObject({
      actions: [{ verb: "admit", blocked: { code: "powers.duty-not-approved" } }, { verb: "refuse" }],
    });
  });

  test("with both waits for the town's answer, and is admitted by a leader", () => {
    const one = aDuty(approvedAndPaid);
    expect(one.state.status).toBe("proposed");
    one.lawfully({ type: "admit" }, lastDay, theLeader);
    expect(one.events.at(-1)?.data).toMatchObject({ ground: "approved", overdue: false, approval: anApproval });
  });

  test("may be given what it lacks until it is answered", () => {
    const one = aDuty().lawfully({ type: "supply", approval: anApproval }, "2026-03-03", theBureau);
    expect(refusalOf(one.tell({ type: "admit" }, "2026-03-03", theLeader)).code).toBe("powers.duty-without-money");
    one.lawfully({ type: "supply", moneyFen: 1 }, "2026-03-04", theBureau);
    expect(one.state).toMatchObject({ approval: anApproval, moneyFen: 1 });
    expect(isRejection(one.tell({ type: "admit" }, "2026-03-04", theLeader))).toBe(false);
  });

  test("that still lacks either when the limit has passed is refused, on record", () => {
    const one = aDuty({ moneyFen: 100 });
    expect(one.letPass(lastDay)).toEqual([]);
    expect(one.letPass("2026-12-31")).toEqual(["2026-03-17"]);
    expect(one.state).toMatchObject({ status: "refused", ground: "approval-or-money-missing" });
  });

  test("T-10: nor on a day that a notice may move; once it is announced, it is", () => {
    const one = new Living(duty).lawfully(proposing({ moneyFen: 100 }), "2026-12-21", theBureau);
    expect(one.state.answer).toMatchObject({ due: "2027-01-05", provisional: true });
    expect(one.letPass("2027-01-14")).toEqual(["2027-01-06", "2027-01-13"]);
    expect(one.state).toMatchObject({ status: "proposed", overdue: false, lookAgainOn: "2027-01-20" });
    const announced = officialCalendar({
      notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-01"], makeUpDays: [] }],
    });
    const context = { ...on("2027-01-20"), calendar: announced };
    expect(duty.decide(one.state, { type: "pass-time" }, context)).toMatchObject([
      { type: "powers.duty.refused", data: { ground: "approval-or-money-missing" } },
    ]);
    const supplied = one.lawfully({ type: "supply", ...approvedAndPaid }, "2027-01-15", theBureau);
    expect(isRejection(supplied.tell({ type: "admit" }, "2027-01-15", theLeader))).toBe(false);
  });

  test("is refused with reasons, which do not leave the town", () => {
    const one = aDuty(approvedAndPaid).lawfully({ type: "refuse", reasons: "无人承担" }, proposed, theLeader);
    expect(one.state).toMatchObject({ status: "refused", reasons: "无人承担" });
    expect(JSON.stringify(one.events.at(-1)?.data)).not.toContain("无人承担");
  });
});

describe("P7: answered within the profile's limit", () => {
  test("ten working days; the day after, the delay is on record and the answer still possible", () => {
    const one = aDuty(approvedAndPaid);
    expect(one.state.answer).toMatchObject({ due: lastDay, rule: "P7", length: 10 });
    expect(one.letPass(lastDay)).toEqual([]);
    expect(one.letPass("2026-12-31")).toEqual(["2026-03-17"]);
    expect(one.events.at(-1)).toMatchObject({ type: "powers.duty.answer-overdue", data: { due: lastDay } });
    one.lawfully({ type: "admit" }, "2026-03-18", theLeader);
    expect(one.events.at(-1)?.data).toMatchObject({ overdue: true });
  });

  test("an answer after the limit is late even before the clockwork has said so", () => {
    const one = aDuty(approvedAndPaid).lawfully({ type: "refuse", reasons: "x" }, "2026-03-17", theLeader);
    expect(one.events.at(-1)?.data).toMatchObject({ overdue: true });
  });
});

const told = {
  supply: { type: "supply", moneyFen: 1 },
  admit: { type: "admit" },
  refuse: { type: "refuse", reasons: "x" },
  withdraw: { type: "withdraw" },
  "pass-time": { type: "pass-time" },
} as const satisfies Record<string, DutyCommand>;

walkStates("a duty's moves", {
  decider: duty,
  moves: dutyMoves,
  impossible: "powers.duty-not-in-this-state",
  states: {
    proposed: () => aDuty(approvedAndPaid).state,
    admitted: () => aDuty(approvedAndPaid).lawfully({ type: "admit" }, proposed, theLeader).state,
    refused: () => aDuty().lawfully({ type: "refuse", reasons: "x" }, proposed, theLeader).state,
    withdrawn: () => aDuty().lawfully({ type: "withdraw" }, proposed, theBureau).state,
  },
  told,
  context: (verb) => on(verb === "pass-time" ? "2026-03-17" : proposed, theBureau),
});

describe("for any history", () => {
  test("F9, for any history: nothing on no list is ever admitted without document and money", () => {
    const command = fc.oneof(
      fc.constant<DutyCommand>({ type: "supply", approval: anApproval }),
      fc.integer({ min: 0, max: 2 }).map((moneyFen): DutyCommand => ({ type: "supply", moneyFen })),
      fc.constantFrom<DutyCommand>(...Object.values(told)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.integer({ min: 0, max: 20 })), { maxLength: 8 }), (told) => {
        const one = aDuty();
        for (const [what, days] of told) one.tell(what, `2026-03-${String(2 + days).padStart(2, "0")}`, theBureau);
        if (one.state.status !== "admitted") return;
        expect(one.state.approval).toBeDefined();
        expect(one.state.moneyFen).toBeGreaterThan(0);
      }),
      { numRuns: 500, seed: 20261124 },
    );
  });
});

describe("D6: what another department proposes", () => {
  const verbs = (body: unknown) =>
    z
      .looseObject({ actions: z.array(z.looseObject({ verb: z.string() })) })
      .parse(body)
      .actions.map(({ verb }) => verb);

  test("is not found, whatever one asks of it; its own department and the town are told what they can do next", async () => {
    const town = aPowersTown();
    const { body: proposed } = await town.post("/powers/duties", aTask(), theBureau);
    const at = `/powers/duties/${z.looseObject({ id: z.string() }).parse(proposed).id}`;
    const asked = [
      await town.get(at, {}, anotherBureau),
      await town.get(`${at}/history`, {}, anotherBureau),
      await town.post(`${at}/supply`, { moneyFen: 1 }, anotherBureau),
      await town.post(`${at}/withdraw`, {}, anotherBureau),
      await town.post(`${at}/withdraw`, { unknown: 1 }, anotherBureau),
    ];
    for (const answer of asked) expect(answer).toMatchObject({ status: 404, body: { code: "resource.not-found" } });
    expect(verbs((await town.get(at, {}, theBureau)).body)).toEqual(["supply", "withdraw"]);
    expect(verbs((await town.get(at, {}, theLeader)).body)).toEqual(["admit", "refuse"]);
  });
});

describe("P7: statistics by department", () => {
  test("count what was proposed and what became of it, with the money of what was admitted", () => {
    const states = [
      aDuty(approvedAndPaid).lawfully({ type: "admit" }, proposed, theLeader),
      aDuty({ moneyFen: 7 }).lawfully({ type: "refuse", reasons: "x" }, proposed, theLeader),
      aDuty().lawfully({ type: "withdraw" }, proposed, theBureau),
      aDuty(approvedAndPaid),
    ].map(({ state }) => state);
    expect(figuresOf(states)).toEqual([
      {
        department: "agriculture",
        proposed: 4,
        waiting: 1,
        admitted: 1,
        refused: 1,
        withdrawn: 1,
        overdue: 0,
        moneyFen: 8_000_000,
        persons: 2,
      },
    ]);
  });
});

test("what is published keeps its contract", () => {
  const late = aDuty(approvedAndPaid);
  late.letPass("2026-12-31");
  const lives = [
    late.lawfully({ type: "admit" }, "2026-04-01", theLeader),
    new Living(duty).lawfully(proposing({ item: "PS-010" }, onTheList), proposed, theBureau),
    aDuty().lawfully({ type: "refuse", reasons: "x" }, proposed, theLeader),
    aDuty().lawfully({ type: "withdraw" }, proposed, theBureau),
  ];
  const published = new Map<string, { safeParse: (data: unknown) => { error?: unknown } }>(
    Object.entries(powersEvents),
  );
  for (const { type, data } of lives.flatMap(({ events }) => events))
    expect(published.get(type)?.safeParse(data).error).toBeUndefined();
});

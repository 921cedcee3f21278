import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import {
  type EvaluationRound,
  evaluationRound,
  isCarriedOut,
} from "../../../services/powers/evaluations/domain/round.ts";
import { carryOutRound } from "../../../services/powers/evaluations/rounds.ts";
import { power } from "../../../services/powers/powers/domain/decider.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { contextFor, instruct } from "../../../shared/service/index.ts";
import { aRuntime } from "../../support/tally-town.ts";
import { aHandover, aListing, theCounty } from "../powers/builders.ts";
import { aPowersTown, twoOfficers } from "../powers-town.ts";

type Town = ReturnType<typeof aPowersTown>;

/** A town with so many powers in force, a year later. */
async function aTownWith(powers: number): Promise<Town> {
  const town = aPowersTown();
  for (let at = 1; at <= powers; at += 1) {
    const code = `PN-${String(at).padStart(3, "0")}`;
    for (const command of [aListing({ code }), aHandover()])
      await instruct({ of: power, id: code, expects: "either", command }).carryOut(town.runtime, {
        id: `${code}${command.type}`,
      });
  }
  await twoOfficers(town);
  await town.settle();
  town.runtime.setClock("2027-01-15T02:00:00.000Z");
  return town;
}
const evaluated = async (town: Town) => {
  const { body } = await town.get("/powers/evaluations", { year: "2026", limit: "1", total: "true" });
  return z.object({ total: z.object({ count: z.int() }) }).parse(body).total.count;
};

describe("A11: the evaluation of a year takes no longer than an answer may", () => {
  test("300 powers are looked at before the answer; one more, and it goes on by events and is read where the answer says", async () => {
    const [short, long] = [await aTownWith(300), await aTownWith(301)];
    expect(await short.post("/powers/evaluations", { year: 2026 })).toMatchObject({
      status: 200,
      body: { status: "done", opened: 300, standing: 0 },
    });
    const answer = await long.post("/powers/evaluations", { year: 2026 });
    expect(answer).toMatchObject({ status: 202, body: { status: "carrying-out", of: 301, next: 0 } });
    const { location } = answer.headers;
    expect(await evaluated(long)).toBe(0);
    await long.settle();
    expect((await long.get(String(location), {}, theCounty)).body).toMatchObject({ status: "done", opened: 301 });
    expect(await evaluated(long)).toBe(301);
  });

  test("carried on by anybody and repeated, it evaluates each power once", async () => {
    const town = await aTownWith(301);
    await town.post("/powers/evaluations", { year: 2026 });
    await Promise.all([carryOutRound(town.runtime, "2026", 2), carryOutRound(town.runtime, "2026", 3), town.settle()]);
    const again = { "idempotency-key": "again" };
    expect(await town.post("/powers/evaluations", { year: 2026 }, theCounty, again)).toMatchObject({ status: 202 });
    await town.settle();
    expect(await town.post("/powers/evaluations", { year: 2026, interim: true }, theCounty, again)).toMatchObject({
      ...{ status: 202, body: { interim: true } },
    });
    expect(await town.post("/powers/evaluations", { year: 2026 }, theCounty, again)).toMatchObject({ status: 200 });
    expect((await town.get("/powers/evaluation-rounds/2026", {}, theCounty)).body).toMatchObject({
      ...{ status: "done", of: 301, opened: 0, standing: 301 },
    });
    expect(await evaluated(town)).toBe(301);
    expect(town.refusals).toEqual([]);
  });

  test("a round that nobody began is not found, and a year that runs is not begun", async () => {
    const town = await aTownWith(1);
    expect(await town.get("/powers/evaluation-rounds/2026", {}, theCounty)).toMatchObject({ status: 404 });
    expect(await town.post("/powers/evaluations", { year: 2027 })).toMatchObject({
      body: { code: "powers.year-not-over" },
    });
    expect(await town.get("/powers/evaluation-rounds/2027", {}, theCounty)).toMatchObject({ status: 404 });
  });
});

describe("a round of evaluations", () => {
  const codes = ["PN-001", "PN-002", "PN-003"];
  let state: EvaluationRound | undefined;
  const runtime = aRuntime();
  runtime.setClock("2027-01-15T02:00:00.000Z");
  const context = { ...contextFor(runtime, theCounty), numbers: { take: () => 1 } };
  const tell = (command: Parameters<typeof evaluationRound.decide>[1]) => {
    const decision = evaluationRound.decide(state, command, context);
    if (isRejection(decision)) return decision.code;
    state = decision.reduce<EvaluationRound | undefined>(
      (before, event) => evaluationRound.evolve(before, { ...event, sequence: 1, time: "", actor: "county-1" }),
      state,
    );
    return decision.length;
  };
  beforeEach(() => {
    state = undefined;
    tell({ type: "begin", year: 2026, interim: false, codes });
  });

  test("under way it is not begun again; done it is", () => {
    expect(tell({ type: "begin", year: 2026, interim: false, codes: [] })).toBe(0);
    tell({ type: "carry-on", from: 0, next: 3, opened: 3 });
    expect(state).toMatchObject({ next: 3, opened: 3, by: "county-1" });
    expect(state === undefined || isCarriedOut(state)).toBe(true);
    expect(tell({ type: "begin", year: 2026, interim: false, codes })).toBe(2);
    expect(state).toMatchObject({ next: 0, opened: 0 });
  });

  test("a part counts once, and only in its order", () => {
    expect(tell({ type: "carry-on", from: 1, next: 2, opened: 1 })).toBe(0);
    expect(tell({ type: "carry-on", from: 0, next: 2, opened: 2 })).toBe(1);
    expect(tell({ type: "carry-on", from: 0, next: 2, opened: 2 })).toBe(0);
    expect(tell({ type: "carry-on", from: 2, next: 2, opened: 0 })).toBe(0);
    expect(state).toMatchObject({ next: 2, opened: 2 });
  });
});

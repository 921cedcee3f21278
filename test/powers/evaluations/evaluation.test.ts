import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adviceOn } from "../../../services/powers/evaluations/domain/advice.ts";
import { evaluation, evaluationMoves, inForceDuring } from "../../../services/powers/evaluations/domain/decider.ts";
import { type Figures, figuresOf, ratesOf } from "../../../services/powers/evaluations/domain/figures.ts";
import { overturned } from "../../../services/powers/evaluations/domain/overturned.ts";
import { counted, type Note } from "../../../services/powers/evaluations/domain/volumes.ts";
import { powersEvents } from "../../../shared/contracts/powers.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aHandover, aHeldPower, theCounty } from "../powers/builders.ts";
import { aCase, anEvaluation, decides, evaluationDay, goodFigures, type held, opens, overturning } from "./refusals.ts";

const rules = town.powerPractice.evaluation;
const advised = (figures: Partial<Figures>, category: "penalty" | "licence" = "penalty") =>
  adviceOn({ ...goodFigures, ...figures }, category, rules);

describe("P6, CF-24: what a year's figures advise, at every threshold and below it", () => {
  test.each([
    ["all is well", {}, "keep", []],
    ["4.5 % overdue", { overdue: 9 }, "keep", []],
    ["5 % overdue", { overdue: 10 }, "train", ["overdue"]],
    ["19.5 % overdue", { overdue: 39 }, "train", ["overdue"]],
    ["20 % overdue", { overdue: 40 }, "recall", ["overdue"]],
    ["1.5 % overturned", { overturned: 3 }, "keep", []],
    ["2 % overturned", { overturned: 4 }, "train", ["overturned"]],
    ["2 overturned of 100 decided, of 200 cases", { decided: 100, overturned: 2 }, "train", ["overturned"]],
    ["9.5 % overturned", { overturned: 19 }, "train", ["overturned"]],
    ["10 % overturned", { overturned: 20 }, "recall", ["overturned"]],
    ["2.5 % complaints", { complaints: 5 }, "keep", []],
    ["3 % complaints", { complaints: 6 }, "train", ["complaints"]],
    ["14.5 % complaints", { complaints: 29 }, "train", ["complaints"]],
    ["15 % complaints", { complaints: 30 }, "recall", ["complaints"]],
    ["one officer too few", { certifiedOfficers: 1 }, "train", ["staff"]],
    ["no officer, yet 20 % overdue", { certifiedOfficers: 0, overdue: 40 }, "recall", ["overdue", "staff"]],
    ["four cases, all overdue", { cases: 4, decided: 4, overdue: 4 }, "keep", ["few-cases"]],
    ["five cases, all overdue", { cases: 5, decided: 5, overdue: 5 }, "recall", ["overdue"]],
  ] as const)("%s", (_name, figures, advice, grounds) => {
    const { advice: given, reasons } = advised(figures);
    expect(given).toBe(advice);
    expect(reasons.map(({ ground }) => ground)).toEqual(grounds);
  });

  test("with a threshold of nothing the first is enough, and none is still no ground", () => {
    const strict = { ...rules, train: { ...rules.train, overduePercent: 0 } };
    const advice = (overdue: number) => adviceOn({ ...goodFigures, overdue }, "penalty", strict).advice;
    expect([advice(0), advice(1)]).toEqual(["keep", "train"]);
  });

  test("a power nobody used is a ground of its own; where cases do not come in yet nothing is made of it", () => {
    const unused = { cases: 0, decided: 0, refused: 0 };
    expect(advised(unused, "licence")).toMatchObject({ advice: "recall", reasons: [{ ground: "unused" }] });
    expect(advised(unused, "penalty")).toMatchObject({ advice: "keep", reasons: [{ ground: "volumes-unknown" }] });
  });

  test("enforcement needs certified officers, all else trained staff", () => {
    expect(advised({ trainedStaff: 0 }, "penalty").advice).toBe("keep");
    expect(advised({ trainedStaff: 1 }, "licence").reasons).toMatchObject([
      { ground: "staff", figure: 1, threshold: 2 },
    ]);
  });

  test("a reason names threshold and figure in both languages", () => {
    expect(advised({ overdue: 10 }).reasons).toEqual([
      {
        ground: "overdue",
        advises: "train",
        figure: 10,
        of: 200,
        threshold: 5,
        text: { zh: "超期10件，共200件，达到5%", en: "Overdue: 10 of 200, 5 per cent or more" },
      },
    ]);
  });

  test("where there is nothing to divide by there is no rate", () => {
    expect(ratesOf({ ...goodFigures, cases: 0, decided: 0 })).toEqual({
      overduePercent: null,
      overturnedPercent: null,
      complaintPercent: null,
    });
    expect(ratesOf({ ...goodFigures, overdue: 7 }).overduePercent).toBe(3.5);
  });
});

describe("P6: figures from events", () => {
  const day = fc.constantFrom("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01");
  const history = fc.record({
    on: day,
    end: fc.constantFrom("granted" as const, "refused" as const, "ended" as const, undefined),
    missed: fc.boolean(),
    late: fc.boolean(),
  });

  test("they equal an independent count, whatever the order and however often events are told", () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 12 }), fc.infiniteStream(fc.nat({ max: 99 })), (cases, random) => {
        const told = cases.flatMap(({ on, end, missed, late }, index) => {
          const about = { type: "note" as const, code: "PL-018", kind: "case" as const };
          const notes: Note[] = [{ ...about, sequence: 2, on }];
          if (missed) notes.push({ ...about, sequence: 3, overdue: true });
          if (end === "ended") notes.push({ ...about, sequence: 4, outcome: end });
          else if (end !== undefined) notes.push({ ...about, sequence: 4, on, outcome: end, overdue: late });
          return [...notes, ...notes].map((note) => ({ id: `${index}`, note, at: random.next().value }));
        });
        const livings = new Map<string, ReturnType<typeof begin>>();
        for (const { id, note } of told.sort((one, other) => one.at - other.at)) {
          const living = livings.get(id) ?? begin();
          livings.set(id, living.lawfully(note, "2027-01-10"));
        }
        const of2026 = [...livings.values()].map(({ state }) => state).filter(({ on }) => on?.startsWith("2026"));
        const figures = figuresOf(of2026, [], 2026, { certifiedOfficers: 0, trainedStaff: 0 });
        const own = cases.filter(({ on }) => on.startsWith("2026"));
        const isDecided = ({ end }: (typeof own)[number]) => end === "granted" || end === "refused";
        expect(figures).toMatchObject({
          cases: own.length,
          decided: own.filter(isDecided).length,
          refused: own.filter(({ end }) => end === "refused").length,
          overdue: own.filter((one) => one.missed || (one.late && isDecided(one))).length,
        });
      }),
    );
  });
  const begin = () => new Living(counted);

  test("a case stands in the list of the year it was accepted in, and in none before that is known", () => {
    const note = { type: "note", code: "PL-018", kind: "case" } as const;
    const entry = begin().lawfully({ ...note, sequence: 3, overdue: true }, "2026-05-01");
    expect(counted.listed?.(entry.state, "case-A")).toEqual({});
    entry.lawfully({ ...note, sequence: 2, on: "2026-04-01" }, "2026-05-01");
    expect(counted.listed?.(entry.state, "case-A")).toMatchObject({ byCode: { partition: "volume:PL-018#2026" } });
    expect(entry.tell({ ...note, sequence: 2, on: "2026-04-01" }, "2026-05-01")).toEqual([]);
  });

  test("a decision overturned counts in the year of its document, once per case and document", () => {
    const record = new Living(overturned).lawfully(overturning(), "2027-02-01", theCounty);
    record.lawfully(overturning({ document: "行终2号", date: "2027-01-02" }), "2027-02-01", theCounty);
    const count = (year: number) => figuresOf([], record.state.decisions, year, goodFigures).overturned;
    expect([count(2025), count(2026), count(2027)]).toEqual([0, 1, 1]);
    expect(refusalOf(record.tell(overturning(), "2027-02-01", theCounty)).code).toBe("powers.overturned-already");
    const known = aCase({ outcome: { what: "granted", sequence: 4 } });
    expect(isRejection(new Living(overturned).tell(overturning({}, known), "2027-02-01", theCounty))).toBe(false);
  });
});

const toTrain = () =>
  anEvaluation({ certifiedOfficers: 0 }).lawfully(decides({ outcome: "train" }), evaluationDay).state;

walkStates("an evaluation's moves", {
  decider: evaluation,
  moves: evaluationMoves,
  impossible: "powers.evaluation-not-in-this-state",
  states: {
    interim: () => new Living(evaluation).lawfully(opens({}, true), "2026-06-30").state,
    open: () => anEvaluation().state,
    "training-due": toTrain,
    decided: () => anEvaluation().lawfully(decides(), evaluationDay).state,
  },
  told: {
    decide: decides(),
    train: {
      type: "train",
      record: "R",
      made: { kind: "training", domain: toTrain().domain, what: "x", from: evaluationDay, status: "standing" },
    },
    "pass-time": { type: "pass-time" },
  },
  context: (verb) => on(verb === "pass-time" ? "2028-01-01" : evaluationDay, theCounty),
});

describe("P6, CF-24: the evaluation of a power", () => {
  test("begins once the year is over, never twice; before that only in the interim", () => {
    expect(refusalOf(new Living(evaluation).tell(opens(), "2027-01-14")).ground).toBe("state");
    const one = anEvaluation();
    expect(one.tell(opens({ overdue: 200 }), "2027-01-16")).toEqual([]);
    expect(one.state.figures.overdue).toBe(0);
    expect(new Living(evaluation).lawfully(opens({}, true), "2026-06-30").state.status).toBe("interim");
  });

  test("a decision other than the advice says why, and the power's own law holds for what follows", () => {
    const recall = { outcome: "recall" as const, document: "收回2号" };
    expect(refusalOf(anEvaluation().tell(decides(recall), evaluationDay)).code).toBe("powers.otherwise-unexplained");
    const one = anEvaluation().lawfully(decides({ ...recall, otherwise: "机构改革" }), evaluationDay, theCounty);
    expect(one.state).toMatchObject({ advice: "keep", status: "decided", decision: { outcome: "recall" } });
    const gone = aHeldPower(aHandover(), { type: "recall", from: "2026-12-01", document: "收回1号" }).state;
    expect(refusalOf(anEvaluation({ overdue: 40 }).tell(decides(recall, gone), evaluationDay)).code).toBe(
      "powers.not-in-force",
    );
  });

  test("a power taken back meanwhile is shown as such", () => {
    const power = aHeldPower(aHandover(), { type: "recall", from: "2026-12-01", document: "收回1号" }).state;
    const one = new Living(evaluation).lawfully(openOf(power), evaluationDay);
    expect(one.state.recalled).toEqual({ from: "2026-12-01", document: "收回1号" });
    expect(anEvaluation().state.recalled).toBeUndefined();
  });
  const openOf = (power: ReturnType<typeof held>) => {
    const command = opens();
    if (command.type !== "open") throw new Error("not opened");
    return { ...command, power };
  };

  test("who is to be trained is a duty with a day; a training in the domain since meets it", () => {
    const one = anEvaluation({ certifiedOfficers: 0 }).lawfully(
      decides({ outcome: "train" }),
      evaluationDay,
      theCounty,
    );
    expect(one.state).toMatchObject({ status: "training-due", training: { due: "2027-04-15", overdue: false } });
    expect(one.letPass("2027-04-15")).toEqual([]);
    expect(one.letPass("2027-05-01")).toEqual(["2027-04-16"]);
    expect(one.types.at(-1)).toBe("powers.evaluation.training-overdue");
    const training = (from: string, domain = "urban") => ({
      type: "train" as const,
      record: "R",
      made: { kind: "training" as const, domain, what: "执法培训", from, status: "standing" as const },
    });
    for (const wrong of [training("2027-01-14"), training("2027-02-01", "waters")])
      expect(refusalOf(one.tell(wrong, "2027-05-01")).code).toBe("powers.no-such-training");
    expect(one.lawfully(training(evaluationDay), "2027-05-01").state).toMatchObject({
      status: "decided",
      training: { record: "R", overdue: true },
    });
  });

  test("what it publishes keeps its contract", () => {
    const one = anEvaluation({ certifiedOfficers: 0 }).lawfully(
      decides({ outcome: "train" }),
      evaluationDay,
      theCounty,
    );
    one.letPass("2027-05-01");
    const published: Readonly<Record<string, (typeof powersEvents)[keyof typeof powersEvents]>> = powersEvents;
    for (const { type, data } of one.events)
      expect([type, published[type]?.safeParse(data).error]).toEqual([type, undefined]);
  });

  test("only powers in force on some day of the year are looked at", () => {
    const power = aHeldPower(aHandover(), { type: "recall", from: "2026-12-01", document: "收回1号" }).state;
    expect([2025, 2026, 2027].map((year) => inForceDuring(power, year, "2028-01-01"))).toEqual([false, true, false]);
    expect(inForceDuring(power, 2026, "2026-03-01")).toBe(false);
  });
});

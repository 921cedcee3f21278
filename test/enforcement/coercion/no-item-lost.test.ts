import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measure } from "../../../services/enforcement/coercion/domain/decider.ts";
import type { Measure } from "../../../services/enforcement/coercion/domain/measure.ts";
import { goods } from "../../../services/enforcement/property/domain/decider.ts";
import { type Goods, goodsStatuses, liesThere } from "../../../services/enforcement/property/domain/goods.ts";
import { hoursLater } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { tries } from "../../support/tries.ts";
import { officer1, officer2, theChief, theHead } from "../cases/case-builders.ts";
import { sha } from "./builders.ts";
import { aMeasureTown, item, type MeasureTown, onTheSpot, theAccountant, theKeeper, theParty } from "./measure-town.ts";

/** One thing that somebody tries, with which measure and item; most of it is refused. */
interface Tried {
  readonly verb: string;
  readonly of: number;
  readonly at: number;
  /** Somebody else than who may, now and then. */
  readonly other: Actor | undefined;
}
const claims = { relation: "of-the-case", dailyNecessity: false, sealedElsewhere: false };
const sold = { amountFen: 50_000, marketFen: 100_000, reasons: "即将变质", record: sha, account: "代管账户1" };
const disposed = { amountFen: 50_000, receipt: "缴库1", record: sha, organ: "县应急局", interestFen: 0 };

/** Bodies of the steps of a measure and of an item. */
const steps: Readonly<Record<string, object>> = {
  approve: {},
  refuse: { reasons: "不必" },
  drop: { reasons: "不必" },
  countersign: {},
  "make-up-approval": { approved: true, reasons: "属实" },
  extend: { reasons: "复杂", notice: sha },
  "end-test": { report: sha },
  release: { ground: "no-need", reasons: "不需要" },
  confiscate: {},
  "hand-over": { receipt: "收条1" },
};
const itemSteps: Readonly<Record<string, object>> = {
  receive: {},
  move: { keeper: { kind: "staff", sub: "clerk-2" }, place: "冷库", reasons: "冷藏" },
  "sell-perishable": sold,
  "note-loss": { what: "lost", valueFen: 1_000, reasons: "被盗" },
  compensate: { paidFen: 200_000, receipt: "凭证1" },
  "call-owner": { where: "公告栏" },
  "turn-in": { receipt: "缴库1", reasons: "无人认领" },
  "decide-disposal": { how: "auction", reasons: "依法" },
  realise: disposed,
  "take-back": { organ: "某局", document: "退1" },
};
const others = ["propose", "propose-urgent", "carry-out", "convert", "begin-test", "release-one", "give-back"];
const ofTheCase = ["stop", "suspend", "resume", "transfer-organ"];
const hours = ["hour", "day", "week", "month"];
const verbs = [
  ...Object.keys(steps),
  ...Object.keys(itemSteps),
  ...others,
  ...others,
  ...["carry-out", "countersign", "approve", "hour", "day"],
  ...ofTheCase,
  ...hours,
];
const byHead = ["approve", "refuse", "make-up-approval", "extend", "release", "release-one", "sell-perishable"];
const whoMay = (verb: string): Actor => {
  if ([...byHead, "compensate", "turn-in", "decide-disposal"].includes(verb)) return theHead;
  if (["receive", "move", "call-owner", "give-back"].includes(verb)) return theKeeper;
  if (verb === "realise") return theAccountant;
  return verb === "countersign" ? officer2 : officer1;
};
const lengths: Readonly<Record<string, number>> = { hour: 13, day: 25, week: 24 * 8, month: 24 * 31 };

const trials = fc.array(
  fc.record({
    verb: fc.constantFrom(...verbs),
    of: fc.nat(4),
    at: fc.nat(4),
    other: fc.option(fc.constantFrom(officer1, officer2, theHead, theChief, theKeeper, theAccountant, theParty), {
      ...{ nil: undefined, freq: 4 },
    }),
  }),
  { minLength: 20, maxLength: 32 },
);

/** Everything that was taken so far, and the measures. */
async function all(town: MeasureTown) {
  const { store } = town.runtime;
  const page = <S>(items: readonly { readonly id: string; readonly state: S }[]) =>
    items.map(({ id, state }) => ({ id, state }));
  const measures = await store.list(measure, { index: "byCase", partition: "measure:CASE1", limit: 100 });
  const items = await store.list(goods, { index: "byCase", partition: "goods:CASE1", limit: 100 });
  return { measures: page<Measure>(measures.items), items: page<Goods>(items.items) };
}

async function attempt(town: MeasureTown, { verb, of, at, other }: Tried): Promise<void> {
  const by = other ?? whoMay(verb);
  const { measures, items } = await all(town);
  const [one, thing] = [measures[of % (measures.length || 1)], items[at % (items.length || 1)]];
  const onMeasure = (name: string, body: object) =>
    one === undefined ? undefined : town.post(`/measures/${one.id}/${name}`, body, by);
  const length = lengths[verb];
  if (length !== undefined) return town.passTo(hoursLater(town.runtime.clock(), length));
  const preserved = measures.find(({ state }) => state.kind === "preservation" && state.status === "in-force");
  const tried: Readonly<Record<string, () => unknown>> = {
    propose: () => town.post("/measures", town.proposal(at === 0 ? "preservation" : "seizure"), officer1),
    "propose-urgent": () => town.post("/measures", town.proposal("seizure", { emergency: "转移" }), officer1),
    convert: () => town.post("/measures", town.proposal("seizure", { from: preserved?.id ?? "M9" }), officer1),
    "carry-out": () => {
      const from = one?.state.from;
      const adopted = from === undefined ? [] : (measures.find(({ id }) => id === from)?.state.goods ?? []);
      const body = onTheSpot(from === undefined || at === 2 ? [item("甲"), item("乙")] : []);
      const adopts = adopted.map(({ id }) => ({ id, ...claims }));
      return onMeasure("carry-out", from === undefined ? body : { ...body, adopts });
    },
    "begin-test": () => {
      const until = hoursLater(town.runtime.clock(), 24 * 5).slice(0, 10);
      return onMeasure("begin-test", { institution: "检测中心", until, notice: sha });
    },
    "release-one": () => onMeasure("release", { goods: [thing?.id ?? ""], ground: "unrelated", reasons: "与本案无关" }),
    "give-back": () => {
      const { proceeds, owedFen = 0, paidInFen } = thing?.state ?? {};
      const paidFen = (paidInFen ?? proceeds?.amountFen ?? 0) + owedFen;
      return (
        thing &&
        town.post(`/goods/${thing.id}/give-back`, { to: "owner", name: "某人", acknowledgement: sha, paidFen }, by)
      );
    },
    stop: () => town.post("/cases/CASE1/stop", { ground: "no-breach", reasons: "不构成" }, theHead),
    suspend: () => town.post("/cases/CASE1/suspend", { ground: "court", reasons: "待判" }, theHead),
    resume: () => town.post("/cases/CASE1/resume", { reasons: "已判" }, theHead),
    "transfer-organ": () =>
      town.post("/cases/CASE1/transfer-organ", { organ: "某局", letter: "移1", reasons: "管辖" }, theHead),
  };
  const body = steps[verb];
  const ofItem = itemSteps[verb];
  if (body !== undefined) await onMeasure(verb, body);
  else if (ofItem !== undefined) await (thing && town.post(`/goods/${thing.id}/${verb}`, ofItem, by));
  else await tried[verb]?.();
}

const running: ReadonlySet<string> = new Set(["recorded", "in-force"]);

/** What must hold after each step. */
async function held(town: MeasureTown, taken: Set<string>): Promise<void> {
  const { measures, items } = await all(town);
  for (const { state } of measures) for (const { id } of state.goods) taken.add(id);
  // Each item that a list names is there, once, in one of the states.
  expect(items.map(({ id }) => id).toSorted()).toEqual([...taken].toSorted());
  for (const { id, state } of items) {
    expect(goodsStatuses).toContain(state.status);
    // Nothing lies without a last day, and a clock that looks at it until it was told.
    if (liesThere(state))
      expect([state.until !== "", state.late === true || goods.nextDeadline?.(state) !== undefined]).toEqual([
        true,
        true,
      ]);
    const of = measures.find((one) => one.id === state.measure)?.state;
    const entry = of?.goods.find((one) => one.id === id);
    // What is held is held by a measure that runs, and which still counts it.
    if (state.status === "held" || state.status === "sold")
      expect([id, of?.status, entry?.leftOn]).toEqual([
        id,
        running.has(of?.status ?? "") ? of?.status : "running",
        undefined,
      ]);
  }
  // A measure that is over holds nothing.
  for (const { state } of measures.filter((one) => !running.has(one.state.status)))
    for (const { id } of state.goods) {
      const thing = items.find((one) => one.id === id)?.state;
      const elsewhere =
        thing?.measure !== undefined &&
        measures.some((one) => one.id === thing.measure && running.has(one.state.status));
      if (!elsewhere) expect(["held", "sold"]).not.toContain(thing?.status);
    }
}

/** Brings every item to its end, as the people of the town can do at any time. */
async function toTheEnd(town: MeasureTown): Promise<void> {
  await town.passTo(hoursLater(town.runtime.clock(), 24 * 120));
  for (const { id, state } of (await all(town)).items) {
    const paidFen = (state.paidInFen ?? state.proceeds?.amountFen ?? 0) + state.owedFen;
    if (state.status === "lost") await town.post(`/goods/${id}/compensate`, { paidFen, receipt: "凭证1" }, theChief);
    if (state.status !== "returning") continue;
    const body = { to: "owner", name: "某人", acknowledgement: sha, paidFen };
    // A keeper who is not there: an officer of the case gives it back.
    await town.post(`/goods/${id}/give-back`, body, officer1);
  }
  await town.settle();
}

describe("no item is lost", () => {
  test("in any order of steps and time each item is in one state, has a last day, and comes to an end", {
    timeout: 120_000,
  }, async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(trials, async (tries) => {
        const town = await aMeasureTown({ held: false });
        const taken = new Set<string>();
        await town.inForce("seizure", [item("甲"), item("乙")]);
        await town.inForce("preservation", [item("丙")]);
        for (const one of tries) {
          await attempt(town, one);
          await town.settle();
          await held(town, taken);
        }
        await toTheEnd(town);
        for (const { state } of (await all(town)).items) {
          expect(liesThere(state)).toBe(false);
          ends.add(state.status);
        }
        for (const { state } of (await all(town)).measures)
          if (state.goods.length > 0) expect(["ended"]).toContain(state.status);
      }),
      { numRuns: tries(20), seed: 20_261_127 },
    );
    // The trials went far enough to mean something.
    expect([...ends]).toEqual(expect.arrayContaining(["compensated", "returned"]));
  });
});

import { recalculate, toDate } from "../../../shared/calendar/index.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import {
  aggregate,
  contextFor,
  endOfAll,
  type Instruction,
  instruct,
  type Runtime,
} from "../../../shared/service/index.ts";
import { factReference, type Loaded, member } from "../../../shared/store/index.ts";
import { penaltyCase, proceeding } from "../cases/index.ts";
import { goods } from "../property/domain/decider.ts";
import type { GoodsCommand } from "../property/domain/messages.ts";
import { again } from "./again.ts";
import { measure } from "./domain/decider.ts";
import { type Measure, untilOf } from "./domain/measure.ts";
import { type Passing, passed } from "./domain/passing.ts";
import { noted } from "./told.ts";

/** What goods are told when time does something to their measure. */
function toGoods(state: Measure, passing: Passing, runtime: Runtime): GoodsCommand {
  const { calendar } = runtime;
  switch (passing.what) {
    case "lapse":
      return { type: "release", ground: passing.cause === "unapproved" ? "not-approved" : "term-over" };
    case "keep":
      return { type: "prolong", until: untilOf({ ...state, kept: keptUntil(state, passing.decidedOn, runtime) }) };
    case "recount":
      return { type: "prolong", until: untilOf(recounted(state, calendar)) };
    default:
      return { type: "prolong", until: untilOf(state) };
  }
}

const recounted = (state: Measure, calendar: Runtime["calendar"]): Measure =>
  state.limit === undefined ? state : { ...state, limit: recalculate(calendar, state.limit) };
const keptUntil = ({ case: of, party }: Measure, decidedOn: string, runtime: Runtime) => ({
  ...{ proceeding: `${of}:${party}`, decidedOn },
  until: toDate(decidedOn).add({ days: runtime.town.enforcement.coercion.keptForServiceDays }).toString(),
});

/** The case of a measure whose signature or approval is missing is told that nothing holds the goods any more. */
function toCase(id: string, state: Measure, passing: Passing, runtime: Runtime) {
  if (passing.what === "recount") return [noted(id, recounted(state, runtime.calendar))];
  if (passing.what === "keep") return [noted(id, { ...state, kept: keptUntil(state, passing.decidedOn, runtime) })];
  if (passing.what !== "lapse" || passing.cause === "term" || passing.cause === "unserved") return [];
  const { measure: entry, ...rest } = noted(id, state);
  const { today } = contextFor(runtime, theTownItself);
  const until = today.subtract({ days: 1 }).toString();
  return [{ ...rest, measure: { ...entry, until } }];
}

/**
 * QZ-19, QZ-25, QZ-27: what a deadline of a measure gives: it lapses, or is kept for a decision made in time. Its goods hear of it in
 * the same commit.
 */
const measureDue = ({ id }: Loaded<Measure>): Instruction =>
  again(async (runtime, cause) => {
    const state = (await runtime.store.load(measure, id))?.state;
    if (state === undefined) return { done: true };
    const own = `${state.case}:${state.party}`;
    const [decided, held] = await Promise.all([
      runtime.store.load(proceeding, own),
      runtime.store.load(penaltyCase, state.case),
    ]);
    const passing = passed(state, decided?.state, contextFor(runtime, theTownItself));
    const told = held?.state.status === "investigating" ? toCase(id, state, passing, runtime) : [];
    return instruct({
      of: measure,
      id,
      facts: { decided: factReference(proceeding, own) },
      command: (facts) => ({
        ...{ type: "pass-time" as const, proceeding: own, decided: facts.decided, meant: passing.what },
      }),
      others: {
        members: {
          goods: state.goods.map((one) => member(goods, one.id)),
          cases: told.map(() => member(penaltyCase, state.case)),
        },
        commands: () => ({
          goods: state.goods.map(() => toGoods(state, passing, runtime)),
          cases: told,
        }),
      },
    }).carryOut(runtime, cause);
  });

/** P-8: what a measure says of people is over with its case. */
const endOfMeasure = (runtime: Runtime, { state, retained }: Loaded<Measure>): Promise<string | "open"> =>
  endOfAll(runtime, [{ of: penaltyCase, id: state.case }], retained?.endedOn ?? "");

/** A measure as the service has it: its deadlines change goods and case too. */
export const measureAggregate = aggregate(measure, measureDue, { endOf: endOfMeasure });

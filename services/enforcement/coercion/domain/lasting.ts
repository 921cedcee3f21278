import { toDate } from "../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { caseFault } from "./grounds.ts";
import { isOnRecord, type Measure, type MeasureTest } from "./measure.ts";
import type { MeasureCommandOf, MeasureEvent } from "./messages.ts";
import { article25, badInput, notNow, refuse } from "./refusals.ts";
import { overFault } from "./releasing.ts";
import { afterTest, extendedTerm, testedTerm } from "./terms.ts";
import { measureHandlerFault, measureHeadFault } from "./who.ts";

type Decided = Decision<MeasureEvent>;
const todayOf = ({ today }: Context) => today.toString();

/** QZ-19: nothing goes on before the approval is made up; a decision within the term ends what is lasting. */
const runningFault = (state: Measure, context: Context): Rejection | undefined =>
  state.approveBy === undefined
    ? overFault(state, context)
    : notNow("enforcement.measure-unapproved", { article: "行政强制法19", rule: "QZ-19" });

/** QZ-25: the head extends it once, before its last day is over; the party is told in writing, with the reasons. */
export function extend(state: Measure, { of, reasons, notice }: MeasureCommandOf<"extend">, context: Context): Decided {
  const refused = measureHeadFault(state, of, context) ?? caseFault(of, state.party) ?? runningFault(state, context);
  if (refused !== undefined) return refused;
  if (!isOnRecord(state) || state.kind === "preservation" || state.kept !== undefined)
    return refuse("enforcement.measure-not-extended", { ...article25, article: "行政处罚法56、行政强制法25" });
  if (state.limit.extensions.length > 0) return refuse("enforcement.measure-extended-already", article25);
  const number = nextNumber(context, context.town.numbering.enforcement["measure-extension"]);
  const data = { on: todayOf(context), number, limit: extendedTerm(state, context) };
  return [{ type: "enforcement.measure.extended", data, personal: { reasons, notice } }];
}

/** The test that runs on a day. */
export const openTest = ({ tests }: Pick<Measure, "tests">, on: string): MeasureTest | undefined =>
  tests.find(({ until, endedOn }) => endedOn === undefined && until >= on);

/** Days that the tests of a measure have taken. */
const tested = ({ tests }: Pick<Measure, "tests">): number =>
  tests.reduce((sum, { from, until, endedOn }) => sum + toDate(from).until(endedOn ?? until).days, 0);

/**
 * QZ-25(3), CF-56a: goods go to a test whose end is told in writing beforehand. All tests of a measure take no longer together than the
 * town allows. What is preserved is tested once.
 */
export function beginTest(state: Measure, command: MeasureCommandOf<"begin-test">, context: Context): Decided {
  const { institution, until, notice } = command;
  const refused =
    measureHandlerFault(command, context) ?? caseFault(command.of, state.party) ?? runningFault(state, context);
  if (refused !== undefined) return refused;
  const from = todayOf(context);
  const again = state.kind === "preservation" && state.tests.length > 0;
  if (again || openTest(state, from) !== undefined) return notNow("enforcement.test-under-way", article25);
  const left = context.town.enforcement.coercion.mostTestDays - tested(state);
  const last = context.today.add({ days: left }).toString();
  if (until <= from || until > last || !isOnRecord(state))
    return badInput("enforcement.test-dates", { from, last, ...article25 }, "/until");
  const data = { institution, from, until, limit: testedTerm(state, from, until, context) };
  return [{ type: "enforcement.measure.test-begun", data, personal: { notice } }];
}

/** QZ-25(3): the test ended earlier than was told. From the day after, the term runs again. */
export function endTest(state: Measure, command: MeasureCommandOf<"end-test">, context: Context): Decided {
  const refused = measureHandlerFault(command, context) ?? caseFault(command.of, state.party);
  if (refused !== undefined) return refused;
  const on = todayOf(context);
  if (openTest(state, on) === undefined || !isOnRecord(state)) return notNow("enforcement.test-not-open", article25);
  const limit = state.kind === "preservation" ? state.limit : afterTest(state, on, context);
  return [{ type: "enforcement.measure.test-ended", data: { on, limit }, personal: { report: command.report } }];
}

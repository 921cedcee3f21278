import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { isFiled, type PenaltyCase } from "../../cases/domain/case/case.ts";
import type { ReturnGround } from "../../property/domain/goods.ts";
import type { Confiscating } from "../../property/domain/messages.ts";
import { named } from "../../property/domain/named.ts";
import { type Measure, type MeasuredItem, type MeasureEnd, openGoods, untilOf } from "./measure.ts";
import type { MeasureCommandOf, MeasureEvent, ReleaseMeasure } from "./messages.ts";
import { article28, badInput, notNow, refuse } from "./refusals.ts";
import { measureHandlerFault, measureHeadFault } from "./who.ts";

type Decided = Decision<MeasureEvent>;
const todayOf = ({ today }: Context) => today.toString();

/** Its end. */
export const ending = ({ case: of, party, kind }: Measure, how: MeasureEnd, context: Context): MeasureEvent => ({
  ...{ type: "enforcement.measure.ended", data: { case: of, party, kind, on: todayOf(context), how }, personal: {} },
});

/** QZ-28: items go back. Each release is told in writing, under a number of its own. */
export function release(
  items: readonly string[],
  ground: ReturnGround,
  context: Context,
  reasons?: string,
): MeasureEvent {
  const number = nextNumber(context, context.town.numbering.enforcement.release);
  const data = { on: todayOf(context), items, ground, number };
  return { type: "enforcement.measure.goods-released", data, personal: present({ reasons }) };
}

/** QZ-27: after its last day nothing is done with it: the law has released the goods. */
export function overFault(state: Measure, { today }: Context): Rejection | undefined {
  const due = untilOf(state);
  return today.toString() > due ? notNow("enforcement.measure-term-over", { due, ...article28 }) : undefined;
}

/** QZ-27, QZ-28, CF-56a: the head releases all that it holds, or some of it, at the latest on its last day. */
export function releaseGoods(state: Measure, command: ReleaseMeasure, context: Context): Decided {
  const { of, goods, whole, ground, reasons } = command;
  const refused = measureHeadFault(state, of, context) ?? overFault(state, context);
  if (refused !== undefined) return refused;
  const open = openGoods(state).map(({ id }) => id);
  const strange = goods.findIndex((id) => !open.includes(id));
  if (strange >= 0)
    return badInput(
      "enforcement.goods-not-of-the-measure",
      { item: goods[strange], ...article28 },
      `/goods/${strange}`,
    );
  const items = goods.length === 0 ? open : [...new Set(goods)];
  if (whole !== (items.length === open.length)) return notNow("enforcement.measure-changed-meanwhile", article28);
  const released = release(items, ground, context, reasons);
  return whole ? [released, ending(state, "released", context)] : [released];
}

/** QZ-28: the case, or the proceeding of its party, is over: what was not carried out is dropped, what is held goes back. */
export function fall(
  state: Measure,
  { because: ground, keeps, seen }: MeasureCommandOf<"fall">,
  context: Context,
): Decided {
  const on = todayOf(context);
  const { status } = state;
  if (status !== seen) return notNow("enforcement.measure-changed-meanwhile", article28);
  if (status === "proposed" || status === "approved")
    return [{ type: "enforcement.measure.dropped", data: { on, cause: "case-over" }, personal: {} }];
  if (status !== "recorded" && status !== "in-force") return [];
  const items = fallen(state, keeps);
  if (items.length === 0 && keeps.length > 0) return [];
  const released = release(items, ground, context);
  return fallsWhole(state, keeps) ? [released, ending(state, "released", context)] : [released];
}

/**
 * QZ-28(4), QZ-46: the head keeps what is sealed or seized for the fine that may be decided: it is needed still after the decision. The
 * term runs on; on its last day it goes back.
 */
export function keepForFine(
  state: Measure,
  { of, reasons }: MeasureCommandOf<"keep-for-fine">,
  context: Context,
): Decided {
  const refused = measureHeadFault(state, of, context) ?? overFault(state, context);
  if (refused !== undefined) return refused;
  if (state.kind === "preservation" || state.forFine === true)
    return refuse("enforcement.measure-not-for-fine", { article: "行政强制法28、46", rule: "QZ-46" });
  return [{ type: "enforcement.measure.kept-for-fine", data: { on: todayOf(context) }, personal: { reasons } }];
}

/** QZ-46: whether a decision that fines its party leaves it standing. */
export const securesFine = ({ forFine, case: of, party }: Measure, decided: Confiscating | undefined): boolean =>
  forFine === true &&
  decided?.case === of &&
  decided.party.id === party &&
  decided.decision?.outcome === "punish" &&
  (decided.charges?.items.some(({ fine }) => fine !== undefined) ?? false);

/** What stays when the proceeding of its party is decided. */
export const staysAfter = (state: Measure, decided: Confiscating | undefined): readonly MeasuredItem[] =>
  securesFine(state, decided) ? openGoods(state) : namedItems(state, decided);

/** What goes back when its case or proceeding is over. */
export const fallen = (state: Measure, keeps: readonly string[]): readonly string[] =>
  openGoods(state).flatMap(({ id }) => (keeps.includes(id) ? [] : [id]));
export const fallsWhole = (state: Measure, keeps: readonly string[]): boolean =>
  !openGoods(state).some(({ id }) => keeps.includes(id));

/** The items that a decision names. */
export const namedItems = (state: Measure, decided: Confiscating | undefined): readonly MeasuredItem[] =>
  decided === undefined || decided.case !== state.case || decided.party.id !== state.party
    ? []
    : openGoods(state).filter((item) => named(decided, item));

/** QZ-27: what a served decision confiscates. All else goes back at once, unless it is kept for the fine (QZ-46). */
export function confiscate(state: Measure, command: MeasureCommandOf<"confiscate">, context: Context): Decided {
  const { decided, proceeding } = command;
  const refused = measureHandlerFault(command, context) ?? overFault(state, context);
  if (refused !== undefined) return refused;
  const items = namedItems(state, decided).map(({ id }) => id);
  if (decided?.status !== "in-effect" || items.length === 0)
    return refuse("enforcement.not-confiscated-by-decision", article28, "/proceeding");
  const on = todayOf(context);
  const rest = openGoods(state).flatMap(({ id }) => (items.includes(id) ? [] : [id]));
  const data = { on, proceeding, items };
  const taken: MeasureEvent = { type: "enforcement.measure.confiscated", data, personal: {} };
  if (rest.length === 0) return [taken, ending(state, "confiscated", context)];
  return securesFine(state, decided)
    ? [taken]
    : [taken, release(rest, "decided", context), ending(state, "confiscated", context)];
}

/** The organ to which the case went, once it takes the goods: the police after they have filed it (CF-27a). */
export function takenBy(of: PenaltyCase | undefined): string | undefined {
  if (of === undefined || !isFiled(of) || of.status !== "transferred" || of.ending?.how !== "transferred")
    return undefined;
  return of.ending.to === "organ" || of.police?.filed !== undefined ? of.ending.organ : undefined;
}

/** CF-27a, CF-57a: the case went to another organ, and its goods follow against a receipt. */
export function handOverGoods(state: Measure, command: MeasureCommandOf<"hand-over">, context: Context): Decided {
  const refused = measureHandlerFault(command, context) ?? overFault(state, context);
  if (refused !== undefined) return refused;
  const organ = takenBy(command.of);
  if (organ === undefined)
    return refuse("enforcement.not-handed-to-another-organ", { article: "行政处罚法27", rule: "CF-27a" });
  return [
    {
      type: "enforcement.measure.handed-over",
      data: { on: todayOf(context) },
      personal: { receipt: command.receipt, organ },
    },
    ending(state, "handed-over", context),
  ];
}

/** CF-56a: a seizure has taken over what was preserved. */
export function beTakenOver(
  state: Measure,
  { by, goods }: MeasureCommandOf<"be-taken-over">,
  context: Context,
): Decided {
  const open = openGoods(state).map(({ id }) => id);
  const all = open.length === goods.length && open.every((id) => goods.includes(id));
  if (state.status !== "in-force" || !all)
    return notNow("enforcement.preservation-not-open", { article: "行政处罚法56", rule: "CF-56a" });
  const data = { on: todayOf(context), by, items: goods };
  return [{ type: "enforcement.measure.taken-over", data, personal: {} }, ending(state, "seized", context)];
}

/** What it still waits for, once this item is settled. */
export const waitsAfter = (state: Measure, item: string): boolean => openGoods(state).some(({ id }) => id !== item);

/** An item is back with its owner, offered to him, lost or gone: a measure that holds nothing is over. */
export function noteSettled(
  state: Measure,
  { item, ends }: MeasureCommandOf<"note-settled">,
  context: Context,
): Decided {
  const known = state.goods.find(({ id }) => id === item);
  if (known === undefined || known.settledOn !== undefined) return [];
  if (ends !== endsBy(state, item)) return notNow("enforcement.measure-changed-meanwhile", article28);
  const settled: MeasureEvent = {
    type: "enforcement.measure.item-settled",
    data: { on: todayOf(context), item },
    personal: {},
  };
  return ends ? [settled, ending(state, state.status === "lapsed" ? "lapsed" : "goods-gone", context)] : [settled];
}

/** Whether a measure is over once this item is settled. */
export function endsBy(state: Measure, item: string): boolean {
  const runs = state.status === "recorded" || state.status === "in-force" || state.status === "lapsed";
  return (
    runs && state.goods.some(({ id, settledOn }) => id === item && settledOn === undefined) && !waitsAfter(state, item)
  );
}

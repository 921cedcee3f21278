import { hasCertainlyPassed, limitFrom } from "../../../../shared/calendar/index.ts";
import { reviewLimit, suitWithin } from "../../../../shared/case-rules/remedies.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { notHead } from "./deferring.ts";
import type { Due, Fine } from "./fine.ts";
import type { FineEvent, NoteAuction, ReleaseGoods, TakeGoods } from "./messages.ts";
import { lastDueDay, owedOn } from "./owed.ts";
import { about, settled } from "./paying.ts";
import { badInput, refuse } from "./refusals.ts";

const article46 = { article: "行政强制法46(3)", rule: "QZ-46" };

/**
 * QZ-46(3): neither review nor suit was sought, their periods are over, the demand was served and its ten working days have passed:
 * goods that are seized already may be auctioned for what is unpaid. The head decides, never one who handled the case.
 */
export function takeGoods(state: Due, { goods, known, reasons }: TakeGoods, context: Context): Decision<FineEvent> {
  const refused = notHead(state, context) ?? notYet(state, context);
  if (refused !== undefined) return refused;
  const strange = goods.findIndex((one) => !known.includes(one));
  if (strange >= 0)
    return badInput("enforcement.goods-unknown", { item: goods[strange], ...article46 }, `/goods/${strange}`);
  const data = { on: context.today.toString(), goods };
  return [{ type: "enforcement.fine.goods-taken", data, personal: { reasons } }];
}

/** What keeps the organ from it today; undefined: nothing does. */
function notYet(state: Due, context: Context): Rejection | undefined {
  const { calendar, today, town } = context;
  const on = today.toString();
  const { demand, receivedOn, suit, remedies } = state;
  if (remedies.length > 0) return refuse("enforcement.remedy-sought", article46);
  if (owedOn(state, on, context).openFen === 0) return refuse("enforcement.nothing-owed", article46);
  if (demand?.passes === undefined) return refuse("enforcement.demand-missing", article46);
  if (demand.opinion !== undefined && demand.opinion.heard === undefined)
    return refuse("enforcement.opinion-not-heard", { article: "行政强制法36", rule: "QZ-35" });
  const periods = [
    limitFrom(calendar, { ...reviewLimit, length: town.enforcement.review.days }, receivedOn),
    limitFrom(calendar, suitWithin[suit], receivedOn),
    demand.passes,
  ];
  const after = [lastDueDay(state), ...periods.map(({ due }) => due ?? "")].reduce((a, b) => (a > b ? a : b));
  return on > after && periods.every((limit) => hasCertainlyPassed(calendar, limit, today))
    ? undefined
    : refuse("enforcement.goods-not-yet", { after, ...article46 });
}

/** QZ-46: what an item brought pays the fine like any money. What is too much goes back to the party. */
export function noteAuction(
  state: Fine,
  { item, amountFen, receipt }: NoteAuction,
  context: Context,
): Decision<FineEvent> {
  const taken = state.goods?.find((one) => one.item === item);
  if (taken === undefined || taken.soldFen !== undefined)
    return badInput("enforcement.goods-unknown", { item, ...article46 }, "/item");
  if (state.payments.some((one) => one.receipt === receipt))
    return refuse("enforcement.receipt-used", { receipt, rule: "CF-70" }, "/receipt");
  const on = context.today.toString();
  const payment = { amountFen, on, receipt, by: "goods" as const };
  const after = { ...state, payments: [...state.payments, payment] };
  return [
    { type: "enforcement.fine.goods-auctioned", data: { on, item, amountFen } },
    { type: "enforcement.fine.paid-in", data: { ...about(state), ...payment } },
    ...settled(after, owedOn(after, on, context), on),
  ];
}

/** QZ-46: what finds no buyer, or is needed no more, goes back by the head's word. The debt stays. */
export function releaseGoods(state: Fine, { goods, reasons }: ReleaseGoods, context: Context): Decision<FineEvent> {
  const refused = notHead(state, context);
  if (refused !== undefined) return refused;
  const open = unsold(state);
  const strange = goods.findIndex((one) => !open.includes(one));
  if (strange >= 0)
    return badInput("enforcement.goods-unknown", { item: goods[strange], ...article46 }, `/goods/${strange}`);
  const data = { on: context.today.toString(), goods };
  return [{ type: "enforcement.fine.goods-released", data, personal: { reasons } }];
}

/** Items that were not sold: they go back once the fine is paid or owed no more. */
export const unsold = ({ goods = [] }: Pick<Fine, "goods">): readonly string[] =>
  goods.flatMap(({ item, soldFen }) => (soldFen === undefined ? [item] : []));

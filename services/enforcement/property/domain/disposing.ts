import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { daysFromToday } from "./days.ts";
import type { Goods } from "./goods.ts";
import { settledAs } from "./keeping.ts";
import type { Dispose, GoodsCommandOf, GoodsEvent } from "./messages.ts";
import { article74, badInput, notNow, refuse } from "./refusals.ts";
import { disposerFault, goodsHeadFault } from "./who.ts";

type Decided = Decision<GoodsEvent>;
const todayOf = ({ today }: Context) => today.toString();

/** QZ-27: confiscated by a decision that was served. What is not held any more hears nothing. */
export function confiscate(state: Goods, { proceeding }: GoodsCommandOf<"confiscate">, context: Context): Decided {
  if (state.status !== "held" && state.status !== "sold") return [];
  const until = daysFromToday(context, context.town.enforcement.goods.disposalDays);
  return [{ type: "enforcement.goods.confiscated", data: { on: todayOf(context), until, proceeding }, personal: {} }];
}

/** CF-27a, CF-57a: the case went to another organ, and its goods with it. */
export function handOver(state: Goods, { organ, receipt }: GoodsCommandOf<"hand-over">, context: Context): Decided {
  if (state.status !== "held" && state.status !== "sold") return [];
  const on = todayOf(context);
  return [
    { type: "enforcement.goods.handed-over", data: { on }, personal: { organ, receipt } },
    ...settledAs(state, "handed-over", on),
  ];
}

/** CF-74a: the head decides what becomes of it. Only what must be destroyed is; what was sold already is paid in. */
export function decideDisposal(state: Goods, command: GoodsCommandOf<"decide-disposal">, context: Context): Decided {
  const { of, how, ground, reasons } = command;
  const refused = goodsHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  if ((state.proceeds !== undefined) !== (how === "pay-in"))
    return badInput("enforcement.goods-sold-already", article74, "/how");
  if (how === "destroy" && ground === undefined)
    return refuse("enforcement.goods-destroyed-for-a-ground", article74, "/ground");
  const data = { on: todayOf(context), how, ...present({ ground }) };
  return [{ type: "enforcement.goods.disposal-decided", data, personal: { reasons } }];
}

/** Deciding, keeping and disposing are three people's; what is done is what was decided. */
function apart(state: Goods, { of, type }: Dispose, context: Context): Rejection | undefined {
  const { disposal } = state;
  if (disposal === undefined) return notNow("enforcement.goods-disposal-undecided", article74);
  const decided = disposal.how === "destroy" || disposal.how === "give-over" ? disposal.how : "realise";
  if (decided !== type) return refuse("enforcement.goods-disposal-differs", { how: disposal.how, ...article74 });
  return disposerFault(state, of, context);
}

/** CF-74a: by auction, or as the state says; all that it brings goes to the treasury, with interest. */
export function realise(state: Goods, command: GoodsCommandOf<Dispose["type"]>, context: Context): Decided {
  const refused = apart(state, command, context);
  if (refused !== undefined) return refused;
  const { amountFen, interestFen = 0, receipt, record } = command;
  if (amountFen === undefined || receipt === undefined)
    return badInput("enforcement.goods-treasury-receipt", article74, "/receipt");
  if (state.proceeds !== undefined && amountFen !== state.proceeds.amountFen)
    return refuse("enforcement.goods-money-differs", { due: state.proceeds.amountFen, ...article74 }, "/amountFen");
  const on = todayOf(context);
  const how = state.disposal?.how ?? "auction";
  const data = { on, how, amountFen, interestFen };
  return [
    { type: "enforcement.goods.realised", data, personal: { record, receipt } },
    ...settledAs(state, "disposed", on),
  ];
}

/** CF-74a: destroyed before two or more witnesses, and recorded. */
export function destroy(state: Goods, command: GoodsCommandOf<Dispose["type"]>, context: Context): Decided {
  const refused = apart(state, command, context);
  if (refused !== undefined) return refused;
  const { witnesses = [], record, recording } = command;
  const different = new Set(witnesses.map((one) => one.trim()).filter((one) => one !== context.actor.name));
  if (different.size < 2 || recording === undefined)
    return refuse("enforcement.goods-witnesses", { witnesses: different.size, ...article74 }, "/witnesses");
  const on = todayOf(context);
  return [
    { type: "enforcement.goods.destroyed", data: { on }, personal: { record, witnesses: [...different], recording } },
    ...settledAs(state, "disposed", on),
  ];
}

/** To the organ that takes such goods by law, against its receipt. */
export function giveOver(state: Goods, command: GoodsCommandOf<Dispose["type"]>, context: Context): Decided {
  const refused = apart(state, command, context);
  if (refused !== undefined) return refused;
  const { organ, receipt, record } = command;
  if (organ === undefined || receipt === undefined)
    return badInput("enforcement.goods-treasury-receipt", article74, "/receipt");
  const on = todayOf(context);
  return [
    { type: "enforcement.goods.given-over", data: { on }, personal: { record, organ, receipt } },
    ...settledAs(state, "disposed", on),
  ];
}

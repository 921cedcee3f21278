import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { daysFromToday } from "./days.ts";
import { dueFen, type Goods } from "./goods.ts";
import { settledAs } from "./keeping.ts";
import type { GiveBack, GoodsCommandOf, GoodsEvent } from "./messages.ts";
import { article26, article28, article74, badInput, notNow, refuse } from "./refusals.ts";
import { goodsHeadFault, keeperOrHandler } from "./who.ts";

type Decided = Decision<GoodsEvent>;
const todayOf = ({ today }: Context) => today.toString();
const back = (context: Context) => daysFromToday(context, context.town.enforcement.goods.returnDays);

const isHeld = ({ status }: Goods) => status === "held" || status === "sold";

/** QZ-28(2): a price far below the market is made up to what it was worth. */
function madeUp({ proceeds }: Goods, { town }: Context): number {
  if (proceeds === undefined) return 0;
  const { amountFen, marketFen } = proceeds;
  return amountFen * 100 < marketFen * town.enforcement.goods.farBelowPercent ? marketFen - amountFen : 0;
}

/** QZ-46: the fine for which it was to be auctioned is paid, or owed no more. */
const isFree = ({ status }: Goods, ground: Goods["returning"]) => status === "to-auction" && ground === "fine-settled";

/** QZ-27, QZ-28: its measure is over, so it goes back. What is not held any more hears nothing. */
export function release(state: Goods, { ground }: GoodsCommandOf<"release">, context: Context): Decided {
  if (!isFree(state, ground) && (!isHeld(state) || ground === "fine-settled")) return [];
  const data = { on: todayOf(context), until: back(context), ground, owedFen: madeUp(state, context) };
  return [{ type: "enforcement.goods.released", data, personal: {} }];
}

/** QZ-28: received by its owner, who signs. Money is paid to the fen: the proceeds, damage, the difference to the market. */
export function giveBack(state: Goods, command: GiveBack, context: Context): Decided {
  const { of, to, name, acknowledgement, authority, paidFen } = command;
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined) return refused;
  if (to === "agent" && authority === undefined)
    return badInput("enforcement.goods-agent-without-authority", article28, "/authority");
  const due = dueFen(state);
  if (paidFen !== due) return refuse("enforcement.goods-money-differs", { due, ...article28 }, "/paidFen");
  const on = todayOf(context);
  const personal = { name, acknowledgement, ...present({ authority }) };
  return [
    { type: "enforcement.goods.returned", data: { on, to, paidFen }, personal },
    ...settledAs(state, "returned", on),
  ];
}

/** Nobody comes for it: its owner is called by public notice. From then on the measure is settled. */
export function callOwner(state: Goods, { of, where }: GoodsCommandOf<"call-owner">, context: Context): Decided {
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined) return refused;
  if (state.calledOn !== undefined) return notNow("enforcement.goods-already-called", article74);
  const on = todayOf(context);
  const until = daysFromToday(context, context.town.enforcement.goods.unclaimedDays);
  return [
    { type: "enforcement.goods.owner-called", data: { on, until }, personal: { where } },
    ...settledAs(state, "offered", on),
  ];
}

/** CF-74a: who was called and did not come in time: the head has it paid in to the treasury. */
export function turnIn(state: Goods, { of, receipt, reasons }: GoodsCommandOf<"turn-in">, context: Context): Decided {
  const refused = goodsHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  if (state.calledOn === undefined || todayOf(context) <= state.until)
    return refuse("enforcement.goods-owner-not-called", { until: state.until, ...article74 });
  return [{ type: "enforcement.goods.turned-in", data: { on: todayOf(context) }, personal: { receipt, reasons } }];
}

/** QZ-24: the loss is made good, to the fen or more. */
export function compensate(state: Goods, command: GoodsCommandOf<"compensate">, context: Context): Decided {
  const { of, paidFen, receipt } = command;
  const refused = goodsHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  const due = dueFen(state);
  if (paidFen < due) return refuse("enforcement.goods-money-differs", { due, ...article26 }, "/paidFen");
  return [{ type: "enforcement.goods.compensated", data: { on: todayOf(context), paidFen }, personal: { receipt } }];
}

/** Another organ gives back what it got with the case: it goes to its owner. */
export function takeBack(state: Goods, command: GoodsCommandOf<"take-back">, context: Context): Decided {
  const { of, organ, document } = command;
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined) return refused;
  const data = { on: todayOf(context), until: back(context) };
  return [{ type: "enforcement.goods.taken-back", data, personal: { organ, document } }];
}

/**
 * QZ-39 (行政强制法41), CF-74a: the decision that confiscated it fell. It goes back; in its place the money that it brought; what is
 * gone is made good.
 */
export function restore(state: Goods, { proceeding }: GoodsCommandOf<"restore">, context: Context): Decided {
  if (state.proceeding !== proceeding) return [];
  const { status } = state;
  const gone = status === "destroyed" || status === "given-over";
  if (!gone && status !== "confiscated" && status !== "realised") return [];
  const owedFen = gone ? (state.valueFen ?? 0) : madeUp(state, context);
  return [
    {
      type: "enforcement.goods.restored",
      data: { on: todayOf(context), until: back(context), proceeding, lost: gone, owedFen },
      personal: {},
    },
  ];
}

import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { daysFromToday } from "./days.ts";
import type { Goods } from "./goods.ts";
import type { GoodsCommandOf, GoodsEvent, Move, SellPerishable } from "./messages.ts";
import { article26, article28, article74, badInput, notNow, notYou, refuse } from "./refusals.ts";
import { giverFault, goodsHeadFault, handlersOf, keeperFault, keeperOrHandler } from "./who.ts";

type Decided = Decision<GoodsEvent>;
const todayOf = ({ today }: Context) => today.toString();

/** CF-74a: from one keeper to another, with two signatures. Another keeper of the staff signs with his own login. */
export function move(state: Goods, command: Move, context: Context): Decided {
  const { of, keeper, place, reasons, receipt, slip } = command;
  const refused =
    giverFault(state, of, context, slip) ??
    keeperFault(keeper, { under: state.under, handlers: handlersOf(state, of), town: context.town });
  if (refused !== undefined) return refused;
  const on = todayOf(context);
  const { actor } = context;
  if (keeper.kind === "staff" && keeper.sub !== actor.sub)
    return [
      { type: "enforcement.goods.sent", data: { on }, personal: { keeper, place, reasons, ...present({ slip }) } },
    ];
  if (receipt === undefined) return badInput("enforcement.goods-slip-missing", article74, "/receipt");
  return [{ type: "enforcement.goods.received", data: { on }, personal: { keeper, place, receipt } }];
}

/** The second signature: he to whom it was sent has it. */
export function receive(state: Goods, _command: object, context: Context): Decided {
  const { moving } = state;
  if (moving === undefined) return notNow("enforcement.goods-nothing-on-the-way", article74);
  const { keeper, place } = moving;
  if (keeper.kind !== "staff" || keeper.sub !== context.actor.sub)
    return notYou("enforcement.goods-receiver-only", article74);
  return [{ type: "enforcement.goods.received", data: { on: todayOf(context) }, personal: { keeper, place } }];
}

/** Its condition, its seals, and pictures of them. */
export function inspect(state: Goods, command: GoodsCommandOf<"inspect">, context: Context): Decided {
  const { of, condition, sealsIntact, seals, pictures } = command;
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined) return refused;
  const data = { on: todayOf(context), sealsIntact };
  return [{ type: "enforcement.goods.inspected", data, personal: { condition, seals, pictures } }];
}

/** QZ-24, QZ-25 (行政强制法25(3), 26(3)): the town bears what keeping and testing cost, never the party. */
export function noteCost(state: Goods, command: GoodsCommandOf<"note-cost">, context: Context): Decided {
  const { of, what, amountFen, bearer } = command;
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined) return refused;
  if (bearer === "party") return refuse("enforcement.goods-costs-are-the-towns", article26, "/bearer");
  return [{ type: "enforcement.goods.cost-noted", data: { on: todayOf(context), what, amountFen }, personal: {} }];
}

/** QZ-27 (行政强制法28(2)): what would spoil is sold by decision of the head; the money stays in its place. */
export function sellPerishable(state: Goods, command: SellPerishable, context: Context): Decided {
  const { of, amountFen, marketFen, reasons, record, account } = command;
  const refused = goodsHeadFault(state, of, context);
  if (refused !== undefined) return refused;
  if (state.kind !== "goods") return badInput("enforcement.goods-sold-already", article28, "");
  const data = { amountFen, marketFen, on: todayOf(context) };
  return [{ type: "enforcement.goods.sold", data, personal: { reasons, record, account } }];
}

/** QZ-24 (行政强制法26): what is lost or damaged while the town answers for it is made good. */
export function noteLoss(state: Goods, command: GoodsCommandOf<"note-loss">, context: Context): Decided {
  const { of, what, valueFen, reasons } = command;
  const refused = keeperOrHandler(state, of, context);
  if (refused !== undefined && goodsHeadFault(state, of, context) !== undefined) return refused;
  const on = todayOf(context);
  if (what === "damaged")
    return [{ type: "enforcement.goods.damaged", data: { on, owedFen: valueFen }, personal: { reasons } }];
  const until = daysFromToday(context, context.town.enforcement.goods.returnDays);
  return [
    { type: "enforcement.goods.lost", data: { on, until, owedFen: valueFen }, personal: { reasons } },
    ...settledAs(state, "lost", on),
  ];
}

/** What the measure is told: it no longer holds the item. */
export const settledAs = (
  { case: of, measure, party }: Goods,
  how: Extract<GoodsEvent, { type: "enforcement.goods.settled" }>["data"]["how"],
  on: string,
): readonly GoodsEvent[] => [
  {
    type: "enforcement.goods.settled",
    data: { case: of, party, on, how, ...present({ measure }) },
    personal: {},
  },
];

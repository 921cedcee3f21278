import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { daysFromToday } from "./days.ts";
import type { Goods } from "./goods.ts";
import { settledAs } from "./keeping.ts";
import type { GoodsCommandOf, GoodsEvent } from "./messages.ts";
import { badInput, refuse } from "./refusals.ts";
import { disposerFault, goodsHeadFault } from "./who.ts";

type Decided = Decision<GoodsEvent>;
const article46 = { article: "行政强制法46(3)", rule: "QZ-46" };

/**
 * QZ-46: what is sealed or seized of the party is to be auctioned for his fine. The fine says whether that time has come; the head
 * decides. A place is not auctioned by the town, and what is preserved as evidence neither.
 */
export function setAgainst(state: Goods, { proceeding }: GoodsCommandOf<"set-against">, context: Context): Decided {
  const { under, kind, case: of, party } = state;
  const seized = under === "seal" || under === "seizure";
  if (!seized || kind === "place" || proceeding !== `${of}:${party}`)
    return badInput("enforcement.goods-not-against-fine", article46, "/goods");
  const refused = goodsHeadFault(state, undefined, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  const until = daysFromToday(context, context.town.enforcement.goods.disposalDays);
  return [
    { type: "enforcement.goods.set-against", data: { on, until, proceeding }, personal: {} },
    // Its measure holds it no more: the term of the measure does not take it back.
    ...settledAs(state, "disposed", on),
  ];
}

/** QZ-46, CF-74a: what the auction brought. Somebody records it who neither decided, nor keeps it, nor handled the case. */
export function auction(state: Goods, command: GoodsCommandOf<"auction">, context: Context): Decided {
  const { proceeding, amountFen, record, receipt } = command;
  if (state.against !== proceeding) return badInput("enforcement.goods-not-against-fine", article46, "/item");
  const refused = disposerFault(state, undefined, context);
  if (refused !== undefined) return refused;
  // What was sold before it spoiled brought what it brought.
  if (state.proceeds !== undefined && amountFen !== state.proceeds.amountFen)
    return refuse("enforcement.goods-money-differs", { due: state.proceeds.amountFen, ...article46 }, "/amountFen");
  const data = { on: context.today.toString(), how: "auction" as const, amountFen, interestFen: 0 };
  return [{ type: "enforcement.goods.realised", data, personal: { record, receipt } }];
}

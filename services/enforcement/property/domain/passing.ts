import { endOfDay } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { type Goods, isLying, liesThere } from "./goods.ts";
import type { GoodsEvent } from "./messages.ts";

/** Nothing lies without a last day: the first instant after it, unless that was told already. */
export const nextGoodsDeadline = (state: Goods): string | undefined =>
  liesThere(state) && state.late === undefined ? endOfDay(state.until) : undefined;

/** What lies too long is told once for each of its terms. Nothing is done to it (P-5). */
export function passTime(state: Goods, { today }: Context): Decision<GoodsEvent> {
  const { case: of, measure, party, status, until: due, late } = state;
  if (late !== undefined || !isLying(status) || today.toString() <= due) return [];
  const data = { case: of, party, status, due, ...present({ measure }) };
  return [{ type: "enforcement.goods.overdue", data, personal: {} }];
}

import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { closingSteps } from "./api/closing.ts";
import { goodsReads } from "./api/goods.ts";
import { goodsSteps } from "./api/goods-steps.ts";
import { propertyProblems } from "./problems.ts";
import { goodsReactions } from "./reactions/decisions.ts";
import { goodsAggregate } from "./retention.ts";
import { propertyTitles } from "./titles.ts";

export { goodsRegister } from "./api/goods.ts";
export { describedItem } from "./api/schemas.ts";

/** Goods as items, from their taking to their end (CF-74a, QZ-24, QZ-27). */
export const property = part({
  aggregates: [goodsAggregate],
  routes: [...goodsReads, ...goodsSteps, ...closingSteps],
  subscriptions: goodsReactions,
  asks: [cases],
  problems: propertyProblems,
  titles: propertyTitles,
});

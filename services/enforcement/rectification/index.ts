import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { guidanceRoutes } from "./api/guidances.ts";
import { orderSteps } from "./api/rectification-steps.ts";
import { orderRoutes } from "./api/rectifications.ts";
import { rectification } from "./domain/decider.ts";
import { guidance } from "./domain/guidance.ts";
import { orderProblems } from "./problems.ts";
import { orderTitles } from "./titles.ts";

export { guidances } from "./api/guidances.ts";
export { orders } from "./api/rectifications.ts";
export { rectification } from "./domain/decider.ts";
export { sentFromOrder } from "./domain/sent-from.ts";
export { isOrderedParty } from "./domain/who.ts";

/** Persuasion first (E3): oral guidance, the order to correct, and no penalty where the law asks none. */
export const enforcementRectification = part({
  aggregates: [aggregate(guidance), aggregate(rectification)],
  routes: [...guidanceRoutes, ...orderRoutes, ...orderSteps],
  asks: [cases],
  problems: orderProblems,
  titles: orderTitles,
});

import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { property } from "../property/index.ts";
import { measureSteps } from "./api/measure-steps.ts";
import { measureReads } from "./api/measures.ts";
import { measureAggregate } from "./due.ts";
import { coercionProblems } from "./problems.ts";
import { measureReactions } from "./reactions/falling.ts";
import { coercionTitles } from "./titles.ts";

export { measures } from "./api/measures.ts";

/** Measures on goods: preservation, seal, seizure (CF-56, QZ-16 to QZ-28). */
export const coercion = part({
  aggregates: [measureAggregate],
  routes: [...measureReads, ...measureSteps],
  subscriptions: measureReactions,
  asks: [cases, property],
  problems: coercionProblems,
  titles: coercionTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { buildingSteps } from "./api/building-steps.ts";
import { buildingRoutes } from "./api/buildings.ts";
import { substitutionSteps } from "./api/substitution-steps.ts";
import { substitutionRoutes } from "./api/substitutions.ts";
import { building } from "./domain/decider.ts";
import { substitution } from "./domain/substitution/decider.ts";
import { buildingProblems } from "./problems.ts";
import { costReactions } from "./reactions/costs.ts";
import { buildingReactions } from "./reactions/proceedings.ts";
import { buildingTitles } from "./titles.ts";

export { buildings as buildingRegister } from "./api/buildings.ts";
export { substitutions } from "./api/substitutions.ts";

/** Illegal buildings (E9, CF-T1, QZ-35 to QZ-44c). */
export const buildings = part({
  aggregates: [aggregate(building), aggregate(substitution)],
  routes: [...buildingRoutes, ...buildingSteps, ...substitutionRoutes, ...substitutionSteps],
  subscriptions: [...buildingReactions, ...costReactions],
  asks: [cases],
  problems: buildingProblems,
  titles: buildingTitles,
});

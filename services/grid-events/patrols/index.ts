import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { planRoutes } from "./api/plans.ts";
import { walkRoutes } from "./api/walks.ts";
import { patrolChoice } from "./domain/choice.ts";
import { coverage } from "./domain/coverage.ts";
import { patrolPlan } from "./domain/plan.ts";
import { patrolWalk } from "./domain/walk.ts";
import { patrolsProblems } from "./problems.ts";
import { coverageReactions } from "./reactions/covering.ts";
import { patrolsTitles } from "./titles.ts";

/** Patrols (G3): plans, and what they cover. Nobody has to say where he is (G-13). */
export const patrols = part({
  aggregates: [aggregate(patrolPlan), aggregate(patrolChoice), aggregate(patrolWalk), aggregate(coverage)],
  routes: [...planRoutes, ...walkRoutes],
  subscriptions: [...coverageReactions],
  asks: [events],
  problems: patrolsProblems,
  titles: patrolsTitles,
});

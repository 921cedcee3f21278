import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { checkRoutes } from "./api/checks.ts";
import { rewardRoutes } from "./api/rewards.ts";
import { wasteRoutes } from "./api/waste.ts";
import { environmentCheck } from "./domain/check/decider.ts";
import { reward } from "./domain/reward/reward.ts";
import { wastePlan } from "./domain/waste/decider.ts";
import { environmentProblems } from "./problems.ts";
import { rewardReactions } from "./reactions/paying.ts";
import { environmentTitles } from "./titles.ts";

/** The environment watch (G11) and the waste chain (G12). */
export const environment = part({
  aggregates: [aggregate(environmentCheck), aggregate(reward), aggregate(wastePlan)],
  routes: [...checkRoutes, ...rewardRoutes, ...wasteRoutes],
  subscriptions: [...rewardReactions],
  asks: [events],
  problems: environmentProblems,
  titles: environmentTitles,
});

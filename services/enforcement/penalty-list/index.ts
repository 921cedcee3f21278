import { aggregate, part } from "../../../shared/service/index.ts";
import { penaltyRoutes } from "./api/penalties.ts";
import { listedPenalty } from "./domain/listed-penalty.ts";
import { penaltyListProblems } from "./problems.ts";
import { penaltyListTitles } from "./titles.ts";

export { penaltyAt } from "./api/penalties.ts";
export { penaltyListOpening } from "./opening.ts";

/** What the town may punish, how, and how much (E2). */
export const penaltyList = part({
  aggregates: [aggregate(listedPenalty)],
  routes: [...penaltyRoutes],
  problems: penaltyListProblems,
  titles: penaltyListTitles,
});

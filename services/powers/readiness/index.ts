import { aggregate, part } from "../../../shared/service/index.ts";
import { readinessRoutes } from "./api/readiness.ts";
import { readiness } from "./domain/decider.ts";
import { readinessRecord } from "./domain/record.ts";
import { readinessProblems } from "./problems.ts";
import { readinessReactions } from "./reactions/readiness.ts";
import { readinessTitles } from "./titles.ts";

/** Whether a power can be used: officers, training, seal, venue (P4). */
export const readinessPart = part({
  aggregates: [aggregate(readiness), aggregate(readinessRecord)],
  routes: [...readinessRoutes],
  subscriptions: [...readinessReactions],
  problems: readinessProblems,
  titles: readinessTitles,
});

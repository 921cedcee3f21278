import { aggregate, part } from "../../../shared/service/index.ts";
import { mediationRoutes } from "./api/mediations.ts";
import { mediation } from "./domain/decider.ts";
import { mediationProblems } from "./problems.ts";
import { mediationTitles } from "./titles.ts";

/** Mediation of disputes (G7). */
export const mediations = part({
  aggregates: [aggregate(mediation)],
  routes: mediationRoutes,
  problems: mediationProblems,
  titles: mediationTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { openingRoutes } from "./api/opening.ts";
import { takingOver } from "./domain/taking-over.ts";
import { openingProblems } from "./problems.ts";
import { openingTitles } from "./titles.ts";

/** What a town takes over at its first start: once, with documents, balanced. */
export const openingPart = part({
  aggregates: [aggregate(takingOver)],
  routes: openingRoutes,
  problems: openingProblems,
  titles: openingTitles,
});

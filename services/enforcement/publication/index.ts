import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { publicationRoutes } from "./api/publications.ts";
import { publishedRoutes } from "./api/published.ts";
import { publication } from "./domain/decider.ts";
import { monthFigures } from "./domain/figures.ts";
import { publicationProblems } from "./problems.ts";
import { figureReactions } from "./reactions/figures.ts";
import { publicationReactions } from "./reactions/publication.ts";
import { publicationTitles } from "./titles.ts";

export { publications } from "./api/publications.ts";

/** Decisions that the public reads, and the statistics of a year (E10, CF-48, CF-48a). */
export const enforcementPublication = part({
  aggregates: [aggregate(publication), aggregate(monthFigures)],
  routes: [...publicationRoutes, ...publishedRoutes],
  subscriptions: [...publicationReactions, ...figureReactions],
  asks: [cases],
  problems: publicationProblems,
  titles: publicationTitles,
});

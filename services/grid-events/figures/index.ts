import { aggregate, part } from "../../../shared/service/index.ts";
import { figureRoutes } from "./api/figures.ts";
import { countedMatter } from "./domain/counted-matter.ts";
import { figureTally } from "./domain/figure-tally.ts";
import { figureProblems } from "./problems.ts";
import { figureReactions } from "./reactions/counting.ts";
import { figureTitles } from "./titles.ts";

/** The figures of the grid, counted as matters go on (G-9, G-17). */
export const figures = part({
  aggregates: [aggregate(countedMatter), aggregate(figureTally)],
  routes: [...figureRoutes],
  subscriptions: [...figureReactions],
  problems: figureProblems,
  titles: figureTitles,
});

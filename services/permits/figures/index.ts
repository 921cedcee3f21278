import { aggregate, part } from "../../../shared/service/index.ts";
import { reductionRoutes } from "./api/reductions.ts";
import { reduction } from "./domain/reduction.ts";
import { reductionProblems } from "./problems.ts";
import { reductionReactions } from "./reactions/reduction.ts";
import { figuresTitles } from "./titles.ts";

/** The four reductions, before and after (L13). */
export const figures = part({
  aggregates: [aggregate(reduction)],
  routes: [...reductionRoutes],
  subscriptions: [...reductionReactions],
  problems: reductionProblems,
  titles: figuresTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { authorisations } from "../authorisations/index.ts";
import { cases } from "../cases/index.ts";
import { files } from "../files/index.ts";
import { bundleRoutes } from "./api/bundles.ts";
import { bundle } from "./domain/decider.ts";
import { bundleProblems } from "./problems.ts";
import { bundleReactions } from "./reactions/bundles.ts";
import { bundlesTitles } from "./titles.ts";

/** One form opens several items (L12). */
export const bundles = part({
  aggregates: [aggregate(bundle)],
  routes: [...bundleRoutes],
  subscriptions: [...bundleReactions],
  asks: [authorisations, cases, files],
  problems: bundleProblems,
  titles: bundlesTitles,
});

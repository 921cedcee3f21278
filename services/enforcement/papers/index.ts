import { part } from "../../../shared/service/index.ts";
import { paperRoutes } from "./api/papers.ts";
import { paperProblems } from "./problems.ts";
import { paperReactions } from "./reactions/drawing.ts";
import { paperAggregate } from "./retention.ts";
import { papersTitles } from "./titles.ts";

export { printedPdfOf } from "./printing.ts";

/** The statutory papers of enforcement, each drawn up by the event that it tells of. */
export const enforcementPapers = part({
  aggregates: [paperAggregate],
  routes: [...paperRoutes],
  subscriptions: [...paperReactions],
  problems: paperProblems,
  titles: papersTitles,
});

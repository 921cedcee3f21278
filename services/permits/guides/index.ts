import { aggregate, part } from "../../../shared/service/index.ts";
import { guideRoutes } from "./api/guides.ts";
import { guide } from "./domain/guide.ts";
import { guideProblems } from "./problems.ts";
import { sourceReactions } from "./reactions/source.ts";
import { guidesTitles } from "./titles.ts";

export { guideChangers, guideRegister, offeredView, offerForms } from "./api/guides.ts";
export { leadsToGuide, leadsToPower } from "./api/leading.ts";
export { guideOf } from "./guide-of.ts";

/** Service guides and flow charts (L2, S-7). */
export const guides = part({
  aggregates: [aggregate(guide)],
  routes: [...guideRoutes],
  subscriptions: [...sourceReactions],
  problems: guideProblems,
  titles: guidesTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { complaintRoutes } from "./api/complaints.ts";
import { ratingRoutes } from "./api/ratings.ts";
import { complaint } from "./domain/complaint/decider.ts";
import { rating } from "./domain/rating/decider.ts";
import { voiceProblems } from "./problems.ts";
import { appealReactions } from "./reactions/appeals.ts";
import { voicesTitles } from "./titles.ts";

/** What people say of the hall: ratings (L17) and complaints (L7). */
export const voices = part({
  aggregates: [aggregate(rating), aggregate(complaint)],
  routes: [...ratingRoutes, ...complaintRoutes],
  subscriptions: [...appealReactions],
  problems: voiceProblems,
  titles: voicesTitles,
});

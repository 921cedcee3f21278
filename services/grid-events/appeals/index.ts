import { aggregate, part } from "../../../shared/service/index.ts";
import { appealRoutes } from "./api/appeals.ts";
import { petitionRoutes } from "./api/petitions.ts";
import { appeal } from "./domain/appeal/decider.ts";
import { petition } from "./domain/petition/decider.ts";
import { appealsProblems } from "./problems.ts";
import { complaintReactions } from "./reactions/complaints.ts";
import { appealsTitles } from "./titles.ts";

/** What people ask of the town, and their petitions (G8). */
export const appeals = part({
  aggregates: [aggregate(appeal), aggregate(petition)],
  routes: [...appealRoutes, ...petitionRoutes],
  subscriptions: [...complaintReactions],
  problems: appealsProblems,
  titles: appealsTitles,
});

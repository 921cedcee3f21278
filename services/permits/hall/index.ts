import { aggregate, part } from "../../../shared/service/index.ts";
import { hallRoutes } from "./api/hall.ts";
import { queue } from "./domain/decider.ts";
import { hallProblems } from "./problems.ts";
import { hallReactions } from "./reactions/hall.ts";
import { hallTitles } from "./titles.ts";

/** Tickets, calls and appointments of the service hall (L8). */
export const hall = part({
  aggregates: [aggregate(queue)],
  routes: [...hallRoutes],
  subscriptions: [...hallReactions],
  problems: hallProblems,
  titles: hallTitles,
});

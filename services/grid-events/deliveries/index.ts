import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { deliveryRoutes } from "./api/deliveries.ts";
import { delivery } from "./domain/decider.ts";
import { deliveryProblems } from "./problems.ts";
import { deliveryReactions } from "./reactions/sending.ts";
import { deliveryTitles } from "./titles.ts";

/** What units are told of matters, and whether it arrived (G2). */
export const deliveries = part({
  aggregates: [aggregate(delivery)],
  routes: deliveryRoutes,
  subscriptions: deliveryReactions,
  asks: [events],
  problems: deliveryProblems,
  titles: deliveryTitles,
});

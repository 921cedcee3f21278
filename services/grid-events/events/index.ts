import { aggregate, part } from "../../../shared/service/index.ts";
import { grids } from "../grids/index.ts";
import { eventRoutes } from "./api/events.ts";
import { eventSteps } from "./api/steps.ts";
import { gridEvent } from "./domain/decider.ts";
import { eventsProblems } from "./problems.ts";
import { eventsTitles } from "./titles.ts";

/** Matters of the grid, from the report to the answer (G2). */
export const events = part({
  aggregates: [aggregate(gridEvent)],
  routes: [...eventRoutes, ...eventSteps],
  asks: [grids],
  problems: eventsProblems,
  titles: eventsTitles,
});

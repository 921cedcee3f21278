import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { batchRoute } from "./api/batches.ts";
import { changesRoute } from "./api/changes.ts";
import { entryRoutes } from "./api/entries.ts";
import { offlineEntry } from "./domain/decider.ts";
import { offlineProblems } from "./problems.ts";
import { offlineTitles } from "./titles.ts";

export { gridsOf } from "./api/his-grids.ts";
export { offlineVerbs } from "./api/reading.ts";

/** What workers write without a network, sent when there is one (G2). */
export const offline = part({
  aggregates: [aggregate(offlineEntry)],
  routes: [batchRoute, changesRoute, ...entryRoutes],
  asks: [events],
  problems: offlineProblems,
  titles: offlineTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { grids } from "../grids/index.ts";
import { permitsHere } from "../permits-here/index.ts";
import { eventAggregate } from "./aggregate.ts";
import { eventRoutes } from "./api/events.ts";
import { joiningRoutes } from "./api/joining.ts";
import { mergingSteps } from "./api/merging.ts";
import { sampleRoutes } from "./api/sample.ts";
import { eventSteps } from "./api/steps.ts";
import { unnamedRoutes } from "./api/unnamed.ts";
import { hintTally } from "./domain/hint-tally.ts";
import { joining } from "./domain/joining.ts";
import { leadLink } from "./domain/leads.ts";
import { reportSource } from "./domain/report-source.ts";
import { eventsProblems } from "./problems.ts";
import { leadReactions } from "./reactions/leads.ts";
import { mapReactions } from "./reactions/maps.ts";
import { eventsTitles } from "./titles.ts";

export {
  eventBody,
  eventRoutes,
  events as gridMatters,
  gridHouse,
  locating,
  sightOf,
  unitRoles,
} from "./api/events.ts";
export { mergingSteps } from "./api/merging.ts";
export { workerOn } from "./api/on-duty.ts";
export { eventSteps } from "./api/steps.ts";
export { limitedPerDay } from "./api/too-many.ts";
export { eventRow, eventView, viewEvent, viewEventRow, viewReceived } from "./api/views.ts";
export { mappedAt } from "./mapped-at.ts";
export { mattersLike, type SimilarMatter } from "./similar-to.ts";
export {
  matterOfReceipt,
  nobody,
  receiptPattern,
  reportedUnder,
  reportUnnamed,
  sourceKeyOf,
  type UnnamedReport,
} from "./unnamed.ts";

/** Matters of the grid, from the report to the answer (G2). */
export const events = part({
  aggregates: [eventAggregate, aggregate(reportSource), aggregate(joining), aggregate(hintTally), aggregate(leadLink)],
  routes: [...eventRoutes, ...eventSteps, ...unnamedRoutes, ...mergingSteps, ...joiningRoutes, ...sampleRoutes],
  subscriptions: [...leadReactions, ...mapReactions],
  asks: [grids, permitsHere],
  problems: eventsProblems,
  titles: eventsTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { enforcementLeads } from "../leads/index.ts";
import { drawRoutes } from "./api/draws.ts";
import { enterpriseRoutes } from "./api/enterprises.ts";
import { inspectionItemRoutes } from "./api/items.ts";
import { visitSteps } from "./api/visit-steps.ts";
import { visitRoutes } from "./api/visits.ts";
import { inspectionDraw } from "./domain/draw/decider.ts";
import { enterprise } from "./domain/enterprise/decider.ts";
import { inspectionItem } from "./domain/item/decider.ts";
import { siteInspection } from "./domain/visit/decider.ts";
import { inspectionProblems } from "./problems.ts";
import { inspectionTitles } from "./titles.ts";

export { bookingOf, visitFacts, visitKnown } from "./api/proposal.ts";
export { planFields, siteInspections } from "./api/visits.ts";

/** Inspections of enterprises (IN-1 to IN-8): items, the register, inspections, and random choices. */
export const inspections = part({
  aggregates: [aggregate(enterprise), aggregate(inspectionItem), aggregate(siteInspection), aggregate(inspectionDraw)],
  routes: [...inspectionItemRoutes, ...enterpriseRoutes, ...visitRoutes, ...visitSteps, ...drawRoutes],
  asks: [enforcementLeads],
  problems: inspectionProblems,
  titles: inspectionTitles,
});

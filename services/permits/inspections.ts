import type { Route } from "../../shared/http/index.ts";
import { type Aggregate, aggregate } from "../../shared/service/index.ts";
import { inspectionRoutes as ofInspections } from "./supervision/api/inspections.ts";
import { reportRoutes } from "./supervision/api/reports.ts";
import { inspection } from "./supervision/domain/inspection/decider.ts";
import { report } from "./supervision/domain/report/decider.ts";

/** Supervision of who holds a licence (XK-61 to XK-66), as the service's manifest takes it. */
export const inspectionAggregates: readonly Aggregate[] = [aggregate(inspection), aggregate(report)];
export const inspectionRoutes: readonly Route[] = [...ofInspections, ...reportRoutes];

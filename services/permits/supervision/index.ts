import { aggregate, part } from "../../../shared/service/index.ts";
import { certificates } from "../certificates/index.ts";
import { inspectionRoutes } from "./api/inspections.ts";
import { reportRoutes } from "./api/reports.ts";
import { inspection } from "./domain/inspection/decider.ts";
import { report } from "./domain/report/decider.ts";
import { inspectionProblems } from "./problems.ts";
import { inspectionReactions } from "./reactions/inspection.ts";
import { supervisionTitles } from "./titles.ts";

/** Supervision of holders of licences (XK-61 to XK-66). */
export const supervision = part({
  aggregates: [aggregate(inspection), aggregate(report)],
  routes: [...inspectionRoutes, ...reportRoutes],
  subscriptions: [...inspectionReactions],
  asks: [certificates],
  problems: inspectionProblems,
  titles: supervisionTitles,
});

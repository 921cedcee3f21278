import { aggregate } from "../../shared/service/index.ts";
import { authorisationRoutes } from "./authorisations/api/authorisations.ts";
import { authorisation } from "./authorisations/domain/authorisation.ts";
import { bundleRoutes } from "./bundles/api/bundles.ts";
import { bundle } from "./bundles/domain/decider.ts";
import { absenceRoutes } from "./duties/api/absences.ts";
import { assignmentRoutes } from "./duties/api/assignments.ts";
import { departureRoutes } from "./duties/api/departures.ts";
import { absence } from "./duties/domain/absence/absence.ts";
import { assignment } from "./duties/domain/assignment/decider.ts";
import { departure } from "./duties/domain/departure/departure.ts";
import { noticeRoutes } from "./notices/api/notices.ts";
import { notice } from "./notices/domain/notice.ts";

/** Who is responsible and for whom (L5, L6, L9, L12), as the service's manifest takes it. */
export const peopleRoutes = [
  ...assignmentRoutes,
  ...absenceRoutes,
  ...departureRoutes,
  ...authorisationRoutes,
  ...noticeRoutes,
  ...bundleRoutes,
];
export const peopleAggregates = [
  aggregate(assignment),
  aggregate(absence),
  aggregate(departure),
  aggregate(authorisation),
  aggregate(notice),
  aggregate(bundle),
];

import { aggregate } from "../../shared/service/index.ts";
import { absenceRoutes } from "./api/absences.ts";
import { assignmentRoutes } from "./api/assignments.ts";
import { authorisationRoutes } from "./api/authorisations.ts";
import { bundleRoutes } from "./api/bundles.ts";
import { departureRoutes } from "./api/departures.ts";
import { noticeRoutes } from "./api/notices.ts";
import { absence } from "./domain/absence/absence.ts";
import { assignment } from "./domain/assignment/decider.ts";
import { authorisation } from "./domain/authorisation/authorisation.ts";
import { bundle } from "./domain/bundle/decider.ts";
import { departure } from "./domain/departure/departure.ts";
import { notice } from "./domain/notice/notice.ts";

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

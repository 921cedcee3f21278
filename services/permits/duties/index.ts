import { aggregate, part } from "../../../shared/service/index.ts";
import { absenceRoutes } from "./api/absences.ts";
import { assignmentRoutes } from "./api/assignments.ts";
import { departureRoutes } from "./api/departures.ts";
import { absence } from "./domain/absence/absence.ts";
import { assignment } from "./domain/assignment/decider.ts";
import { departure } from "./domain/departure/departure.ts";
import { peopleProblems } from "./problems.ts";
import { peopleReactions } from "./reactions/people.ts";
import { dutiesTitles } from "./titles.ts";

/** Who is responsible, and how that moves (L5, L6, S-6). */
export const duties = part({
  aggregates: [aggregate(assignment), aggregate(absence), aggregate(departure)],
  routes: [...assignmentRoutes, ...absenceRoutes, ...departureRoutes],
  subscriptions: [...peopleReactions],
  problems: peopleProblems,
  titles: dutiesTitles,
});

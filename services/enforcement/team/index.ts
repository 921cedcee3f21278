import { aggregate, part } from "../../../shared/service/index.ts";
import { officerRoutes } from "./api/officers.ts";
import { rosterRoutes } from "./api/rosters.ts";
import { squadRoutes } from "./api/squads.ts";
import { studyRoutes } from "./api/studies.ts";
import { roster } from "./domain/roster/decider.ts";
import { squad } from "./domain/squad/decider.ts";
import { study } from "./domain/study/study.ts";
import { teamProblems } from "./problems.ts";
import { teamTitles } from "./titles.ts";

export { onDuty } from "./api/rosters.ts";
export { squadLeadersOf, squadsOf, standingSquads } from "./squads-of.ts";

/** One team: squads, rosters, study, who may act in which domain (E1). */
export const team = part({
  aggregates: [aggregate(squad), aggregate(roster), aggregate(study)],
  routes: [...squadRoutes, ...rosterRoutes, ...studyRoutes, ...officerRoutes],
  problems: teamProblems,
  titles: teamTitles,
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { enforcementLeads } from "../leads/index.ts";
import { letterRoutes } from "./api/letters.ts";
import { meetingRoutes } from "./api/meetings.ts";
import { patrolRoutes } from "./api/patrols.ts";
import { letter } from "./domain/letter/decider.ts";
import { jointMeeting } from "./domain/meeting/meeting.ts";
import { jointPatrol } from "./domain/patrol/patrol.ts";
import { cooperationProblems } from "./problems.ts";
import { cooperationTitles } from "./titles.ts";

export { letters } from "./api/letters.ts";
export { meetings } from "./api/meetings.ts";

/** With other organs (E6, E7): letters, joint patrols, the meeting of each month. */
export const cooperation = part({
  aggregates: [aggregate(letter), aggregate(jointPatrol), aggregate(jointMeeting)],
  routes: [...letterRoutes, ...patrolRoutes, ...meetingRoutes],
  asks: [cases, enforcementLeads],
  problems: cooperationProblems,
  titles: cooperationTitles,
});

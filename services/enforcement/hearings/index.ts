import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { hearingSteps } from "./api/hearing-steps.ts";
import { hearingReads } from "./api/hearings.ts";
import { hearing } from "./domain/decider.ts";
import { hearingProblems } from "./problems.ts";
import { hearingReactions } from "./reactions/requests.ts";
import { hearingTitles } from "./titles.ts";

export { hearings } from "./api/hearings.ts";

/** Hearings (CF-63 to CF-65). */
export const enforcementHearings = part({
  aggregates: [aggregate(hearing)],
  routes: [...hearingReads, ...hearingSteps],
  subscriptions: hearingReactions,
  asks: [cases],
  problems: hearingProblems,
  titles: hearingTitles,
});

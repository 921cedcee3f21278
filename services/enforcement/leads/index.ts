import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { leadSteps } from "./api/lead-steps.ts";
import { leadRoutes } from "./api/leads.ts";
import { lead } from "./domain/decider.ts";
import { leadProblems } from "./problems.ts";
import { caseReactions } from "./reactions/cases.ts";
import { gridReactions } from "./reactions/grid.ts";
import { permitReactions } from "./reactions/permits.ts";
import { leadTitles } from "./titles.ts";

export { leadFields, leads, receiving } from "./api/leads.ts";
export { lead } from "./domain/decider.ts";

/** Leads (E6, E8): what somebody saw, until a case is proposed, or it is dismissed, handed over, joined or answered. */
export const enforcementLeads = part({
  aggregates: [aggregate(lead)],
  routes: [...leadRoutes, ...leadSteps],
  subscriptions: [...permitReactions, ...gridReactions, ...caseReactions],
  asks: [cases],
  problems: leadProblems,
  titles: leadTitles,
});

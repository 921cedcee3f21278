import { aggregate, part } from "../../../shared/service/index.ts";
import { authorisationRoutes } from "./api/authorisations.ts";
import { authorisation } from "./domain/authorisation.ts";
import { agentProblems } from "./problems.ts";
import { authorisationsTitles } from "./titles.ts";

export { authorisationRegister } from "./api/authorisations.ts";

/** A villager lets an agent act (L9). */
export const authorisations = part({
  aggregates: [aggregate(authorisation)],
  routes: [...authorisationRoutes],
  problems: agentProblems,
  titles: authorisationsTitles,
});

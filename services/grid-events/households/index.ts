import { aggregate, part } from "../../../shared/service/index.ts";
import { events } from "../events/index.ts";
import { grids } from "../grids/index.ts";
import { contactRoutes } from "./api/contacts.ts";
import { contactFigures } from "./api/figures.ts";
import { visitRoutes } from "./api/visits.ts";
import { householdContact } from "./domain/contact.ts";
import { householdPlace } from "./domain/household-place.ts";
import { contactTally, visitMatter } from "./domain/tally.ts";
import { householdVisit } from "./domain/visit.ts";
import { householdsProblems } from "./problems.ts";
import { settlingReactions } from "./reactions/settling.ts";
import { householdsTitles } from "./titles.ts";

/** Cadres and households (包组联户, G9): visits, what came of them, and their counts. */
export const households = part({
  aggregates: [
    ...[aggregate(householdContact), aggregate(householdPlace), aggregate(householdVisit)],
    ...[aggregate(contactTally), aggregate(visitMatter)],
  ],
  routes: [...contactRoutes, ...visitRoutes, contactFigures],
  subscriptions: [...settlingReactions],
  asks: [grids, events],
  problems: householdsProblems,
  titles: householdsTitles,
});

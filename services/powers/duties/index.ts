import { aggregate, part } from "../../../shared/service/index.ts";
import { powerPart } from "../powers/index.ts";
import { dutyRoutes } from "./api/duties.ts";
import { duty } from "./domain/decider.ts";
import { dutyProblems } from "./problems.ts";
import { dutiesTitles } from "./titles.ts";

/** Tasks that a department hands to the town (P7). */
export const duties = part({
  aggregates: [aggregate(duty)],
  routes: [...dutyRoutes],
  asks: [powerPart],
  problems: dutyProblems,
  titles: dutiesTitles,
});

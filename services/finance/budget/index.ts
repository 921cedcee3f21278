import { aggregate, part } from "../../../shared/service/index.ts";
import { ledger } from "../ledger/index.ts";
import { lineRoutes } from "./api/lines.ts";
import { budgetYearEnd } from "./api/year-end.ts";
import { budgetYearRoutes } from "./api/years.ts";
import { budgetLine } from "./domain/decider.ts";
import { budgetYear } from "./domain/year/decider.ts";
import { budgetProblems } from "./problems.ts";
import { budgetTitles } from "./titles.ts";

export { lines } from "./api/lines.ts";
export { yearNumber, yearQuery } from "./api/years.ts";

/** The budget: a year and its lines (F-1 to F-7, F-37 to F-45). */
export const budget = part({
  aggregates: [aggregate(budgetYear), aggregate(budgetLine)],
  routes: [...budgetYearRoutes, budgetYearEnd, ...lineRoutes],
  problems: budgetProblems,
  titles: budgetTitles,
  asks: [ledger],
});

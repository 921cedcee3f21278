import { aggregate, part } from "../../../shared/service/index.ts";
import { creditRoutes } from "./api/credit.ts";
import { creditMonth } from "./domain/credit-month.ts";
import { creditProblems } from "./problems.ts";
import { creditTitles } from "./titles.ts";

/** Figures of rural credit: the town counts, and stands in for nothing (F15, F-4). */
export const creditPart = part({
  aggregates: [aggregate(creditMonth)],
  routes: creditRoutes,
  problems: creditProblems,
  titles: creditTitles,
});

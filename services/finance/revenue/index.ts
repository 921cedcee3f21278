import { aggregate, part } from "../../../shared/service/index.ts";
import { bankLines } from "../bank-lines/index.ts";
import { ledger } from "../ledger/index.ts";
import { receivables } from "../receivables/index.ts";
import { revenueFigures } from "./api/figures.ts";
import { revenueRoutes } from "./api/revenues.ts";
import { revenue as revenueDecider } from "./domain/decider.ts";
import { revenueProblems } from "./problems.ts";
import { revenueTitles } from "./titles.ts";

/** Income of the town: booked by class with its basis, and compared with last year (F-8 to F-10, F-15 to F-17, F-41). */
export const revenue = part({
  aggregates: [aggregate(revenueDecider)],
  routes: [...revenueRoutes, revenueFigures],
  problems: revenueProblems,
  titles: revenueTitles,
  asks: [bankLines, ledger, receivables],
});

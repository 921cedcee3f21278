import { aggregate, part } from "../../../shared/service/index.ts";
import { entitlementsPart } from "../entitlements/index.ts";
import { ledger } from "../ledger/index.ts";
import { answerRoutes } from "./api/answers.ts";
import { settlementRoutes } from "./api/settlements.ts";
import { whatIfRoute } from "./api/what-if.ts";
import { settlement } from "./domain/settlement/decider.ts";
import { schemeProblems } from "./problems.ts";
import { schemeTitles } from "./titles.ts";

/** Fiscal schemes and the settlement of each year (F-19 to F-25, F-35, F-46). */
export const scheme = part({
  aggregates: [aggregate(settlement)],
  routes: [...settlementRoutes, ...answerRoutes, whatIfRoute],
  problems: schemeProblems,
  titles: schemeTitles,
  asks: [ledger, entitlementsPart],
});

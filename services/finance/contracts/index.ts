import { aggregate, part } from "../../../shared/service/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { contractRoutes } from "./api/contracts.ts";
import { serviceContract } from "./domain/decider.ts";
import { contractProblems } from "./problems.ts";
import { contractTitles } from "./titles.ts";

/** Services bought: villagers accept, the result pays (F12). */
export const contractsPart = part({
  aggregates: [aggregate(serviceContract)],
  routes: contractRoutes,
  problems: contractProblems,
  titles: contractTitles,
  asks: [ledger, payments],
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { entitlementsPart } from "../entitlements/index.ts";
import { ledger } from "../ledger/index.ts";
import { debtRoutes } from "./api/debts.ts";
import { stockRoutes } from "./api/stocks.ts";
import { debt } from "./domain/decider.ts";
import { projectOpening } from "./domain/project/project-opening.ts";
import { debtStock } from "./domain/stock/debt-stock.ts";
import { debtProblems } from "./problems.ts";
import { debtTitles } from "./titles.ts";

/** Debt of the town and of its villages: the old stock is locked, nothing is added (F8, F-4). */
export const debtPart = part({
  aggregates: [aggregate(debt), aggregate(debtStock), aggregate(projectOpening)],
  routes: [...debtRoutes, ...stockRoutes],
  problems: debtProblems,
  titles: debtTitles,
  asks: [ledger, entitlementsPart],
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { fundRoutes } from "./api/funds.ts";
import { shareRoutes } from "./api/shares.ts";
import { fund } from "./domain/decider.ts";
import { fundShare } from "./domain/share/fund-share.ts";
import { fundProblems } from "./problems.ts";
import { fundTitles } from "./titles.ts";

/** Money that has an owner: special funds and accounts of acquisitions (F5, F16, F-31, F-42). */
export const fundsPart = part({
  aggregates: [aggregate(fund), aggregate(fundShare)],
  routes: [...fundRoutes, ...shareRoutes],
  problems: fundProblems,
  titles: fundTitles,
  asks: [ledger, payments],
});

import { aggregate, part } from "../../../shared/service/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { assetRoutes } from "./api/assets.ts";
import { asset } from "./domain/decider.ts";
import { assetProblems } from "./problems.ts";
import { assetTitles } from "./titles.ts";

/** Assets of the town: register, lease, dispose, what they bring (F14). */
export const assetsPart = part({
  aggregates: [aggregate(asset)],
  routes: assetRoutes,
  problems: assetProblems,
  titles: assetTitles,
  asks: [ledger, payments],
});

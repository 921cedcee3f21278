import { aggregate, part } from "../../../shared/service/index.ts";
import { budget } from "../budget/index.ts";
import { ledger } from "../ledger/index.ts";
import { payments } from "../payments/index.ts";
import { rewardRoutes } from "./api/rewards.ts";
import { reward } from "./domain/decider.ts";
import { rewardProblems } from "./problems.ts";
import { rewardReactions } from "./reactions/granted.ts";
import { rewardTitles } from "./titles.ts";

/** Rewards for those who report to the grid: finance learns a sum and the digest of a code (F-2, F-49). */
export const rewards = part({
  aggregates: [aggregate(reward)],
  routes: rewardRoutes,
  subscriptions: rewardReactions,
  problems: rewardProblems,
  titles: rewardTitles,
  asks: [ledger, budget, payments],
});

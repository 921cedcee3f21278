import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that rewards refuse with; each has its text in `problems.ts`. */
export type RewardRefusal =
  | "finance.reward-code-wrong"
  | "finance.reward-granted-otherwise"
  | "finance.reward-not-in-this-state"
  | "finance.reward-same-person"
  | "finance.reward-without-line";

export const { notNow, notYou, refuse } = refusals<RewardRefusal>();

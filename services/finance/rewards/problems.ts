import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { RewardRefusal } from "./domain/refusals.ts";

/** Rewards for reports. */
export const rewardProblems = {
  "finance.reward-code-wrong": { zh: "领奖码不符", en: "The code is not that of this reward" },
  "finance.reward-granted-otherwise": {
    zh: "该奖励已按其他金额或者领奖码登记",
    en: "The reward was granted with another sum or code",
  },
  "finance.reward-not-in-this-state": {
    zh: "奖励当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the reward cannot do this",
  },
  "finance.reward-same-person": {
    zh: "审批奖励的人不得付款（{article}）",
    en: "Who approved the reward does not pay it ({article})",
  },
  "finance.reward-without-line": {
    zh: "列支指标已注销，须撤回审批后另行审批（{article}）",
    en: "Its line of the budget lapsed: the approval is taken back, and given on another line ({article})",
  },
} satisfies ProblemTexts<RewardRefusal>;

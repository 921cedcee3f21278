import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of rewards are called, and what their values mean. */
export const rewardTitles = {
  fields: {
    grantedOn: { zh: "决定奖励日期", en: "Granted on" },
    handedOutOn: { zh: "发放日期", en: "Handed out on" },
    sumFen: { zh: "奖励金额（分）", en: "Sum of the reward, in fen" },
  },
  values: {
    "aggregate.reward-payment": { zh: "举报奖励", en: "reward" },
    "finance.reward.paid": { zh: "奖励已发放", en: "reward paid" },
    "status.granted": { zh: "待审批", en: "granted" },
    "status.booked": { zh: "已入账", en: "booked" },
    "take-approval-back": { zh: "撤回审批", en: "take the approval back" },
    "hand-out": { zh: "发放", en: "hand out" },
    book: { zh: "入账", en: "book" },
    "enter-reward": { zh: "登记奖励", en: "enter the reward" },
  },
} as const satisfies Titles;

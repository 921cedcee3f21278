import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of the board are called, and what its duties are. */
export const boardTitles = {
  fields: {
    duties: { zh: "待办类别", en: "Duties" },
  },
  values: {
    "duty.review-payment": { zh: "审核支付", en: "review a payment" },
    "duty.confirm-payment": { zh: "登记银行付讫", en: "confirm a payment" },
    "duty.record-voucher": { zh: "登记凭证", en: "record a voucher" },
    "duty.collect-claim": { zh: "催收逾期应收款", en: "collect an overdue claim" },
    "duty.pay-refund": { zh: "办理退库", en: "pay a refund" },
    "duty.book-reward": { zh: "奖励入账", en: "book a reward" },
    "duty.shut-month": { zh: "截止上月入账并对账", en: "shut the month and check it" },
    "duty.send-payment": { zh: "送银行支付", en: "send a payment to the bank" },
    "duty.hand-out-reward": { zh: "发放奖励", en: "hand out a reward" },
    "duty.approve-payment": { zh: "审批支付", en: "approve a payment" },
    "duty.approve-refund": { zh: "审批退库", en: "approve a refund" },
    "duty.approve-reward": { zh: "审批奖励", en: "approve a reward" },
    "duty.close-month": { zh: "结账", en: "close the month" },
    "duty.send-settlement": { zh: "送县核对结算", en: "send the settlement to the county" },
  },
} as const satisfies Titles;

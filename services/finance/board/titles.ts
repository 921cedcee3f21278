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
    "duty.confirm-batch": { zh: "登记补贴批次已代发", en: "confirm a batch of benefits" },
    "duty.repay-debt": { zh: "偿还到期债务（提前30天提示）", en: "repay a debt, shown 30 days ahead" },
    "duty.accept-service": { zh: "组织群众验收上月服务", en: "have a month of service accepted" },
    "duty.pay-service": { zh: "支付已验收的服务", en: "pay for accepted service" },
    "duty.collect-proceeds": { zh: "收取资产处置价款", en: "collect the price of a sold asset" },
    "duty.pay-first-claim": { zh: "拨付处置收入的优先用途", en: "pay the first claim on proceeds" },
    "duty.perform-budget-duty": {
      zh: "预算公开、批复、备案，决算备案，专项转移支付报告人大",
      en: "publish, answer and file the budget, file the accounts, report earmarked transfers",
    },
    "duty.send-batch": { zh: "补贴批次交银行代发", en: "send a batch of benefits to the bank" },
    "duty.approve-batch": { zh: "审批补贴批次", en: "approve a batch of benefits" },
    "duty.write-to-payer": { zh: "向拖欠方发催款函", en: "write to a payer who is late" },
    "duty.plan-debt": { zh: "为逾期债务定偿还计划", en: "plan an overdue debt" },
    "duty.watch-handover": { zh: "监交会计工作", en: "watch a handover" },
    "duty.end-lease": { zh: "办理到期租赁终止", en: "end a lease that ran out" },
    "duty.send-payment": { zh: "送银行支付", en: "send a payment to the bank" },
    "duty.hand-out-reward": { zh: "发放奖励", en: "hand out a reward" },
    "duty.approve-payment": { zh: "审批支付", en: "approve a payment" },
    "duty.approve-refund": { zh: "审批退库", en: "approve a refund" },
    "duty.approve-reward": { zh: "审批奖励", en: "approve a reward" },
    "duty.close-month": { zh: "结账", en: "close the month" },
    "duty.send-settlement": { zh: "送县核对结算", en: "send the settlement to the county" },
  },
} as const satisfies Titles;

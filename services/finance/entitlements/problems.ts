import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { EntitlementRefusal } from "./domain/refusals.ts";

/** Promised and paid (F-33, F-35, F-41). */
export const entitlementProblems = {
  "finance.allocated-above-outstanding": {
    zh: "{entitlement}尚欠{outstanding}分，不能多记到账",
    en: "{outstanding} fen of {entitlement} are outstanding: no more is allocated to it",
  },
  "finance.allocated-already": {
    zh: "该笔到账已分配给{entitlement}",
    en: "{entitlement} holds a part of this receipt already",
  },
  "finance.allocated-to-other-payer": {
    zh: "{entitlement}的付款方不是该笔到账的付款方",
    en: "Another payer owes {entitlement}",
  },
  "finance.allocated-twice": {
    zh: "{entitlement}在该笔到账的分配中出现两次",
    en: "The allocation of this receipt names {entitlement} twice",
  },
  "finance.amount-without-document": {
    zh: "没有文件的承诺不登记金额，请登记为待定",
    en: "A promise without a document has no amount: enter it as open",
  },
  "finance.demanded-twice": { zh: "同一份函中该事项出现两次", en: "One letter names this entitlement twice" },
  "finance.due-before-promise": { zh: "期限早于承诺日期", en: "The last day is before the promise" },
  "finance.due-day-twice": {
    zh: "转移支付的期限由法律确定，不另行填写（{article}）",
    en: "Law sets the last day of a transfer: state none ({article})",
  },
  "finance.entered-already": { zh: "{entitlement}已登记", en: "{entitlement} is entered already" },
  "finance.entitlement-not-in-this-state": {
    zh: "应得事项当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the entitlement cannot do this",
  },
  "finance.fixed-already": { zh: "金额已由{document}核定", en: "{document} fixed the amount already" },
  "finance.fixed-outside-range": {
    zh: "{document}核定的金额超出{entitlement}的区间",
    en: "The amount of {document} lies outside of what {entitlement} ranges over",
  },
  "finance.entitlement-returns-fines": {
    zh: "罚没收入、许可收费不得以任何形式返还，不能登记为应得（{article}）",
    en: "Fines, confiscated money and fees of permits are never returned: nobody owes them to the town ({article})",
  },
  "finance.fixing-not-needed": {
    zh: "{entitlement}的金额已按公式确定",
    en: "A formula gives the amount of {entitlement}",
  },
  "finance.letter-to-other-payer": { zh: "{entitlement}由其他单位承担", en: "{entitlement} is owed by another payer" },
  "finance.money-came-for-it": {
    zh: "已有到账，不能取消；请先收回到账分配",
    en: "Money came for it: take the receipts back first",
  },
  "finance.no-reminder-yet": { zh: "尚未到提醒日期", en: "No reminder is due yet" },
  "finance.nothing-to-demand": {
    zh: "该事项没有逾期，也不是待定，不列入函",
    en: "It is neither overdue nor open: a letter does not ask for it",
  },
  "finance.paper-in-future": {
    zh: "{on}尚未到来，不能作为文件或承诺日期",
    en: "{on} has not come: no paper bears it yet",
  },
  "finance.payer-unknown": { zh: "没有付款方{payer}", en: "There is no payer {payer}" },
  "finance.range-inverted": { zh: "区间下限高于上限", en: "The lower bound is above the upper one" },
  "finance.receipt-before-promise": {
    zh: "该笔到账早于{entitlement}的承诺日期",
    en: "The receipt is older than the promise of {entitlement}",
  },
  "finance.receipt-moved-on": { zh: "该笔到账刚刚有变动，请重新办理", en: "The receipt changed just now: ask again" },
  "finance.receipt-not-here": { zh: "该事项没有这笔到账", en: "It holds no part of this receipt" },
  "finance.receipt-of-other-payer": { zh: "该笔到账来自{payer}", en: "This receipt is from {payer}" },
  "finance.transfer-notice-of-other": {
    zh: "转移支付由财政部门下达，其他部门的通知不作为依据（{article}）",
    en: "The finance office gives notice of transfers; a notice of another office is no ground ({article})",
  },
  "finance.transfer-receipt-not-in-this-state": {
    zh: "该笔到账当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the receipt cannot do this",
  },
} satisfies ProblemTexts<EntitlementRefusal>;

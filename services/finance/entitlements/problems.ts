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
  "finance.announced-ahead": {
    zh: "提前下达文件应在{year}年前一年印发（{article}）",
    en: "Transfers of {year} are announced in the year before it ({article})",
  },
  "finance.announced-awaits-notice": {
    zh: "提前下达数须由县人大批准后的正式下达通知核定，请填写transfer（{article}）",
    en: "The county's notice after its congress's approval fixes an announced transfer: state it in transfer ({article})",
  },
  "finance.announced-for-budget-not-open": {
    zh: "提前下达数须编入{year}年预算；该年度预算尚未开始编制或者已经批准（{article}）",
    en: "It belongs into the budget of {year}: that one is not begun, or is approved already ({article})",
  },
  "finance.announced-not-due": {
    zh: "提前下达的转移支付尚未到期，不填写期限和下达通知",
    en: "An announced transfer is expected and not yet due: state no last day and no notice",
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
  "finance.receipt-of-other-kind": {
    zh: "{entitlement}是被上级调用的资金，与转移支付分别登记到账",
    en: "{entitlement} is swept money: a receipt is for such money alone, or for none of it",
  },
  "finance.receipt-of-other-payer": { zh: "该笔到账来自{payer}", en: "This receipt is from {payer}" },
  "finance.swept-amount": {
    zh: "被调用的资金须写明金额和调出分录，其他应得事项不写分录（{article}）",
    en: "Swept money has its amount and the entry by which it left; no other entitlement names an entry ({article})",
  },
  "finance.swept-on-another-day": {
    zh: "资金于{on}调出，承诺日期和期限须为该日",
    en: "The money left on {on}: it is owed since that day",
  },
  "finance.transfer-notice-of-other": {
    zh: "转移支付由财政部门下达，其他部门的通知不作为依据（{article}）",
    en: "The finance office gives notice of transfers; a notice of another office is no ground ({article})",
  },
  "finance.transfer-receipt-not-in-this-state": {
    zh: "该笔到账当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the receipt cannot do this",
  },
} satisfies ProblemTexts<EntitlementRefusal>;

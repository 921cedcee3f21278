import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PaymentRefusal } from "./domain/refusals.ts";

/** Payments (F11, F-48, F-49). */
export const paymentProblems = {
  "finance.cashier-only-pays": {
    zh: "出纳只办理支付，不得申请、审核、审批（{article}）",
    en: "A cashier pays, and neither asks, reviews nor approves ({article})",
  },
  "finance.county-has-not-agreed": {
    zh: "超过{limit}分的支付须先经县级同意（{document}）",
    en: "The county agrees before more than {limit} fen are approved ({document})",
  },
  "finance.goes-on-elsewhere": {
    zh: "只能由原指标的结转指标继续支付（{article}）",
    en: "It goes on from the carry-over of its own line only ({article})",
  },
  "finance.not-the-requester": { zh: "应由申请人办理", en: "This is for the one who asked for the payment" },
  "finance.one-person-in-two-roles": {
    zh: "您已办理该笔支付的其他环节（{duty}），须由他人办理（{article}）",
    en: "You took another step of this payment ({duty}): another person takes this one ({article})",
  },
  "finance.payment-amount": { zh: "支付金额须为大于零的整数分", en: "A payment is a whole number of fen above zero" },
  "finance.payment-not-in-this-state": {
    zh: "支付{status}，不能{command}；现在可以：{possible}",
    en: "The payment is {status}: no {command}; possible now: {possible}",
  },
  "finance.payment-requested-otherwise": {
    zh: "该支付已申请，内容不同；有误的应退回后重新申请",
    en: "This payment was asked for with other contents: refuse it and ask anew",
  },
  "finance.payment-without-document": {
    zh: "支付须附原始凭证（{article}）",
    en: "A payment has a document ({article})",
  },
  "finance.role-missing": { zh: "须由{role}办理", en: "This needs the role {role}" },
  "word.finance.one-person-in-two-roles.request": { zh: "申请", en: "request" },
  "word.finance.one-person-in-two-roles.review": { zh: "审核", en: "review" },
  "word.finance.one-person-in-two-roles.agree": { zh: "同意", en: "agreement" },
  "word.finance.one-person-in-two-roles.approve": { zh: "审批", en: "approval" },
  "word.finance.one-person-in-two-roles.pay": { zh: "支付", en: "payment" },
  "word.finance.role-missing.accountant": { zh: "会计", en: "accountant" },
  "word.finance.role-missing.county": { zh: "县级部门", en: "county" },
  "word.finance.role-missing.finance-approver": { zh: "财政审批人", en: "finance approver" },
  "word.finance.role-missing.cashier": { zh: "出纳", en: "cashier" },
  "word.finance.payment-not-in-this-state.requested": { zh: "已申请", en: "requested" },
  "word.finance.payment-not-in-this-state.reviewed": { zh: "已审核", en: "reviewed" },
  "word.finance.payment-not-in-this-state.approved": { zh: "已审批", en: "approved" },
  "word.finance.payment-not-in-this-state.sent": { zh: "已发送", en: "sent" },
  "word.finance.payment-not-in-this-state.paid": { zh: "已支付", en: "paid" },
  "word.finance.payment-not-in-this-state.returned": { zh: "已退回", en: "returned" },
  "word.finance.payment-not-in-this-state.refused": { zh: "未通过", en: "refused" },
  "word.finance.payment-not-in-this-state.withdrawn": { zh: "已撤回", en: "withdrawn" },
  "word.finance.payment-not-in-this-state.given-up": { zh: "已放弃", en: "given up" },
  "word.finance.payment-not-in-this-state.review": { zh: "审核", en: "review" },
  "word.finance.payment-not-in-this-state.agree": { zh: "同意", en: "agree" },
  "word.finance.payment-not-in-this-state.approve": { zh: "审批", en: "approve" },
  "word.finance.payment-not-in-this-state.send": { zh: "发送", en: "send" },
  "word.finance.payment-not-in-this-state.confirm": { zh: "确认", en: "confirm" },
  "word.finance.payment-not-in-this-state.return": { zh: "退回", en: "return" },
  "word.finance.payment-not-in-this-state.correct": { zh: "更正", en: "correct" },
  "word.finance.payment-not-in-this-state.refuse": { zh: "不予通过", en: "refuse" },
  "word.finance.payment-not-in-this-state.withdraw": { zh: "撤回", en: "withdraw" },
  "word.finance.payment-not-in-this-state.give-up": { zh: "放弃", en: "give up" },
  "finance.account-number-malformed": {
    zh: "账号须为8至32位数字，不得用科学计数法",
    en: "An account number has 8 to 32 digits, and no exponent",
  },
  "finance.payee-not-in-this-state": {
    zh: "收款人当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the payee cannot do this",
  },
  "finance.payee-unknown": {
    zh: "收款人{payee}不在册，或已停用",
    en: "Payee {payee} is not in the register, or retired",
  },
  "finance.payment-twice-in-file": { zh: "同一支付在文件中出现两次", en: "A payment stands in the file twice" },
  "finance.carry-over-missing": {
    zh: "跨年度退回的款项须恢复上年结转指标",
    en: "What returns in a later year restores a line of carry-over: name it",
  },
  "finance.paid-into-own-entry": {
    zh: "登记收款账户的人不得支付到该账户（{article}）",
    en: "Who entered the account does not pay into it ({article})",
  },
  "finance.payment-moved-meanwhile": {
    zh: "支付状态刚刚改变，请重新办理",
    en: "The payment changed in the meantime: ask again",
  },
} satisfies ProblemTexts<PaymentRefusal>;

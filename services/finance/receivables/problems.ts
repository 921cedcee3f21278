import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { ReceivableRefusal } from "./domain/refusals.ts";

/** Receivables and refunds (F-10, F-36, CF-67, XK-59). */
export const receivableProblems = {
  "finance.day-in-future": { zh: "日期{on}尚未到来", en: "The day {on} has not come" },
  "finance.line-not-received": {
    zh: "该笔应收款没有以银行流水号{serial}登记的到账",
    en: "The claim received nothing by the bank's line {serial}",
  },
  "finance.nothing-owed": {
    zh: "该笔应收款没有欠款，不出具缴款通知",
    en: "Nothing is owed: there is no notice to print",
  },
  "finance.nothing-to-refund": { zh: "没有待审批或者待支付的退款", en: "No refund awaits this" },
  "finance.paid-before-claim": {
    zh: "缴款日{on}早于处罚决定送达日{served}",
    en: "The day {on} lies before the day on which the decision was served ({served})",
  },
  "finance.receipt-by-cashier": {
    zh: "出纳不得作废票据，也不得冲回到账（{article}）",
    en: "A cashier makes no receipt void, and takes none back ({article})",
  },
  "finance.receipt-kind-unknown": {
    zh: "没有这种财政票据，只有：{kinds}",
    en: "There is no such kind of fiscal receipt; there are: {kinds}",
  },
  "finance.receipt-numbers-backwards": {
    zh: "起止号码位数须相同，止号不小于起号",
    en: "First and last number have as many digits, and the last is not below the first",
  },
  "finance.receipt-numbers-twice": {
    zh: "号段与已登记的重复（{article}）",
    en: "Some of these numbers were taken in before ({article})",
  },
  "finance.receipts-used-up": {
    zh: "县级发放的票据号码已用完，请先领用新号段（{article}）",
    en: "The numbers that the county issued are used up: take in others first ({article})",
  },
  "finance.receipts-without-stock": {
    zh: "没有县级发放的此类票据（{kind}），先由财政所长登记领用号段（POST /finance/receipt-stocks/{kind}/take-in；{article}）",
    en: "The county issued no receipts of this kind ({kind}): take in its numbers first (POST /finance/receipt-stocks/{kind}/take-in; {article})",
  },
  "finance.receipt-needed": {
    zh: "款项尚未全额退还，作废时必须换开（{article}）",
    en: "The money did not go back whole: another receipt takes its place ({article})",
  },
  "finance.receipt-not-in-this-state": {
    zh: "票据当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the receipt cannot do this",
  },
  "finance.receipt-own-void": {
    zh: "开票人不得作废本人开具的票据（{article}）",
    en: "Who issued a receipt does not make it void ({article})",
  },
  "finance.receipt-refunded": {
    zh: "该笔款项已经退库或者正在退库，不能冲回到账登记（{article}）",
    en: "This money went back, or is about to: its receipt is not taken back ({article})",
  },
  "finance.receipt-used": {
    zh: "票据号{receipt}已登记于该笔应收款（行政处罚法70）",
    en: "The receipt {receipt} stands in this claim already (Administrative Penalty Law 70)",
  },
  "finance.receivable-not-in-this-state": {
    zh: "应收款当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the claim cannot do this",
  },
  "finance.receivable-raised-otherwise": {
    zh: "该事项的应收款已按其他金额登记",
    en: "The claim was raised with another sum",
  },
  "finance.refund-not-approved": { zh: "退款尚未审批（{article}）", en: "The refund is not approved yet ({article})" },
  "finance.refund-running": { zh: "上一笔退款尚未支付", en: "The refund before it is not paid yet" },
  "finance.refund-too-large": { zh: "至多可退{most}分（{article}）", en: "At most {most} fen may go back ({article})" },
  "finance.same-person-approves-refund": {
    zh: "提出退款的人不得审批（{article}）",
    en: "Who proposed the refund does not approve it ({article})",
  },
  "finance.same-person-takes-back": {
    zh: "登记到账的人不得冲回本人的登记（{article}）",
    en: "Who booked the receipt does not take it back ({article})",
  },
  "finance.serial-used": {
    zh: "银行流水号{serial}已登记于另一笔款项",
    en: "The bank's serial number {serial} is of other money",
  },
  "finance.whole-sum-only": {
    zh: "当场处罚罚款应一次缴清，应缴{due}分（{article}）",
    en: "A fine on the spot is paid whole: {due} fen ({article})",
  },
} satisfies ProblemTexts<ReceivableRefusal>;

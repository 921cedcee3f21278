import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PaymentRefusal } from "./domain/refusals.ts";

/** Payment of fines and gains (E12). */
export const paymentProblems = {
  "enforcement.court-not-yet": {
    zh: "{after}之后才可以申请或者登记（{article}）",
    en: "This is possible only after {after} ({article})",
  },
  "enforcement.court-window-closed": {
    zh: "申请法院强制执行的期限已于{last}届满（{article}）",
    en: "The court could be asked until {last} ({article})",
  },
  "enforcement.day-before-service": { zh: "不能早于{receivedOn}", en: "It cannot be before {receivedOn}" },
  "enforcement.day-to-come": { zh: "{on}尚未到来", en: "{on} is still to come" },
  "enforcement.deferral-asked-already": {
    zh: "申请正在审批中（{article}）",
    en: "It was asked for and waits for the decision ({article})",
  },
  "enforcement.deferral-not-asked": {
    zh: "当事人没有待批准的申请（{article}）",
    en: "The party has no request that waits ({article})",
  },
  "enforcement.deferral-plan-wrong": {
    zh: "分期金额合计{sumFen}分应等于罚款{fineFen}分，日期依次在后并晚于原期限（{article}）",
    en: "The sums ({sumFen} fen) must make the fine ({fineFen} fen), each day later than the last and than the due day ({article})",
  },
  "enforcement.demand-missing": {
    zh: "催告书尚未送达（{article}）",
    en: "No demand was served ({article})",
  },
  "enforcement.demanded-already": { zh: "已经催告（{article}）", en: "It was demanded already ({article})" },
  "enforcement.fine-not-in-this-state": {
    zh: "罚款处于{status}，不能{command}；现在可以：{possible}",
    en: "The fine is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.handler-cannot-approve": {
    zh: "办案人员不得审批本案的款项",
    en: "Who handles the case does not approve what concerns its money",
  },
  "enforcement.head-decides": {
    zh: "由行政机关负责人决定（{article}）",
    en: "The head of the organ decides ({article})",
  },
  "enforcement.nothing-owed": { zh: "没有未缴款项（{article}）", en: "Nothing is owed ({article})" },
  "enforcement.not-overdue": {
    zh: "{due}届满后才可以催告（{article}）",
    en: "It can be demanded only after {due} ({article})",
  },
  "enforcement.not-a-handler": {
    zh: "只有本案持有效执法证件的执法人员可以办理（{article}）",
    en: "Only an officer of the case with a certificate in force may do that ({article})",
  },
  "enforcement.not-the-party": {
    zh: "只有当事人本人可以办理，或者由窗口、本案执法人员凭书面材料登记（{article}）",
    en: "The party does that himself, or the counter or an officer of the case records his paper ({article})",
  },
  "enforcement.opinion-missing": {
    zh: "没有待复核的陈述、申辩（{article}）",
    en: "Nothing that the party said waits to be heard ({article})",
  },
  "enforcement.opinion-not-heard": {
    zh: "当事人的陈述、申辩尚未复核（{article}）",
    en: "What the party said was not looked into ({article})",
  },
  "enforcement.receipt-used": {
    zh: "凭证{receipt}已登记，且金额或者日期不同",
    en: "The receipt {receipt} is on record with another sum or day",
  },
  "enforcement.remedy-open": {
    zh: "复议或者诉讼尚未结束（{article}）",
    en: "A review or a suit is still open ({article})",
  },
  "enforcement.surcharge-not-stated": {
    zh: "处罚决定没有告知加处罚款（{article}）",
    en: "The decision did not say that a surcharge is added ({article})",
  },
  "word.take-goods": { zh: "拍卖财物抵缴", en: "taking goods for it" },
  "word.release-goods": { zh: "退还未拍卖的财物", en: "giving unsold goods back" },
  "word.note-auction": { zh: "登记拍卖所得", en: "recording what an auction brought" },
  "enforcement.goods-by-auction-only": {
    zh: "财物抵缴只能登记经决定拍卖的所得（{article}）",
    en: "Goods pay a fine only by an auction that was decided on ({article})",
  },
  "enforcement.goods-not-yet": {
    zh: "{after}之后当事人仍不履行的，才可以拍卖财物抵缴（{article}）",
    en: "Goods are auctioned for the fine only after {after}, if it is still unpaid ({article})",
  },
  "enforcement.goods-unknown": {
    zh: "财物{item}没有决定抵缴，或者已经拍卖（{article}）",
    en: "{item} is not set against this fine, or is sold already ({article})",
  },
  "enforcement.remedy-sought": {
    zh: "当事人已经申请复议或者提起诉讼，不得以财物抵缴，可以申请法院执行（{article}）",
    en: "The party sought review or suit, so goods do not pay the fine; the court can be asked ({article})",
  },
  "word.due": { zh: "待缴纳", en: "due" },
  "word.applied": { zh: "已申请法院强制执行", en: "before the court" },
  "word.paused": { zh: "中止执行", en: "paused" },
  "word.paid": { zh: "已缴清", en: "paid" },
  "word.ended": { zh: "终结执行", en: "ended" },
  "word.annulled": { zh: "已撤销", en: "annulled" },
  "word.take-payment-back": { zh: "冲回到账", en: "taking a payment back" },
  "word.note-payment": { zh: "登记到账", en: "recording a payment" },
  "word.ask-deferral": { zh: "申请延期、分期", en: "asking for more time" },
  "word.decide-deferral": { zh: "审批延期、分期", en: "deciding on more time" },
  "word.demand": { zh: "催告", en: "demanding" },
  "word.note-demand-service": { zh: "登记催告送达", en: "recording the service of the demand" },
  "word.state-opinion": { zh: "陈述申辩", en: "stating one's case" },
  "word.hear-opinion": { zh: "复核意见", en: "hearing what was said" },
  "word.waive-surcharge": { zh: "减免加处罚款", en: "letting the surcharge off" },
  "word.apply-to-court": { zh: "申请法院强制执行", en: "asking the court" },
  "word.court-answered": { zh: "登记法院受理情况", en: "recording the court's answer" },
  "word.court-ruled": { zh: "登记法院裁定", en: "recording the court's ruling" },
  "word.pause": { zh: "中止执行", en: "pausing" },
  "word.resume": { zh: "恢复", en: "resume" },
  "word.end": { zh: "终结执行", en: "ending" },
} satisfies ProblemTexts<PaymentRefusal>;

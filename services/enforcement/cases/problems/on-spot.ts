import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { OnSpotRefusal } from "../domain/refusals.ts";

/** What a penalty on the spot refuses with. */
export const onSpotProblems = {
  "enforcement.collected-already": {
    zh: "罚款已经收缴、缴纳，或者没有罚款",
    en: "No fine waits: it was paid, or none was imposed",
  },
  "enforcement.not-the-whole-sum": {
    zh: "须一次缴清{amountFen}分",
    en: "The whole sum of {amountFen} fen is paid at once",
  },
  "enforcement.collection-not-allowed": {
    zh: "不符合当场收缴罚款的条件（{article}）",
    en: "The fine may not be collected on the spot ({article})",
  },
  "enforcement.form-not-handed-over": {
    zh: "当事人拒绝签收的，须注明并有见证人或者录音录像（{article}）",
    en: "A refusal to sign the form is noted, with a witness or a recording ({article})",
  },
  "enforcement.no-law-applies": {
    zh: "依照从旧兼从轻，该行为不予处罚（{because}）",
    en: "No law punishes the act ({because})",
  },
  "enforcement.not-collected": {
    zh: "没有待移交的当场收缴款项（{article}）",
    en: "No money collected on the spot waits for this ({article})",
  },
  "enforcement.not-on-the-spot": {
    zh: "当场处罚须在{on}当日作出，逾日改用普通程序（{article}）",
    en: "A decision on the spot is of the same day, {on}; later the ordinary procedure is taken ({article})",
  },
  "enforcement.on-spot-not-in-this-state": {
    zh: "当场处罚{status}，不能{command}；可以：{possible}",
    en: "The penalty is {status}; {command} is not possible. Possible: {possible}",
  },
  "enforcement.punished-today": {
    zh: "当事人当日的同类行为已受处罚：同一个违法行为不再罚款；是另一个行为的，须记明理由（{article}）",
    en: "The party was punished for such an act today: one act is fined once; say why this is another one ({article})",
  },
  "enforcement.receipt-missing": {
    zh: "当场收缴罚款须出具财政统一票据，并填写号码（{article}）",
    en: "Money taken on the spot needs the number of a fiscal receipt ({article})",
  },
  "enforcement.rights-not-told": {
    zh: "决定前须出示证件、告知事实依据和权利并听取陈述申辩，缺少：{missing}（{article}）",
    en: "Before the decision the card is shown, facts and rights are told, the defence is heard; missing: {missing} ({article})",
  },
  "enforcement.same-hands": {
    zh: "收缴、接收和登记须由不同人员办理",
    en: "The officers of the penalty do not receive or book its money",
  },
  "enforcement.simple-not-allowed": {
    zh: "{kinds}、{amountFen}分不适用简易程序（{article}）",
    en: "{kinds} of {amountFen} fen is not for the simple procedure ({article})",
  },
  "enforcement.too-early-said": {
    zh: "日期须不早于{on}且不晚于今日",
    en: "The day is not before {on}, nor after today",
  },
  "word.recorded": { zh: "已记录、待签字", en: "recorded" },
  "word.decided": { zh: "已决定", en: "decided" },
  "word.reported": { zh: "已备案", en: "reported" },
  "word.settled": { zh: "已了结", en: "settled" },
  "word.ordinary": { zh: "转普通程序", en: "turned ordinary" },
  "word.dropped": { zh: "不予处罚", en: "dropped" },
  "word.collect": { zh: "当场收缴", en: "collect on the spot" },
  "word.hand-in": { zh: "上交本机关", en: "hand in" },
  "word.deposit": { zh: "缴付银行", en: "pay into the bank" },
  "word.note-paid": { zh: "登记缴款", en: "note the payment" },
  "word.to-ordinary": { zh: "转普通程序", en: "turn to the ordinary procedure" },
  "word.drop": { zh: "不予处罚", en: "drop" },
} satisfies ProblemTexts<OnSpotRefusal>;

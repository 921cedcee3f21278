import type { Titles } from "../../../shared/text/index.ts";

/** What the board calls its terms. */
export const boardTitles = {
  fields: {
    scope: { zh: "范围", en: "Whose" },
    standing: { zh: "到期情况", en: "Standing" },
    term: { zh: "期限类别", en: "Kind of term" },
    waitsFor: { zh: "等待谁办理", en: "Whose act is awaited" },
  },
  values: {
    "scope.all": { zh: "全部", en: "all of the office" },
    "scope.mine": { zh: "本人", en: "one's own" },
    "scope.squad": { zh: "本中队", en: "one's squad" },
    "standing.later": { zh: "尚早", en: "later" },
    "standing.overdue": { zh: "已逾期", en: "overdue" },
    "standing.soon": { zh: "即将到期", en: "due soon" },
    "standing.undated": { zh: "无法定期限", en: "without a term" },
    "term.court-window": { zh: "申请法院强制执行", en: "application to the court" },
    "term.decision": { zh: "办案期限", en: "ninety days of the case" },
    "term.demand": { zh: "催告", en: "demand" },
    "term.evidence": { zh: "证据", en: "evidence" },
    "term.filing": { zh: "立案", en: "filing" },
    "term.goods": { zh: "财物", en: "goods" },
    "term.hearing": { zh: "听证", en: "hearing" },
    "term.inspection": { zh: "检查", en: "inspection" },
    "term.letter": { zh: "函件", en: "letter" },
    "term.notice": { zh: "告知和陈述申辩", en: "notice and defence" },
    "term.on-spot": { zh: "当场处罚", en: "penalty on the spot" },
    "term.order": { zh: "责令改正复查", en: "order to correct" },
    "term.payment": { zh: "缴款", en: "payment" },
    "term.seizure": { zh: "查封扣押", en: "seal and seizure" },
    "term.service": { zh: "送达", en: "service of papers" },
    "term.transfer": { zh: "移送", en: "transfer" },
    "waitsFor.organ": { zh: "其他机关", en: "another organ" },
    "waitsFor.party": { zh: "当事人", en: "the party" },
    "waitsFor.town": { zh: "本镇", en: "the town" },
  },
} as const satisfies Titles;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { EvaluationRefusal } from "./domain/refusals.ts";

export const evaluationProblems = {
  "powers.overturned-in-future": {
    zh: "文书日期{date}尚未到，今天是{today}",
    en: "{date} is still to come; today is {today}",
  },
  "powers.overturned-already": {
    zh: "{case}已按文书{document}登记",
    en: "{case} is on record under this document already: {document}",
  },
  "powers.case-of-another-power": { zh: "{case}属于职权{of}", en: "{case} is a case under another power: {of}" },
  "powers.case-undecided": { zh: "{case}尚未作出决定", en: "Nothing has been decided in {case} yet" },
  "powers.year-not-over": {
    zh: "{year}年度自{from}起评估；此前只能作期中评估",
    en: "The year {year} is evaluated from {from}; before that only in the interim",
  },
  "powers.evaluation-not-in-this-state": {
    zh: "该评估现为“{status}”，不能{command}；可以：{possible}",
    en: "The evaluation is {status} now and cannot {command}; possible: {possible}",
  },
  "powers.otherwise-unexplained": {
    zh: "决定（{outcome}）与评估建议（{advice}）不同，须说明理由（{rule}）",
    en: "The decision ({outcome}) is not what is advised ({advice}): say why ({rule})",
  },
  "powers.recall-document-missing": { zh: "收回{code}须有文件", en: "Taking {code} back needs its document" },
  "powers.adjustment-missing": { zh: "未写明{code}如何调整", en: "Say what of {code} is adjusted" },
  "powers.no-such-training": {
    zh: "{record}不是{since}以来{domain}领域的培训记录",
    en: "{record} is no training in this domain since {since}: {domain}",
  },
  "powers.evaluations-undecided": {
    zh: "{year}年度评估尚未全部作出决定（未决{open}项）或尚未开展",
    en: "The evaluation of {year} is not decided yet ({open} open) or was not made",
  },
  "powers.list-republished-already": {
    zh: "{year}年度评估后的清单已于{on}公布",
    en: "The list after the evaluation of {year} was published on {on}",
  },
  "word.interim": { zh: "期中", en: "interim" },
  "word.open": { zh: "待决定", en: "open" },
  "word.training-due": { zh: "待培训", en: "training due" },
  "word.decided": { zh: "已决定", en: "decided" },
  "word.decide": { zh: "决定", en: "decide" },
  "word.train": { zh: "培训", en: "train" },
  "word.keep": { zh: "保留", en: "keep" },
  "word.suspend": { zh: "暂停", en: "suspend" },
  "word.adjust": { zh: "调整", en: "adjust" },
  "word.recall": { zh: "收回", en: "recall" },
} satisfies ProblemTexts<EvaluationRefusal>;

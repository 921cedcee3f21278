import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { EvidenceRefusal } from "../domain/refusals.ts";

/** What a piece of evidence refuses with. */
export const evidenceProblems = {
  "enforcement.collected-in-the-future": { zh: "日期不能晚于{on}", en: "The day is after {on}" },
  "enforcement.copy-not-checked": {
    zh: "复制件须与原件核对，并由原件保管人注明（{article}）",
    en: "A copy is checked against the original, and its keeper marks it ({article})",
  },
  "enforcement.evidence-incomplete": {
    zh: "证据缺少：{missing}（{article}）",
    en: "The evidence lacks {missing} ({article})",
  },
  "enforcement.evidence-not-in-this-state": {
    zh: "证据{status}，不能{command}；可以：{possible}",
    en: "The evidence is {status}; {command} is not possible. Possible: {possible}",
  },
  "enforcement.evidence-without-file": {
    zh: "证据须有带校验值的文件（{article}）",
    en: "Evidence has a file with its digest ({article})",
  },
  "enforcement.minor-alone": {
    zh: "询问未成年人须有监护人或者合适成年人在场（{article}）",
    en: "A minor is not asked alone: the guardian or another fit adult is present ({article})",
  },
  "enforcement.monitoring-not-reviewed": {
    zh: "电子技术监控须经法制和技术审核，设置标志、公布地点，记录经审核方可使用（{article}）",
    en: "Electronic monitoring needs legal and technical review, a sign, a public place, and a look at the record ({article})",
  },
  "enforcement.no-such-case-of-evidence": { zh: "没有该案件", en: "There is no such case" },
  "enforcement.check-unrecorded": {
    zh: "当事人拒绝签字的现场检查、勘验须有音像记录（{article}）",
    en: "A check whose record the party refuses to sign is recorded in sound and picture ({article})",
  },
  "enforcement.not-the-keeper": {
    zh: "只有现保管人可以移交（{article}）",
    en: "Only the keeper hands it over ({article})",
  },
  "enforcement.unsigned-without-witness": {
    zh: "拒绝签名或者不在场的，须有见证人或者录音录像（{article}）",
    en: "A refusal to sign, or an absence, needs a witness or a recording ({article})",
  },
  "enforcement.sample-unlike-lot": {
    zh: "只对物证抽样取证；样品和备样合计不超过抽样基数{lot}（{article}）",
    en: "Samples are of physical evidence; sample and spare together are not more than the lot of {lot} ({article})",
  },
  "enforcement.witness-is-officer": {
    zh: "见证人、陪同人不能是执法人员（{article}）",
    en: "The witness or companion is not one of the officers ({article})",
  },
  "word.collected": { zh: "已收集、待确认", en: "collected" },
  "word.established": { zh: "已确认", en: "established" },
  "word.excluded": { zh: "已排除", en: "excluded" },
  "word.countersign": { zh: "另一执法人员签字", en: "countersign" },
  "word.exclude": { zh: "排除", en: "exclude" },
  "word.hand-over": { zh: "移交保管", en: "hand over" },
} satisfies ProblemTexts<EvidenceRefusal>;

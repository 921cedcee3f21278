import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { MediationRefusal } from "./domain/refusals.ts";

export const mediationProblems = {
  "grid-events.confirmation-recorded-already": {
    zh: "司法确认已登记：{document}",
    en: "The court's confirmation is on record: {document}",
  },
  "grid-events.confirmation-window-over": {
    zh: "共同申请司法确认的期限已于{due}届满（{article}）",
    en: "The time to apply to the court together ended on {due} ({article})",
  },
  "grid-events.in-the-way": {
    zh: "此人与纠纷有利害关系，或者已被当事人拒绝，不能调解（{rule}）",
    en: "This person has a part in the dispute or was refused, and does not mediate it ({rule})",
  },
  "grid-events.mediation-not-in-this-state": {
    zh: "调解现为“{status}”，不能{command}；可以：{possible}",
    en: "The mediation is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.mediator-missing": { zh: "还没有调解员", en: "There is no mediator yet" },
  "grid-events.not-a-party": { zh: "{party}不是当事人", en: "{party} is not a party" },
  "grid-events.not-all-parties": {
    zh: "须各方共同作出，还缺：{missing}（{rule}）",
    en: "All parties do this together; missing: {missing} ({rule})",
  },
  "grid-events.not-the-mediator": { zh: "只有调解员可以办理", en: "Only the mediator may do that" },
  "grid-events.parties-not-two": {
    zh: "纠纷须有两个以上不同的当事人",
    en: "A dispute has two different parties or more",
  },
  "grid-events.session-day": { zh: "日期须在{from}至{until}之间", en: "The date must lie between {from} and {until}" },
  "grid-events.speaks-for-himself": {
    zh: "须由当事人本人表示（{rule}）",
    en: "The party says so himself ({rule})",
  },
  "word.agreed": { zh: "已达成协议", en: "agreed" },
  "word.declined": { zh: "当事人不同意调解", en: "declined by a party" },
  "word.ended": { zh: "当事人终止调解", en: "ended by a party" },
  "word.failed": { zh: "调解不成", en: "failed" },
  "word.open": { zh: "调解中", en: "under way" },
  "word.proposed": { zh: "待各方同意", en: "proposed" },
  "word.agree": { zh: "达成协议", en: "agree" },
  "word.appoint": { zh: "指定调解员", en: "name a mediator" },
  "word.consent": { zh: "同意调解", en: "consent" },
  "word.declare-conflict": { zh: "自行回避", en: "declare a conflict" },
  "word.decline": { zh: "不同意调解", en: "decline" },
  "word.end": { zh: "终止调解", en: "end it" },
  "word.fail": { zh: "记为调解不成", en: "let it fail" },
  "word.follow-up": { zh: "回访", en: "follow up" },
  "word.hold-session": { zh: "记录调解", en: "record a session" },
  "word.prolong": { zh: "延长调解", en: "prolong it" },
  "word.record-confirmation": { zh: "登记司法确认", en: "record the confirmation" },
  "word.refuse-mediator": { zh: "不接受调解员", en: "refuse the mediator" },
  "word.report-danger": { zh: "报告危险", en: "report a danger" },
} satisfies ProblemTexts<MediationRefusal>;

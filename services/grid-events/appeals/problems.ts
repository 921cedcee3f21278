import { caseRuleTexts } from "../../../shared/case-rules/index.ts";
import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { AppealsRefusal } from "./domain/refusals.ts";

export const appealsProblems = {
  "grid-events.answered-it-before": {
    zh: "已由此人答复过，须由他人办理（{rule}）",
    en: "This person answered it before; another one does it now ({rule})",
  },
  "grid-events.appeal-not-in-this-state": {
    zh: "诉求现为“{status}”，不能{command}；可以：{possible}",
    en: "The appeal is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.assignee-is-target": {
    zh: "不能交由被反映的人员或者单位办理（{rule}）",
    en: "It does not go to the person or the unit it is said against ({rule})",
  },
  "grid-events.day-to-come": { zh: "日期须在{from}至{until}之间", en: "The day must lie between {from} and {until}" },
  "grid-events.extended-already": {
    zh: "期限已经延长过一次（{rule}）",
    en: "The term was extended once already ({rule})",
  },
  "grid-events.first-receiver-leads": {
    zh: "首接负责：由{lead}牵头，其他单位可以协办（{rule}）",
    en: "The first receiver leads: {lead}. Other offices may help ({rule})",
  },
  "grid-events.highest-level": {
    zh: "已是最高层级；可依法通过：{ways}",
    en: "There is no level above; the ways of law are: {ways}",
  },
  "grid-events.late-already": {
    zh: "期限已于{due}届满，不能延长",
    en: "The term ended on {due} and cannot be extended",
  },
  "grid-events.needs-the-head": { zh: "须经负责人批准（{rule}）", en: "The head must approve it ({rule})" },
  "grid-events.not-for-this-level": {
    zh: "现由{level}层级答复，您不能答复",
    en: "It is answered at the level of the {level} now, and not by you",
  },
  "grid-events.not-the-person": { zh: "只有本人可以办理", en: "Only the person himself may do that" },
  "grid-events.not-the-lead": { zh: "只有牵头单位或者承办人可以办理", en: "Only who leads or handles it may do that" },
  "grid-events.organ-decided-before": {
    zh: "{organ}已出具过意见，须由上一级机关复查、复核（{rule}）",
    en: "{organ} decided before; the organ above reviews it ({rule})",
  },
  "grid-events.petition-not-in-this-state": {
    zh: "信访事项现为“{status}”，不能{command}；可以：{possible}",
    en: "The petition is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.posted-before-told": caseRuleTexts["posted-before-told"],
  "grid-events.posted-in-future": caseRuleTexts["posted-in-future"],
  "grid-events.posting-recorded-by-staff": caseRuleTexts["posting-recorded-by-staff"],
  "grid-events.reviewed-by-itself": {
    zh: "出具过意见的人员不能复查、复核（{rule}）",
    en: "Who gave an opinion does not review it ({rule})",
  },
  "grid-events.slip-missing": { zh: "须有本人签名的回音签", en: "The echo slip that the person signed is needed" },
  "grid-events.unknown-office": { zh: "本镇没有机构{office}", en: "The town has no office {office}" },
  "grid-events.unknown-way": { zh: "名录中没有法定途径{way}", en: "The list has no way of law {way}" },
  "grid-events.window-over": { zh: "期限已于{due}届满（{article}）", en: "The time for it ended on {due} ({article})" },
  "word.answered": { zh: "已答复", en: "answered" },
  "word.assigned": { zh: "已指派", en: "assigned" },
  "word.concluded": { zh: "已出具处理意见", en: "concluded" },
  "word.confirmed": { zh: "本人已确认", en: "confirmed by the person" },
  "word.elsewhere": { zh: "已告知法定途径", en: "sent to its own way in law" },
  "word.final": { zh: "终结", en: "final" },
  "word.office": { zh: "承办单位", en: "office" },
  "word.town": { zh: "镇", en: "town" },
  "word.county": { zh: "县", en: "county" },
  "word.re-review-asked": { zh: "复核中", en: "in re-review" },
  "word.review-asked": { zh: "复查中", en: "in review" },
  "word.reviewed": { zh: "已复查", en: "reviewed" },
  "word.unconfirmed": { zh: "未获本人确认", en: "not confirmed by the person" },
  "word.answer": { zh: "答复", en: "answer" },
  "word.ask-review": { zh: "请求复查、复核", en: "ask for a review" },
  "word.assign": { zh: "指派", en: "assign" },
  "word.bring-in": { zh: "请求协办", en: "bring in an office" },
  "word.conclude": { zh: "出具处理意见", en: "conclude" },
  "word.confirm": { zh: "确认", en: "confirm" },
  "word.deliver": { zh: "登记送达", en: "deliver" },
  "word.extend": { zh: "延长", en: "extend" },
  "word.identify": { zh: "查明被反映人", en: "identify the person meant" },
  "word.raise": { zh: "提级", en: "raise" },
  "word.review": { zh: "复查、复核", en: "review" },
  "word.send-elsewhere": { zh: "告知法定途径", en: "send to its own way in law" },
} satisfies ProblemTexts<AppealsRefusal>;

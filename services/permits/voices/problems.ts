import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { VoiceRefusal } from "./domain/refusals.ts";

/** Ratings (L17) and complaints (L7). */
export const voiceProblems = {
  "permits.staff-cannot-rate": {
    zh: "工作人员、代办员不得评价或代评",
    en: "Staff and agents do not rate, nor for others",
  },
  "permits.nothing-to-rate": {
    zh: "没有可评价的办件或号，或者不是您的",
    en: "There is no such case or visit to rate, or it is not yours",
  },
  "permits.not-ended-yet": { zh: "办结后方可评价", en: "It can be rated once it has ended" },
  "permits.too-late-at-the-counter": {
    zh: "窗口评价器只在办完后{minutes}分钟内（办件为办结当日）收评价",
    en: "The counter's device takes ratings within {minutes} minutes, of a case on the day it ended",
  },
  "permits.already-rated": { zh: "此事已评价，一事一评", en: "It has been rated; one rating for a matter" },
  "permits.rating-not-in-this-state": {
    zh: "评价处于{status}，不能{command}；现在可以：{possible}",
    en: "The rating is {status}; {command} is not possible, only: {possible}",
  },
  "permits.rated-cannot-follow-up": {
    zh: "被评价人不得回访、核查，也不得知悉评价人",
    en: "Who is rated neither follows up nor learns by whom",
  },
  "permits.not-assigned-to-you": { zh: "未指派给您办理", en: "It is not assigned to you" },
  "permits.follower-cannot-check": { zh: "回访整改的人不得自行核查", en: "Who followed up does not check it himself" },
  "permits.ledger-needs-a-day": {
    zh: "建账整改须定今天或以后的期限",
    en: "What goes into the ledger needs a day, not a past one",
  },
  "permits.appealed-already": { zh: "已申诉过一次", en: "There has been an appeal already" },
  "permits.complaint-of-a-person-stays": {
    zh: "针对个人的投诉由督查办理，不移交（{rule}）",
    en: "A complaint of a person is the supervisor's and is not handed over ({rule})",
  },
  "permits.complaint-against-yourself": {
    zh: "不得经办投诉自己的投诉",
    en: "Nobody handles a complaint against himself",
  },
  "permits.person-not-found-out": {
    zh: "先查明被投诉人及其机构",
    en: "Find out first who is complained of, and his office",
  },
  "permits.no-such-office": { zh: "没有机构{office}", en: "There is no office {office}" },
  "permits.assignee-is-target": { zh: "不得由被投诉人承办", en: "Not by the person complained of" },
  "permits.assignee-in-line": {
    zh: "不得由被投诉人的直接上下级或被投诉窗口所属机构承办",
    en: "Not by anybody in his direct line, nor of the window's own office",
  },
  "permits.answered-it-before": { zh: "异议须由他人重新核查", en: "An objection is looked at by somebody else" },
  "permits.measures-missing": {
    zh: "属实的投诉须列明责任追究措施",
    en: "A founded complaint names what follows for those responsible",
  },
  "permits.measures-without-ground": {
    zh: "不属实的投诉不得追究责任",
    en: "An unfounded complaint holds nobody to account",
  },
  "permits.complaint-extended-already": { zh: "期限已延长过一次", en: "The limit was extended once already" },
  "permits.complaint-late-already": { zh: "期限{due}已过，不得再延长", en: "The limit of {due} has passed" },
  "permits.not-your-complaint": { zh: "这不是您的投诉", en: "This is not your complaint" },
  "permits.objection-without-posting": {
    zh: "代录异议须注明邮寄日期和凭证（{rule}）",
    en: "Who records another's objection gives the day of posting and its proof ({rule})",
  },
  "permits.objection-too-late": { zh: "异议须在{due}前提出", en: "Objections were possible until {due}" },
  "permits.complainant-unknown": {
    zh: "投诉人匿名或未留联系方式",
    en: "The complainant is anonymous or left no contact",
  },
  "permits.complaint-not-in-this-state": {
    zh: "投诉处于{status}，不能{command}；现在可以：{possible}",
    en: "The complaint is {status}; {command} is not possible, only: {possible}",
  },
  "word.given": { zh: "已评价", en: "given" },
  "word.to-call-back": { zh: "待回访", en: "to be called back" },
  "word.to-classify": { zh: "待核实", en: "to be verified" },
  "word.to-rectify": { zh: "待整改", en: "to be put right" },
  "word.rectified": { zh: "已整改待核查", en: "put right, to be checked" },
  "word.explained": { zh: "已说明待核查", en: "explained, to be checked" },
  "word.appealed": { zh: "申诉中", en: "appealed" },
  "word.excluded": { zh: "已剔除", en: "excluded" },
  "word.assign": { zh: "指派", en: "assign" },
  "word.contact": { zh: "查看联系人", en: "see the contact" },
  "word.call-back": { zh: "回访", en: "call back" },
  "word.classify": { zh: "核实分类", en: "classify" },
  "word.rectify": { zh: "整改", en: "put right" },
  "word.check": { zh: "核查", en: "check" },
  "word.appeal": { zh: "申诉", en: "appeal" },
  "word.decide-appeal": { zh: "裁定申诉", en: "decide the appeal" },
  "word.assigned": { zh: "已指派", en: "assigned" },
  "word.answered": { zh: "已答复", en: "answered" },
  "word.objected": { zh: "有异议", en: "objected to" },
  "word.answer": { zh: "答复", en: "answer" },
  "word.object": { zh: "提出异议", en: "object" },
} satisfies ProblemTexts<VoiceRefusal>;

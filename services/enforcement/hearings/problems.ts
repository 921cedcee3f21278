import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { HearingsRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.hearing-not-in-this-state" as const;
const because = "word.enforcement.hearing-recusal" as const;

/** Hearings (CF-63 to CF-65). */
export const hearingProblems = {
  "enforcement.hearing-agents": {
    zh: "当事人可以委托一至二名代理人，须提交授权委托书（{article}）",
    en: "A party has one or two agents, each with a written authority ({article})",
  },
  "enforcement.hearing-already-told": {
    zh: "已经通知{party}（{article}）",
    en: "{party} was told already ({article})",
  },
  "enforcement.hearing-attendance": {
    zh: "每名当事人须各记载一次：{parties}",
    en: "Each party stands once in the attendance: {parties}",
  },
  "enforcement.hearing-chair-only": {
    zh: "由听证主持人本人办理（{article}）",
    en: "The chair does it himself ({article})",
  },
  "enforcement.hearing-day": { zh: "日期应在{from}之后、{until}以前", en: "The day lies between {from} and {until}" },
  "enforcement.hearing-decided-already": {
    zh: "当事人的处理已经决定，听证报告应在决定之前提交（{article}）",
    en: "It is decided already; the report comes before the decision ({article})",
  },
  "enforcement.hearing-handled-case": {
    zh: "{person}是本案调查人员或者已回避，不能主持或者记录（{article}）",
    en: "{person} investigated the case or is recused, and neither chairs nor records ({article})",
  },
  "enforcement.hearing-head-only": {
    zh: "由行政机关负责人决定（{article}）",
    en: "The head of the organ decides ({article})",
  },
  "enforcement.hearing-investigators": {
    zh: "须有两名以上本案执法人员到场，提出事实、证据和建议（{article}）",
    en: "Two officers of the case are there, who put facts, evidence and proposal ({article})",
  },
  "enforcement.hearing-no-such-party": {
    zh: "听证中没有当事人{party}，或者尚未确定时间地点",
    en: "There is no party {party} in the hearing, or no day is fixed",
  },
  "enforcement.hearing-not-in-this-state": {
    zh: "听证处于{status}，不能{command}；现在可以：{possible}",
    en: "The hearing is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.hearing-not-joined": {
    zh: "只能与同一案件尚未举行的听证合并：{into}",
    en: "It joins only a hearing of the same case that is still to be held: {into}",
  },
  "enforcement.hearing-not-told": {
    zh: "尚未依法通知：{parties}（{article}）",
    en: "Not told as the law asks: {parties} ({article})",
  },
  "enforcement.hearing-not-yours": {
    zh: "不能代替当事人或者工作人员办理（{article}）",
    en: "This is for the party, or for who serves the hearing ({article})",
  },
  "enforcement.hearing-notice-late": {
    zh: "应在{latest}以前通知，请延期举行（{article}）",
    en: "It had to be told by {latest}; postpone the hearing ({article})",
  },
  "enforcement.hearing-owed": {
    zh: "案件仍在办理，应当举行听证（{article}）",
    en: "The case goes on, so the hearing is owed ({article})",
  },
  "enforcement.hearing-paper-missing": {
    zh: "代录须有当事人的书面材料（{article}）",
    en: "Staff record it by a paper of the party ({article})",
  },
  "enforcement.hearing-postponed-enough": {
    zh: "最多延期{most}次，且不晚于{last}（{article}）",
    en: "It is postponed {most} times at the most, and not beyond {last} ({article})",
  },
  "enforcement.hearing-record": {
    zh: "到场当事人须逐页签字，拒签的注明并有见证人（{article}）",
    en: "Who was heard signs each page; that he refused is put down with a witness ({article})",
  },
  "enforcement.hearing-recorder-is-chair": {
    zh: "记录员不能是主持人（{article}）",
    en: "The recorder is another person than the chair ({article})",
  },
  "enforcement.hearing-recusal": {
    zh: "回避申请不能办理：{because}（{article}）",
    en: "The recusal is not possible: {because} ({article})",
  },
  "enforcement.hearing-recusal-open": {
    zh: "主持人的回避尚未决定（{article}）",
    en: "It is not decided yet whether another one chairs it ({article})",
  },
  "enforcement.hearing-unrecorded": {
    zh: "听证须告知后全程音像记录，记录中断的须说明原因（{article}）",
    en: "A hearing is recorded whole, everybody told of it, and a gap has its reason ({article})",
  },
  "enforcement.hearing-sides": {
    zh: "调查人员举证、当事人申辩质证、宣读笔录缺一不可（{article}）",
    en: "Evidence is put, the party is heard, and the record is read over ({article})",
  },
  "enforcement.hearing-too-soon": {
    zh: "{on}举行的听证应在{latest}以前通知，已经来不及（{article}）",
    en: "A hearing on {on} had to be told by {latest} ({article})",
  },
  "enforcement.hearing-year-unannounced": {
    zh: "{on}所在年份的工作日历尚未公布，不能确定通知期限",
    en: "The working days before {on} are not announced yet",
  },
  [`${because}.asked-already`]: { zh: "已经申请", en: "it was asked already" },
  [`${because}.denied-already`]: { zh: "同一理由已被驳回", en: "it was denied on that ground" },
  [`${because}.not-asked`]: { zh: "没有待决定的申请", en: "nothing waits to be decided" },
  [`${because}.own-recusal`]: { zh: "不能决定本人的回避", en: "nobody decides about himself" },
  [`${state}.requested`]: { zh: "已要求", en: "requested" },
  [`${state}.scheduled`]: { zh: "已确定时间", en: "scheduled" },
  [`${state}.held`]: { zh: "已举行", en: "held" },
  [`${state}.reported`]: { zh: "已报告", en: "reported" },
  [`${state}.waived`]: { zh: "视为放弃", en: "waived" },
  [`${state}.withdrawn`]: { zh: "已撤回", en: "withdrawn" },
  [`${state}.joined`]: { zh: "已合并", en: "joined" },
  [`${state}.called-off`]: { zh: "已取消", en: "called off" },
  [`${state}.schedule`]: { zh: "确定时间地点", en: "scheduling" },
  [`${state}.note-told`]: { zh: "登记通知", en: "recording the notice" },
  [`${state}.postpone`]: { zh: "延期", en: "postponing" },
  [`${state}.ask-recusal`]: { zh: "申请回避", en: "asking for a recusal" },
  [`${state}.decide-recusal`]: { zh: "决定回避", en: "deciding on a recusal" },
  [`${state}.hold`]: { zh: "登记举行", en: "recording how it was held" },
  [`${state}.report`]: { zh: "提交报告", en: "reporting" },
  [`${state}.drop`]: { zh: "当事人退出听证", en: "dropping a party" },
  [`${state}.withdraw`]: { zh: "撤回", en: "withdrawing" },
  [`${state}.join`]: { zh: "合并", en: "joining" },
  [`${state}.take-in`]: { zh: "并入其他当事人", en: "taking another party in" },
  [`${state}.call-off`]: { zh: "取消", en: "calling off" },
} satisfies ProblemTexts<HearingsRefusal>;

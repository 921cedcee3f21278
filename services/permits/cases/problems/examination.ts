import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { ExaminationRefusal } from "../domain/refusals.ts";

export const examinationProblems = {
  "permits.no-joint-step": { zh: "该办件没有待办的联审环节", en: "No joint step is pending" },
  "permits.not-asked": { zh: "联审由{offices}提出意见", en: "The joint step is for {offices}" },
  "permits.opinion-given": { zh: "{office}已提出意见", en: "{office} has given its opinion" },
  "permits.joint-disagreement": {
    zh: "{offices}不同意，须由镇负责人裁定并说明理由后方可准予",
    en: "{offices} disagrees: nothing is granted until the head of the town has ruled and said why",
  },
  "permits.no-disagreement": { zh: "联审没有不同意见", en: "No office disagrees" },
  "permits.nothing-to-inspect": {
    zh: "该事项不需检验、检测、检疫（{article}）",
    en: "The item is not one to be inspected ({article})",
  },
  "permits.inspectors-not-assigned": {
    zh: "受理后应于{due}前指派两名以上人员检验，尚未指派（{article}）",
    en: "Two inspectors were to be assigned by {due} and are not ({article})",
  },
  "permits.third-parties-not-considered": {
    zh: "审查时须查明是否直接关系他人重大利益（{article}）",
    en: "It has not been examined whether the major interests of others are directly affected ({article})",
  },
  "permits.third-parties-not-informed": {
    zh: "直接关系他人重大利益，须先告知利害关系人（{article}）",
    en: "Those whose major interests are affected have not been told ({article})",
  },
  "permits.third-parties-not-heard": {
    zh: "须听取申请人、利害关系人的意见（{article}）",
    en: "The applicant and those affected have not been heard ({article})",
  },
  "permits.hearing-may-be-requested": {
    zh: "申请听证的期限至{due}，届满前不得决定（{article}）",
    en: "Until {due} a hearing may be asked for; there is no decision before ({article})",
  },
  "permits.hearing-already-requested": {
    zh: "已申请或通知听证（{article}）",
    en: "A hearing is on its way ({article})",
  },
  "permits.hearing-requested-late": {
    zh: "申请听证的期限已于{due}届满（{article}）",
    en: "A hearing could be asked for until {due} ({article})",
  },
  "permits.hearing-on-a-rest-day": {
    zh: "{heldOn}不是工作日，不举行听证",
    en: "{heldOn} is no working day: no hearing is held",
  },
  "permits.hearing-noticed-late": {
    zh: "举行听证须提前通知，最早可于{earliest}举行（{article}）",
    en: "Noticed today, it can be held on {earliest} at the earliest ({article})",
  },
  "permits.hearing-day-passed": {
    zh: "听证日{heldOn}已过且未举行，须重新通知听证（{article}）",
    en: "The day of the hearing, {heldOn}, has passed: call the hearing anew ({article})",
  },
  "permits.hearing-held-late": {
    zh: "须于{due}前组织听证（{article}）",
    en: "The hearing is to be held by {due} ({article})",
  },
  "permits.chair-examined-it": {
    zh: "审查该申请的人员不得主持听证（{article}）",
    en: "The person who examined the application does not preside ({article})",
  },
  "permits.chair-stays-chair": {
    zh: "听证主持人不得审查、核查或决定同一申请（{article}）",
    en: "A person who chairs the hearing neither examines nor decides the application ({article})",
  },
  "permits.examiner-cannot-decide": {
    zh: "审查、核查该申请的人员不得作出决定（{rule}）",
    en: "A person who examined the application does not decide it ({rule})",
  },
  "permits.no-survey-to-sign": {
    zh: "没有待签字的核查记录（{article}）",
    en: "No survey waits for a signature ({article})",
  },
  "permits.survey-signed-by-you": {
    zh: "您已签字，须由另一名核查人员本人签字（{article}）",
    en: "You have signed: another inspector signs by his own login ({article})",
  },
  "permits.recused": {
    zh: "该人员已决定回避，不得参与本件（{article}）",
    en: "The person is recused from this case ({article})",
  },
  "permits.recusal-undecided": {
    zh: "回避申请尚未决定：该人员不得办理本件，其已参与审查的不得作出决定（{article}）",
    en: "A recusal is undecided: the person takes no step, and nothing is decided on what he examined ({article})",
  },
  "permits.recusal-asked": { zh: "已申请该人员回避（{article}）", en: "The recusal was asked for already ({article})" },
  "permits.recusal-denied": {
    zh: "以同一理由申请该人员回避已被驳回（{article}）",
    en: "A recusal on this ground was refused; only another ground can be named ({article})",
  },
  "permits.recusal-not-asked": { zh: "没有对该人员的回避申请", en: "No recusal of this person waits for a decision" },
  "permits.recusal-not-yours": {
    zh: "回避由申请人、利害关系人或者本人提出（{article}）",
    en: "The applicant, a concerned party or the person himself asks for a recusal ({article})",
  },
  "permits.recusal-without-request": {
    zh: "窗口代录回避申请，须有书面申请在卷（{article}）",
    en: "The counter records a recusal by the written request on file ({article})",
  },
  "permits.recusal-by-the-head": {
    zh: "回避由机关负责人决定（{article}）",
    en: "The head of the organ decides on a recusal ({article})",
  },
  "permits.recusal-by-meeting": {
    zh: "负责人的回避由领导集体讨论决定，须写明会议纪要编号（{article}）",
    en: "A meeting of the leaders decides on the head's own recusal: give the number of its minutes ({article})",
  },
  "permits.own-recusal": { zh: "不得决定本人的回避（{article}）", en: "Nobody decides on his own recusal ({article})" },
  "permits.earlier-acts-undecided": {
    zh: "该人员已参与审查，须同时决定其所为是否有效（{article}）",
    en: "He took part in the examination: say whether what he did stands ({article})",
  },
  "permits.granted-already": {
    zh: "已准予许可，其审查无效的应依法撤销许可（{article}）",
    en: "The licence was granted: what does not stand is for its revocation ({article})",
  },
  "permits.hearing-already-called": { zh: "已通知听证（{article}）", en: "The hearing is already called ({article})" },
  "permits.hearing-not-requested": { zh: "无人申请听证（{article}）", en: "Nobody asked for a hearing ({article})" },
  "permits.hearing-not-prescribed": {
    zh: "该事项没有规定必须听证（{article}）",
    en: "No law prescribes a hearing for this item ({article})",
  },
  "permits.no-hearing-called": { zh: "没有通知过听证（{article}）", en: "No hearing was called ({article})" },
  "permits.hearing-already-recorded": { zh: "听证笔录已登记（{article}）", en: "The record is on file ({article})" },
  "permits.hearing-not-yet": { zh: "听证于{heldOn}举行（{article}）", en: "The hearing is on {heldOn} ({article})" },
  "permits.record-not-signed": {
    zh: "听证笔录须交参加人确认签字（{article}）",
    en: "The record must be signed by those who took part ({article})",
  },
  "permits.hearing-not-held": {
    zh: "应当听证而未听证，不得决定（{article}）",
    en: "Not heard, not decided ({article})",
  },
  "permits.not-by-the-record": {
    zh: "须根据听证笔录{record}作出决定（{article}）",
    en: "It is to be decided by the record {record} ({article})",
  },
  "word.consult": { zh: "增加联审科室", en: "consult" },
  "word.resolve-disagreement": { zh: "裁定不同意见", en: "resolve-disagreement" },
  "word.assign-inspectors": { zh: "指派检验人员", en: "assign-inspectors" },
  "word.inform-third-parties": { zh: "告知利害关系人", en: "inform-third-parties" },
  "word.hear-parties": { zh: "听取意见", en: "hear-parties" },
  "word.request-hearing": { zh: "申请听证", en: "request-hearing" },
  "word.call-hearing": { zh: "通知听证", en: "call-hearing" },
  "word.confirm-survey": { zh: "核查签字", en: "confirm-survey" },
  "word.replace-chair": { zh: "更换听证主持人", en: "replace-chair" },
  "word.ask-recusal": { zh: "申请回避", en: "ask-recusal" },
  "word.decide-recusal": { zh: "决定回避", en: "decide-recusal" },
  "word.record-hearing": { zh: "登记听证笔录", en: "record-hearing" },
} satisfies ProblemTexts<ExaminationRefusal>;

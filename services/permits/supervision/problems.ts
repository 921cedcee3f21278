import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { SupervisionRefusal } from "./domain/refusals.ts";

/** Supervision inspections and reports (XK-61 to XK-66). */
export const inspectionProblems = {
  "permits.no-such-certificate": { zh: "没有这份证件", en: "There is no such certificate" },
  "permits.nothing-to-supervise": {
    zh: "证件处于{status}，没有可以监督检查的许可活动（{article}）；无证活动移交执法",
    en: "The certificate is {status}: there is nothing licensed to inspect ({article}); what goes on without a licence is for enforcement",
  },
  "permits.inspection-in-the-past": { zh: "检查日期{by}已过", en: "The day {by} has passed" },
  "permits.two-inspect": {
    zh: "监督检查由两名以上检查人员进行并签字（{article}）",
    en: "Two inspectors at least hold an inspection and sign for it ({article})",
  },
  "permits.decider-cannot-inspect": {
    zh: "作出许可决定的人不得检查该许可",
    en: "The person who granted the licence does not inspect it",
  },
  "permits.holder-cannot-inspect": {
    zh: "持证人不得检查自己的许可（{article}）",
    en: "The holder does not inspect his own licence ({article})",
  },
  "permits.inspector-recused": {
    zh: "检查人员中有人已被申请回避或者决定回避（{article}）",
    en: "One of the inspectors was asked to keep out of the case of this licence ({article})",
  },
  "permits.inspected-enough": {
    zh: "同一证件每年例行检查不超过{routinePerYear}次，不得妨碍正常的生产经营活动（{article}）",
    en: "No more than {routinePerYear} routine inspections of one certificate in a year: business must not be hindered ({article})",
  },
  "permits.reinspection-keeps-its-day": {
    zh: "复查日期由整改期限确定，不得改期：{by}前（{article}）",
    en: "The day of a re-inspection follows from the order to put right: by {by} ({article})",
  },
  "permits.round-of-its-year": {
    zh: "这是{year}年度的例行检查，不得改到其他年度",
    en: "This is a routine inspection of {year}; it is not moved to another year",
  },
  "permits.inspection-must-be-held": {
    zh: "复查和对举报的核实不得取消（{rule}）",
    en: "A re-inspection, or one for a report, is not called off ({rule})",
  },
  "permits.inspection-signed": {
    zh: "已有签字，记录不得更改，只能补充说明（{article}）",
    en: "Somebody has signed: the record is not changed any more, only annotated once it is closed ({article})",
  },
  "permits.inspection-is-free": {
    zh: "监督检查不得收取任何费用（{article}）",
    en: "Nothing is charged for an inspection ({article})",
  },
  "permits.held-in-the-future": { zh: "检查日期{heldOn}还没有到", en: "The day {heldOn} has not come" },
  "permits.held-before-planned": {
    zh: "检查于{plannedOn}才安排，不得倒填日期（{article}）",
    en: "It was not planned before {plannedOn} ({article})",
  },
  "permits.leader-only": {
    zh: "只有镇领导可以决定重新检查（{article}）",
    en: "Only the town's leaders may have it held anew ({article})",
  },
  "permits.points-missing": {
    zh: "每个检查要点都须记录一次，且只记录要点：{points}",
    en: "Every point is recorded once, and nothing else: {points}",
  },
  "permits.result-against-findings": {
    zh: "检查结果与各要点情况不一致（{article}）",
    en: "The result does not follow from what was found ({article})",
  },
  "permits.day-for-putting-right": {
    zh: "责令改正须定今天以后的期限，其他结果不定期限（{article}）",
    en: "What is to be put right needs a day after today, and nothing else has one ({article})",
  },
  "permits.put-right-once": {
    zh: "复查仍未改正的依法处理，不再责令改正（{article}）",
    en: "What is still not right at the re-inspection is dealt with, not put off again ({article})",
  },
  "permits.still-time-to-put-right": {
    zh: "整改期限{until}届满前不得认定逾期未改（{article}）",
    en: "Until {until} there is still time to put it right ({article})",
  },
  "permits.witness-is-none": {
    zh: "拒签或者不在场由检查人员记录，见证人不得是检查人员（{article}）",
    en: "That nobody signed is put down by an inspector, with a witness who is none ({article})",
  },
  "permits.measure-not-taken": {
    zh: "自{since}检查以来证件登记上没有“{measure}”，先办理再记录（{article}）",
    en: "The register shows no {measure} since the inspection of {since}; it is done there first ({article})",
  },
  "permits.certificate-of-another-item": {
    zh: "举报的是{item}，该证件属于其他事项",
    en: "The report is about {item}; this is a certificate of another item",
  },
  "permits.reporter-unknown": {
    zh: "举报人匿名或未留联系方式（{article}）",
    en: "The reporter is anonymous or left no contact ({article})",
  },
  "permits.inspection-not-in-this-state": {
    zh: "监督检查处于{status}，不能{command}；现在可以：{possible}",
    en: "The inspection is {status}; {command} is not possible, only: {possible}",
  },
  "permits.report-not-in-this-state": {
    zh: "举报处于{status}，不能{command}；现在可以：{possible}",
    en: "The report is {status}; {command} is not possible, only: {possible}",
  },
  "word.planned": { zh: "待检查", en: "planned" },
  "word.called-off": { zh: "已取消", en: "called off" },
  "word.unsigned": { zh: "待签字", en: "waiting for signatures" },
  "word.to-act": { zh: "待处理", en: "to be acted upon" },
  "word.archived": { zh: "已归档", en: "archived" },
  "word.plan": { zh: "计划", en: "plan" },
  "word.rearrange": { zh: "调整", en: "rearrange" },
  "word.call-off": { zh: "取消", en: "call off" },
  "word.hold-anew": { zh: "重新检查", en: "hold anew" },
  "word.acknowledge": { zh: "被检查人签字", en: "acknowledge" },
  "word.act": { zh: "处理", en: "act" },
  "word.annotate": { zh: "补充说明", en: "annotate" },
  "word.suspension": { zh: "暂扣", en: "suspension" },
  "word.permits.measure-not-taken.revocation": { zh: "拟撤销的告知", en: "proposal to revoke" },
  "word.looked-into": { zh: "核实中", en: "being looked into" },
  "word.handed-over": { zh: "已移交", en: "handed over" },
  "word.look-into": { zh: "核实", en: "look into" },
  "word.hand-over": { zh: "移交", en: "hand over" },
  "word.conclude": { zh: "答复", en: "conclude" },
} satisfies ProblemTexts<SupervisionRefusal>;

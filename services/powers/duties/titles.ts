import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const dutiesTitles = {
  fields: {
    admitted: { zh: "准入数", en: "Admitted" },
    answer: { zh: "答复期限", en: "Limit for the answer" },
    answeredOn: { zh: "答复日期", en: "Answered on" },
    approval: { zh: "批准文件", en: "Approval" },
    departments: { zh: "按部门", en: "By department" },
    lacks: { zh: "所缺", en: "What is lacking" },
    moneyFen: { zh: "经费（分）", en: "Money in fen" },
    perYear: { zh: "每年数量", en: "Number a year" },
    period: { zh: "期间", en: "Period" },
    persons: { zh: "人数", en: "Persons" },
    proposed: { zh: "提出数", en: "Proposed" },
    proposedOn: { zh: "提出日期", en: "Proposed on" },
    waiting: { zh: "待答复数", en: "Waiting" },
    withdrawn: { zh: "撤回数", en: "Withdrawn" },
    workload: { zh: "工作量", en: "Workload" },
  },
  values: {
    "ground.approval-or-money-missing": { zh: "缺少批准文件或者经费", en: "approval or money is missing" },
    "ground.approved": { zh: "已批准", en: "approved" },
    "ground.on-the-list": { zh: "在清单内", en: "on the list" },
    "ground.reasons": { zh: "说明理由", en: "for stated reasons" },
    "lacks.approval": { zh: "批准文件", en: "approval" },
    "lacks.money": { zh: "经费", en: "money" },
    "powers.duty.admitted": { zh: "职责已准入", en: "Duty admitted" },
    "powers.duty.answer-overdue": { zh: "准入答复逾期", en: "Answer overdue" },
    "powers.duty.proposed": { zh: "职责已提出", en: "Duty proposed" },
    "powers.duty.refused": { zh: "职责不予准入", en: "Duty refused" },
    "powers.duty.withdrawn": { zh: "职责已撤回", en: "Duty withdrawn" },
  },
} as const satisfies Titles;

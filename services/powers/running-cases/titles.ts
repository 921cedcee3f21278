import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const runningTitles = {
  fields: {
    "cases.openedOn": { zh: "立案日期", en: "Opened on" },
    recall: { zh: "收回", en: "Recall" },
    remindOn: { zh: "提醒日期", en: "Remind on" },
    reminder: { zh: "提醒次数", en: "Reminder" },
    settlement: { zh: "处理决定", en: "Settlement" },
    undecided: { zh: "未决定数", en: "Undecided" },
    "data.act": { zh: "违法行为", en: "Act" },
    "data.filedOn": { zh: "立案日期", en: "Filed on" },
    certificates: { zh: "证件", en: "Certificates" },
  },
  values: {
    "enforcement.case.act-added": { zh: "增加违法行为", en: "Act added to a case" },
    "enforcement.case.all-decided": { zh: "全部当事人处理完毕", en: "All parties are decided" },
    "enforcement.case.filed": { zh: "案件立案", en: "Case filed" },
    "enforcement.case.merged": { zh: "案件并案", en: "Case merged" },
    "enforcement.case.split-off": { zh: "案件分案", en: "Case split off" },
    "enforcement.case.stopped": { zh: "案件终止", en: "Case stopped" },
    "enforcement.case.transferred": { zh: "案件移送", en: "Case transferred" },
    "enforcement.case.withdrawn": { zh: "案件撤案", en: "Case withdrawn" },
    "outcome.finish": { zh: "继续办结", en: "finish" },
    "outcome.transfer": { zh: "移送", en: "transfer" },
    "powers.running-case.settled": { zh: "在办案件已决定", en: "Running case settled" },
    "powers.running-case.undecided": { zh: "在办案件未决定", en: "Running case undecided" },
    "powers.running-case.certificates-settled": { zh: "所发证件已决定", en: "Certificates settled" },
  },
} as const satisfies Titles;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DutyRefusal } from "./domain/refusals.ts";

export const dutyProblems = {
  "powers.no-department": {
    zh: "须由镇配置中的县级部门提出",
    en: "Only a department in the town's profile may propose this",
  },
  "powers.not-your-department": { zh: "这不是贵部门的事项，属于{of}", en: "This belongs to another department: {of}" },
  "powers.task-not-listed": { zh: "清单上没有{item}", en: "{item} is not on the list" },
  "powers.item-of-another-department": {
    zh: "清单上的{item}不属贵部门，来源部门是{of}",
    en: "{item} on the list is not of this department but of {of}",
  },
  "powers.duty-not-in-this-state": {
    zh: "该任务现为“{status}”，不能{command}；可以：{possible}",
    en: "The task is {status} now and cannot {command}; possible: {possible}",
  },
  "powers.duty-not-approved": {
    zh: "清单之外的任务须有批准文件，否则不予准入（{rule}）",
    en: "A task on no list needs a document that approves it ({rule})",
  },
  "powers.duty-without-money": {
    zh: "费随事转：清单之外的任务须同时划转经费（{rule}）",
    en: "Money follows duty: a task on no list comes with its money ({rule})",
  },
  "powers.approval-not-given-yet": {
    zh: "批准文件日期{date}尚未到",
    en: "The approval is dated {date}, in the future",
  },
  "word.proposed": { zh: "待答复", en: "proposed" },
  "word.admitted": { zh: "已准入", en: "admitted" },
  "word.supply": { zh: "补充", en: "supply" },
  "word.admit": { zh: "准入", en: "admit" },
  "word.refuse": { zh: "不予准入", en: "refuse" },
  "word.withdraw": { zh: "撤回", en: "withdraw" },
  "word.refused": { zh: "不予准入", en: "refused" },
  "word.withdrawn": { zh: "已撤回", en: "withdrawn" },
} satisfies ProblemTexts<DutyRefusal>;

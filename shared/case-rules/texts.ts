import type { CaseRule } from "./refusals.ts";

/** The text of each refusal; a service states it under its own code. */
export const caseRuleTexts = {
  "document-dated-later": { zh: "文书日期{date}在今天之后", en: "The document is dated {date}, after today" },
  "person-decides": {
    zh: "对当事人不利的决定须由工作人员作出，不得由系统自动作出（{article}）",
    en: "A person decides what is to anybody's disadvantage, never the system by itself ({article})",
  },
  "person-differs": {
    zh: "{person}在本镇登记的姓名为{name}，姓名、证号以登记为准，不得另行填写",
    en: "The town knows {person} under another name or certificate: it is looked up, not typed",
  },
  "posted-before-told": {
    zh: "交邮日期不能早于{since}：当日方告知或者出具（{article}）",
    en: "Nothing was posted before {since}, the day of the notice that it answers ({article})",
  },
  "posted-in-future": {
    zh: "交邮日期不能晚于今天（{article}）",
    en: "The day of posting cannot be later than today ({article})",
  },
  "posting-recorded-by-staff": {
    zh: "交邮日期及凭证由窗口登记，不得由寄件人自己登记（{article}）",
    en: "The counter records the day of posting and its proof, and nobody of the counter for himself ({article})",
  },
  "unknown-person": {
    zh: "{person}不在人员名册，也没有有效的执法证件",
    en: "{person} is neither in the town's staff nor an officer with a certificate in force",
  },
} as const satisfies Readonly<Record<CaseRule, { readonly zh: string; readonly en: string }>>;

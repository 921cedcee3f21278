import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const officersTitles = {
  fields: {
    failed: { zh: "不满足的条件", en: "Failed" },
  },
  values: {
    "powers.officer.certified": { zh: "执法证已登记", en: "Officer certified" },
    "powers.officer.resumed": { zh: "执法资格已恢复", en: "Officer resumed" },
    "powers.officer.suspended": { zh: "执法资格已暂停", en: "Officer suspended" },
    "powers.officer.withdrawn": { zh: "执法证已收回", en: "Certificate withdrawn" },
    "valid.no": { zh: "无效", en: "not valid" },
    "valid.yes": { zh: "有效", en: "valid" },
  },
} as const satisfies Titles;

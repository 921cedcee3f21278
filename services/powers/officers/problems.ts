import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { OfficerRefusal } from "./domain/refusals.ts";

export const officerProblems = {
  "powers.officer-known": {
    zh: "执法证{certificate}已登记，请办理换证",
    en: "Certificate {certificate} is known already; renew it",
  },
  "powers.officer-not-so": {
    zh: "执法证在{date}的状态不允许{command}（不满足的条件：{conditions}）",
    en: "On {date} the certificate does not allow: {command} (failed conditions: {conditions})",
  },
  "word.officer-not-yet-certified": { zh: "尚未生效", en: "not certified yet" },
  "word.officer-expired": { zh: "已过期", en: "expired" },
  "word.officer-suspended": { zh: "已暂停", en: "suspended" },
  "word.officer-withdrawn": { zh: "已收回", en: "withdrawn" },
} satisfies ProblemTexts<OfficerRefusal>;

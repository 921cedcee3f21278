import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CreditRefusal } from "./domain/refusals.ts";

/** Figures of rural credit (F15). */
export const creditProblems = {
  "finance.credit-arrears-above-balance": { zh: "逾期金额不能大于余额", en: "No more is in arrears than is lent" },
  "finance.credit-entered-already": {
    zh: "{month}的数据已登记，请更正",
    en: "The figures of {month} stand: correct them",
  },
  "finance.credit-loans-below-persons": {
    zh: "人数、逾期笔数不能大于贷款笔数",
    en: "There are no more persons or overdue loans than loans",
  },
  "finance.credit-month-runs": { zh: "{month}尚未结束", en: "{month} is not over: its figures come afterwards" },
  "finance.town-guarantees-nothing": {
    zh: "镇政府不得为贷款提供担保（{article}）",
    en: "The town stands in for no loan ({article})",
  },
} satisfies ProblemTexts<CreditRefusal>;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { RevenueRefusal } from "./domain/refusals.ts";

/** Income of the town (F-8, F-9, F-15 to F-17, F-41). */
export const revenueProblems = {
  "finance.collected-early": {
    zh: "所属期{period}尚未开始，不得提前征收（{article}）",
    en: "The period {period} has not begun: nothing is collected early ({article})",
  },
  "finance.income-without-basis": {
    zh: "科目{item}的收入没有法定依据，不得入账（{article}）",
    en: "Income of class {item} has no legal basis and is not booked ({article})",
  },
  "finance.revenue-not-in-this-state": {
    zh: "收入当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the income cannot do this",
  },
  "finance.revenue-own-reversal": {
    zh: "登记人不得冲回本人登记并已开具财政票据的收入（{article}）",
    en: "Income with a fiscal receipt is taken back by another person than who booked it ({article})",
  },
  "finance.revenue-payer": {
    zh: "补助收入由上级政府缴付，其他收入不由上级政府缴付",
    en: "A transfer comes from a government, and other income does not",
  },
  "finance.transfer-by-other-office": {
    zh: "转移支付只能由财政部门下达（{article}）",
    en: "Only a finance office notifies transfers ({article})",
  },
} satisfies ProblemTexts<RevenueRefusal>;

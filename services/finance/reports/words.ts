import type { ReportBudget, ReportColumn, ReportKind, ReportSide } from "./domain/report.ts";
import type { ReportUnit } from "./domain/shown.ts";

/** What a class is called in the town's table of classes; empty, where the table does not hold it. */
export const classNameIn = (
  { finance }: { readonly finance: { readonly classes: readonly { readonly code: string; readonly name: string }[] } },
  code: string,
): string => finance.classes.find((one) => one.code === code)?.name ?? "";

/** The words of a printed report. */
export const kindWords: Readonly<Record<ReportKind, string>> = {
  execution: "预算执行情况表",
  comparison: "收支对比表",
  sources: "分科目分来源收支表",
  "final-accounts": "收支决算表",
};
export const budgetWords: Readonly<Record<ReportBudget, string>> = {
  general: "一般公共预算",
  funds: "政府性基金预算",
  "state-capital": "国有资本经营预算",
  "social-insurance": "社会保险基金预算",
  unit: "单位预算会计",
};
export const sideWords: Readonly<Record<ReportSide, string>> = { income: "收入", expense: "支出" };
export const unitWords: Readonly<Record<ReportUnit, string>> = { yuan: "元", wan: "万元" };

/** What the columns are called; of the final accounts the sum of the year is the final figure. */
export function columnWord(column: ReportColumn, kind: ReportKind): string {
  if (column === "cumulative") return kind === "final-accounts" ? "决算数" : "累计数";
  return columnWords[column];
}
export const rateWord = (kind: ReportKind): string => (kind === "comparison" ? "增长" : "完成预算");

const columnWords: Readonly<Record<ReportColumn, string>> = {
  budget: "预算数",
  month: "本月数",
  cumulative: "累计数",
  before: "上年同期",
  difference: "增减额",
  total: "合计",
  ordinary: "普通收支",
  fine: "罚款",
  "fine-surcharge": "加处罚款",
  "confiscated-goods": "没收财物",
  "permit-fee": "许可收费",
  debt: "债务",
  transfer: "转移支付",
  "held-for-others": "代管资金",
};

/** Under every report: the unit, how it was rounded, and what it counts. */
export const notesOf = (unit: ReportUnit, isClosed: boolean): readonly string[] => [
  unit === "yuan"
    ? "金额单位：元。合计为所列各数之和。"
    : "金额单位：万元，各数分别由精确到分的数四舍五入；合计由精确合计数取舍，与所列各数之和可能有尾差。",
  "只计已入账数（预算法实施条例83），按业务日期归属年度和月份；结转分录不计。",
  ...(isClosed ? [] : ["本年度尚未结清，数字可能因后续入账而变动。"]),
];

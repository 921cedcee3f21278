import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of income are called, and what their values mean. */
export const revenueTitles = {
  fields: {
    apart: { zh: "不计入合计的收入（罚没、规费、补助）", en: "Income that counts in no total" },
    legalBasis: { zh: "法定依据", en: "Legal basis" },
    change: { zh: "变动", en: "Change" },
    postedAs: { zh: "分录", en: "Entry" },
    lastYearFen: { zh: "上年同期（分）", en: "Same months of last year, in fen" },
    paidBy: { zh: "缴款人", en: "Payer" },
    payers: { zh: "缴款人增减", en: "Payers" },
    thisYearFen: { zh: "本年累计（分）", en: "This year, in fen" },
    through: { zh: "截至月份", en: "Through" },
    totalDifferenceFen: { zh: "合计增减（分）", en: "Difference of the total, in fen" },
  },
  values: {
    "aggregate.revenue": { zh: "收入", en: "income" },
    "status.booked": { zh: "已入账", en: "booked" },
    "kind.tax": { zh: "税收收入", en: "tax" },
    "kind.non-tax": { zh: "非税收入", en: "non-tax income" },
    "kind.land": { zh: "土地出让收入", en: "land proceeds" },
    "kind.transfer": { zh: "转移性收入", en: "transfer" },
    "kind.government": { zh: "上级政府", en: "government above" },
    "kind.various": { zh: "零散缴款人", en: "many small payers" },
    "notifiedBy.finance-office": { zh: "财政部门", en: "finance office" },
    "notifiedBy.other-office": { zh: "其他部门", en: "another office" },
    "change.new": { zh: "新增", en: "new" },
    "change.rise": { zh: "上升", en: "rise" },
    "change.same": { zh: "持平", en: "the same" },
    "change.fall": { zh: "下降", en: "fall" },
    "change.gone": { zh: "本年没有", en: "gone" },
    record: { zh: "登记收入", en: "record" },
  },
} as const satisfies Titles;

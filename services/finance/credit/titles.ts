import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of rural credit are called, and what their values mean. */
export const creditTitles = {
  fields: {
    arrearsFen: { zh: "逾期（分）", en: "In arrears in fen" },
    grantedFen: { zh: "当月发放（分）", en: "Granted in the month in fen" },
    guaranteedByTown: { zh: "镇政府担保", en: "Guaranteed by the town" },
    loans: { zh: "贷款笔数", en: "Loans" },
    overdueLoans: { zh: "逾期笔数", en: "Overdue loans" },
    persons: { zh: "贷款人数", en: "Persons" },
    product: { zh: "信贷产品", en: "Product" },
    "credit-months.balanceFen": { zh: "贷款余额（分）", en: "Lent in fen" },
  },
  values: {
    "aggregate.credit-month": { zh: "信贷月度数据", en: "credit of a month" },
    "product.revival": { zh: "振兴贷", en: "revival" },
    "product.start-up": { zh: "创业贷款", en: "start-up" },
    "product.small": { zh: "小额信贷", en: "small" },
    "product.women": { zh: "妇女创业贷款", en: "women" },
    "product.collective": { zh: "村集体贷款", en: "collective" },
  },
} as const satisfies Titles;

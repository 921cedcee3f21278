import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of contracts are called, and what their values mean. */
export const contractTitles = {
  fields: {
    agreed: { zh: "同意人数", en: "How many accepted" },
    fullFromBps: { zh: "全额付费评分（万分之一）", en: "Result that pays all, in basis points" },
    nothingBelowBps: { zh: "不付费评分（万分之一）", en: "Result below which nothing is paid, in basis points" },
    payableFen: { zh: "按效应付（分）", en: "Payable by the result, in fen" },
    present: { zh: "到场人数", en: "How many came" },
    purchase: { zh: "县级采购文件", en: "Paper of the county's purchase" },
    quorum: { zh: "最少到场人数", en: "How many come at the least" },
    "service-contracts.record": { zh: "验收记录", en: "Record of the acceptance" },
    resultBps: { zh: "评分（万分之一）", en: "Result in basis points" },
    supplier: { zh: "供应方", en: "Supplier" },
    terms: { zh: "按月", en: "By month" },
  },
  values: {
    "aggregate.service-contract": { zh: "购买服务合同", en: "contract of services" },
    "record-acceptance": { zh: "登记验收", en: "record the acceptance" },
  },
} as const satisfies Titles;

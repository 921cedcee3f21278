import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of funds are called, and what their values mean. */
export const fundTitles = {
  fields: {
    "funds.allottedFen": { zh: "已核定份额（分）", en: "Allotted in fen" },
    beneficiary: { zh: "受益人（户、单位）编号", en: "Number of the beneficiary" },
    fund: { zh: "专项资金", en: "Fund" },
    isMatching: { zh: "属于配套资金", en: "Is matching money" },
    items: { zh: "用途科目", en: "Classes of its purpose" },
    project: { zh: "项目", en: "Project" },
    promisedFen: { zh: "资金总额（分）", en: "Promised in fen" },
    shareBps: { zh: "份额（万分之一）", en: "Share in basis points" },
    sharedBy: { zh: "国务院规定", en: "Document of the State Council" },
    sources: { zh: "来源", en: "Sources" },
    "funds.payments": { zh: "付款", en: "Payments" },
  },
  values: {
    "aggregate.fund": { zh: "专项资金", en: "fund" },
    "aggregate.fund-share": { zh: "资金份额", en: "share of a fund" },
    "kind.acquisition": { zh: "征收专户", en: "acquisition" },
    "kind.approved": { zh: "批准的专户", en: "approved account" },
    "kind.sub-ledger": { zh: "明细账", en: "sub-ledger" },
    "status.closed": { zh: "已销户", en: "closed" },
    "pay-out": { zh: "付款", en: "pay out" },
  },
} as const satisfies Titles;

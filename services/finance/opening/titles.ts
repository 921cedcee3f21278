import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of the taking over are called. */
export const openingTitles = {
  fields: {
    assetsFen: { zh: "资产（分）", en: "Assets in fen" },
    baseYears: { zh: "基数年份", en: "Base years" },
    debtsFen: { zh: "债务（分）", en: "Debts in fen" },
  },
  values: { "aggregate.taking-over": { zh: "首次启用", en: "taking over" } },
} as const satisfies Titles;

import type { Titles } from "../../../shared/text/index.ts";

/** What fields of several parts of the service are called. */
export const financeTitles = {
  fields: {
    year: { zh: "年度", en: "Year" },
    item: { zh: "收支分类科目", en: "Class of revenue or expenditure" },
  },
} as const satisfies Titles;

import type { Titles } from "../../../shared/text/index.ts";
import { financeTags } from "./tags.ts";

/** What fields of several parts of the service are called. */
export const financeTitles = {
  fields: {
    year: { zh: "年度", en: "Year" },
    item: { zh: "收支分类科目", en: "Class of revenue or expenditure" },
  },
  values: financeTags,
} as const satisfies Titles;

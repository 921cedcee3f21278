import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { ListRefusal } from "./domain/refusals.ts";

/** Codes that only the edge answers with. */
type EdgeCode = "powers.import-refused";

export const listProblems = {
  "powers.code-twice": { zh: "{code}在本次导入中重复", en: "{code} appears twice in this import" },
  "powers.item-code-taken": {
    zh: "实施编码{itemCode}已属于{by}",
    en: "The implementation code {itemCode} belongs to {by}",
  },
  "powers.category-fixed": {
    zh: "类别不能改变，现为{is}；请另列一项",
    en: "The category cannot change; it is {is}. List another item",
  },
  "powers.import-refused": {
    zh: "导入内容有{faults}处错误，未作任何改动",
    en: "The import has {faults} faults; nothing was changed",
  },
  "powers.csv-unreadable": { zh: "CSV格式有误：{text}", en: "The CSV cannot be read: {text}" },
  "powers.csv-columns": {
    zh: "表头有误：{column}；应为{expected}",
    en: "The header is wrong: {column}; expected {expected}",
  },
  "powers.csv-too-long": {
    zh: "共{entries}条，一次最多导入{most}条",
    en: "{entries} entries; one import takes {most} at most",
  },
  "powers.csv-row-length": {
    zh: "本行有{fields}列，表头有{expected}列",
    en: "The row has {fields} fields, the header {expected}",
  },
} satisfies ProblemTexts<ListRefusal | EdgeCode>;

import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const listTitles = {
  fields: {
    absent: { zh: "清单中没有的", en: "Absent" },
    changed: { zh: "有变化的", en: "Changed" },
    dryRun: { zh: "是否试运行", en: "Dry run" },
    language: { zh: "语言", en: "Language" },
    new: { zh: "新增的", en: "New" },
    same: { zh: "相同的", en: "Same" },
  },
  values: {
    "status.carrying-out": { zh: "正在写入", en: "being carried out" },
    "status.done": { zh: "已完成", en: "done" },
    "dryRun.no": { zh: "否，保存", en: "no: it is saved" },
    "dryRun.yes": { zh: "是，不保存", en: "yes: nothing is saved" },
    "language.en": { zh: "英文", en: "English" },
    "language.zh": { zh: "中文", en: "Chinese" },
  },
} as const satisfies Titles;

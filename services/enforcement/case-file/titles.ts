import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const caseFileTitles = {
  fields: {
    bytes: { zh: "字节数", en: "Bytes" },
    chain: { zh: "链尾散列值", en: "Last link of the chain" },
    complete: { zh: "是否完整", en: "Complete" },
    "CaseFile.entries": { zh: "条目数", en: "Entries" },
    incomplete: { zh: "允许不完整", en: "An incomplete one is wanted" },
    madeOn: { zh: "制作日期", en: "Made on" },
  },
  values: {
    "aggregate.case-file": { zh: "案卷", en: "case file" },
    "status.asked": { zh: "正在制作", en: "being made" },
    "status.made": { zh: "已制作", en: "made" },
    "enforcement.case-file.asked": { zh: "请求导出案卷", en: "Case file asked for" },
    "enforcement.case-file.made": { zh: "案卷已制作", en: "Case file made" },
    "enforcement.case-file.fetched": { zh: "案卷已取走", en: "Case file fetched" },
  },
} as const satisfies Titles;

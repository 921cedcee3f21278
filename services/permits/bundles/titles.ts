import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const bundlesTitles = {
  fields: {
    brought: { zh: "已补交", en: "Brought" },
    filedOn: { zh: "递交日期", en: "Filed on" },
    files: { zh: "文件", en: "Files" },
    form: { zh: "申请表", en: "Form" },
    notReceived: { zh: "未收件数", en: "Not received" },
    notified: { zh: "是否已告知", en: "Notified" },
    parts: { zh: "各事项", en: "Parts" },
    "progress.over": { zh: "已办结数", en: "Over" },
    "progress.parts": { zh: "事项数", en: "Number of items" },
    shared: { zh: "是否共用", en: "Shared" },
  },
  values: {
    "outcome.had": { zh: "已有", en: "already there" },
    "outcome.passed-on": { zh: "已转交", en: "passed on" },
    "outcome.taken": { zh: "已收取", en: "taken" },
    "permits.bundle.brought": { zh: "一件事已补交", en: "Bundle brought" },
    "permits.bundle.done": { zh: "一件事已办结", en: "Bundle done" },
    "permits.bundle.filed": { zh: "一件事已递交", en: "Bundle filed" },
    "permits.bundle.withdrawn": { zh: "一件事已撤回", en: "Bundle withdrawn" },
  },
} as const satisfies Titles;

import type { Titles } from "../text/index.ts";

/** What fields are called that several services have, and what their values mean. A service may say it more closely. */
export const commonTitles = {
  fields: {
    actions: { zh: "可办理的操作", en: "Possible actions" },
    at: { zh: "时间", en: "Time" },
    by: { zh: "经办人", en: "Done by" },
    code: { zh: "编码", en: "Code" },
    id: { zh: "标识", en: "Id" },
    items: { zh: "列表", en: "Items" },
    kind: { zh: "类别", en: "Kind" },
    limit: { zh: "期限", en: "Limit" },
    name: { zh: "名称", en: "Name" },
    next: { zh: "下一页标记", en: "Cursor of the next page" },
    number: { zh: "编号", en: "Number" },
    on: { zh: "日期", en: "Date" },
    reason: { zh: "理由", en: "Reason" },
    reasons: { zh: "理由", en: "Reasons" },
    status: { zh: "状态", en: "Status" },
    title: { zh: "标题", en: "Title" },
    version: { zh: "版本", en: "Version" },
    zh: { zh: "中文", en: "Chinese" },
    en: { zh: "英文", en: "English" },
  },
} as const satisfies Titles;

import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const figuresTitles = {
  fields: {
    "after.steps": { zh: "环节数", en: "Steps" },
    "after.visits": { zh: "跑动次数", en: "Visits" },
    agrees: { zh: "是否一致", en: "Agrees" },
    baseline: { zh: "基准", en: "Baseline" },
    "before.steps": { zh: "环节数", en: "Steps" },
    "before.visits": { zh: "跑动次数", en: "Visits" },
    caller: { zh: "来电", en: "Caller" },
    counted: { zh: "所计", en: "Counted" },
    "counted.steps": { zh: "环节数", en: "Steps" },
    "counted.visits": { zh: "跑动次数", en: "Visits" },
    differing: { zh: "不一致的", en: "Differing" },
    records: { zh: "所据记录", en: "Records" },
    recounted: { zh: "重新计算", en: "Recounted" },
    total: { zh: "合计", en: "Total" },
  },
  values: {
    "byChannel.agent": { zh: "代办", en: "agent" },
    "byChannel.online": { zh: "网上", en: "online" },
    "byChannel.window": { zh: "窗口", en: "window" },
  },
} as const satisfies Titles;

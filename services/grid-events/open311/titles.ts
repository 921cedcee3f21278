import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const open311Titles = {
  fields: {
    remark: { zh: "补充说明", en: "What the application told" },
    remarkedAt: { zh: "对方时间", en: "Said at" },
    wish: { zh: "对方希望的状态", en: "State wished for" },
  },
  values: {
    "aggregate.request-update": { zh: "公开进展", en: "update of a request" },
    "aggregate.client-update": { zh: "应用补充说明", en: "word of another application" },
    "grid-events.request-update.told": { zh: "已公开进展", en: "Update told" },
    "grid-events.client-update.taken": { zh: "已收补充说明", en: "Word of another application taken" },
    "wish.open": { zh: "未办结", en: "open" },
    "wish.closed": { zh: "已办结", en: "closed" },
    "wish.fixed": { zh: "已解决", en: "fixed" },
    "wish.in_progress": { zh: "处置中", en: "in progress" },
    "wish.planned": { zh: "已列计划", en: "planned" },
    "wish.action_scheduled": { zh: "已安排", en: "action scheduled" },
    "wish.investigating": { zh: "核实中", en: "investigating" },
    "wish.duplicate": { zh: "重复", en: "duplicate" },
    "wish.not_councils_responsibility": { zh: "非本镇职责", en: "not the town's" },
    "wish.no_further_action": { zh: "不再处理", en: "no further action" },
    "wish.internal_referral": { zh: "内部转办", en: "internal referral" },
    "wish.reopen": { zh: "重新受理", en: "reopen" },
    "wish.for_triage": { zh: "待分拨", en: "for triage" },
  },
} as const satisfies Titles;

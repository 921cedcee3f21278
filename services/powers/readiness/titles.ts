import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const readinessTitles = {
  fields: {
    direction: { zh: "挂职方向", en: "Direction" },
  },
  values: {
    "by.term": { zh: "期满", en: "at its term" },
    "direction.down": { zh: "下派", en: "down" },
    "direction.up": { zh: "上挂", en: "up" },
    "powers.readiness-record.ended": { zh: "承接条件已终止", en: "Record ended" },
    "powers.readiness-record.made": { zh: "承接条件已登记", en: "Record made" },
    "powers.readiness.fallen-below": { zh: "承接条件不足", en: "Fallen below" },
    "powers.readiness.met": { zh: "承接条件已具备", en: "Conditions met" },
    "powers.readiness.restored": { zh: "承接条件已恢复", en: "Conditions restored" },
    "standing.awaiting": { zh: "待具备", en: "awaiting" },
    "standing.below": { zh: "不足", en: "below" },
    "standing.ready": { zh: "已具备", en: "ready" },
    "status.standing": { zh: "生效中", en: "Standing" },
  },
} as const satisfies Titles;

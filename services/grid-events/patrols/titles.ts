import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const patrolsTitles = {
  fields: {
    checkIns: { zh: "打卡", en: "Check-ins" },
    covered: { zh: "是否覆盖", en: "Covered" },
    done: { zh: "办结", en: "Done" },
    emergency: { zh: "紧急任务", en: "Emergency" },
    grids: { zh: "网格", en: "Grids" },
    offered: { zh: "本镇设置", en: "Offered" },
    plan: { zh: "巡查计划", en: "Plan" },
    planned: { zh: "是否计划巡查", en: "Planned" },
    places: { zh: "地点", en: "Places" },
    seen: { zh: "发现", en: "Seen" },
    track: { zh: "轨迹", en: "Track" },
    tracks: { zh: "轨迹", en: "Tracks" },
    weekdays: { zh: "星期", en: "Weekdays" },
  },
  values: {
    "aggregate.coverage": { zh: "巡查覆盖", en: "coverage" },
    "aggregate.patrol-choice": { zh: "打卡、轨迹意愿", en: "choice about check-ins and tracks" },
    "aggregate.patrol-plan": { zh: "巡查计划", en: "plan of patrols" },
    "aggregate.patrol-walk": { zh: "打卡或者轨迹", en: "check-in or track" },
    "checkIns.required": { zh: "紧急任务须打卡", en: "asked for in the emergency" },
    "checkIns.voluntary": { zh: "自愿", en: "voluntary" },
    "checkIns.off": { zh: "不设", en: "not offered" },
    "tracks.required": { zh: "紧急任务须记录", en: "asked for in the emergency" },
    "tracks.voluntary": { zh: "自愿", en: "voluntary" },
    "tracks.off": { zh: "不设", en: "not offered" },
    "status.running": { zh: "进行中", en: "running" },
    "status.stopped": { zh: "已停止", en: "stopped" },
    "grid-events.coverage.noted": { zh: "巡查覆盖已记录", en: "Coverage noted" },
    "grid-events.patrol-choice.made": { zh: "已表明意愿", en: "Choice made" },
    "grid-events.patrol-plan.made": { zh: "巡查计划已制定", en: "Plan made" },
    "grid-events.patrol-plan.ended": { zh: "巡查计划已终止", en: "Plan ended" },
    "grid-events.patrol-walk.recorded": { zh: "已打卡或者记录轨迹", en: "Walk written down" },
  },
} as const satisfies Titles;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PatrolsRefusal } from "./domain/refusals.ts";

const word = "word.grid-events.patrol-not-in-this-state" as const;

/** Why a patrol is not planned or a walk not written down. */
export const patrolsProblems = {
  "grid-events.patrol-emergency-unknown": {
    zh: "名录中没有紧急任务{emergency}",
    en: "The town has no emergency {emergency}",
  },
  "grid-events.patrol-grid-unknown": { zh: "起始日的网格图中没有{grid}", en: "The map of the first day has no {grid}" },
  "grid-events.patrol-not-in-this-state": {
    zh: "计划处于{status}，不能{command}；现在可以：{possible}",
    en: "The plan is {status}; {command} is not possible, only: {possible}",
  },
  "grid-events.patrol-not-yours": {
    zh: "巡查计划由指挥人员、镇领导制定（{rule}）",
    en: "Dispatchers and leaders plan patrols ({rule})",
  },
  "grid-events.walk-empty": { zh: "没有打卡地点，也没有轨迹", en: "Neither a place nor a track is given" },
  "grid-events.walk-not-chosen": {
    zh: "打卡、轨迹须由本人自愿开启（{rule}）",
    en: "Check-ins and tracks are off until one chooses them oneself ({rule})",
  },
  "grid-events.walk-not-offered": {
    zh: "本镇不设打卡或者轨迹（{rule}）",
    en: "The town keeps no check-ins or no tracks ({rule})",
  },
  "grid-events.walk-too-long": { zh: "轨迹至多{most}点", en: "A track has at most {most} places" },
  [`${word}.running`]: { zh: "进行中", en: "running" },
  [`${word}.stopped`]: { zh: "已停止", en: "stopped" },
  [`${word}.end`]: { zh: "终止", en: "ending it" },
} satisfies ProblemTexts<PatrolsRefusal>;

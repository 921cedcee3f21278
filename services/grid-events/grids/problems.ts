import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { GridRefusal } from "./domain/refusals.ts";

export const gridProblems = {
  "grid-events.absent-already": {
    zh: "已登记{from}至{until}离岗",
    en: "An absence from {from} to {until} is recorded already",
  },
  "grid-events.axes-swapped": {
    zh: "经纬度次序颠倒：经度{lng}、纬度{lat}；系统不代为更正",
    en: "The axes are swapped: longitude {lng}, latitude {lat}; they are not corrected here",
  },
  "grid-events.ends-before-it-begins": {
    zh: "{last}早于该任期的起始日{from}",
    en: "{last} is before the term begins on {from}",
  },
  "grid-events.holds-it-already": {
    zh: "{person}自{from}起已在该岗",
    en: "{person} holds the post already, since {from}",
  },
  "grid-events.map-faulty": {
    zh: "网格图有{faults}处错误，未采用：{findings}",
    en: "The map has {faults} faults and is not adopted: {findings}",
  },
  "grid-events.map-in-force": {
    zh: "网格图自{from}起已生效，不能撤回；请采用新图",
    en: "The map counts since {from} and is not taken back; adopt another one",
  },
  "grid-events.map-not-in-this-state": {
    zh: "网格图现为“{status}”，不能{command}；可以：{possible}",
    en: "The map is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.map-of-this-day": {
    zh: "{from}已有一版网格图起用；请先撤回或者另选一日",
    en: "Another map begins on {from}; take it back first, or choose another day",
  },
  "grid-events.map-too-large": {
    zh: "网格图过大：{grids}个网格的图形合计不能超过4 MB，单个不能超过250 KB",
    en: "The map of {grids} grids is too large: 4 MB of lines together, 250 KB for one grid",
  },
  "grid-events.map-too-soon": {
    zh: "{inForce}的网格图今天有效，新图最早明天起用，不能自{from}起",
    en: "The map of {inForce} counts today; another one begins tomorrow at the earliest, not on {from}",
  },
  "grid-events.not-absent": { zh: "{on}没有离岗登记", en: "No absence is recorded for {on}" },
  "grid-events.not-your-post": {
    zh: "只能登记本人的离岗、返岗；他人的由指挥人员登记",
    en: "A worker records his own absence; a dispatcher that of others",
  },
  "grid-events.one-person-on-both-posts": {
    zh: "{person}不能同时担任网格{grid}的A岗和B岗",
    en: "{person} cannot hold both posts of grid {grid}",
  },
  "grid-events.outside-the-town": {
    zh: "该处不在本镇范围内（经度{lng}，纬度{lat}）",
    en: "The place is outside of the town (longitude {lng}, latitude {lat})",
  },
  "grid-events.post-vacant": { zh: "{on}该岗无人", en: "Nobody holds the post on {on}" },
  "grid-events.unknown-grid": {
    zh: "{on}的网格图中没有网格{grid}",
    en: "The map of {on} has no grid {grid}",
  },
  "word.adopted": { zh: "已采用", en: "adopted" },
  "word.called-back": { zh: "已撤回", en: "taken back" },
  "word.withdraw": { zh: "撤回", en: "take back" },
} satisfies ProblemTexts<GridRefusal>;

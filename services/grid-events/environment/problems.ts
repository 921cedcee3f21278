import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { EnvironmentRefusal } from "./domain/refusals.ts";

export const environmentProblems = {
  "grid-events.check-not-in-this-state": {
    zh: "检查现为“{status}”，不能{command}；可以：{possible}",
    en: "The inspection is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.not-an-inspector": {
    zh: "须由指定的检查人员本人办理（{rule}）",
    en: "Only a person named as inspector does that ({rule})",
  },
  "grid-events.not-that-day": { zh: "只能在{on}当日登记", en: "It is recorded on {on} alone" },
  "grid-events.before-missing": {
    zh: "发现问题的，须有整改前照片（{rule}）",
    en: "A problem needs pictures before, of this inspection ({rule})",
  },
  "grid-events.after-missing": { zh: "须有整改后照片（{rule}）", en: "A picture after is needed ({rule})" },
  "grid-events.unknown-problem": { zh: "名录中没有问题{problem}", en: "The list has no problem {problem}" },
  "grid-events.responsible-missing": {
    zh: "发现问题的，须指明责任单位（{rule}）",
    en: "A problem needs somebody who puts it right ({rule})",
  },
  "grid-events.who-reported-checks-not": {
    zh: "登记整改情况的人不能复查（{rule}）",
    en: "Who reported it as put right does not look again ({rule})",
  },
  "grid-events.warning-runs": {
    zh: "警示期至{until}届满，期内不得曝光（{rule}）",
    en: "The warning runs until {until}; nothing is exposed before ({rule})",
  },
  "grid-events.person-never-exposed": {
    zh: "曝光台只列村和单位，不列个人、个体工商户或者没有统一社会信用代码的单位（{rule}）",
    en: "The list shows villages and bodies with a credit code, never a person or sole trader ({rule})",
  },
  "grid-events.reward-not-in-this-state": {
    zh: "奖励现为“{status}”，不能{command}；可以：{possible}",
    en: "The reward is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.reward-category": {
    zh: "{category}不在奖励范围（{rule}）",
    en: "Reports of {category} are not rewarded ({rule})",
  },
  "grid-events.reward-too-high": { zh: "奖励最多{mostFen}分", en: "At most {mostFen} fen are granted" },
  "grid-events.reward-not-closed": {
    zh: "事件结案后才能奖励（{rule}）",
    en: "Only a matter that is settled is rewarded ({rule})",
  },
  "grid-events.reward-no-outsider": {
    zh: "只奖励群众的举报（{rule}）",
    en: "Only reports of residents are rewarded ({rule})",
  },
  "grid-events.reward-own-report": {
    zh: "不能办理本人举报的奖励（{rule}）",
    en: "Nobody decides on a reward for his own report ({rule})",
  },
  "grid-events.reward-two-people": {
    zh: "提出人不得批准（{rule}）",
    en: "Who proposed it does not grant it ({rule})",
  },
  "grid-events.unknown-village": { zh: "本镇没有村（社区）{village}", en: "The town has no village {village}" },
  "grid-events.waste-not-running": {
    zh: "清运现为“{status}”，不能{command}；可以：{possible}",
    en: "The rounds are {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.waste-runs": {
    zh: "{on}的清运已有记录，请从以后的日期开始",
    en: "The rounds of {on} are on record; begin on a later day",
  },
  "grid-events.stage-before": {
    zh: "上一环节{stage}还没有登记（{rule}）",
    en: "The stage {stage} before it is not recorded ({rule})",
  },
  "grid-events.stage-done": { zh: "{stage}已登记", en: "{stage} is recorded already" },
  "grid-events.village-not-yours": {
    zh: "您今天不负责{village}的网格，由该村的网格员或者指挥人员、镇领导登记（{rule}）",
    en: "You look after no grid of {village} today; its worker, a dispatcher or a leader records it ({rule})",
  },
  "grid-events.stage-not-yours": {
    zh: "{stage}由指挥人员登记（{rule}）",
    en: "A dispatcher records the stage {stage} ({rule})",
  },
  "word.scheduled": { zh: "已安排", en: "scheduled" },
  "word.clean": { zh: "未发现问题", en: "clean" },
  "word.warned": { zh: "警示整改中", en: "warned" },
  "word.exposed": { zh: "已曝光", en: "exposed" },
  "word.fixed": { zh: "已报整改", en: "reported as put right" },
  "word.put-right": { zh: "已整改", en: "put right" },
  "word.called-off": { zh: "已取消", en: "called off" },
  "word.visit": { zh: "登记检查结果", en: "record the visit" },
  "word.fix": { zh: "登记整改情况", en: "report it as put right" },
  "word.check": { zh: "复查", en: "look again" },
  "word.expose": { zh: "曝光", en: "expose it" },
  "word.call-off": { zh: "取消", en: "call it off" },
  "word.suggested": { zh: "待批准", en: "suggested" },
  "word.granted": { zh: "已批准", en: "granted" },
  "word.turned-down": { zh: "未批准", en: "turned down" },
  "word.taken-back": { zh: "已收回", en: "taken back" },
  "word.paid": { zh: "已发放", en: "paid" },
  "word.grant": { zh: "批准", en: "grant it" },
  "word.turn-down": { zh: "不批准", en: "turn it down" },
  "word.running": { zh: "进行中", en: "running" },
  "word.stopped": { zh: "已停止", en: "stopped" },
  "word.begin": { zh: "开始清运", en: "begin" },
  "word.record": { zh: "登记环节", en: "record a stage" },
  "word.stop": { zh: "停止", en: "stop" },
  "word.household": { zh: "户", en: "household" },
} satisfies ProblemTexts<EnvironmentRefusal>;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CooperationRefusal } from "./domain/refusals.ts";

const letter = "word.enforcement.letter-not-in-this-state" as const;
const patrol = "word.enforcement.patrol-not-in-this-state" as const;
const meeting = "word.enforcement.meeting-not-in-this-state" as const;
const kind = "word.enforcement.letter-not-of-this-kind" as const;
const kinds = {
  "assistance-request": { zh: "协助请求", en: "request for assistance" },
  "assistance-asked": { zh: "他机关的协助请求", en: "request of another organ" },
  referral: { zh: "移送", en: "referral" },
  "referral-received": { zh: "他机关移送", en: "referral from another organ" },
  supervision: { zh: "监督文书", en: "paper of supervision" },
} as const;

/** Cooperation with other organs (E6, E7). */
export const cooperationProblems = {
  "enforcement.cooperation-day": {
    zh: "日期不符，以{after}为界（{article}）",
    en: "The day does not fit; it is measured by {after} ({article})",
  },
  "enforcement.cooperation-head-only": {
    zh: "由综合行政执法机构负责人决定（{article}）",
    en: "The head of the office of enforcement decides ({article})",
  },
  "enforcement.cooperation-not-yours": {
    zh: "由综合行政执法机构人员或者责任人办理（{article}）",
    en: "This is for the office of enforcement, or for the person responsible ({article})",
  },
  "enforcement.duty-to-help": {
    zh: "{kind}不得拒绝，应当办理并答复（{article}）",
    en: "It is not refused but answered: {kind} ({article})",
  },
  "enforcement.letter-not-in-this-state": {
    zh: "函件处于{status}，不能{command}；现在可以：{possible}",
    en: "The letter is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.letter-not-of-this-kind": { zh: "{kind}不适用这一步骤", en: "This step is not for a {kind}" },
  "enforcement.letter-of-no-case": { zh: "没有您办理的案件{case}", en: "You handle no case {case}" },
  "enforcement.letter-of-no-lead": { zh: "没有线索{lead}", en: "There is no lead {lead}" },
  "enforcement.referral-undecided": {
    zh: "线索{lead}尚未决定立案、不予立案或者移送，不能答复（{article}）",
    en: "It is not yet decided what becomes of lead {lead}; the answer waits for it ({article})",
  },
  "enforcement.meeting-decision-unknown": { zh: "没有议定事项{decision}", en: "There is no decision {decision}" },
  "enforcement.meeting-held-already": {
    zh: "当月联席会议已经召集（{article}）",
    en: "The meeting of that month was convened already ({article})",
  },
  "enforcement.meeting-item-unknown": { zh: "议题中没有{item}", en: "The agenda has no {item}" },
  "enforcement.meeting-not-in-this-state": {
    zh: "联席会议处于{status}，不能{command}；现在可以：{possible}",
    en: "The meeting is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.patrol-not-in-this-state": {
    zh: "联合巡查处于{status}，不能{command}；现在可以：{possible}",
    en: "The patrol is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.patrol-not-on-the-roster": {
    zh: "已公布的值班表中没有{on} {from}的巡查班次",
    en: "No published roster has a patrol on {on} at {from}",
  },
  "enforcement.supervision-by-the-bureau": {
    zh: "监督文书由{bureau}作出（{article}）",
    en: "A paper of supervision comes from the department {bureau} ({article})",
  },
  "enforcement.unknown-department": { zh: "没有部门{department}", en: "There is no department {department}" },
  [`${letter}.sent`]: { zh: "已发出", en: "sent" },
  [`${letter}.received`]: { zh: "已收到", en: "received" },
  [`${letter}.taken`]: { zh: "承办中", en: "in hand" },
  [`${letter}.answered`]: { zh: "已答复", en: "answered" },
  [`${letter}.not-agreed`]: { zh: "已拒绝", en: "refused" },
  [`${letter}.withdrawn`]: { zh: "已撤回", en: "withdrawn" },
  [`${letter}.sent-back`]: { zh: "已退回", en: "returned" },
  [`${letter}.note-receipt`]: { zh: "登记收到", en: "recording the receipt" },
  [`${letter}.note-answer`]: { zh: "登记答复", en: "recording the answer" },
  [`${letter}.withdraw`]: { zh: "撤回", en: "withdrawing" },
  [`${letter}.take`]: { zh: "确定承办人", en: "taking it in hand" },
  [`${letter}.refuse`]: { zh: "不予协助", en: "refusing" },
  [`${letter}.reply`]: { zh: "答复", en: "answering" },
  [`${letter}.note-return`]: { zh: "登记退回", en: "recording the return" },
  [`${letter}.pass-time`]: { zh: "时间届满", en: "passing time" },
  [`${patrol}.planned`]: { zh: "已计划", en: "planned" },
  [`${patrol}.agreed`]: { zh: "派出所已同意", en: "agreed" },
  [`${patrol}.done`]: { zh: "已完成", en: "done" },
  [`${patrol}.called-off`]: { zh: "已取消", en: "called off" },
  [`${patrol}.note-agreement`]: { zh: "登记同意", en: "recording the agreement" },
  [`${patrol}.record`]: { zh: "登记情况", en: "recording it" },
  [`${patrol}.call-off`]: { zh: "取消", en: "calling it off" },
  [`${meeting}.convened`]: { zh: "已召集", en: "convened" },
  [`${meeting}.held`]: { zh: "已召开", en: "held" },
  [`${meeting}.followed-up`]: { zh: "已落实", en: "followed up" },
  [`${meeting}.called-off`]: { zh: "已取消", en: "called off" },
  [`${meeting}.renew-agenda`]: { zh: "更新议题", en: "renewing the agenda" },
  [`${meeting}.hold`]: { zh: "登记会议", en: "recording it" },
  [`${meeting}.note-done`]: { zh: "登记落实", en: "recording what was done" },
  [`${meeting}.call-off`]: { zh: "取消", en: "calling it off" },
  [`${meeting}.pass-time`]: { zh: "时间届满", en: "passing time" },
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(([one, text]) => [
      [`${kind}.${one}`, text],
      [`word.enforcement.duty-to-help.${one}`, text],
    ]),
  ),
} satisfies ProblemTexts<CooperationRefusal>;

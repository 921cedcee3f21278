import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DutyRefusal } from "./domain/refusals.ts";

/** Responsibility, absences, hand-overs (L5, L6). */
export const peopleProblems = {
  "permits.assignment-over": {
    zh: "办件已结，责任已解除，不能{command}",
    en: "The case is over and so is the responsibility; {command} is not possible",
  },
  "permits.no-such-duty": { zh: "此件现无{duty}责任", en: "This case has no {duty} yet" },
  "permits.not-your-duty": { zh: "此件的{duty}责任不在您处", en: "The {duty} of this case is not with you" },
  "permits.offered-already": {
    zh: "已提出移交，待对方接受或者收回",
    en: "It is offered already; the other accepts, declines, or it is taken back first",
  },
  "permits.has-it-already": { zh: "对方现在就是{duty}责任人", en: "That person has the {duty} already" },
  "permits.receiver-absent": { zh: "对方不在岗，不能移交给其本人", en: "The receiver is away" },
  "permits.nothing-offered": { zh: "没有待接受的{duty}责任移交", en: "No {duty} is offered" },
  "permits.not-offered-to-you": { zh: "此次移交与您无关", en: "This was not offered to you, nor by you" },
  "permits.assigned-already": { zh: "此件的{duty}责任已有人承担", en: "Somebody has the {duty} already" },
  "permits.absence-ends-before-it-begins": {
    zh: "结束日期{to}早于开始日期{from}",
    en: "It ends on {to}, before it begins on {from}",
  },
  "permits.own-absence": { zh: "本人的外出、请假由他人批准", en: "Nobody approves his own absence" },
  "permits.absent-already": {
    zh: "该人员{from}至{to}已登记不在岗",
    en: "That person is away from {from} to {to} already",
  },
  "permits.partner-absent": {
    zh: "AB 岗不得同时不在岗：另一人{from}至{to}不在岗；确需同时不在岗的，由负责人顶岗",
    en: "A and B of a post are not away at once: the other is away from {from} to {to}; if it cannot be helped, the head covers",
  },
  "permits.no-such-absence": { zh: "没有第{no}次外出、请假记录", en: "There is no absence number {no}" },
  "permits.absence-over": { zh: "该次外出、请假已于{to}结束", en: "That absence ended on {to}" },
  "permits.absence-not-shortened": {
    zh: "只能提前到{from}至{to}之间",
    en: "It can only be shortened to a day from {from} to before {to}",
  },
  "permits.same-person": { zh: "不能移交给离岗人本人", en: "Work is not handed over to who leaves" },
  "permits.own-departure": { zh: "本人的离岗交接由负责人提起", en: "The head starts the hand-over of who leaves" },
  "word.inquiry": { zh: "首问", en: "first inquiry" },
  "word.handling": { zh: "承办", en: "handling" },
  "word.begin": { zh: "着手办理", en: "begin" },
  "word.offer": { zh: "提出移交", en: "offer" },
  "word.accept-offer": { zh: "接受移交", en: "accept-offer" },
  "word.decline-offer": { zh: "不接受移交", en: "decline-offer" },
  "word.take": { zh: "领办", en: "take" },
} satisfies ProblemTexts<DutyRefusal>;

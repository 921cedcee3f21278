import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { AuthorisationRefusal } from "./domain/refusals.ts";

/** Village agents and what parties are told (L9). */
export const agentProblems = {
  "permits.authorisation-not-in-this-state": {
    zh: "委托处于{status}，不能{command}",
    en: "The authorisation is {status}; {command} is not possible",
  },
  "permits.agent-is-no-witness": {
    zh: "代办员本人不得见证或者核对对自己的委托",
    en: "An agent does not witness his own authorisation",
  },
  "permits.proof-not-possible": {
    zh: "此处不能以{proof}方式证明委托，可以：{possible}",
    en: "It cannot be proved by {proof} here, only by: {possible}",
  },
  "permits.own-agent": { zh: "不能委托本人代办", en: "Nobody is his own agent" },
  "permits.authorisation-too-long": {
    zh: "委托期限须在{from}至{longest}之间",
    en: "It ends on a day from {from} to {longest}",
  },
  "permits.item-not-for-agents": { zh: "{item}须由本人办理，不得代办", en: "{item} must be brought in person" },
  "permits.not-authorised": {
    zh: "委托不足以对{item}{act}：{failed}",
    en: "The authorisation does not let the agent {act} for {item}: {failed}",
  },
  "word.pending": { zh: "待核对", en: "pending" },
  "word.ended": { zh: "已终止", en: "ended" },
  "word.delivered": { zh: "已送达", en: "delivered" },
  "word.confirm": { zh: "核对", en: "confirm" },
  "word.reject": { zh: "不予认可", en: "reject" },
  "word.revoke": { zh: "撤销", en: "revoke" },
  "word.resign": { zh: "辞去", en: "resign" },
  "word.fail": { zh: "记未送达", en: "fail" },
  "word.paper": { zh: "书面委托", en: "paper" },
  "word.counter": { zh: "当面委托", en: "the counter" },
  "word.login": { zh: "登录委托", en: "login" },
  "word.file": { zh: "代为申请", en: "file" },
  "word.permits.not-authorised.pay": { zh: "代为缴费", en: "pay" },
  "word.collect": { zh: "代为领取", en: "collect" },
  "word.no-authorisation": { zh: "没有委托", en: "there is none" },
  "word.not-confirmed": { zh: "书面委托尚未核对", en: "the paper has not been seen by a clerk" },
  "word.permits.not-authorised.expired": { zh: "已过期", en: "expired" },
  "word.not-yet-given": { zh: "尚未开始", en: "not given yet" },
  "word.other-agent": { zh: "受托人是他人", en: "it names another agent" },
  "word.other-villager": { zh: "委托人是他人", en: "it is another villager's" },
  "word.act-not-covered": { zh: "未委托此项行为", en: "not this act" },
  "word.item-not-covered": { zh: "未委托此事项", en: "not this item" },
  "word.not-for-agents": { zh: "该事项不得代办", en: "the item is not for agents" },
} satisfies ProblemTexts<AuthorisationRefusal>;

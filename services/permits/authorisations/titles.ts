import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const authorisationsTitles = {
  fields: {
    acts: { zh: "委托权限", en: "Acts covered" },
    "agent.name": { zh: "代办员姓名", en: "Name of the agent" },
    ended: { zh: "终止情况", en: "How it ended" },
    "ended.why": { zh: "终止原因", en: "Why it ended" },
    givenOn: { zh: "委托日期", en: "Given on" },
    resident: { zh: "委托人账号", en: "Account of the villager" },
    villager: { zh: "委托人", en: "Villager" },
    "villager.name": { zh: "委托人姓名", en: "Name of the villager" },
  },
  values: {
    "acts.collect": { zh: "代为领取", en: "collect" },
    "acts.file": { zh: "代为申请", en: "file" },
    "acts.pay": { zh: "代为缴费", en: "pay" },
    "items.all": { zh: "全部可代办事项", en: "every item open to agents" },
    "permits.authorisation.confirmed": { zh: "书面委托已核对", en: "Authorisation confirmed" },
    "permits.authorisation.ended": { zh: "委托已终止", en: "Authorisation ended" },
    "permits.authorisation.given": { zh: "已委托", en: "Authorisation given" },
    "why.expired": { zh: "已过期", en: "expired" },
    "why.rejected": { zh: "书面委托不予认可", en: "the paper was rejected" },
    "why.resigned": { zh: "代办员辞去", en: "the agent resigned" },
    "why.revoked": { zh: "委托人撤销", en: "the villager revoked it" },
  },
} as const satisfies Titles;

import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { HandoverRefusal } from "./domain/refusals.ts";

export const handoverProblems = {
  "powers.lines-not-listed": { zh: "清单上没有：{codes}", en: "Not on the list: {codes}" },
  "powers.line-twice": { zh: "同一职权在交接单上重复：{codes}", en: "A power appears twice on the form: {codes}" },
  "powers.lines-held-already": {
    zh: "本镇届时已以{mode}方式行使：{codes}",
    en: "The town holds these as {mode} by then already: {codes}",
  },
  "powers.entrusting-organ-unknown": {
    zh: "镇配置中没有委托机关，须写明移交机关：{codes}",
    en: "The profile does not know the entrusting organ; name the giver of: {codes}",
  },
  "powers.liberty-not-handed-over": {
    zh: "限制人身自由的处罚权只能由公安等法律规定的机关行使，不得下放（{code}，{article}）",
    en: "Penalties on personal liberty are the police's alone and cannot be handed over ({code}, {article})",
  },
  "powers.delegated-to-another": {
    zh: "赋权只能赋予本镇（{code}，{article}）",
    en: "What is delegated is delegated to the town itself ({code}, {article})",
  },
  "powers.entrusted-to-no-organ": {
    zh: "{receiver}不是可以受委托的机关或组织（{code}，{article}）",
    en: "The receiver is no body to which this may be entrusted ({code}, {article})",
  },
  "powers.re-entrusted": {
    zh: "受委托的权力不得再委托（{article}）",
    en: "What was entrusted cannot be entrusted again ({article})",
  },
  "powers.outside-scope": {
    zh: "{code}不在决定文件的范围内（{article}）",
    en: "{code} is outside the scope of the deciding document ({article})",
  },
  "powers.term-missing": {
    zh: "委托处罚权须写明期限（{code}，{article}）",
    en: "An entrusted penalty power needs its term ({code}, {article})",
  },
  "powers.not-capable": {
    zh: "须有生效前作出的、认定本镇能够有效承接的结论（{code}，{article}）",
    en: "A finding, before the first day, that the town is able to take it over is needed ({code}, {article})",
  },
  "powers.handover-not-in-this-state": {
    zh: "交接单现为“{status}”，不能{command}；可以：{possible}",
    en: "The form is {status} now and cannot {command}; possible: {possible}",
  },
  "powers.not-of-this-party": {
    zh: "不能代表{party}签署",
    en: "You do not sign for the {party}",
  },
  "powers.already-signed": { zh: "{party}已签署", en: "The {party} has signed already" },
  "powers.one-person-for-both": {
    zh: "双方不得由同一人签署（{rule}）",
    en: "One person does not sign for both parties ({rule})",
  },
  "powers.signed-something-else": {
    zh: "所签内容与交接单不一致，请重新核对后签署",
    en: "What you sign is not what the form says; read it again",
  },
  "word.statutory": { zh: "法定", en: "statutory" },
  "word.delegated": { zh: "赋权", en: "delegated" },
  "word.entrusted": { zh: "委托", en: "entrusted" },
  "word.county": { zh: "县方", en: "county" },
  "word.town": { zh: "镇方", en: "town" },
  "word.draft": { zh: "草稿", en: "draft" },
  "word.county-signed": { zh: "县方已签", en: "signed by the county" },
  "word.town-signed": { zh: "镇方已签", en: "signed by the town" },
  "word.signed": { zh: "双方已签", en: "signed" },
  "word.in-effect": { zh: "已生效", en: "in effect" },
  "word.sign": { zh: "签署", en: "sign" },
} satisfies ProblemTexts<HandoverRefusal>;

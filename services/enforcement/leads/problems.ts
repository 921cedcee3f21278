import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { LeadsRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.lead-not-in-this-state" as const;

/** Leads (E6, E8). */
export const leadProblems = {
  "enforcement.lead-breach-found": {
    zh: "核查认定存在违法，应当提请立案（{article}）",
    en: "The check found a breach: a case is to be proposed ({article})",
  },
  "enforcement.lead-check-day": {
    zh: "核查日期应在{from}至{until}之间（{article}）",
    en: "The check lies between {from} and {until} ({article})",
  },
  "enforcement.lead-crime-suspected": {
    zh: "涉嫌犯罪，应当移送公安机关（{article}）",
    en: "It may be a crime: it goes to the police ({article})",
  },
  "enforcement.lead-day-to-come": {
    zh: "日期不能晚于{on}；由其他机关移送的，获悉日期不能早于行为发生",
    en: "The day is not after {on}; only who hands it over may have known before, and not before it happened",
  },
  "enforcement.lead-domain-missing": {
    zh: "认定违法须载明领域，以确定立案期限（{article}）",
    en: "A breach needs its domain, by which the term is counted ({article})",
  },
  "enforcement.lead-extended-already": {
    zh: "立案期限已延长过一次（{article}）",
    en: "The term was extended once already ({article})",
  },
  "enforcement.lead-extension-not-allowed": {
    zh: "领域{domain}没有延长立案期限的规定（{article}）",
    en: "No rule of the domain {domain} extends the filing term ({article})",
  },
  "enforcement.lead-head-only": {
    zh: "由行政机关负责人批准（{article}）",
    en: "The head of the organ approves it ({article})",
  },
  "enforcement.lead-informant-unknown": {
    zh: "线索提供人没有留下姓名",
    en: "Who informed has left no name",
  },
  "enforcement.lead-into-itself": { zh: "不能并入自身", en: "A lead does not join itself" },
  "enforcement.lead-into-nothing": {
    zh: "没有正在办理的线索或者案件{id}",
    en: "No lead or case {id} is being dealt with",
  },
  "enforcement.lead-no-breach-found": {
    zh: "现场核查没有认定违法，不能提请立案（{article}）",
    en: "The check found no breach; no case is proposed ({article})",
  },
  "enforcement.lead-not-checked": {
    zh: "须先由两名执法人员现场核查并签字（{article}）",
    en: "Two officers check it at the place first, and sign ({article})",
  },
  "enforcement.lead-not-enforcement": {
    zh: "由综合行政执法机构人员办理",
    en: "The office of enforcement deals with it",
  },
  "enforcement.lead-not-in-this-state": {
    zh: "线索处于{status}，不能{command}；现在可以：{possible}",
    en: "The lead is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.lead-not-your-matter": {
    zh: "由中队长或者行政机关负责人决定；投诉执法行为的，由镇领导或者督查决定（{article}）",
    en: "The squad leader or the head decides; of conduct a leader or who supervises ({article})",
  },
  "enforcement.lead-of-other-matter": {
    zh: "投诉执法行为的线索只审查答复，违法线索不作答复（{article}）",
    en: "How officers acted is examined and answered, and nothing else is ({article})",
  },
  "enforcement.lead-outside-the-town": {
    zh: "行为发生地在本镇之外，应当移送（{article}）",
    en: "The place is outside of the town: it is handed over ({article})",
  },
  "enforcement.lead-own-check": {
    zh: "核查人员不得决定该线索的去向（{article}）",
    en: "Who checked a lead does not decide on it ({article})",
  },
  "enforcement.lead-own-matter": {
    zh: "与该线索有关的人员不得办理（{article}）",
    en: "Nobody deals with a lead that concerns himself ({article})",
  },
  "enforcement.lead-place-missing": {
    zh: "认定违法须载明地点（{article}）",
    en: "A breach needs its place ({article})",
  },
  "enforcement.lead-source-not-yours": {
    zh: "不能登记该来源的线索：{source}",
    en: "You do not record leads of this source: {source}",
  },
  "enforcement.lead-term-over": {
    zh: "立案期限已于{due}届满（{article}）",
    en: "The term ended on {due} ({article})",
  },
  "enforcement.lead-to-the-town-itself": {
    zh: "{organ}就是本镇，不能移送给自己（{article}）",
    en: "{organ} is the town itself: nothing is handed over to it ({article})",
  },
  [`${state}.received`]: { zh: "已接收", en: "received" },
  [`${state}.checked`]: { zh: "待签字", en: "checked" },
  [`${state}.verified`]: { zh: "已核查", en: "verified" },
  [`${state}.proposed`]: { zh: "已提请立案", en: "proposed" },
  [`${state}.filed`]: { zh: "已立案", en: "filed" },
  [`${state}.dismissed`]: { zh: "不予立案", en: "dismissed" },
  [`${state}.transferred`]: { zh: "已移送", en: "transferred" },
  [`${state}.joined`]: { zh: "已并入", en: "joined" },
  [`${state}.answered`]: { zh: "已答复", en: "answered" },
  [`${state}.verify`]: { zh: "核查", en: "checking" },
  [`${state}.countersign`]: { zh: "签字", en: "signing" },
  [`${state}.propose`]: { zh: "提请立案", en: "proposing a case" },
  [`${state}.dismiss`]: { zh: "不予立案", en: "dismissing" },
  [`${state}.transfer`]: { zh: "移送", en: "handing over" },
  [`${state}.join`]: { zh: "并入", en: "joining" },
  [`${state}.answer`]: { zh: "答复", en: "answering" },
  [`${state}.extend`]: { zh: "延长期限", en: "extending the term" },
  [`${state}.informant`]: { zh: "查看线索提供人", en: "reading who informs" },
  [`${state}.take-in`]: { zh: "并入其他线索", en: "taking another lead in" },
} satisfies ProblemTexts<LeadsRefusal>;

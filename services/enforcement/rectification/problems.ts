import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { OrderRefusal } from "./domain/refusals.ts";

const order = "word.enforcement.order-not-in-this-state" as const;
const talk = "word.enforcement.guidance-not-in-this-state" as const;

/** Oral guidance and orders to correct (E3). */
export const orderProblems = {
  "enforcement.guidance-day": { zh: "劝导日期不能晚于{on}", en: "Guidance is not after {on}" },
  "enforcement.guidance-differs": {
    zh: "该劝导不是对这一当事人、这一违法行为的，或者已经听从、已经责令改正（{article}）",
    en: "That guidance was of another party or breach, or was followed, or an order came of it already ({article})",
  },
  "enforcement.guidance-not-in-this-state": {
    zh: "劝导处于{status}，不能{command}；现在可以：{possible}",
    en: "The guidance is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.order-check-day": {
    zh: "复查日期应在送达日{from}至{until}之间（{article}）",
    en: "They look again between the service on {from} and {until} ({article})",
  },
  "enforcement.order-education-day": {
    zh: "教育日期应在{from}至{until}之间（{article}）",
    en: "The party was taught between {from} and {until} ({article})",
  },
  "enforcement.order-extended-already": {
    zh: "已经申请过延长改正期限（{article}）",
    en: "More time was asked for once already ({article})",
  },
  "enforcement.order-extension-days": {
    zh: "准予延长的须写明天数，最多{most}；不准予的不写（{article}）",
    en: "More time names its days, {most} at most; a refusal names none ({article})",
  },
  "enforcement.order-extension-late": {
    zh: "改正期限已于{due}届满，不能再申请延长（{article}）",
    en: "The time ended on {due}; more was to be asked for before ({article})",
  },
  "enforcement.order-extension-not-asked": {
    zh: "没有待决定的延长申请（{article}）",
    en: "No request for more time waits ({article})",
  },
  "enforcement.order-extension-undecided": {
    zh: "延长申请尚未决定，不得认定逾期未改正（{article}）",
    en: "A request for more time waits; until it is decided nothing counts as unmet ({article})",
  },
  "enforcement.order-finding-differs": {
    zh: "所签结论与复查记录不一致（{article}）",
    en: "The record of the check has another finding than you sign ({article})",
  },
  "enforcement.order-found-later": { zh: "发现日期不能晚于{on}", en: "A breach is not found after {on}" },
  "enforcement.order-head-only": {
    zh: "由行政机关负责人决定（{article}）",
    en: "The head of the organ decides that ({article})",
  },
  "enforcement.order-not-due": {
    zh: "改正期限至{due}，期满前不得认定逾期未改正（{article}）",
    en: "The party has until {due}; before that nothing counts as unmet ({article})",
  },
  "enforcement.order-not-enforcement": {
    zh: "由持当日有效执法证的综合行政执法人员办理（{article}）",
    en: "An officer of enforcement does that, with a certificate in force on the day ({article})",
  },
  "enforcement.order-not-first-time": {
    zh: "{since}以来同一当事人的同类违法已被处罚或者免予处罚，不是首次（{article}）",
    en: "It is not the first time: since {since} such an act of this party was punished or let off ({article})",
  },
  "enforcement.order-not-in-this-state": {
    zh: "责令改正处于{status}，不能{command}；现在可以：{possible}",
    en: "The order is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.order-not-slight": {
    zh: "复查记录不支持该理由：须轻微且无危害后果；首次的危害后果须轻微（{article}）",
    en: "The check does not bear this ground out: slight and harmless, or at the first time hardly harmful ({article})",
  },
  "enforcement.order-not-yours": {
    zh: "只有通知书或者劝导记录载明的执法人员可以办理（{article}）",
    en: "An officer whom the record names does that ({article})",
  },
  "enforcement.order-nothing-to-sign": {
    zh: "没有待签字的复查记录（{article}）",
    en: "No check waits for a signature ({article})",
  },
  "enforcement.order-of-a-case": {
    zh: "该通知书属于案件{case}，由该案决定（{article}）",
    en: "The order is one of case {case}, which decides ({article})",
  },
  "enforcement.order-outside-the-town": {
    zh: "发生地在本镇之外，由当地机关责令改正（{article}）",
    en: "The place lies outside of the town: the organ there deals with it ({article})",
  },
  "enforcement.order-own-matter": {
    zh: "不得办理与本人有关的责令改正（{article}）",
    en: "Nobody orders or lets off what concerns himself ({article})",
  },
  "enforcement.order-own-work": {
    zh: "拟制、复查该通知书的人员不得决定（{article}）",
    en: "Who made the order, or looked again, does not decide on it ({article})",
  },
  "enforcement.order-paper-missing": {
    zh: "代为登记的，须附当事人的书面申请（{article}）",
    en: "What is recorded for the party needs his paper ({article})",
  },
  "enforcement.order-paper-replaced": {
    zh: "文号{number}不是待送达的文书（{article}）",
    en: "Paper {number} does not wait for its service ({article})",
  },
  "enforcement.order-party-only": {
    zh: "由当事人本人提出，或者由窗口、载明的执法人员凭书面材料登记（{article}）",
    en: "The party does that himself, or the counter or a named officer records his paper ({article})",
  },
  "enforcement.order-pictures-missing": {
    zh: "复查须附照片（{article}）",
    en: "The check needs pictures ({article})",
  },
  "enforcement.order-promise-missing": {
    zh: "首违不罚须有当事人签署的改正承诺书（{article}）",
    en: "To be let off at the first time, the party signs a promise ({article})",
  },
  "enforcement.order-served-day": {
    zh: "送达日期应在{from}至{until}之间",
    en: "The paper is served between {from} and {until}",
  },
  "enforcement.order-unlike-case": {
    zh: "通知书的当事人、事项与案件不符，或者您不是该案执法人员（{article}）",
    en: "The case has no such act of this party, or you are no officer of it ({article})",
  },
  [`${order}.unsigned`]: { zh: "待签发", en: "unsigned" },
  [`${order}.issued`]: { zh: "待送达", en: "issued" },
  [`${order}.binding`]: { zh: "限期改正中", en: "binding" },
  [`${order}.corrected`]: { zh: "已改正", en: "corrected" },
  [`${order}.unmet`]: { zh: "逾期未改正", en: "unmet" },
  [`${order}.let-off`]: { zh: "不予处罚", en: "let off" },
  [`${order}.proposed`]: { zh: "已提请立案", en: "proposed" },
  [`${order}.revoked`]: { zh: "已撤销", en: "revoked" },
  [`${order}.dropped`]: { zh: "已作废", en: "dropped" },
  [`${order}.draft`]: { zh: "拟制", en: "drawing up" },
  [`${order}.countersign`]: { zh: "签发", en: "issuing" },
  [`${order}.drop`]: { zh: "作废", en: "dropping" },
  [`${order}.note-service`]: { zh: "登记送达", en: "noting the service" },
  [`${order}.ask-extension`]: { zh: "申请延长", en: "asking for more time" },
  [`${order}.decide-extension`]: { zh: "决定延长", en: "deciding on more time" },
  [`${order}.report-done`]: { zh: "报告已改正", en: "saying that it is done" },
  [`${order}.recheck`]: { zh: "复查", en: "looking again" },
  [`${order}.sign-recheck`]: { zh: "复查签字", en: "signing the check" },
  [`${order}.propose`]: { zh: "提请立案", en: "proposing a case" },
  [`${order}.revoke`]: { zh: "撤销", en: "revoking" },
  [`${talk}.given`]: { zh: "已劝导", en: "given" },
  [`${talk}.followed`]: { zh: "已听从", en: "followed" },
  [`${talk}.ordered`]: { zh: "已责令改正", en: "followed by an order" },
  [`${talk}.give`]: { zh: "登记劝导", en: "recording guidance" },
  [`${talk}.note-followed`]: { zh: "登记听从", en: "noting that it was followed" },
  [`${talk}.note-order`]: { zh: "登记责令改正", en: "noting the order" },
} satisfies ProblemTexts<OrderRefusal>;

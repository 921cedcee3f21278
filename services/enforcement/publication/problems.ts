import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PublicationRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.publication-not-in-this-state" as const;
const told = "word.enforcement.publication-names-somebody" as const;
const left = "word.enforcement.duties-open" as const;

/** Publication of decisions (CF-48, CF-48a). */
export const publicationProblems = {
  "enforcement.decision-not-served": {
    zh: "处罚决定尚未送达，不能公开（{article}）",
    en: "The decision is not served, so it is not published ({article})",
  },
  "enforcement.duties-open": {
    zh: "处罚决定的义务尚未全部履行：{left}（{article}）",
    en: "What the decision asks for is not done: {left} ({article})",
  },
  "enforcement.minor-not-shown": {
    zh: "警告、通报批评等轻微失信行为的处罚决定不予公示（{article}）",
    en: "Warnings and criticism are minor and are not shown ({article})",
  },
  "enforcement.no-such-decision": {
    zh: "没有这一处罚决定，或者没有给予处罚（{article}）",
    en: "There is no such decision, or it punishes nobody ({article})",
  },
  "enforcement.nothing-to-take-down": {
    zh: "没有在其他网站公开，或者已经撤下（{article}）",
    en: "It is shown nowhere else, or is taken down already ({article})",
  },
  "enforcement.proof-paper-missing": {
    zh: "代当事人登记须有其书面材料（{article}）",
    en: "Staff record what the party asks by his paper ({article})",
  },
  "enforcement.publication-fell": {
    zh: "处罚决定已被撤销、确认违法或者无效，不能公开（{article}）",
    en: "The decision was revoked, or is void or unlawful; it is not published ({article})",
  },
  "enforcement.publication-names-somebody": {
    zh: "公开的文字不得含有{told}（{article}）",
    en: "The public text must not say {told} ({article})",
  },
  "enforcement.publication-not-in-this-state": {
    zh: "公开处于{status}，不能{command}；现在可以：{possible}",
    en: "The publication is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.publication-time-over": {
    zh: "公示期限已于{until}届满（{article}）",
    en: "The longest time to show it ended on {until} ({article})",
  },
  "enforcement.repair-asked": {
    zh: "已经申请信用修复，等待审定（{article}）",
    en: "The repair was asked for and waits for the head ({article})",
  },
  "enforcement.repair-not-asked": {
    zh: "没有待审定的信用修复申请（{article}）",
    en: "No repair is asked for ({article})",
  },
  "enforcement.repair-too-early": {
    zh: "最短公示期届满（{earliestRepair}）后才可以申请信用修复（{article}）",
    en: "The repair can be asked for from {earliestRepair} on ({article})",
  },
  "enforcement.statistics-not-yet": {
    zh: "{year}年尚未结束，不提供统计",
    en: "The year {year} is not over; it has no statistics yet",
  },
  "enforcement.take-down-first": {
    zh: "其他网站上的旧决定尚未撤下（{article}）",
    en: "The old text is still shown elsewhere; take it down first ({article})",
  },
  "enforcement.young-party": {
    zh: "涉及未成年人的处罚决定不予公开（{article}）",
    en: "A decision about a person who was under age is not published ({article})",
  },
  [`${left}.fine`]: { zh: "缴纳罚款", en: "the fine" },
  [`${left}.confiscation`]: { zh: "缴纳没收款物", en: "what is confiscated" },
  [`${left}.order`]: { zh: "改正违法行为", en: "the order to correct" },
  [`${left}.other`]: { zh: "其他义务", en: "another duty" },
  [`${told}.name`]: { zh: "自然人的姓名", en: "the name of a person" },
  [`${told}.number`]: { zh: "证件号码、电话或者账号", en: "a number that finds a person" },
  [`${told}.address`]: { zh: "自然人的住址", en: "the address of a person" },
  [`${told}.secret`]: { zh: "当事人指明的商业秘密", en: "a business secret that the party named" },
  [`${state}.proposed`]: { zh: "待审定", en: "proposed" },
  [`${state}.declined`]: { zh: "不予公开", en: "declined" },
  [`${state}.dropped`]: { zh: "不再公开", en: "dropped" },
  [`${state}.published`]: { zh: "已公开", en: "published" },
  [`${state}.withdrawn`]: { zh: "已撤回", en: "withdrawn" },
  [`${state}.expired`]: { zh: "期满", en: "expired" },
  [`${state}.repaired`]: { zh: "已修复", en: "repaired" },
  [`${state}.name-secrets`]: { zh: "指明商业秘密", en: "naming secrets" },
  [`${state}.publish`]: { zh: "公开", en: "publishing" },
  [`${state}.decline`]: { zh: "不予公开", en: "declining" },
  [`${state}.ask-repair`]: { zh: "申请信用修复", en: "asking for repair" },
  [`${state}.withdraw-repair`]: { zh: "撤回修复申请", en: "taking the request back" },
  [`${state}.decide-repair`]: { zh: "审定信用修复", en: "deciding on the repair" },
  [`${state}.note-taken-down`]: { zh: "登记撤下", en: "recording that it is taken down" },
  [`${state}.follow`]: { zh: "跟随处罚决定", en: "following the decision" },
  [`${state}.propose`]: { zh: "提出公开", en: "proposing" },
} satisfies ProblemTexts<PublicationRefusal>;

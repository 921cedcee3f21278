import type { ProblemTexts } from "../../../shared/http/index.ts";
import { paperKinds } from "./domain/delivery.ts";
import type { PaperRefusal } from "./domain/refusals.ts";
import { paperTitles } from "./titles.ts";

/** Service of papers (CF-61, CF-61a). */
export const paperProblems = {
  "enforcement.copy-not-asked": {
    zh: "只有电子送达的文书可以索取纸质件，且须由当事人提出（{article}）",
    en: "A paper copy is of what came electronically, when the party asks ({article})",
  },
  "enforcement.delivery-not-in-this-state": {
    zh: "送达处于{status}，不能{command}；现在可以：{possible}",
    en: "The delivery is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.lives-elsewhere": {
    zh: "代收的成年家属须与受送达人同住（{article}）",
    en: "A relative signs only if he is of age and lives with the party ({article})",
  },
  "enforcement.no-consent": {
    zh: "当事人没有签订有效的电子送达确认书（{article}）",
    en: "The party's signed consent to electronic service is not in force ({article})",
  },
  "enforcement.no-such-paper": {
    zh: "没有可以送达的文书（{kind}）；其他文书须写明文号和日期",
    en: "There is no such paper ({kind}); of other papers say number and day",
  },
  "enforcement.no-such-proceeding": { zh: "没有这一当事人程序", en: "There is no such proceeding" },
  "enforcement.not-a-handler": {
    zh: "只有本案持有效执法证件的执法人员可以办理（{article}）",
    en: "Only an officer of the case with a certificate in force may do that ({article})",
  },
  "enforcement.not-an-agent": {
    zh: "签收人当日不是当事人在任的代理人（{article}）",
    en: "Who signed acted for the party on that day by no appointment ({article})",
  },
  "enforcement.not-the-party": {
    zh: "只有当事人本人可以办理，或者由窗口、本案执法人员凭书面材料登记（{article}）",
    en: "The party does that himself, or the counter or an officer of the case records his paper ({article})",
  },
  "enforcement.other-ways-first": {
    zh: "公告送达前须先采用：{missing}（{article}）",
    en: "A public notice comes only after these failed: {missing} ({article})",
  },
  "enforcement.service-proof-missing": { zh: "缺少证明材料（{article}）", en: "What proves it is missing ({article})" },
  "enforcement.receiver-cannot-sign": {
    zh: "{to}不能代为签收（{article}）",
    en: "The receiver ({to}) cannot sign for this party ({article})",
  },
  "enforcement.served-before-issued": { zh: "不能早于文书日期{issuedOn}", en: "It was issued on {issuedOn}" },
  "enforcement.served-in-the-future": { zh: "日期{on}不符", en: "The day {on} is not possible" },
  "enforcement.witness-is-handler": {
    zh: "办案人员不能作见证人（{article}）",
    en: "Who handles the case is no witness ({article})",
  },
  "word.under-way": { zh: "送达中", en: "under way" },
  "word.published": { zh: "公告中", en: "published" },
  "word.served": { zh: "已送达", en: "served" },
  "word.abandoned": { zh: "不再送达", en: "abandoned" },
  "word.deliver-by-hand": { zh: "直接送达", en: "handing over" },
  "word.leave": { zh: "留置送达", en: "leaving it" },
  "word.deliver-electronically": { zh: "电子送达", en: "electronic service" },
  "word.deliver-by-mail": { zh: "邮寄送达", en: "service by mail" },
  "word.entrust": { zh: "委托送达", en: "service by another organ" },
  "word.note-failure": { zh: "登记未能送达", en: "recording a failure" },
  "word.publish-notice": { zh: "公告送达", en: "public notice" },
  "word.ask-copy": { zh: "索取纸质件", en: "asking for a copy" },
  "word.give-copy": { zh: "交付纸质件", en: "giving the copy" },
  "word.abandon": { zh: "不再送达", en: "abandoning" },
  "word.send": { zh: "送达", en: "sending" },
  "word.handed-over": { zh: "直接送达", en: "by hand" },
  "word.mail": { zh: "邮寄送达", en: "by mail" },
  "word.electronic": { zh: "电子送达", en: "electronically" },
  "word.self": { zh: "本人", en: "the party" },
  "word.adult-of-household": { zh: "同住成年家属", en: "adult-of-household" },
  "word.agent": { zh: "代理人", en: "agent" },
  "word.legal-representative": { zh: "法定代表人", en: "legal representative" },
  "word.head": { zh: "负责人", en: "head" },
  "word.mail-clerk": { zh: "收发人员", en: "mail clerk" },
} satisfies ProblemTexts<PaperRefusal>;

const code = "enforcement.no-such-paper";
/** Each kind of paper as its title says. */
export const paperKindWords = Object.fromEntries(
  paperKinds.map((kind) => [`word.${code}.${kind}`, paperTitles.values[`paper.kind.${kind}`]]),
);

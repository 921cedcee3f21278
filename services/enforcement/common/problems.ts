import { caseRuleTexts } from "../../../shared/case-rules/index.ts";
import type { ProblemTexts } from "../../../shared/http/index.ts";
import { conditionWordsOf } from "../../../shared/powers-in-force/index.ts";
import type { CommonRefusal } from "./domain/refusals.ts";

/** What several parts of the service refuse with. */
export const commonProblems = {
  "enforcement.delivery-does-not-fit": {
    zh: "没有该文书已经送达的记录（{article}）",
    en: "There is no record that this paper was served ({article})",
  },
  "enforcement.document-dated-later": caseRuleTexts["document-dated-later"],
  "enforcement.not-a-named-officer": {
    zh: "只有记录中载明的执法人员本人可以办理（{article}）",
    en: "Only an officer who is named in the record may do that ({article})",
  },
  "enforcement.own-signature": {
    zh: "记录人不能代替另一名执法人员签字，须由另一名执法人员以本人账号确认（{article}）",
    en: "The officer who recorded it cannot sign for the other; the other signs with his own login ({article})",
  },
  "enforcement.person-decides": caseRuleTexts["person-decides"],
  "enforcement.person-differs": caseRuleTexts["person-differs"],
  "enforcement.place-missing": {
    zh: "{item}是否由本镇行使取决于地点，请先载明地点",
    en: "Whether the town may use {item} depends on the place; state the place first",
  },
  "enforcement.posted-before-told": caseRuleTexts["posted-before-told"],
  "enforcement.posted-in-future": caseRuleTexts["posted-in-future"],
  "enforcement.posting-recorded-by-staff": caseRuleTexts["posting-recorded-by-staff"],
  "enforcement.power-not-in-force": {
    zh: "法无授权不可为：{on}本镇不得行使{item}，不满足：{conditions}（{article}）",
    en: "No power, no act: on {on} the town may not exercise {item}; failing: {conditions} ({article})",
  },
  "enforcement.town-does-not-decide": {
    zh: "本镇对{item}只初审或者转报，不作处罚决定（{article}）",
    en: "The town does not decide on {item}; it prepares the matter or passes it on ({article})",
  },
  "enforcement.two-officers": {
    zh: "须有两名以上不同的执法人员，均持当日有效、领域相符的执法证；载明{named}人，问题：{conditions}（{article}）",
    en: "Two different officers at least, each with a certificate in force that day for the domain; named: {named}, failing: {conditions} ({article})",
  },
  "enforcement.unknown-domain": {
    zh: "本镇没有处罚领域{domain}；可选：{known}",
    en: "The town has no penalty domain {domain}; it has: {known}",
  },
  "enforcement.unknown-penalty": {
    zh: "处罚清单中没有{item}",
    en: "There is no {item} on the penalty list",
  },
  "enforcement.unknown-person": caseRuleTexts["unknown-person"],
  ...conditionWordsOf("enforcement.power-not-in-force"),
  ...conditionWordsOf("enforcement.two-officers"),
} satisfies ProblemTexts<CommonRefusal>;

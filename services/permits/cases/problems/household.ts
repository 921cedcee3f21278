import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { HouseholdRefusal } from "../domain/refusals.ts";

export const householdProblems = {
  "permits.not-in-audience": {
    zh: "{item}不面向此类申请人，服务对象为：{audience}（{article}）",
    en: "{item} is not for such an applicant; it is for: {audience} ({article})",
  },
  "permits.household-missing": {
    zh: "{item}一户一宅，须填报申请户：户号、户主和成员（{article}）",
    en: "{item} is given once per household: state its book, head and members ({article})",
  },
  "permits.household-not-asked": {
    zh: "{item}不需填报家庭成员",
    en: "{item} does not ask for the household",
  },
  "permits.household-without-head": {
    zh: "须填报且只填报一名户主",
    en: "A household has one head",
  },
  "permits.household-member-twice": {
    zh: "同一成员重复填报",
    en: "A member is named twice",
  },
  "permits.spouse-not-stated": {
    zh: "须填报申请人、户主的配偶（包括登记在其他户口簿的），或者声明无配偶（{article}）",
    en: "State the spouse of the applicant and of the head, also one of another household book, or that there is none ({article})",
  },
  "permits.spouses-contradict": {
    zh: "填报的配偶互相矛盾",
    en: "What is stated of the spouses contradicts itself",
  },
  "permits.applicant-not-in-household": {
    zh: "申请人不在所填报的户内",
    en: "The applicant is not a member of the household stated",
  },
  "permits.household-has-one": {
    zh: "该户或其成员已由办件{heldBy}取得，一户只能有一处（{article}）",
    en: "The household or one of its members has one already, by case {heldBy} ({article})",
  },
  "permits.household-changed": {
    zh: "申请户刚被改动，请核对后重新决定（{article}）",
    en: "The household was stated anew meanwhile: look at it and decide again ({article})",
  },
  "permits.claim-not-in-this-state": {
    zh: "登记处于{status}，不能{command}",
    en: "The claim is {status}; {command} is not possible",
  },
  "permits.farmland-not-considered": {
    zh: "须查明是否占用农用地（{article}）",
    en: "Find out first whether the land is farmland ({article})",
  },
  "permits.conversion-missing": {
    zh: "占用农用地的，须先办理农用地转用审批，并载明批准文号、机关、日期和文件（{article}）",
    en: "The land is farmland: name the approval of its conversion by number, organ, date and document ({article})",
  },
  "permits.conversion-not-yet": {
    zh: "农用地转用批准日期{date}在今天之后（{article}）",
    en: "The conversion is dated {date}, after today ({article})",
  },
  "permits.converted-by-the-town": {
    zh: "{organ}无权批准农用地转用（{article}）",
    en: "The town does not approve the conversion of farmland itself ({article})",
  },
  "word.citizen": { zh: "公民", en: "citizens" },
  "word.organisation": { zh: "法人或者其他组织", en: "organisations" },
  "word.held": { zh: "已登记", en: "held" },
  "word.free": { zh: "已解除", en: "free" },
  "word.state-household": { zh: "填报申请户", en: "state-household" },
  "word.claim": { zh: "登记", en: "claim" },
  "word.release": { zh: "注销登记", en: "release" },
  "word.let-go": { zh: "解除登记", en: "let-go" },
} satisfies ProblemTexts<HouseholdRefusal>;

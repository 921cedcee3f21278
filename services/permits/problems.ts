import type { ProblemTexts } from "../../shared/http/index.ts";

export const problems: ProblemTexts = {
  "permits.unknown-item": { zh: "没有{item}这一事项的办事指南", en: "There is no guide for the item {item}" },
  "permits.power-not-in-force": {
    zh: "法无授权不可为：{on}本镇不得行使{item}，不满足：{conditions}",
    en: "No power, no act: on {on} the town may not exercise {item}; failing: {conditions}",
  },
  "permits.material-not-asked": {
    zh: "办事指南未要求此材料，不得索要或收取（{article}）",
    en: "The guide does not ask for this material ({article})",
  },
  "permits.material-obtained-by-sharing": {
    zh: "此材料通过数据共享取得，不得要求申请人提供",
    en: "This material is obtained by sharing and must not be asked for",
  },
  "permits.corrections-already-notified": {
    zh: "已于{on}一次性告知，不得再次告知（{article}）",
    en: "Everything missing was to be named at once, on {on}; there is no second notice ({article})",
  },
  "permits.notice-incomplete": {
    zh: "一次性告知须列明全部所缺材料，还缺：{omitted}（{article}）",
    en: "The notice must name everything missing at once; omitted: {omitted} ({article})",
  },
  "permits.deemed-accepted": {
    zh: "{due}已过，未告知补正，自{since}起即为受理（{article}）",
    en: "{due} has passed without a notice: accepted as of {since} ({article})",
  },
  "permits.materials-missing": {
    zh: "材料不齐，不能受理，应一次性告知；所缺：{missing}（{article}）",
    en: "Incomplete: give the one-time notice instead; missing: {missing} ({article})",
  },
  "permits.competent-organ-missing": {
    zh: "不属本机关职权的，须告知有权机关（{article}）",
    en: "Name the competent organ ({article})",
  },
  "permits.not-yours": { zh: "这不是您的办件", en: "This is not your application" },
  "permits.not-in-this-state": {
    zh: "办件处于{status}，不能{command}；现在可以：{possible}",
    en: "The application is {status}; {command} is not possible, only: {possible}",
  },
  "permits.nothing-due": { zh: "没有到期事项", en: "Nothing is due" },
  "permits.no-written-notice": {
    zh: "未书面告知申请人所需时间，不得中止计时（{article}）",
    en: "The clock stops only once the applicant has been told in writing ({article})",
  },
  "permits.notice-not-delivered-yet": {
    zh: "告知书的送达日期在今天之后（{article}）",
    en: "The notice is dated after today ({article})",
  },
  "permits.head-must-approve": {
    zh: "延长期限须经本机关负责人批准（{article}）",
    en: "Only the head of the organ may extend the limit ({article})",
  },
  "permits.no-statutory-limit": { zh: "该事项没有法定时限可延长", en: "There is no statutory limit to extend" },
  "permits.already-extended": { zh: "已延长过一次（{article}）", en: "It was extended once already ({article})" },
  "permits.extension-too-long": {
    zh: "最多延长{longest}个工作日（{article}）",
    en: "At most {longest} working days ({article})",
  },
  "permits.limit-already-passed": {
    zh: "法定时限已于{due}届满，不能再延长（{article}）",
    en: "The limit passed on {due} and can no longer be extended ({article})",
  },
  "permits.no-step-pending": { zh: "没有待办的审查环节", en: "No step is pending" },
  "permits.not-your-office": { zh: "应由{office}办理", en: "This is for the office {office}" },
  "permits.two-inspectors": {
    zh: "{step}须指派两名以上工作人员（{article}）",
    en: "{step} takes two or more inspectors ({article})",
  },
  "permits.acceptor-cannot-decide": {
    zh: "受办分离：受理人不得作出决定",
    en: "Whoever accepts an application does not decide it",
  },
  "permits.steps-pending": { zh: "尚有环节未完成：{steps}", en: "Steps are still pending: {steps}" },
  "permits.town-does-not-decide": {
    zh: "本镇对此事项只{role}，应转报{to}",
    en: "The town only {role} this; it is forwarded to {to}",
  },
  "permits.town-decides-itself": { zh: "{item}由本镇决定，不转报", en: "The town decides {item} itself" },
  "permits.reasons-missing": {
    zh: "不予许可须说明理由（{article}）",
    en: "A refusal gives its reasons ({article})",
  },
  "permits.promise-longer-than-law": {
    zh: "承诺时限{promised}超过法定时限{legal}",
    en: "The promise of {promised} is longer than the law's {legal}",
  },
  "permits.guide-unchanged": { zh: "办事指南与第{version}版相同", en: "The guide is the same as version {version}" },
  "permits.certificate-not-in-this-state": {
    zh: "证件处于{status}，不能{command}",
    en: "The certificate is {status}; {command} is not possible",
  },
  "permits.decider-cannot-issue": { zh: "作出决定的人不得出证", en: "Whoever decided does not issue" },
};

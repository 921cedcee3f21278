import { caseRuleTexts } from "../../../shared/case-rules/index.ts";
import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CommonRefusal } from "./domain/refusals.ts";

/** What several parts of the service refuse with. */
export const sharedProblems = {
  "permits.posting-recorded-by-staff": caseRuleTexts["posting-recorded-by-staff"],
  "permits.posted-before-told": caseRuleTexts["posted-before-told"],
  "permits.posted-in-future": caseRuleTexts["posted-in-future"],
  "permits.case-takes-no-materials": {
    zh: "办件{status}，不再收取材料",
    en: "The application is {status} and takes no more materials",
  },
  "permits.fee-without-basis": {
    zh: "收费须有法律、行政法规依据（{article}）",
    en: "A fee needs a law or an administrative regulation ({article})",
  },
  "permits.material-not-asked": {
    zh: "办事指南未要求此材料，不得索要或收取（{article}）",
    en: "The guide does not ask for this material ({article})",
  },
  "permits.material-obtained-by-sharing": {
    zh: "此材料通过数据共享取得，不得要求申请人提供",
    en: "This material is obtained by sharing and must not be asked for",
  },
  "permits.material-not-in-this-state": {
    zh: "文件处于{status}，不能{command}；现在可以：{possible}",
    en: "The file is {status}; {command} is not possible, only: {possible}",
  },
  "permits.material-not-scanned": {
    zh: "文件尚待病毒扫描，通过后才能查看和使用",
    en: "The file waits for the virus scanner; it can be read and used once found clean",
  },
  "permits.material-not-there": {
    zh: "文件尚未上传，请先按上传地址上传",
    en: "The file has not arrived; send it to the URL you were given first",
  },
  "permits.document-dated-later": caseRuleTexts["document-dated-later"],
  "permits.person-decides": caseRuleTexts["person-decides"],
  "permits.no-such-application": { zh: "没有这件申请，或者不是您的", en: "There is no such application of yours" },
  "permits.no-such-window": { zh: "本窗口组没有这个窗口", en: "The group has no such window" },
  "permits.not-an-inspector": {
    zh: "只有指派的检查、核查人员本人可以办理（{article}）",
    en: "Only the inspectors who were named may do that ({article})",
  },
  "permits.not-your-office": { zh: "应由{office}办理", en: "This is for the office {office}" },
  "permits.not-yours": { zh: "这不是您的办件", en: "This is not your application" },
  "permits.own-case": { zh: "本人的申请须由他人办理", en: "Nobody acts for the town in a case of his own" },
  "permits.unknown-file": { zh: "没有这份文件，或不是您上传的", en: "There is no such file of yours" },
  "permits.person-differs": caseRuleTexts["person-differs"],
  "permits.unknown-person": caseRuleTexts["unknown-person"],
  "permits.unknown-item": { zh: "没有{item}这一事项的办事指南", en: "There is no guide for the item {item}" },
  "permits.unknown-office": { zh: "本镇没有{office}这一机构", en: "The town has no office {office}" },
  "permits.withdrawal-without-statement": {
    zh: "窗口代录撤回，须有申请人签名的撤回声明在卷",
    en: "The counter takes a case back only by the statement the applicant signed",
  },
} satisfies ProblemTexts<CommonRefusal>;

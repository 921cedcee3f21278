import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CommonRefusal } from "./domain/refusals.ts";

/** What several parts of the service refuse with. */
export const sharedProblems = {
  "powers.date-past": { zh: "{date}已过，今天是{today}", en: "{date} is past; today is {today}" },
  "powers.decision-not-published": {
    zh: "决定须先公布（{article}）",
    en: "The decision must be published first ({article})",
  },
  "powers.letter-missing": { zh: "缺少赋权书文号和日期", en: "The letter's number and date are missing" },
  "powers.not-in-force": { zh: "该职权在{date}不在行使中", en: "The power is not in force on {date}" },
  "powers.period-inverted": { zh: "期间止于{to}，早于起始日{from}", en: "The period ends on {to}, before {from}" },
  "powers.unknown-domain": {
    zh: "本镇没有领域{domain}；可选：{known}",
    en: "The town has no domain {domain}; it has: {known}",
  },
} satisfies ProblemTexts<CommonRefusal>;

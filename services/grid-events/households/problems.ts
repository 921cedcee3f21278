import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { HouseholdsRefusal } from "./domain/refusals.ts";

export const householdsProblems = {
  "grid-events.contact-not-in-this-state": {
    zh: "联系关系现为“{status}”，不能{command}；可以：{possible}",
    en: "The contact is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.visit-not-in-this-state": {
    zh: "走访现为“{status}”，不能{command}；可以：{possible}",
    en: "The visit is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.not-the-cadre": {
    zh: "只有联系该户的干部本人可以办理（{rule}）",
    en: "Only the cadre who looks after the household does that ({rule})",
  },
  "grid-events.contact-ended": { zh: "没有这一联系关系，或者已解除", en: "There is no such contact, or it has ended" },
  "grid-events.visit-not-yet": {
    zh: "走访安排在{on}，此前不能登记",
    en: "The visit is on {on}; it is not held before",
  },
  "grid-events.contact-village": { zh: "本镇没有村（社区）{village}", en: "The town has no village {village}" },
  "grid-events.household-linked": {
    zh: "该户已有联系干部（联系关系{contact}），请调整联系干部，不要重复建立（{rule}）",
    en: "The household has a cadre already (contact {contact}): hand that contact to another cadre instead ({rule})",
  },
  "word.linked": { zh: "已联系", en: "linked" },
  "word.unlinked": { zh: "已解除", en: "ended" },
  "word.hand-over": { zh: "调整联系干部", en: "hand it to another cadre" },
  "word.change-household": { zh: "更正户情", en: "change the household" },
  "word.unlink": { zh: "解除联系", en: "end it" },
  "word.arranged": { zh: "已计划", en: "arranged" },
  "word.held": { zh: "已走访", en: "held" },
  "word.dropped": { zh: "已取消", en: "dropped" },
  "word.hold": { zh: "登记走访", en: "record it" },
  "word.report-need": { zh: "转为网格事件", en: "raise a matter" },
  "word.drop": { zh: "取消走访", en: "drop it" },
} satisfies ProblemTexts<HouseholdsRefusal>;

import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const deskTitles = {
  fields: {
    askedOn: { zh: "咨询日期", en: "Asked on" },
    bring: { zh: "须带材料", en: "What to bring" },
    exchanges: { zh: "问答", en: "Exchanges" },
    published: { zh: "公开内容", en: "Published" },
    question: { zh: "问题", en: "Question" },
    reply: { zh: "答复", en: "Reply" },
  },
  values: {
    "item.general": { zh: "综合咨询", en: "general" },
    "permits.consultation.answered": { zh: "咨询已答复", en: "Consultation answered" },
    "permits.consultation.asked": { zh: "已咨询", en: "Consultation asked" },
    "permits.consultation.overdue": { zh: "咨询逾期", en: "Consultation overdue" },
    "permits.consultation.turned": { zh: "咨询已转为申请", en: "Consultation turned into an application" },
  },
} as const satisfies Titles;

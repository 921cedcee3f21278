import type { Titles } from "../../../shared/text/index.ts";

const contact = (name: string, zh: string, en: string) => ({ [`grid-events.household-contact.${name}`]: { zh, en } });
const visit = (name: string, zh: string, en: string) => ({ [`grid-events.household-visit.${name}`]: { zh, en } });

/** What the fields of this part are called, and what their values and events mean. */
export const householdsTitles = {
  fields: {
    activities: { zh: "走访活动", en: "Activities" },
    cadre: { zh: "联系干部", en: "Cadre" },
    heldOn: { zh: "走访日期", en: "Held on" },
    household: { zh: "联系户", en: "Household" },
    missed: { zh: "是否逾期未访", en: "Missed" },
    personVisits: { zh: "走访人次", en: "Person-visits" },
    solved: { zh: "已解决件数", en: "Solved" },
    went: { zh: "走访人数", en: "How many went" },
    "household.people": { zh: "人口数", en: "People" },
  },
  values: {
    "aggregate.household-contact": { zh: "包组联户", en: "contact with a household" },
    "aggregate.household-visit": { zh: "走访", en: "visit" },
    "aggregate.contact-tally": { zh: "走访统计", en: "count of visits" },
    "aggregate.household-place": { zh: "联系户", en: "household with its contact" },
    "aggregate.visit-matter": { zh: "走访事项", en: "matter of a visit" },
    "status.linked": { zh: "已联系", en: "linked" },
    "status.unlinked": { zh: "已解除", en: "ended" },
    "status.arranged": { zh: "已计划", en: "arranged" },
    "status.held": { zh: "已走访", en: "held" },
    "status.dropped": { zh: "已取消", en: "dropped" },
    ...contact("linked", "建立联系", "A cadre looks after a household"),
    ...contact("handed-over", "调整联系干部", "Another cadre looks after it"),
    ...contact("household-changed", "更正户情", "The household is changed"),
    ...contact("unlinked", "解除联系", "The contact ends"),
    ...contact("disclosed", "查看户情", "The household was read for a reason"),
    ...visit("arranged", "安排走访", "A visit is arranged"),
    ...visit("held", "已走访", "A visit is held"),
    ...visit("raised", "走访事项转为事件", "A matter came of a visit"),
    ...visit("dropped", "取消走访", "A visit is dropped"),
    ...visit("missed", "走访逾期", "A visit was missed"),
    ...visit("disclosed", "查看走访记录", "The notes were read for a reason"),
    "grid-events.contact-tally.added": { zh: "走访统计变动", en: "A count of visits changes" },
    "grid-events.household-place.taken": { zh: "该户确定联系关系", en: "A household has its contact" },
    "grid-events.visit-matter.noted": { zh: "已记下走访事项", en: "A matter of a visit is noted" },
    "grid-events.visit-matter.settled": { zh: "走访事项已解决", en: "A matter of a visit is settled" },
  },
} satisfies Titles;

import type { Titles } from "../../../shared/text/index.ts";

/** What the values of this part mean. */
export const boardTitles = {
  fields: {
    "open.elsewhere": { zh: "由单位办理", en: "With a unit" },
    "open.inHand": { zh: "自行处置中", en: "In hand" },
    "open.toAccept": { zh: "待受理", en: "To accept" },
    "open.toVerify": { zh: "待核查", en: "To verify" },
    "entries.waiting": { zh: "等待中", en: "Waiting" },
    "entries.refused": { zh: "已拒绝", en: "Refused" },
  },
  values: {
    "kind.company": { zh: "公司", en: "company" },
    "kind.enforcement": { zh: "执法队", en: "enforcement" },
    "section.toAccept": { zh: "待受理", en: "to accept" },
    "section.inHand": { zh: "自行处置中", en: "in hand" },
    "section.toVerify": { zh: "待核查", en: "to verify" },
    "section.elsewhere": { zh: "由单位办理", en: "with a unit" },
  },
} satisfies Titles;

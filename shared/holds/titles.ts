import type { Titles } from "../text/index.ts";

/** What the fields of a hold are called. */
export const holdTitles = {
  fields: {
    aggregate: { zh: "记录种类", en: "Kind of record" },
    record: { zh: "记录标识", en: "Id of the record" },
    document: { zh: "依据文书", en: "Document that asks for it" },
    placedOn: { zh: "留存日期", en: "Day on which it was placed" },
    placedBy: { zh: "留存人", en: "Who placed it" },
    lifted: { zh: "解除情况", en: "How it was lifted" },
  },
  values: {
    "status.standing": { zh: "生效中", en: "Standing" },
    "status.lifted": { zh: "已解除", en: "Lifted" },
  },
} as const satisfies Titles;

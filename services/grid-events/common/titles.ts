import type { Titles } from "../../../shared/text/index.ts";
import { gridTags } from "./tags.ts";

/** What fields of several parts of the service are called. */
export const gridEventsTitles = {
  fields: {
    inForce: { zh: "是否有效", en: "In force" },
    names: { zh: "涉及", en: "About" },
    total: { zh: "合计", en: "Total" },
    village: { zh: "村（社区）", en: "Village" },
  },
  values: gridTags,
} as const satisfies Titles;

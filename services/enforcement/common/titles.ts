import type { Titles } from "../../../shared/text/index.ts";

/** What fields of several parts of the service are called, and what their values mean. */
export const enforcementTitles = {
  fields: {
    officers: { zh: "执法人员", en: "Officers" },
    "officers.certificate": { zh: "执法证号", en: "Number of the officer's certificate" },
  },
} as const satisfies Titles;

import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const permitsHereTitles = {
  fields: {
    validUntil: { zh: "有效期至", en: "Valid until" },
    "items.name": { zh: "事项名称", en: "Name of the item" },
  },
  values: {
    "aggregate.known-permit": { zh: "已知许可", en: "known permit" },
    "aggregate.permit-link": { zh: "许可证与申请", en: "link of a certificate" },
    "standing.granted": { zh: "已准予，尚未发证", en: "granted, not handed over yet" },
    "standing.valid": { zh: "有效", en: "in force" },
    "standing.suspended": { zh: "暂停", en: "suspended" },
    "standing.ended": { zh: "已失效", en: "ended" },
    "grid-events.known-permit.noted": { zh: "已记下许可变动", en: "What was told of a permit is noted" },
    "grid-events.permit-link.made": { zh: "已记下许可证的申请", en: "A certificate is linked to its application" },
  },
} satisfies Titles;

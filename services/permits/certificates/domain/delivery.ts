import type { LimitSpec } from "../../../../shared/calendar/index.ts";

/** XK-44: a certificate is issued and delivered within ten working days of the decision. */
export const deliveryLimit: LimitSpec = { rule: "XK-44", article: "行政许可法44、82", unit: "working-day", length: 10 };

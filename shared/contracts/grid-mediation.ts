import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();

/** G7: a dispute may turn to violence. Who is in it is read in the house. */
export const dangerReported = z.object({ on: date, event: z.string().exactOptional() });
/** G-16: a mediation takes longer than its month, or a visit was missed. */
export const mediationOverdue = z.object({
  due: date,
  what: titled(z.enum(["mediation", "follow-up"]), { zh: "什么逾期", en: "What is late" }),
});

/** Mediation of disputes, told without the people. */
export const mediationEvents = {
  "grid-events.mediation.danger-reported": dangerReported,
  "grid-events.mediation.overdue": mediationOverdue,
} as const;

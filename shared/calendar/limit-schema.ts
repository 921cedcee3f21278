import * as z from "zod";
import type { Limit } from "./limit.ts";

const length = z.int().min(0);
const days = z.int().min(0);

/** A limit in stored states, views and events. */
export const limitSchema: z.ZodType<Limit> = z
  .object({
    rule: z.string(),
    article: z.string(),
    unit: z.enum(["working-day", "day", "month", "year"]),
    length,
    roll: z.enum(["none", "next-working-day"]),
    start: z.iso.date(),
    extensions: z.array(z.object({ length, rule: z.string(), article: z.string() })),
    pauses: z.array(
      z.object({ from: z.iso.date(), to: z.iso.date().exactOptional(), reason: z.string(), excludedDays: days }),
    ),
    excludedDays: days,
    due: z.iso.date().nullable(),
    dueUnrolled: z.iso.date().exactOptional(),
    remaining: days.exactOptional(),
    tally: z.object({ days, weekends: days, daysOff: days, makeUpDays: days }).exactOptional(),
    calendarVersion: z.string(),
    provisional: z.boolean(),
    provisionalFrom: z.iso.date().exactOptional(),
  })
  .meta({ description: "A limit with its derivation; dates are Asia/Shanghai" });

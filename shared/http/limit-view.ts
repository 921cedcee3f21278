import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import {
  describeLimit,
  isOverdue,
  type Limit,
  limitSchema,
  recalculate,
  remaining,
  todayIn,
} from "../calendar/index.ts";
import type { Runtime } from "../service/runtime.ts";

/** A limit with its light: yellow when little is left, red when it has passed; never red on the due day itself. */
export const limitView = z.object({
  light: z.enum(["green", "yellow", "red", "stopped"]),
  remaining: z.int(),
  due: z.iso.date().nullable(),
  provisional: z.boolean(),
  rule: z.string(),
  article: z.string(),
  explanation: z.array(z.string()),
  derivation: limitSchema,
});

export type Light = z.output<typeof limitView>["light"];

/** @param ended the day the clock stopped for good: a case decided in time never turns red */
export function viewLimit(
  stored: Limit,
  { calendar, clock, town }: Runtime,
  ended?: string,
): z.input<typeof limitView> {
  const today = ended === undefined ? todayIn(clock()) : Temporal.PlainDate.from(ended);
  const limit = recalculate(calendar, stored);
  const left = remaining(calendar, limit, today);
  const { due, provisional, rule, article } = limit;
  const warned = left <= town.limits.warningWorkingDays ? "yellow" : "green";
  const light = due === null ? "stopped" : isOverdue(limit, today) ? "red" : warned;
  const explanation = describeLimit(limit, "zh");
  return { light, remaining: left, due, provisional, rule, article, explanation, derivation: limit };
}

import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { peopleConditions, thingConditions } from "../domain/conditions.ts";

/** Conditions of a handover, and those not met. */
export const condition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(peopleConditions), atLeast: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.enum(thingConditions) }),
]);
const lacking = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(peopleConditions), atLeast: z.int(), found: z.int() }),
  z.object({ kind: z.enum(thingConditions), found: z.int() }),
]);
export const readinessView = z.object({
  conditions: z.array(condition).readonly(),
  unmet: z.array(lacking).readonly(),
});

export const text = z.object({ zh: z.string(), en: z.string() });
export const organ = z.object({ name: text, uscc: z.string() });

/** The day that is asked for, or today. */
export const dayOf = (on: string | undefined, today: Temporal.PlainDate) =>
  on === undefined ? today : Temporal.PlainDate.from(on);

/** Today, and the days to come on which something changes: what can be done at all can be done from one of them. */
export const daysOfChange = (changes: readonly { readonly from: string }[], today: string): readonly string[] => [
  ...new Set([today, ...changes.flatMap(({ from }) => (from > today ? [from] : []))]),
];

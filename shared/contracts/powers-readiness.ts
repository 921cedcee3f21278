import * as z from "zod";

const date = z.iso.date();
const about = { code: z.string(), domain: z.string(), on: date };

export const readinessMet = z.object(about);
/** What is missing, and how much of it there is. */
export const unmetConditions = z.array(
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.enum(["officers", "trained", "seconded"]),
      atLeast: z.int(),
      found: z.int(),
    }),
    z.object({ kind: z.enum(["seal", "venue"]), found: z.int() }),
  ]),
);
/** A warning, unless the law stops the power: then `powers.power.unready` follows. Told again when what is missing changes. */
export const fellBelow = z.object({ ...about, unmet: unmetConditions });
/** A training, secondment (up to the county or down to the town), seal or venue; whom it is about stays in the town. */
export const recordMade = z.object({
  kind: z.enum(["training", "secondment", "seal", "venue"]),
  domain: z.string(),
  what: z.string(),
  from: date,
  until: date.optional(),
  direction: z.enum(["up", "down"]).optional(),
});
export const recordEnded = recordMade
  .pick({ kind: true, domain: true, direction: true })
  .extend({ on: date, by: z.enum(["term", "decision"]) });

/** Readiness (P4). */
export const readinessEvents = {
  "powers.readiness.met": readinessMet,
  /** Not in force yet: what a power still waits for. */
  "powers.readiness.awaited": fellBelow,
  "powers.readiness.fallen-below": fellBelow,
  "powers.readiness.restored": readinessMet,
  "powers.readiness-record.made": recordMade,
  "powers.readiness-record.ended": recordEnded,
} as const;

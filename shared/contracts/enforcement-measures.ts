import * as z from "zod";

const date = z.iso.date();
/** Of which case; the party only by his place in it. */
const about = { case: z.string(), party: z.string(), kind: z.enum(["preservation", "seal", "seizure"]) };

/** CF-56, QZ-24: goods were preserved, sealed or seized on the spot. */
export const measureCarriedOut = z.object({ ...about, on: date, until: date });
/** QZ-18, QZ-25: the head approved it, or extended it. */
export const measureApproved = z.object({ on: date });
export const measureExtended = z.object({ on: date });
/** QZ-28: goods go back, and why. */
export const goodsReleased = z.object({ on: date, ground: z.string() });
/** QZ-27, QZ-28: its term is over without an end, so the law releases the goods. Told once. */
export const measureLapsed = z.object({
  ...about,
  on: date,
  due: z.string(),
  cause: z.enum(["term", "unsigned", "unapproved", "unserved"]),
});
export const measureEnded = z.object({
  ...about,
  on: date,
  how: z.enum(["released", "lapsed", "confiscated", "handed-over", "seized", "goods-gone"]),
});

/** What is published of measures on goods. */
export const measureEvents = {
  "enforcement.measure.approved": measureApproved,
  "enforcement.measure.recorded": measureCarriedOut,
  "enforcement.measure.extended": measureExtended,
  "enforcement.measure.goods-released": goodsReleased,
  "enforcement.measure.lapsed": measureLapsed,
  "enforcement.measure.ended": measureEnded,
} as const;

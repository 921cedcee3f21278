import * as z from "zod";

const date = z.iso.date();
const text = z.object({ zh: z.string(), en: z.string() });
const number = z.object({ series: z.string(), year: z.int(), serial: z.int(), text });

/** What every event of an order to correct says of it: the kind of breach. The party no event says. */
const about = { item: z.string(), domain: z.string(), case: z.string().exactOptional() };

/** E3: an officer told somebody in words what is wrong. */
export const guidanceGiven = z.object({ on: date });
/** CF-28: two officers made the order; before its service it has no effect. */
export const rectificationIssued = z.object({ ...about, number, on: date });
/** CF-61: served; its time runs from here. */
export const rectificationServed = z.object({ ...about, on: date, how: z.string() });
/** Two officers found it put right. */
export const rectificationCorrected = z.object({ ...about, on: date });
/** Two officers found it not put right after its last day. */
export const rectificationUnmet = z.object({ ...about, on: date });
/** CF-33, CF-33b: no penalty, decided by the head. */
export const rectificationLetOff = z.object({ ...about, ground: z.enum(["minor", "first-time"]), number, on: date });
/** The head revoked the order. */
export const rectificationRevoked = z.object({ ...about, on: date });
/** Its last day is over and nobody has looked yet. Told once. */
export const rectificationOverdue = z.object({ ...about, due: date });

/** What is published of orders to correct (E3). */
export const rectificationEvents = {
  "enforcement.guidance.given": guidanceGiven,
  "enforcement.rectification.issued": rectificationIssued,
  "enforcement.rectification.served": rectificationServed,
  "enforcement.rectification.corrected": rectificationCorrected,
  "enforcement.rectification.unmet": rectificationUnmet,
  "enforcement.rectification.let-off": rectificationLetOff,
  "enforcement.rectification.revoked": rectificationRevoked,
  "enforcement.rectification.overdue": rectificationOverdue,
} as const;

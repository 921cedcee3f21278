import * as z from "zod";

const date = z.iso.date();
/** Of which case; its parties only by their places in it. */
const about = { case: z.string(), parties: z.array(z.string()) };

/** CF-63: a party asks for a hearing. */
export const hearingRequested = z.object({
  case: z.string(),
  proceeding: z.string(),
  party: z.string(),
  on: date,
  requestedOn: date,
});
/** CF-64: day, hour and place. `open`: anybody may come. */
export const hearingScheduled = z.object({ ...about, on: date, at: z.string(), place: z.string(), open: z.boolean() });
export const hearingPostponed = z.object({ ...about, from: date, on: date, at: z.string(), ground: z.string() });
/** CF-64: it was held. */
export const hearingHeld = z.object({ ...about, heldOn: date, newFacts: z.boolean() });
/** CF-64: nobody came without a reason, so it is waived. */
export const hearingWaived = z.object({ ...about, on: date });
export const hearingReported = z.object({ ...about, on: date });

/** What is published of hearings. */
export const hearingEvents = {
  "enforcement.proceeding.hearing-requested": hearingRequested,
  "enforcement.hearing.scheduled": hearingScheduled,
  "enforcement.hearing.postponed": hearingPostponed,
  "enforcement.hearing.held": hearingHeld,
  "enforcement.hearing.waived": hearingWaived,
  "enforcement.hearing.reported": hearingReported,
} as const;

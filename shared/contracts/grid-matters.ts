import * as z from "zod";

const date = z.iso.date();
const about = { number: z.string(), category: z.string(), grid: z.string().exactOptional() };

/** G2: somebody reported a matter. */
export const matterReported = z.object({
  on: date,
  from: z.enum([
    ...(["worker", "resident", "unnamed", "hotline", "patrol", "police", "camera", "device"] as const),
    ...(["appeal", "household"] as const),
  ]),
  category: z.string(),
  urgency: z.string(),
  grid: z.string().exactOptional(),
  /** The matter that it was split off from. */
  partOf: z.string().optional(),
});
/** What the reporter is told: the town's text, without a word of his. */
const answer = z.object({ zh: z.string(), en: z.string() }).exactOptional();
/** G2: the town takes it on. */
export const matterAccepted = z.object({ ...about, answer });
/** G2: the town does not take it on. */
export const matterRejected = z.object({ ...about, ground: z.string(), answer });
/** G2: taken up again within the window. */
export const matterReopened = z.object({ ...about, round: z.int(), answer });
/** G-17: dealt with as another one: reported, and never filed. */
export const matterMerged = z.object({ ...about, into: z.string(), hinted: z.boolean(), answer });
/** E6: it may be a breach, and enforcement is to look at it. `knownOn`: since when the town knew (CF-36a). */
export const matterLeadGiven = z.object({
  ...about,
  round: z.int(),
  title: z.object({ zh: z.string(), en: z.string() }),
  knownOn: date,
  domain: z.string().exactOptional(),
});
/** E6: the reporter is told what enforcement made of it. */
export const matterLeadTold = z.object({ ...about, stage: z.string(), on: date, round: z.int().optional(), answer });
/** G1: the lines moved, and another grid and worker have it now. */
export const matterGridChanged = z.object({ ...about, before: z.string().exactOptional() });
/** G6, G10: it went up: it is grave, its time was over, or a person sent it. */
export const matterEscalated = z.object({
  ...about,
  severity: z.enum(["I", "II", "III"]),
  level: z.enum(["village", "town", "county"]),
  because: z.enum(["severity", "time", "person"]),
});
/** G13: who must come to the place, and by when. */
export const matterCalled = z.object({
  ...about,
  units: z.array(z.object({ unit: z.string(), arriveBy: z.iso.datetime() })),
});
/** G13: a unit came. */
export const matterCame = z.object({ ...about, unit: z.string(), inTime: z.boolean() });
/** G13: a unit did not come in time. Told once. */
export const matterNotCome = z.object({ ...about, unit: z.string(), arriveBy: z.iso.datetime() });
/** G2: a unit is to act. */
export const matterDispatched = z.object({ ...about, unit: z.string(), answer });
/** G2: the unit no longer acts: another one does. */
export const matterUnitWithdrawn = z.object({ ...about, unit: z.string() });
/** G2: the unit acts. */
export const matterStarted = z.object({ ...about, unit: z.string() });
/** G-7: the unit sends it back: it is the wrong one. */
export const matterReturned = z.object({ ...about, unit: z.string() });
/** G2: the loop is closed. */
export const matterClosed = z.object({
  ...about,
  how: z.enum(["in-the-grid", "by-a-unit"]),
  inTime: z.boolean(),
  answer,
});
/** G-8: its term passed. Told once in a round. */
export const matterOverdue = z.object({ ...about, due: z.iso.datetime() });
/** G-8: the unit's own term passed. */
export const matterUnitOverdue = z.object({ ...about, unit: z.string(), due: z.iso.datetime() });

/** What only moves a matter on: the figures (G-9) and the public map follow it. */
export const matterMoved = z.object(about);

/** What is published of matters. Nothing here names who reported. */
export const matterEvents = {
  "grid-events.event.reported": matterReported,
  "grid-events.event.accepted": matterAccepted,
  "grid-events.event.rejected": matterRejected,
  "grid-events.event.lead-given": matterLeadGiven,
  "grid-events.event.lead-told": matterLeadTold,
  "grid-events.event.grid-changed": matterGridChanged,
  "grid-events.event.escalated": matterEscalated,
  "grid-events.event.called": matterCalled,
  "grid-events.event.came": matterCame,
  "grid-events.event.not-come": matterNotCome,
  "grid-events.event.merged": matterMerged,
  "grid-events.event.reopened": matterReopened,
  "grid-events.event.dispatched": matterDispatched,
  "grid-events.event.unit-withdrawn": matterUnitWithdrawn,
  "grid-events.event.started": matterStarted,
  "grid-events.event.returned": matterReturned,
  "grid-events.event.closed": matterClosed,
  "grid-events.event.overdue": matterOverdue,
  "grid-events.event.unit-overdue": matterUnitOverdue,
  "grid-events.event.filed": matterMoved,
  "grid-events.event.taken-on": matterMoved,
  "grid-events.event.reworked": matterMoved,
  "grid-events.event.took-in": matterMoved,
  "grid-events.event.recategorised": matterMoved,
  "grid-events.event.located": matterMoved,
  "grid-events.event.paused": matterMoved,
  "grid-events.event.resumed": matterMoved,
  "grid-events.event.withdrawn": matterMoved,
  "grid-events.event.released": matterMoved,
  "grid-events.event.withheld": matterMoved,
} as const;

import * as z from "zod";

const date = z.iso.date();
const about = { number: z.string(), category: z.string(), grid: z.string().exactOptional() };

/** G2: somebody reported a matter. */
export const matterReported = z.object({
  on: date,
  from: z.enum(["worker", "resident", "hotline", "patrol", "police"]),
  category: z.string(),
  urgency: z.string(),
  grid: z.string().exactOptional(),
});
/** G2: a unit is to act. */
export const matterDispatched = z.object({ ...about, unit: z.string() });
/** G2: the unit no longer acts: another one does. */
export const matterUnitWithdrawn = z.object({ ...about, unit: z.string() });
/** G2: the loop is closed. */
export const matterClosed = z.object({ ...about, how: z.enum(["in-the-grid", "by-a-unit"]), inTime: z.boolean() });
/** G-8: its term passed. Told once in a round. */
export const matterOverdue = z.object({ ...about, due: z.iso.datetime() });
/** G-8: the unit's own term passed. */
export const matterUnitOverdue = z.object({ ...about, unit: z.string(), due: z.iso.datetime() });

/** What is published of matters. Nothing here names who reported. */
export const matterEvents = {
  "grid-events.event.reported": matterReported,
  "grid-events.event.dispatched": matterDispatched,
  "grid-events.event.unit-withdrawn": matterUnitWithdrawn,
  "grid-events.event.closed": matterClosed,
  "grid-events.event.overdue": matterOverdue,
  "grid-events.event.unit-overdue": matterUnitOverdue,
} as const;

import * as z from "zod";

const told = {
  event: z.string(),
  number: z.string(),
  unit: z.string(),
  /** To act, or no longer. */
  what: z.enum(["act", "withdrawn"]),
  /** Counted from 1: beyond it the same is sent again. */
  sendNumber: z.int(),
};

/** G2: a unit is told that it is to act on a matter, or that it no longer does. One for each attempt. */
export const deliverySent = z.object({
  ...told,
  category: z.string(),
  grid: z.string().exactOptional(),
  because: z.enum(["dispatched", "unit-withdrawn", "recategorised"]),
  /** The step of the matter that it tells of: a later one goes before an earlier one. */
  step: z.int(),
  receiveBy: z.iso.datetime(),
});
/** G2: the unit has it. */
export const deliveryReceived = z.object(told);
/** G2: it did not arrive. */
export const deliveryFailed = z.object({
  ...told,
  reason: z.enum(["not-received", "unreachable", "refused", "not-a-unit"]),
});
/** G2: nobody received it in time. */
export const deliveryStuck = z.object({ ...told, reason: z.literal("not-received") });

/** What is sent to units. */
export const deliveryEvents = {
  "grid-events.unit-notice.sent": deliverySent,
  /** The same once more. */
  "grid-events.unit-notice.sent-again": deliverySent,
  "grid-events.unit-notice.received": deliveryReceived,
  "grid-events.unit-notice.failed": deliveryFailed,
  "grid-events.unit-notice.stuck": deliveryStuck,
} as const;

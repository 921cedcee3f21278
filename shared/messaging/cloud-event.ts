import * as z from "zod";

/** CloudEvents 1.0 with the extensions `sequence`, `actor` and `traceparent`. */
export const cloudEvent = z.object({
  specversion: z.literal("1.0"),
  /** The same at every delivery: subject and sequence. */
  id: z.string(),
  source: z.string(),
  type: z.string(),
  subject: z.string(),
  time: z.string(),
  datacontenttype: z.literal("application/json"),
  sequence: z.int(),
  actor: z.string(),
  traceparent: z.string().optional(),
  /** Only in what operators send again: the reason for which this event was parked. */
  parkedbefore: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

export type CloudEvent = z.infer<typeof cloudEvent>;

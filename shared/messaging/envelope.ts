import * as z from "zod";
import type { StoredEvent } from "../store/index.ts";

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
  sequence: z.number().int(),
  actor: z.string(),
  traceparent: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

export type CloudEvent = z.infer<typeof cloudEvent>;

/** A stored event as subscribers see it: without personal data, hashes and commands. */
export function toCloudEvent(event: StoredEvent, service: string, townCode: string): CloudEvent {
  const subject = `${event.aggregate}/${event.id}`;
  return {
    specversion: "1.0",
    id: `${subject}/${event.sequence}`,
    source: `/towns/${townCode}/${service}`,
    type: event.type,
    subject,
    time: event.time,
    datacontenttype: "application/json",
    sequence: event.sequence,
    actor: event.actor,
    ...(typeof event.traceparent === "string" ? { traceparent: event.traceparent } : {}),
    data: { ...event.data },
  };
}

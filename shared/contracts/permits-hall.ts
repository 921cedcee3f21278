import * as z from "zod";
import { voiceEvents } from "./permits-voices.ts";

const instant = z.iso.datetime();

/** A ticket has gone from one window group to another, with its number. Nothing here tells whose it is. */
export const ticketTransferred = z.object({
  group: z.string(),
  to: z.string(),
  date: z.iso.date(),
  number: z.string(),
  takenAt: instant,
  place: instant,
  preferred: z.boolean(),
  notBefore: instant.optional(),
});

/** The queues of the service hall (L8), and what people say of it. */
export const hallEvents = { "permits.queue.transferred": ticketTransferred, ...voiceEvents } as const;

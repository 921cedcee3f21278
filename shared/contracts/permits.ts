import * as z from "zod";
import { certificateEvents } from "./permits-certificates.ts";
import { consultationEvents } from "./permits-consultations.ts";
import { documentEvents } from "./permits-documents.ts";
import { hallEvents } from "./permits-hall.ts";
import { materialEvents } from "./permits-materials.ts";
import { peopleEvents } from "./permits-people.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const item = z.object({ code: z.string(), name: bilingual, guideVersion: z.number().int() });
const officialNumber = z.object({
  series: z.string(),
  year: z.number().int(),
  serial: z.number().int(),
  text: bilingual,
});
const organ = z.object({ name: bilingual, uscc: z.string() });
/** Due day and whether it rests on a calendar that is not announced yet. */
const due = z.object({ rule: z.string(), due: date.nullable(), provisional: z.boolean() });

/** How far the case is from its beginning: what every event of an application says of itself. */
const about = { item, office: z.string(), channel: z.string() };

export const applicationReceived = z.object({ ...about, receivedOn: date });
export const correctionsNotified = z.object({ ...about, missing: z.array(z.string()), notifiedOn: date });
export const applicationAccepted = z.object({
  ...about,
  acceptedOn: date,
  deemed: z.boolean(),
  statutory: due.optional(),
  promised: due,
});
export const applicationDeclined = z.object({
  ...about,
  declinedOn: date,
  ground: z.string(),
  competentOrgan: z.string().optional(),
});
export const applicationGranted = z.object({
  ...about,
  decidedOn: date,
  acceptedOn: date,
  workingDays: z.number().int(),
  onTime: z.boolean(),
  number: officialNumber,
  inWhoseName: organ,
  mode: z.string(),
  letter: z.object({ number: z.string(), date }).optional(),
  validUntil: date.optional(),
});
export const applicationRefused = z.object({
  ...about,
  decidedOn: date,
  acceptedOn: date,
  workingDays: z.number().int(),
  onTime: z.boolean(),
});
export const applicationForwarded = z.object({ ...about, forwardedOn: date, to: z.string() });
export const limitMissed = z.object({ ...about, limit: z.enum(["promised", "statutory"]), due: date });
export const applicationWithdrawn = z.object({ ...about, withdrawnOn: date });
export const applicationClosed = z.object({ ...about, closedOn: date, outcome: z.string() });
/** What the permits service publishes. Nothing here names or identifies an applicant. */
export const permitsEvents = {
  "permits.application.received": applicationReceived,
  "permits.application.corrections-notified": correctionsNotified,
  "permits.application.accepted": applicationAccepted,
  "permits.application.declined": applicationDeclined,
  "permits.application.granted": applicationGranted,
  "permits.application.refused": applicationRefused,
  "permits.application.forwarded": applicationForwarded,
  "permits.application.limit-missed": limitMissed,
  "permits.application.withdrawn": applicationWithdrawn,
  "permits.application.closed": applicationClosed,
  ...certificateEvents,
  ...materialEvents,
  ...consultationEvents,
  ...documentEvents,
  ...peopleEvents,
  ...hallEvents,
} as const;

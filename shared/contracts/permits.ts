import * as z from "zod";
import { about, applicationEvents } from "./permits-application.ts";
import { certificateEvents } from "./permits-certificates.ts";
import { consultationEvents } from "./permits-consultations.ts";
import { documentEvents } from "./permits-documents.ts";
import { hallEvents } from "./permits-hall.ts";
import { inspectionEvents } from "./permits-inspections.ts";
import { materialEvents } from "./permits-materials.ts";
import { peopleEvents } from "./permits-people.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const officialNumber = z.object({
  series: z.string(),
  year: z.int(),
  serial: z.int(),
  text: bilingual,
});
const organ = z.object({ name: bilingual, uscc: z.string() });
/** Due day and whether it rests on a calendar that is not announced yet. */
const due = z.object({ rule: z.string(), due: date.nullable(), provisional: z.boolean() });

export const applicationReceived = z.object({ ...about, receivedOn: date });
export const correctionsNotified = z.object({ ...about, missing: z.array(z.string()), notifiedOn: date });
export const applicationAccepted = z.object({
  ...about,
  acceptedOn: date,
  deemed: z.boolean(),
  statutory: due.optional(),
  promised: due,
  /** XK-57: its place in the order of acceptance of its item, without gaps; only where places are limited. */
  order: z.int().optional(),
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
  workingDays: z.int(),
  onTime: z.boolean(),
  number: officialNumber,
  inWhoseName: organ,
  mode: z.string(),
  letter: z.object({ number: z.string(), date }).optional(),
  validUntil: date.optional(),
  /** Of a permit to use a public place (profile, `gridEvents.permits`): where. Of no other one. */
  place: z.object({ lng: z.number(), lat: z.number() }).exactOptional(),
});
export const applicationRefused = z.object({
  ...about,
  decidedOn: date,
  acceptedOn: date,
  workingDays: z.int(),
  onTime: z.boolean(),
  /** XK-78: refused, with a warning, because the materials were false. */
  falseMaterials: z.boolean().optional(),
});
export const applicationForwarded = z.object({ ...about, forwardedOn: date, to: z.string() });
export const limitMissed = z.object({
  ...about,
  limit: z.enum(["promised", "statutory"]),
  due: date,
  /** Beyond the limit the law gives, the delay is unlawful; beyond the promise it is to be accounted for (XK-T3). */
  unlawful: z.boolean().optional(),
});
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
  ...applicationEvents,
  ...certificateEvents,
  ...inspectionEvents,
  ...materialEvents,
  ...consultationEvents,
  ...documentEvents,
  ...peopleEvents,
  ...hallEvents,
} as const;

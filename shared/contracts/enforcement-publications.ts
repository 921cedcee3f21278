import * as z from "zod";
import { officialNumber } from "../papers/official-number-schema.ts";

const date = z.iso.date();
/** Which decision: of which case and party; who the party is no event says. */
export const about = z.object({ case: z.string(), proceeding: z.string(), number: officialNumber });

/** CF-48: a decision is published; everybody reads it at `/enforcement/published-decisions/{id}` before `until`. */
export const decisionPublished = about.extend({ on: date, codes: z.array(z.string()), until: date });
/** CF-48: the decision fell. Every site takes it down within three working days. */
export const decisionWithdrawn = about.extend({
  on: date,
  fell: z.enum(["changed", "revoked", "void", "unlawful"]),
  takeDownBy: date,
});
/** CF-48a: shown no more, because its time is over or the credit is repaired. */
export const publicationEnded = about.extend({ on: date });
/** A term passed: to publish, to take down elsewhere, or to decide on a repair. Told once. */
export const publicationOverdue = about.extend({ what: z.enum(["publish", "take-down", "repair"]), due: date });

/** What is published of published decisions (E10). */
export const publicationEvents = {
  "enforcement.publication.published": decisionPublished,
  "enforcement.publication.withdrawn": decisionWithdrawn,
  "enforcement.publication.expired": publicationEnded,
  "enforcement.publication.repaired": publicationEnded,
  "enforcement.publication.overdue": publicationOverdue,
} as const;

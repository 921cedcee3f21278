import * as z from "zod";
import { inspectionOccasions } from "../town/enforcement-inspections.ts";

const date = z.iso.date();
const text = z.object({ zh: z.string(), en: z.string() });
const occasion = z.enum(inspectionOccasions);

/** IN-2: from this day the town may inspect by this version of the item. */
export const inspectionItemPublished = z.object({ number: z.int(), on: date, name: text, domain: z.string() });
/** IN-2: nothing is inspected by it any more. */
export const inspectionItemWithdrawn = z.object({
  on: date,
  ground: z.enum(["law-changed", "power-recalled", "not-needed"]),
});
/** IN-3: the head approved an inspection; `afterwards`: it was urgent. No event says of whom. */
export const siteInspectionApproved = z.object({ on: date, occasion, counted: z.boolean(), afterwards: z.boolean() });
/** IN-3, CF-42: the other officer signed the record. */
export const siteInspectionSigned = z.object({ on: date });
/** IN-3: the enterprise was told the result in writing. `found`: something was to be put right, or led to a lead. */
export const siteInspectionResultTold = z.object({
  on: date,
  how: z.enum(["by-hand", "mail", "electronic"]),
  occasion,
  found: z.boolean(),
  putRightBy: date.exactOptional(),
});
/** A term of the office passed: to approve afterwards, to put in the scan, or to tell the result. Told once each. */
export const siteInspectionOverdue = z.object({ what: z.enum(["approval", "scan", "result"]), due: date });
/**
 * 双随机: the digest of the seed is out, and who takes part: labels for venues, numbers of certificates for officers. The text that
 * was digested is made of `pool`; the API shows it.
 */
export const inspectionDrawCommitted = z.object({
  on: date,
  seedDigest: z.string(),
  poolDigest: z.string(),
  items: z.array(z.string()),
  from: date,
  until: date,
  pool: z.object({
    venues: z.array(z.string()),
    officers: z.array(z.string()),
    conflicts: z.array(z.object({ label: z.string(), certificate: z.string() })),
    count: z.int(),
  }),
  excluded: z.array(z.object({ label: z.string(), ground: z.enum(["not-listed", "cap", "no-officers"]) })),
});
/** 双随机: the seed is out; anybody computes the same. Officers in their order, the first two inspect. */
export const inspectionDrawDrawn = z.object({
  on: date,
  seed: z.string(),
  word: z.string(),
  venues: z.array(z.object({ label: z.string(), officers: z.array(z.string()) })),
});

/** What is published of inspections (IN-1 to IN-8). */
export const inspectionEvents = {
  "enforcement.inspection-item.published": inspectionItemPublished,
  "enforcement.inspection-item.withdrawn": inspectionItemWithdrawn,
  "enforcement.site-inspection.approved": siteInspectionApproved,
  "enforcement.site-inspection.signed": siteInspectionSigned,
  "enforcement.site-inspection.result-told": siteInspectionResultTold,
  "enforcement.site-inspection.overdue": siteInspectionOverdue,
  "enforcement.inspection-draw.committed": inspectionDrawCommitted,
  "enforcement.inspection-draw.drawn": inspectionDrawDrawn,
} as const;

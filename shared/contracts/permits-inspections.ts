import * as z from "zod";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const officialNumber = z.object({
  series: z.string(),
  year: z.int(),
  serial: z.int(),
  text: bilingual,
});
/** What every event of an inspection says of it: the certificate inspected, never its holder or why it was chosen. */
const about = {
  certificate: z.string(),
  number: officialNumber,
  item: z.object({ code: z.string(), name: bilingual }),
  office: z.string().exactOptional(),
};
const measure = z.enum(["suspension", "revocation", "enforcement"]);

/** The holder is told that inspectors come; of an unannounced inspection nobody is. */
export const inspectionAnnounced = z.object({ ...about, by: date });
/** XK-61: signed by all and numbered; what was found, by the ids of the profile's points. */
export const inspectionConcluded = z.object({
  ...about,
  record: officialNumber,
  heldOn: date,
  result: z.enum(["conforming", "put-right", "violation"]),
  failed: z.array(z.string()),
  putRightBy: date.exactOptional(),
});
/** XK-61: what followed from a violation. */
export const inspectionActed = z.object({
  ...about,
  record: officialNumber,
  actedOn: date,
  measures: z.array(measure),
});
/** A violation goes to who punishes: the record is read by its id (the subject). */
export const inspectionHandedOver = z.object({
  ...about,
  record: officialNumber,
  licenceId: z.string(),
  heldOn: date,
  failed: z.array(z.string()),
  handedOverOn: date,
});
export const inspectionOverdue = z.object({
  ...about,
  what: z.enum(["inspection", "re-inspection", "signing", "handling"]),
  due: date,
});
/** XK-63: whether the person inspected said that business was hindered, or something demanded. */
export const conductStated = z.object({ ...about, hindered: z.boolean(), demanded: z.boolean() });

const aboutReport = { item: z.string(), office: z.string() };
/** XK-65: of a report no event says by whom it is, nor what it says. */
export const reportLookedInto = z.object({ ...aboutReport, on: date });
export const reportDeclined = z.object({ ...aboutReport, on: date });
export const reportHandedOver = z.object({ ...aboutReport, on: date });
export const reportOverdue = z.object({ ...aboutReport, due: date });

/** Supervision of those who hold a licence (XK-61 to XK-66). */
export const inspectionEvents = {
  "permits.inspection.announced": inspectionAnnounced,
  "permits.inspection.concluded": inspectionConcluded,
  "permits.inspection.acted": inspectionActed,
  "permits.inspection.handed-over": inspectionHandedOver,
  "permits.inspection.overdue": inspectionOverdue,
  "permits.inspection.conduct-stated": conductStated,
  "permits.report.looked-into": reportLookedInto,
  "permits.report.declined": reportDeclined,
  "permits.report.handed-over": reportHandedOver,
  "permits.report.overdue": reportOverdue,
} as const;

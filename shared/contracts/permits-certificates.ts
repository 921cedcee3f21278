import * as z from "zod";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const officialNumber = z.object({
  series: z.string(),
  year: z.int(),
  serial: z.int(),
  text: bilingual,
});
const document = z.object({ number: z.string(), date });
/** What every event of a certificate says of it. */
const about = {
  number: officialNumber,
  item: z.object({ code: z.string(), name: bilingual }),
  office: z.string().exactOptional(),
};
const revocationGround = z.enum(["abuse", "ultra-vires", "procedure", "unqualified", "fraud", "bribery"]);
const source = { article: z.string(), rule: z.string() };

export const certificateIssued = z.object({
  ...about,
  issuedOn: date,
  application: z.string(),
  handedOver: z.enum(["in-person", "courier", "electronic"]).exactOptional(),
  /** Who came for it (L9); absent: its holder. */
  collectedBy: z.object({ kind: z.literal("agent"), authorisation: z.string() }).exactOptional(),
  validUntil: date.exactOptional(),
  replaces: z.object({ certificate: z.string(), kind: z.enum(["renewal", "change"]) }).exactOptional(),
});
export const deliveryMissed = z.object({ ...about, application: z.string(), due: date });
export const renewalDue = z.object({ ...about, validUntil: date, latest: date });
export const deemedRenewed = z.object({ ...about, application: z.string(), on: date, validUntil: date });
export const certificateExpired = z.object({ ...about, expiredOn: date });
export const cancellationDue = z.object({ ...about, ground: z.enum(["expired", "revoked"]), since: date, ...source });
export const certificateSuspended = z.object({ ...about, from: date, until: date.exactOptional(), document });
export const certificateResumed = z.object({ ...about, resumedOn: date });
export const certificateRevoked = z.object({
  ...about,
  ground: revocationGround,
  revokedOn: date,
  compensation: z.enum(["due", "none"]),
});
export const certificateCancelled = z.object({
  ...about,
  ground: z.enum([
    "expired",
    "holder-died",
    "holder-ended",
    "revoked",
    "withdrawn",
    "force-majeure",
    "other-by-law",
    "renewed",
    "changed",
  ]),
  cancelledOn: date,
  document: document.exactOptional(),
  replacedBy: z.string().exactOptional(),
});

/** What is published of certificates. Nothing here names or identifies a holder. */
export const certificateEvents = {
  "permits.certificate.issued": certificateIssued,
  "permits.certificate.delivery-missed": deliveryMissed,
  "permits.certificate.renewal-due": renewalDue,
  "permits.certificate.deemed-renewed": deemedRenewed,
  "permits.certificate.expired": certificateExpired,
  "permits.certificate.cancellation-due": cancellationDue,
  "permits.certificate.suspended": certificateSuspended,
  "permits.certificate.resumed": certificateResumed,
  "permits.certificate.revoked": certificateRevoked,
  "permits.certificate.cancelled": certificateCancelled,
} as const;

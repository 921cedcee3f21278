import * as z from "zod";
import { toldPayer } from "./payer.ts";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const item = z.object({ code: z.string(), name: bilingual, guideVersion: z.int() });

/** The certificate an application is to renew or to change. */
export const concern = z.object({ certificate: z.string(), kind: z.enum(["renewal", "change"]) });

/** What every event of an application says of it. `crossTown`: the applicant lives in another town (L10), counted apart. */
export const about = {
  item,
  office: z.string(),
  channel: z.string(),
  concerns: concern.optional(),
  crossTown: z.literal(true).optional(),
  /** XK-57: no more than so many are granted; who was accepted first comes first. */
  quantity: z.int().optional(),
};

/** L16: a filing is recorded on receipt, and nobody decides it. */
export const applicationRecorded = z.object({ ...about, recordedOn: date });

/** XK-50-2: the organ kept silent until the certificate ended; the law has renewed it, and nobody decides it any more. */
export const applicationRenewed = z.object({
  ...about,
  renewedOn: date,
  validUntil: date,
  article: z.string(),
  rule: z.literal("XK-50-2"),
});

/** XK-46, XK-48: public notice of a hearing. `closed`: why the public is not admitted. */
export const hearingCalled = z.object({
  ...about,
  ground: z.enum(["law", "public-interest", "request"]),
  number: z.string(),
  noticedOn: date,
  heldOn: date,
  /** Time of day, `HH:MM`. */
  heldAt: z.string(),
  closed: z.enum(["state-secret", "trade-secret", "privacy"]).optional(),
  /** XK-47: the organ is late; it was to be held by this day. */
  wasDue: date.optional(),
});

/**
 * XK-36, XK-47: the applicant and so many whose major interests it touches have been told, and may ask for a hearing in the
 * time of `request`. XK-46: nobody is told of a right to what the law prescribes anyhow.
 */
export const thirdPartiesInformed = z.object({
  ...about,
  on: date,
  number: z.int(),
  request: z.object({ rule: z.string(), due: date.nullable(), provisional: z.boolean() }),
});

/** XK-55: so many inspectors are assigned, and the applicant is told who they are; again, where others take their place. */
export const inspectorsAssigned = z.object({ ...about, on: date, number: z.int(), late: z.boolean() });

/** Why a limit was missed: a word to count by. */
export const overdueCauses = ["workload", "absence", "other-organ", "complex-case", "system", "other"] as const;

/** XK-T3: why a limit was missed, by a word to count by; the reasons themselves are read at the town's own notices. */
export const overdueExplained = z.object({
  ...about,
  limit: z.enum(["promised", "statutory"]),
  due: date,
  cause: z.enum(overdueCauses),
  on: date,
});

/** XK-T2: what the organ decided to which the town had forwarded the case. */
export const upperDecided = z.object({
  ...about,
  outcome: z.enum(["granted", "refused"]),
  organ: z.string(),
  decidedOn: date,
  recordedOn: date,
  number: z.string(),
});

/** XK-58: a fee the law allows; whole fen; the subject is the case. */
export const feeDue = z.object({
  ...about,
  amountFen: z.int(),
  basis: z.string(),
  dueOn: date,
  payer: toldPayer.exactOptional(),
});
/** XK-59: the whole fee is in the treasury. */
export const feePaid = z.object({
  ...about,
  amountFen: z.int(),
  paidOn: date,
  receipt: z.string(),
  /** L9: the agent who paid it for the applicant; absent: the applicant. */
  paidBy: z.object({ kind: z.literal("agent"), authorisation: z.string() }).exactOptional(),
});

/** F-47: finance had booked the money to a wrong claim: the fee is owed again. A certificate that was issued stays. */
export const feePaymentTakenBack = z.object({
  ...about,
  amountFen: z.int(),
  on: date,
  receipt: z.string(),
  paidBy: feePaid.shape.paidBy,
});

/** What else an application publishes. */
export const applicationEvents = {
  "permits.application.recorded": applicationRecorded,
  "permits.application.renewed": applicationRenewed,
  "permits.application.hearing-called": hearingCalled,
  "permits.application.third-parties-informed": thirdPartiesInformed,
  "permits.application.inspectors-assigned": inspectorsAssigned,
  "permits.application.overdue-explained": overdueExplained,
  "permits.application.upper-decided": upperDecided,
  "permits.fee.due": feeDue,
  "permits.fee.paid": feePaid,
  "permits.fee.payment-taken-back": feePaymentTakenBack,
} as const;

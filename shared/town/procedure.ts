import * as z from "zod";
import { bilingual, id, isoDate, line, listCode } from "./text.ts";

const fen = z.int().min(0);
const days = z.int().min(0).max(365);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const hours = z.array(
  z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from < to, "closes before it opens / 结束时间早于开始时间"),
);

/** When the hall is open, by weekday; days off and make-up days come from the calendar. */
export const officeHours = z.strictObject({
  timeZone: z.literal("Asia/Shanghai"),
  week: z.strictObject({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }),
});

/** XK-45: what may stop the clock of a case. */
export const pauseKinds = [
  "hearing",
  "bidding",
  "auction",
  "inspection",
  "testing",
  "quarantine",
  "appraisal",
  "expert-review",
] as const;

/** XK-45: the longest time, in working days, that all pauses of each kind in a case last together. The law names no number: say by what. */
const pauses = z.strictObject({
  workingDays: z.record(z.enum(pauseKinds), z.int().min(1).max(365)),
  source: line,
});

/** Limits no statute settles; the town's legal officer confirms them. */
export const limits = z.strictObject({
  warningWorkingDays: days,
  /** XK-50: "thirty days before expiry", the unit is not said. */
  renewal: z.strictObject({
    unit: z.enum(["calendar", "working-day"]),
    days,
    /** Nor what becomes of an application that comes later: refused, received, or received and renewed by silence too. */
    lateFiling: z.enum(["refused", "received", "deemed"]),
  }),
  complaintWorkingDays: days,
  pauses,
  /** XK-69: how long the holder may state his case before a licence is revoked. The law names no number: say by what. */
  revocation: z.strictObject({ statementWorkingDays: z.int().min(1).max(60), source: line }),
  /** S-3: call back after a poor rating; only local rules give a number. Null: no limit is set. */
  ratingFollowUpWorkingDays: days.nullable(),
});

/** CF-63: from this fine on, the party may ask for a hearing. Set locally: say by what. */
export const hearingThresholds = z.strictObject({ citizenFen: fen, organisationFen: fen, source: line });

/** S-7: promises (working days) kept by this town in place of the list's own. */
export const promisedLimits = z.record(listCode, days);

/** A State Council notice newer than the calendar library: dates off, and weekend days worked instead. */
export const calendarNotice = z.strictObject({
  year: z.int().min(2007).max(2100),
  source: line,
  daysOff: z.array(isoDate),
  makeUpDays: z.array(isoDate),
});

const template = line.refine(
  (text) => text.includes("{year}") && text.includes("{serial}"),
  "names {year} and {serial} / 必须含 {year} 和 {serial}",
);
const series = z.strictObject({ series: id, text: bilingual.extend({ zh: template, en: template }) });

/** The papers of a case that are numbered in a series of their kind; the receipt's stands beside the certificate's. */
const documents = z.strictObject({
  "corrections-notice": series,
  "acceptance-notice": series,
  "non-acceptance": series,
  "withdrawal-notice": series,
  "filing-receipt": series,
  "extension-notice": series,
  "inspectors-notice": series,
  "hearing-rights-notice": series,
  refusal: series,
  "forwarding-letter": series,
  "delivery-record": series,
  "suspension-notice": series,
  revocation: series,
  "cancellation-notice": series,
});

/** The papers of enforcement that are numbered in a series of their kind; the decision's is `penalty`. */
const enforcementPapers = z.strictObject({
  filing: series,
  "no-filing": series,
  "prior-notice": series,
  "hearing-notice": series,
  "on-spot": series,
  "no-penalty": series,
  "rectification-order": series,
  guidance: series,
  "stop-order": series,
  "inspection-notice": series,
  "inspection-result": series,
  "inspection-draw": series,
  "campaign-plan": series,
  preservation: series,
  measure: series,
  "measure-extension": series,
  release: series,
  "defence-review": series,
  "delivery-record": series,
  "public-notice": series,
  instalments: series,
  demand: series,
  "enforcement-decision": series,
  "substitute-performance": series,
  "court-application": series,
  "transfer-letter": series,
  "assistance-request": series,
  suspension: series,
  stop: series,
  withdrawal: series,
  "closing-report": series,
  reversal: series,
});

/** The series of official numbers, each without gaps within a year. */
export const numbering = z.strictObject({
  /** P3: with what the town's own numbers begin, and those of what it does in another organ's name (`{organ}`). */
  marks: z.strictObject({
    own: bilingual,
    entrusted: bilingual.refine(
      ({ zh, en }) => zh.includes("{organ}") && en.includes("{organ}"),
      "names {organ} / 必须含 {organ}",
    ),
    source: line,
  }),
  certificate: series,
  receipt: series,
  penalty: series,
  handover: series,
  /** XK-61: records of supervision inspections. */
  inspection: series,
  /** G2: matters of the grid; who reports learns the number. */
  gridEvent: series,
  /** G8: what people ask of the town, and their petitions. */
  appeal: series,
  petition: series,
  /** G7: disputes that are mediated. */
  mediation: series,
  documents,
  enforcement: enforcementPapers,
});

export type OfficeHours = z.infer<typeof officeHours>;
export type Limits = z.infer<typeof limits>;
export type CalendarNotice = z.infer<typeof calendarNotice>;
export type EnforcementPaper = keyof z.infer<typeof enforcementPapers>;
export type NumberSeries = z.infer<typeof series>;

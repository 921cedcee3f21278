import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { line } from "./text.ts";

/**
 * Kinds of personal parts of a record (P-8). The first five are parts of any record; the others are kinds of records whose
 * personal parts all go together.
 */
export const retentionKinds = [
  /** Phones. */
  "contact",
  /** Addresses and places. */
  "address",
  /** Names by which people log in, and the commands that a record remembers of them. */
  "login",
  /** Text that somebody wrote in his own words; it may name a person. */
  "text",
  /** Names, numbers of identity papers, and the keys made of them. */
  "party",
  /** Tickets and appointments of a day in the hall. */
  "visit",
  /** Ratings, complaints, questions, reports. */
  "voice",
  /** What the town told somebody. */
  "notice",
  /** Files that people sent in, with their names. */
  "file",
  /** Papers that the town drew up. */
  "paper",
  /** Absences and departures of the town's own people. */
  "duty",
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Parts of a record whose personal parts are not all of one kind. */
export const partKinds = ["contact", "address", "login", "text", "party"] as const satisfies readonly RetentionKind[];

/** A period of years, months and days as ISO 8601 writes it; `P0D` keeps nothing beyond the day of the end. */
const period = z.string().regex(/^P(?=\d)(?:\d{1,2}Y)?(?:\d{1,3}M)?(?:\d{1,5}D)?$/);

const kept = z.strictObject({
  /** How long after the day on which the record ended. */
  keep: period,
  /** The law, standard or decision of the town that says so. */
  source: line,
});

/** P-8: how long personal parts are kept once their record has ended. No statute names one number for all towns. */
const fields = z.strictObject({
  contact: kept,
  address: kept,
  login: kept,
  text: kept,
  party: kept,
  visit: kept,
  voice: kept,
  notice: kept,
  file: kept,
  paper: kept,
  duty: kept,
} satisfies Record<RetentionKind, z.ZodType>);

/** Within which a decision can be taken to court (行政诉讼法46): no part of a case goes before. */
const objecting = Temporal.Duration.from({ months: 6 });

export const retention = fields.superRefine((rules, context) => {
  for (const kind of [...partKinds, "file", "paper"] as const) {
    const [end, day] = [Temporal.PlainDate.from("2026-01-01"), keptUntil(rules, kind, "2026-01-01")];
    if (Temporal.PlainDate.compare(day, end.add(objecting)) < 0)
      context.addIssue({
        code: "custom",
        path: [kind, "keep"],
        message: "shorter than the six months for going to court / 短于六个月的起诉期限（行政诉讼法46）",
      });
  }
});

export type Retention = z.infer<typeof fields>;

/** P-8: the last day on which a part is kept, from the day its record ended. 29 February becomes the 28th. */
export const keptUntil = (rules: Retention, kind: RetentionKind, endedOn: string): string =>
  Temporal.PlainDate.from(endedOn).add(Temporal.Duration.from(rules[kind].keep)).toString();

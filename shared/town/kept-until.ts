import { Temporal } from "temporal-polyfill";

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
  /** Where the town's own people said they were, of their own will. */
  "track",
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Parts of a record whose personal parts are not all of one kind. */
export const partKinds = ["contact", "address", "login", "text", "party"] as const satisfies readonly RetentionKind[];

/** P-8: for each kind how long its parts are kept, as an ISO period, and the law or decision that says so. */
export type Retention = Readonly<Record<RetentionKind, { readonly keep: string; readonly source: string }>>;

/** P-8: the last day on which a part is kept, from the day its record ended. 29 February becomes the 28th. */
export const keptUntil = (rules: Retention, kind: RetentionKind, endedOn: string): string =>
  Temporal.PlainDate.from(endedOn).add(Temporal.Duration.from(rules[kind].keep)).toString();

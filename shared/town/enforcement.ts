import * as z from "zod";
import { uploadRules } from "../files/upload/index.ts";
import { campaignRules } from "./enforcement-campaigns.ts";
import { inspectionRules } from "./enforcement-inspections.ts";
import { penaltyKinds } from "./listed-penalties.ts";
import { bilingual, id, isoDate, line, listCode } from "./text.ts";

const fen = z.int().min(0).max(100_000_000_000);
const workingDays = z.int().min(1).max(120);
const days = z.int().min(1).max(365);
const kinds = z.array(z.enum(penaltyKinds));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** CF-63: what gives a right to a hearing besides the sums of `hearingThresholds` and the kinds that the law names. */
const hearing = z.strictObject({
  /** Whether the threshold of a fine is that of a confiscation too. */
  confiscationToo: z.boolean(),
  /** Kinds that are "other heavier penalties" here. */
  others: kinds,
  /** CF-64: how often a hearing is put off for a good reason, and how many days after its first day at the most. */
  postponement: z.strictObject({ most: z.int().min(1).max(10), withinDays: days }),
  source: line,
});

/** CF-54a: how soon a case is filed after the lead; by domain where a rule of the sector gives a number. */
const filing = z.strictObject({
  workingDays,
  extensionWorkingDays: workingDays.exactOptional(),
  byDomain: z.record(
    line,
    z.strictObject({ workingDays, extensionWorkingDays: workingDays.exactOptional(), rule: line }),
  ),
  source: line,
});

export const clockExclusions = ["hearing", "notice", "test", "suspension"] as const;

/** CF-60, CF-60a: what a rule of the sector adds to the 90 days of its domain. A domain without a row: no extension, no pause. */
const clock = z.record(
  line,
  z.strictObject({
    /** By the head, once. */
    extensionDays: days.exactOptional(),
    /** By collective decision, once more. */
    collectiveDays: days.exactOptional(),
    /** What does not count. */
    excludes: z.array(z.enum(clockExclusions)),
    rule: line,
  }),
);

export const recordingScenes = [
  "seal",
  "seizure",
  "demolition",
  "disputed-check",
  "service-by-leaving",
  "hearing",
] as const;

/** One entry of a published list: the act, and the conditions that have to be met. */
const lenient = z.strictObject({ code: listCode, conditions: bilingual });

/** CF-33a: the published lists of no penalty, first time, mitigation and no coercion. */
const lenience = z.strictObject({
  /** How far back an earlier act of the same kind is looked for. */
  windowYears: z.int().min(1).max(10),
  source: line,
  noPenalty: z.array(lenient),
  firstTime: z.array(lenient),
  mitigation: z.array(lenient),
  /** QZ-16: slight acts against which no coercive measure is taken. */
  noCoercion: z.array(lenient),
});

/** CF-48: which decisions have social effect, so that they are published; CF-48a: how they count for credit. */
const publication = z.strictObject({
  effect: z.strictObject({
    kinds,
    codes: z.array(listCode),
    /** Domains of which every penalty has social effect. */
    domains: z.array(id),
    citizenFen: fen,
    organisationFen: fen,
    source: line,
  }),
  publishWithin: z.strictObject({ workingDays, source: line }),
  credit: z.strictObject({
    /** Decisions of no other kind are minor, and not shown. */
    minor: kinds,
    serious: kinds,
    seriousCodes: z.array(listCode),
    source: line,
  }),
  /** How soon a credit repair is decided. */
  repairWithin: z.strictObject({ workingDays, source: line }),
});

/** CF-57, CF-58: what is complex or major, so that it is discussed by several and reviewed by a legal reviewer. */
const major = z.strictObject({
  citizenFen: fen,
  organisationFen: fen,
  kinds,
  /** So many at least discuss it. */
  leastMembers: z.int().min(3).max(30),
  source: line,
});

/** CF-58: a person who may do the legal review, by the number of his national legal qualification. */
const legalReviewer = z.strictObject({ sub: id, qualification: line, from: isoDate });

/** E5: a counsel of the town, by contract. */
const counsel = z.strictObject({ id, name: line, firm: line, from: isoDate, until: isoDate });

const items = z.array(listCode);

/** QZ-44: how illegal buildings are dealt with. */
const demolition = z.strictObject({
  /** QZ-44a, QZ-44b: the items by which the town demolishes itself, and those by which it asks the court. */
  ways: z.strictObject({ planning: items, land: items }),
  /** QZ-44: which decisions' periods of review and suit have passed before anything is demolished. */
  waitsFor: z.array(z.enum(["order", "enforcement-decision"])).refine((all) => all.includes("order"), "order"),
  /** QZ-35: how long the party has from the service of the demand. */
  demandWorkingDays: workingDays,
  /** QZ-44: the public notice gives so many days at least. */
  noticeDays: days,
  /** QZ-44b: whether the court is asked only after the days of a review, too. */
  courtWaitsForReview: z.boolean(),
  source: line,
});

/**
 * QZ-17a (行政强制法10、11、17、22): the laws and regulations that let this town seal or seize, act by act. The handing over of penalties
 * carries no such power. QZ-25: a law may give another term.
 */
const coercion = z.strictObject({
  bases: z.array(
    z.strictObject({
      id,
      kinds: z.array(z.enum(["seal", "seizure"])).min(1),
      codes: z.array(listCode).min(1),
      law: line,
      termDays: days.exactOptional(),
      extensionDays: days.exactOptional(),
      source: line,
    }),
  ),
  /** Within how many days an approved measure is carried out. */
  approvalDays: days,
  /** How long all tests of a measure together may take at the most, once they are told in writing. */
  mostTestDays: days,
  /** How long goods stay that a decision within the term confiscates, until it is served. */
  keptForServiceDays: days,
  source: line,
});

/** CF-74a, QZ-28: how long goods lie in each state, and what is far below the market. */
const goods = z.strictObject({
  returnDays: days,
  disposalDays: days,
  /** From the public notice to the owner on, until it falls to the treasury. */
  unclaimedDays: days,
  farBelowPercent: z.int().min(1).max(100),
  source: line,
});

/** CF-26, CF-S2: terms of answers, where no day is named, and who supervises. */
const cooperation = z.strictObject({
  answerWorkingDays: workingDays,
  supervisionWorkingDays: workingDays,
  /** Id of the county bureau of justice among the departments. */
  justiceBureau: id,
  source: line,
});

/** E1: certificates and study of the team. */
const team = z.strictObject({
  /** A certificate that ends within so many days is shown. */
  certificateWarningDays: days,
  /** Hours of study of each officer in a year. */
  studyHoursPerYear: z.int().min(0).max(500),
  source: line,
});

/** What the law of enforcement leaves to sector and town. Each says by what; the town's legal officer confirms it. */
export const enforcement = z.strictObject({
  hearing,
  filing,
  clock,
  /** CF-44, 45: the time given for a defence; the law names no number. */
  defence: z.strictObject({ workingDays, source: line }),
  /** CF-52: within how many working days an on-the-spot decision is reported for record. */
  onSpotReport: z.strictObject({ workingDays, source: line }),
  /** T-13: whether a party's last day rolls over rest days. */
  due: z.strictObject({ restDays: z.enum(["strict", "rolled"]), source: line }),
  /** CF-66: of what the late surcharge is counted while an instalment is overdue. */
  instalmentSurcharge: z.strictObject({ on: z.enum(["instalment", "fine", "none"]), source: line }),
  /** QZ-43: when it is night. */
  night: z.strictObject({ from: time, to: time, source: line }),
  /** FY-24: who reviews the town's acts, and how long one may apply. */
  review: z.strictObject({ organ: bilingual, days, source: line }),
  /** CF-27a: whether the three days of a transfer to the police are calendar or working days; the rule does not say. */
  policeTransfer: z.strictObject({ unit: z.enum(["day", "working-day"]), source: line }),
  /** CF-47a: what is recorded in sound and picture without a gap. */
  recording: z.strictObject({ scenes: z.array(z.enum(recordingScenes)), source: line }),
  /** CF-46a: which files of evidence are taken, how large, and whether a scanner must have judged them before another reads them. */
  evidenceFiles: z.strictObject({ ...uploadRules, source: line }),
  /** CF-51, CF-63: as which kind of party an individual business (个体工商户) counts. */
  soleTrader: z.strictObject({ as: z.enum(["citizen", "organisation"]), source: line }),
  coercion,
  goods,
  demolition,
  cooperation,
  /** E3, CF-28: in which days an order to correct counts the number of its row, and how long it is extended at the most. */
  rectification: z.strictObject({ unit: z.enum(["day", "working-day"]), mostExtensionDays: days, source: line }),
  lenience,
  publication,
  major,
  legalReviewers: z.array(legalReviewer).min(1),
  counsels: z.array(counsel),
  team,
  /** IN-1 to IN-7. */
  inspections: inspectionRules,
  /** IN-6. */
  campaigns: campaignRules,
});

export type EnforcementRules = z.infer<typeof enforcement>;
export type ClockExclusion = (typeof clockExclusions)[number];
export type RecordingScene = (typeof recordingScenes)[number];

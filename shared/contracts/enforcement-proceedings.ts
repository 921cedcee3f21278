import * as z from "zod";
import { officialNumber } from "../papers/official-number-schema.ts";

const date = z.iso.date();
/** Of which case and party; the party only by his place in the case. */
const about = { case: z.string(), proceeding: z.string(), party: z.string() };
const outcome = z.enum(["punish", "no-penalty", "not-proved"]);

/** CF-44: the party was told what is meant. */
export const proceedingNoticed = z.object({ ...about, on: date, number: officialNumber, hearingRight: z.boolean() });

/** CF-57: decided. No sum leaves with it (CF-74). */
export const proceedingDecided = z.object({
  ...about,
  on: date,
  outcome,
  number: officialNumber,
  codes: z.array(z.string()),
});

/** CF-61: the decision was served, so it is in effect. */
export const decisionServed = z.object({ ...about, on: date, how: z.string(), outcome, number: officialNumber });

/** FY-63, SS-77: a decision in effect was changed. */
export const decisionChanged = z.object({ ...about, on: date, by: z.enum(["own", "review", "court", "superior"]) });

/** CF-48: a decision was revoked, or declared void. */
export const decisionOverturned = z.object({
  ...about,
  on: date,
  how: z.enum(["revoked", "void"]),
  by: z.enum(["own", "review", "court", "superior"]),
  anew: z.boolean(),
});

/** CF-73: the party went to review or to court, and how that ended. */
export const remedyFiled = z.object({ ...about, id: z.string(), kind: z.enum(["review", "suit"]), filedOn: date });
export const remedyEnded = z.object({
  ...about,
  on: date,
  remedy: z.string(),
  kind: z.enum(["review", "suit"]),
  effect: z.enum(["upheld", "rejected", "withdrawn", "changed", "revoked", "void", "unlawful"]),
});

/** FY-48: the organ of review asked for an answer, the town gave it, or did not in time. */
export const answerAsked = z.object({ ...about, on: date, remedy: z.string(), receivedOn: date });
export const reviewAnswered = z.object({ ...about, on: date, remedy: z.string(), late: z.boolean() });
export const answerOverdue = z.object({ ...about, remedy: z.string(), due: date });

/** CF-57a: all is done, or it was stopped without a decision. */
export const proceedingEnded = z.object({ ...about, on: date, ground: z.enum(["performed", "enforcement-ended"]) });
export const proceedingStopped = z.object({
  ...about,
  on: date,
  ground: z.enum(["no-breach", "time-barred", "party-died", "organisation-ended", "no-power", "wrong-party"]),
});

/** CF-61: a decision was not served in time. */
export const serviceOverdue = z.object({ ...about, what: z.literal("service"), due: date });

/** What proceedings publish, by type. */
export const proceedingEvents = {
  "enforcement.proceeding.noticed": proceedingNoticed,
  "enforcement.proceeding.decided": proceedingDecided,
  "enforcement.proceeding.decision-served": decisionServed,
  "enforcement.proceeding.changed": decisionChanged,
  "enforcement.proceeding.overturned": decisionOverturned,
  "enforcement.proceeding.remedy-filed": remedyFiled,
  "enforcement.proceeding.remedy-ended": remedyEnded,
  "enforcement.proceeding.answer-asked": answerAsked,
  "enforcement.proceeding.review-answered": reviewAnswered,
  "enforcement.proceeding.answer-overdue": answerOverdue,
  "enforcement.proceeding.ended": proceedingEnded,
  "enforcement.proceeding.stopped": proceedingStopped,
  "enforcement.proceeding.overdue": serviceOverdue,
} as const;

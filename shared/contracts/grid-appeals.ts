import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();
const level = titled(z.enum(["office", "town", "county"]), { zh: "办理层级", en: "Level of handling" });
const stages = ["conclusion", "review", "re-review"] as const;
const stageTitle = { zh: "办理阶段", en: "Stage of the petition" };

/** What is told to who handed an appeal over. */
export const appealStages = ["answered", "raised", "confirmed", "unconfirmed", "elsewhere", "withdrawn"] as const;
/** G8: an appeal is answered. By whom it is, what it says and against whom stays in the house. */
export const appealAnswered = z.object({
  on: date,
  inTime: z.boolean(),
  level,
  outcome: z.enum(["solved", "partly", "explained"]),
});
/** G8: who handed it over learns what comes of it: without a word that was said, and without the person. */
export const appealOutcomeTold = z.object({
  source: z.object({ kind: z.enum(["complaint"]), id: z.string() }),
  stage: titled(z.enum(appealStages), { zh: "诉求进展", en: "How far the appeal is" }),
  on: date,
  outcome: z.enum(["solved", "partly", "explained"]).optional(),
});
export const appealOverdue = z.object({ due: date, level });
/** S-11: a written opinion of a petition. */
export const petitionConcluded = z.object({
  on: date,
  stage: titled(z.enum(stages), stageTitle),
  result: z.enum(["supported", "partly", "rejected", "upheld", "changed"]),
  inTime: z.boolean(),
});
export const petitionOverdue = z.object({ due: date, stage: titled(z.enum([...stages, "reply"]), stageTitle) });

/** What people ask of the town (G8), told without the people. */
export const appealEvents = {
  "grid-events.appeal.answered": appealAnswered,
  "grid-events.appeal.outcome-told": appealOutcomeTold,
  "grid-events.appeal.overdue": appealOverdue,
  "grid-events.petition.concluded": petitionConcluded,
  "grid-events.petition.overdue": petitionOverdue,
} as const;

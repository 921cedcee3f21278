import * as z from "zod";

const date = z.iso.date();
const about = { code: z.string(), year: z.int() };
const advice = z.enum(["keep", "train", "recall"]);
const outcome = z.enum(["keep", "train", "suspend", "adjust", "recall"]);

export const evaluationOpened = z.object({
  ...about,
  interim: z.boolean(),
  openedOn: date,
  figures: z.record(z.string(), z.int()),
  advice,
  reasons: z.array(
    z.object({
      ground: z.string(),
      advises: advice,
      figure: z.number(),
      of: z.number().exactOptional(),
      threshold: z.number().exactOptional(),
      text: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});
/** What somebody decided of a power; a suspension, adjustment or recall begins on that day. Reasons are for the public and name nobody. */
export const evaluationDecided = z.object({
  ...about,
  advice,
  outcome,
  reasons: z.string(),
  otherwise: z.string().exactOptional(),
  document: z.string().exactOptional(),
  on: date,
  trainBy: date.exactOptional(),
});
export const evaluationTrained = z.object({ ...about, record: z.string(), on: date });
export const evaluationTrainingOverdue = z.object({ ...about, due: date });
/** So many powers of a round were looked at, and so many evaluations opened; the evaluations are told one by one. */
export const evaluationRoundCarriedOn = z.object({ year: z.int(), next: z.int(), of: z.int(), opened: z.int() });
/** The list is published again after the evaluation of a year. */
export const listRepublished = z.object({
  year: z.int(),
  version: z.int(),
  on: date,
  kept: z.int(),
  changes: z.array(
    z.object({
      code: z.string(),
      outcome,
      from: date,
      reasons: z.string(),
      otherwise: z.string().exactOptional(),
      document: z.string().exactOptional(),
    }),
  ),
});

/** The yearly evaluation (P6). */
export const evaluationEvents = {
  "powers.evaluation.opened": evaluationOpened,
  "powers.evaluation.decided": evaluationDecided,
  "powers.evaluation.trained": evaluationTrained,
  "powers.evaluation.training-overdue": evaluationTrainingOverdue,
  "powers.evaluation-round.carried-on": evaluationRoundCarriedOn,
  "powers.list.republished": listRepublished,
} as const;

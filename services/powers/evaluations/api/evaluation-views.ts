import * as z from "zod";
import { powerCategory } from "../../../../shared/contracts/powers.ts";
import { pick } from "../../../../shared/decider/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { text } from "../../common/api/schemas.ts";
import { advices } from "../domain/advice.ts";
import { type Evaluation, evaluationStatuses, outcomes } from "../domain/evaluation.ts";
import { ratesOf } from "../domain/figures.ts";

const day = z.iso.date();
const int = z.int();
const recall = z.object({ from: day, document: z.string() });

/** An evaluation as everybody may read it: it names nobody. */
export const evaluationView = z.object({
  id: z.string(),
  version: z.int(),
  code: z.string(),
  year: int,
  name: text,
  category: powerCategory,
  domain: z.string(),
  interim: z.boolean(),
  openedOn: day,
  status: z.enum(evaluationStatuses),
  figures: z.object({
    cases: int,
    decided: int,
    refused: int,
    overdue: int,
    overturned: int,
    complaints: int,
    foundedComplaints: int,
    ratings: int,
    poorRatings: int,
    certifiedOfficers: int,
    trainedStaff: int,
  }),
  /** Null: there is nothing to divide by. */
  rates: z.object({
    overduePercent: z.number().nullable(),
    overturnedPercent: z.number().nullable(),
    complaintPercent: z.number().nullable(),
  }),
  sources: z.object({ counted: int, digest: z.string(), documents: z.array(z.string()).readonly(), roster: int }),
  rules: z.string(),
  advice: z.enum(advices),
  reasons: z
    .array(
      z.object({
        ground: z.string(),
        advises: z.enum(advices),
        figure: z.number(),
        of: z.number().optional(),
        threshold: z.number().optional(),
        text,
      }),
    )
    .readonly(),
  recalled: recall.optional(),
  decision: z
    .object({
      outcome: z.enum(outcomes),
      reasons: z.string(),
      otherwise: z.string().optional(),
      document: z.string().optional(),
      side: z.enum(["county", "town"]).optional(),
      adjustment: z.record(z.string(), z.unknown()).optional(),
      on: day,
    })
    .optional(),
  training: z.object({ due: day, overdue: z.boolean(), record: z.string().optional() }).optional(),
});

export function viewEvaluation({ id, version, state }: Loaded<Evaluation>) {
  const { decision } = state;
  const about = {
    ...{ id, version },
    ...pick(state, [
      ...(["code", "year", "name", "category", "domain", "interim", "openedOn", "status", "figures"] as const),
      ...(["sources", "rules", "advice", "reasons", "recalled", "training"] as const),
    ]),
    rates: ratesOf(state.figures),
  };
  if (decision === undefined) return about;
  const { adjustment, ...decided } = decision;
  return { ...about, decision: adjustment === undefined ? decided : { ...decided, adjustment: { ...adjustment } } };
}

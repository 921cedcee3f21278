import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();
const village = z.string();

/** G11: a warning is over, and nothing was put right. */
export const checkOverdue = z.object({ due: date, village });
/** G11: a village or a body is on the exposure list, never a person. */
export const checkExposed = z.object({ on: date, village, problems: z.array(z.string()) });
/**
 * G11: a reward is to be paid to who shows the code whose SHA-256 (hex) is `codeDigest`. Who reported stays with his matter; the subject
 * does not lead to it.
 */
export const rewardGranted = z.object({
  codeDigest: z.string().regex(/^[0-9a-f]{64}$/),
  sumFen: z.int().positive(),
  on: date,
});
/** G11: it is taken back, and is not to be paid any more. */
export const rewardWithdrawn = z.object({ on: date });
const stages = ["household", "village", "town", "county"] as const;
/** G12: a stage of a day's waste round was not done in time. */
export const wasteStageMissed = z.object({
  village,
  on: date,
  stage: titled(z.enum(stages), { zh: "环节", en: "Stage" }),
});

/** What the environment watch publishes. Nothing here names a person. */
export const environmentEvents = {
  "grid-events.environment-check.overdue": checkOverdue,
  "grid-events.environment-check.exposed": checkExposed,
  "grid-events.reward.granted": rewardGranted,
  "grid-events.reward.withdrawn": rewardWithdrawn,
  "grid-events.waste-plan.missed": wasteStageMissed,
} as const;

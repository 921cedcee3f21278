import type { Subscription } from "../../shared/service/index.ts";
import { evaluationReactions } from "./evaluations/reactions/evaluation.ts";
import { handoverReactions } from "./handovers/reactions/handover.ts";
import { readinessReactions } from "./readiness/reactions/readiness.ts";
import { runningCaseReactions } from "./running-cases/reactions/running-cases.ts";

/** What the service does when others, or it itself, have published something. */
export const reactions: readonly Subscription[] = [
  ...handoverReactions,
  ...readinessReactions,
  ...runningCaseReactions,
  ...evaluationReactions,
];

import type { Subscription } from "../../shared/service/index.ts";
import { evaluationReactions } from "./reactions/evaluation.ts";
import { handoverReactions } from "./reactions/handover.ts";
import { readinessReactions } from "./reactions/readiness.ts";
import { runningCaseReactions } from "./reactions/running-cases.ts";

/** What the service does when others, or it itself, have published something. */
export const reactions: readonly Subscription[] = [
  ...handoverReactions,
  ...readinessReactions,
  ...runningCaseReactions,
  ...evaluationReactions,
];

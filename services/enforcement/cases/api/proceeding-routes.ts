import type { Route } from "../../../../shared/http/index.ts";
import { answerSteps } from "./proceeding-answers.ts";
import { gatesRoute } from "./proceeding-gates.ts";
import { partySteps } from "./proceeding-party.ts";
import { proceedingSteps } from "./proceeding-steps.ts";
import { proceedingReads } from "./proceedings.ts";

/** The proceedings of the parties, and the gates of a case. */
export const proceedingRoutes: readonly Route[] = [
  ...proceedingReads,
  ...partySteps,
  ...proceedingSteps,
  ...answerSteps,
  gatesRoute,
];

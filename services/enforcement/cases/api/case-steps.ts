import type { Route } from "../../../../shared/http/index.ts";
import { endingsSteps } from "./case-steps/endings.ts";
import { filingSteps } from "./case-steps/filing.ts";
import { investigationSteps } from "./case-steps/investigation.ts";
import { peopleSteps } from "./case-steps/people.ts";
import { policeSteps } from "./case-steps/police.ts";
import { togetherSteps } from "./case-steps/together.ts";

/** All steps of a case. */
export const caseSteps: readonly Route[] = [
  ...filingSteps,
  ...peopleSteps,
  ...investigationSteps,
  ...endingsSteps,
  ...policeSteps,
  ...togetherSteps,
];

import { runningCasesOf } from "../../../../shared/powers-in-force/index.ts";

/** The enforcement service's own copies of what was decided of open cases whose power was recalled (CF-24b). */
export const runningCase = runningCasesOf("enforcement");

/** One for each case and power: a case may rest on several. */
export const runningCaseId = (caseId: string, code: string) => `${caseId}:${code}`;

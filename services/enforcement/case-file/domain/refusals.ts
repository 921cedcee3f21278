import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the export of a case file refuses with; each has its text in `problems.ts`. */
export type CaseFileRefusal =
  | "enforcement.case-file-incomplete"
  | "enforcement.case-file-not-in-this-state"
  | "enforcement.no-case-to-export";

/** The refusals of this part, by their codes. */
export const { badInput, refuse } = refusals<CaseFileRefusal>();

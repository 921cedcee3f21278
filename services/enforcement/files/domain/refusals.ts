import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that files of evidence are refused with; each has its text in `problems.ts`. */
export type EvidenceFileRefusal =
  | "enforcement.evidence-file-case-over"
  | "enforcement.evidence-file-judged"
  | "enforcement.evidence-file-not-for-you"
  | "enforcement.evidence-file-not-in-this-state"
  | "enforcement.evidence-file-not-scanned"
  | "enforcement.evidence-file-not-there"
  | "enforcement.evidence-file-not-what-it-says"
  | "enforcement.evidence-file-of-no-case"
  | "enforcement.evidence-file-other"
  | "enforcement.evidence-file-too-large"
  | "enforcement.evidence-file-type";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<EvidenceFileRefusal>();

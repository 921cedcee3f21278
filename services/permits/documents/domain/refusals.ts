import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type PaperRefusal =
  | "permits.document-not-in-this-state"
  | "permits.document-not-yours-to-replace"
  | "permits.document-without-number";

/** The refusals of this part, by their codes. */
export const { badInput, notYou } = refusals<PaperRefusal>();

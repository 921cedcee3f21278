import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that printed papers refuse with; each has its text in `problems.ts`. */
export type PrintedPaperRefusal = "enforcement.paper-not-in-this-state" | "enforcement.paper-without-number";

export const { badInput } = refusals<PrintedPaperRefusal>();

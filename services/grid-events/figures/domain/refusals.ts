import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type FigureRefusal = "grid-events.bad-months";

/** The refusals of this part, by their codes. */
export const { badInput } = refusals<FigureRefusal>();

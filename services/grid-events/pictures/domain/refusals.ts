import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that pictures refuse with; each has its text in `problems.ts`. */
export type PicturesRefusal =
  | "grid-events.picture-not-for-you"
  | "grid-events.picture-not-in-this-state"
  | "grid-events.picture-not-named"
  | "grid-events.picture-not-sent"
  | "grid-events.picture-other"
  | "grid-events.picture-too-large"
  | "grid-events.picture-type"
  | "grid-events.picture-unreadable";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PicturesRefusal>();

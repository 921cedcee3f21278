import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that patrols refuse with; each has its text in `problems.ts`. */
export type PatrolsRefusal =
  | "grid-events.patrol-emergency-unknown"
  | "grid-events.patrol-grid-unknown"
  | "grid-events.patrol-not-in-this-state"
  | "grid-events.patrol-not-yours"
  | "grid-events.walk-empty"
  | "grid-events.walk-not-chosen"
  | "grid-events.walk-not-offered"
  | "grid-events.walk-too-long";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PatrolsRefusal | CommonRefusal>();

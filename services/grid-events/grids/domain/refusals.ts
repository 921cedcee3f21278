import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type GridRefusal =
  | "grid-events.absent-already"
  | "grid-events.axes-swapped"
  | "grid-events.ends-before-it-begins"
  | "grid-events.holds-it-already"
  | "grid-events.map-faulty"
  | "grid-events.map-in-force"
  | "grid-events.map-not-in-this-state"
  | "grid-events.map-of-this-day"
  | "grid-events.map-too-large"
  | "grid-events.map-too-soon"
  | "grid-events.not-absent"
  | "grid-events.not-your-post"
  | "grid-events.one-person-on-both-posts"
  | "grid-events.outside-the-town"
  | "grid-events.post-vacant"
  | "grid-events.unknown-grid";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou } = refusals<GridRefusal | CommonRefusal>();

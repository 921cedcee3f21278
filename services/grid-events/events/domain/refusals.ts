import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that matters of the grid refuse with. */
export type EventsRefusal =
  | "grid-events.after-the-window"
  | "grid-events.category-not-here"
  | "grid-events.category-not-public"
  | "grid-events.event-not-in-this-state"
  | "grid-events.handler-cannot-verify"
  | "grid-events.handler-reads-no-reporter"
  | "grid-events.joined-already"
  | "grid-events.level-no-higher"
  | "grid-events.merged-into-itself"
  | "grid-events.not-called"
  | "grid-events.not-in-the-sample"
  | "grid-events.never-released"
  | "grid-events.picture-not-there"
  | "grid-events.picture-unknown"
  | "grid-events.not-the-reporter"
  | "grid-events.not-the-unit"
  | "grid-events.not-your-grid"
  | "grid-events.nothing-changed"
  | "grid-events.person-decides"
  | "grid-events.picture-missing"
  | "grid-events.place-missing"
  | "grid-events.too-many-reports"
  | "grid-events.unknown-category"
  | "grid-events.unknown-component"
  | "grid-events.unknown-ground"
  | "grid-events.unknown-matter"
  | "grid-events.unknown-unit"
  | "grid-events.unknown-urgency"
  | "grid-events.with-no-unit"
  | "grid-events.pause-runs"
  | "grid-events.pause-used-up"
  | "grid-events.no-pause";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<EventsRefusal | CommonRefusal>();

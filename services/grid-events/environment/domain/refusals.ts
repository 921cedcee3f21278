import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that the environment watch refuses with. */
export type EnvironmentRefusal =
  | "grid-events.check-not-in-this-state"
  | "grid-events.not-an-inspector"
  | "grid-events.not-that-day"
  | "grid-events.before-missing"
  | "grid-events.after-missing"
  | "grid-events.unknown-problem"
  | "grid-events.responsible-missing"
  | "grid-events.who-reported-checks-not"
  | "grid-events.warning-runs"
  | "grid-events.person-never-exposed"
  | "grid-events.reward-not-in-this-state"
  | "grid-events.reward-category"
  | "grid-events.reward-too-high"
  | "grid-events.reward-not-closed"
  | "grid-events.reward-no-outsider"
  | "grid-events.reward-own-report"
  | "grid-events.reward-two-people"
  | "grid-events.unknown-village"
  | "grid-events.village-not-yours"
  | "grid-events.waste-not-running"
  | "grid-events.waste-runs"
  | "grid-events.stage-before"
  | "grid-events.stage-done"
  | "grid-events.stage-not-yours";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<EnvironmentRefusal | CommonRefusal>();

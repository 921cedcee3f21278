import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that cooperation refuses with; each has its text in `problems.ts`. */
export type CooperationRefusal =
  | "enforcement.cooperation-day"
  | "enforcement.cooperation-head-only"
  | "enforcement.cooperation-not-yours"
  | "enforcement.duty-to-help"
  | "enforcement.letter-not-in-this-state"
  | "enforcement.letter-not-of-this-kind"
  | "enforcement.letter-of-no-case"
  | "enforcement.letter-of-no-lead"
  | "enforcement.meeting-decision-unknown"
  | "enforcement.meeting-held-already"
  | "enforcement.meeting-item-unknown"
  | "enforcement.meeting-not-in-this-state"
  | "enforcement.patrol-not-in-this-state"
  | "enforcement.patrol-not-on-the-roster"
  | "enforcement.referral-undecided"
  | "enforcement.supervision-by-the-bureau"
  | "enforcement.unknown-department";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<CooperationRefusal | CommonRefusal>();

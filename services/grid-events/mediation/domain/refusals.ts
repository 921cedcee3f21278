import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that mediations refuse with. */
export type MediationRefusal =
  | "grid-events.confirmation-recorded-already"
  | "grid-events.confirmation-window-over"
  | "grid-events.in-the-way"
  | "grid-events.mediation-not-in-this-state"
  | "grid-events.mediator-missing"
  | "grid-events.not-a-party"
  | "grid-events.not-all-parties"
  | "grid-events.not-the-mediator"
  | "grid-events.parties-not-two"
  | "grid-events.session-day"
  | "grid-events.speaks-for-himself";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<MediationRefusal | CommonRefusal>();

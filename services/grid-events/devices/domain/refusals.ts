import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that machines refuse with, or are refused with; each has its text in `problems.ts`. */
export type DevicesRefusal =
  | "grid-events.alarm-not-waiting"
  | "grid-events.camera-not-for-safety"
  | "grid-events.device-not-in-this-state"
  | "grid-events.device-not-yours"
  | "grid-events.device-too-fast"
  | "grid-events.device-unknown"
  | "grid-events.message-repeated"
  | "grid-events.unknown-device-kind";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<DevicesRefusal>();

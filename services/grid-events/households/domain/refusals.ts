import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that the contact with households refuses with. */
export type HouseholdsRefusal =
  | "grid-events.contact-not-in-this-state"
  | "grid-events.visit-not-in-this-state"
  | "grid-events.not-the-cadre"
  | "grid-events.contact-ended"
  | "grid-events.visit-not-yet"
  | "grid-events.contact-village"
  | "grid-events.household-linked";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<HouseholdsRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type HallRefusal =
  | "permits.already-booked"
  | "permits.booking-not-in-this-state"
  | "permits.clerk-at-another-window"
  | "permits.contact-missing"
  | "permits.hall-not-open"
  | "permits.no-more-returns"
  | "permits.no-such-booking"
  | "permits.no-such-group"
  | "permits.no-such-slot"
  | "permits.no-such-ticket"
  | "permits.nobody-waiting"
  | "permits.not-absent-yet"
  | "permits.not-time-to-check-in"
  | "permits.not-your-ticket"
  | "permits.priority-not-given"
  | "permits.queue-full"
  | "permits.slot-full"
  | "permits.slot-not-bookable"
  | "permits.ticket-already-held"
  | "permits.ticket-not-in-this-state"
  | "permits.window-busy"
  | "permits.window-not-in-this-state"
  | "permits.window-of-another";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou } = refusals<HallRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type VoiceRefusal =
  | "permits.already-rated"
  | "permits.answered-it-before"
  | "permits.appealed-already"
  | "permits.assignee-in-line"
  | "permits.assignee-is-target"
  | "permits.complainant-unknown"
  | "permits.complaint-against-yourself"
  | "permits.complaint-of-a-person-stays"
  | "permits.complaint-extended-already"
  | "permits.complaint-late-already"
  | "permits.complaint-not-in-this-state"
  | "permits.follower-cannot-check"
  | "permits.ledger-needs-a-day"
  | "permits.measures-missing"
  | "permits.measures-without-ground"
  | "permits.no-such-office"
  | "permits.not-assigned-to-you"
  | "permits.not-ended-yet"
  | "permits.not-your-complaint"
  | "permits.objection-without-posting"
  | "permits.nothing-to-rate"
  | "permits.objection-too-late"
  | "permits.person-not-found-out"
  | "permits.rated-cannot-follow-up"
  | "permits.rating-not-in-this-state"
  | "permits.staff-cannot-rate"
  | "permits.too-late-at-the-counter";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<VoiceRefusal | CommonRefusal>();

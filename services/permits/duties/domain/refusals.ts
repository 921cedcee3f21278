import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type DutyRefusal =
  | "permits.absence-ends-before-it-begins"
  | "permits.absence-not-shortened"
  | "permits.absence-over"
  | "permits.absent-already"
  | "permits.assigned-already"
  | "permits.assignment-over"
  | "permits.has-it-already"
  | "permits.no-such-absence"
  | "permits.no-such-duty"
  | "permits.not-offered-to-you"
  | "permits.not-your-duty"
  | "permits.nothing-offered"
  | "permits.offered-already"
  | "permits.own-absence"
  | "permits.own-departure"
  | "permits.partner-absent"
  | "permits.receiver-absent"
  | "permits.same-person";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<DutyRefusal | CommonRefusal>();

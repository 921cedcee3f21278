import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type TeamRefusal =
  | "enforcement.certified-is-no-auxiliary"
  | "enforcement.examination-without-result"
  | "enforcement.leader-stays"
  | "enforcement.member-already"
  | "enforcement.member-elsewhere"
  | "enforcement.no-such-entry"
  | "enforcement.no-such-member"
  | "enforcement.no-such-squad"
  | "enforcement.not-certified"
  | "enforcement.not-in-squad"
  | "enforcement.not-your-team"
  | "enforcement.own-study"
  | "enforcement.person-in-two-shifts"
  | "enforcement.roster-day-past"
  | "enforcement.roster-not-in-this-state"
  | "enforcement.shift-outside-month"
  | "enforcement.shift-without-length"
  | "enforcement.shift-without-two-officers"
  | "enforcement.squad-not-in-this-state"
  | "enforcement.struck-already"
  | "enforcement.study-before-the-register"
  | "enforcement.study-in-future"
  | "enforcement.study-recorded-already";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<TeamRefusal | CommonRefusal>();

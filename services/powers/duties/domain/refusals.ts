import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type DutyRefusal =
  | "powers.approval-not-given-yet"
  | "powers.duty-not-approved"
  | "powers.duty-not-in-this-state"
  | "powers.duty-without-money"
  | "powers.item-of-another-department"
  | "powers.no-department"
  | "powers.not-your-department"
  | "powers.task-not-listed";

/** The refusals of this part, by their codes. */
export const { badInput, notYou, refuse } = refusals<DutyRefusal | CommonRefusal>();

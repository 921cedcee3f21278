import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that payment refuses with; each has its text in `problems.ts`. */
export type PaymentRefusal =
  | "enforcement.court-not-yet"
  | "enforcement.court-window-closed"
  | "enforcement.day-before-service"
  | "enforcement.day-to-come"
  | "enforcement.deferral-asked-already"
  | "enforcement.deferral-not-asked"
  | "enforcement.deferral-plan-wrong"
  | "enforcement.demand-missing"
  | "enforcement.demanded-already"
  | "enforcement.fine-not-in-this-state"
  | "enforcement.goods-by-auction-only"
  | "enforcement.goods-not-yet"
  | "enforcement.goods-unknown"
  | "enforcement.handler-cannot-approve"
  | "enforcement.head-decides"
  | "enforcement.nothing-owed"
  | "enforcement.opinion-not-heard"
  | "enforcement.opinion-missing"
  | "enforcement.receipt-used"
  | "enforcement.remedy-open"
  | "enforcement.remedy-sought"
  | "enforcement.surcharge-not-stated"
  | "enforcement.not-a-handler"
  | "enforcement.not-the-party"
  | "enforcement.not-overdue";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PaymentRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes with which guidance and orders to correct refuse; each has its text in `problems.ts`. */
export type OrderRefusal =
  | "enforcement.guidance-day"
  | "enforcement.guidance-differs"
  | "enforcement.guidance-not-in-this-state"
  | "enforcement.order-check-day"
  | "enforcement.order-education-day"
  | "enforcement.order-extended-already"
  | "enforcement.order-extension-days"
  | "enforcement.order-extension-late"
  | "enforcement.order-extension-not-asked"
  | "enforcement.order-extension-undecided"
  | "enforcement.order-finding-differs"
  | "enforcement.order-found-later"
  | "enforcement.order-head-only"
  | "enforcement.order-not-due"
  | "enforcement.order-not-enforcement"
  | "enforcement.order-not-first-time"
  | "enforcement.order-not-in-this-state"
  | "enforcement.order-not-slight"
  | "enforcement.order-not-yours"
  | "enforcement.order-nothing-to-sign"
  | "enforcement.order-of-a-case"
  | "enforcement.order-outside-the-town"
  | "enforcement.order-own-matter"
  | "enforcement.order-own-work"
  | "enforcement.order-paper-missing"
  | "enforcement.order-paper-replaced"
  | "enforcement.order-party-only"
  | "enforcement.order-pictures-missing"
  | "enforcement.order-promise-missing"
  | "enforcement.order-served-day"
  | "enforcement.order-unlike-case";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<OrderRefusal | CommonRefusal>();

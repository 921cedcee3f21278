import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type PowerRefusal =
  | "powers.adjustment-document-missing"
  | "powers.already-in-force"
  | "powers.already-listed"
  | "powers.basis-differs"
  | "powers.before-its-authority"
  | "powers.coercion-not-entrusted"
  | "powers.county-must-change"
  | "powers.import-lost"
  | "powers.import-under-way"
  | "powers.in-the-wrong-name"
  | "powers.item-code-of-another-category"
  | "powers.no-authority"
  | "powers.no-basis"
  | "powers.not-suspended"
  | "powers.nothing-adjusted"
  | "powers.province-must-decide"
  | "powers.repealed-before-in-force"
  | "powers.suspended-by-the-other"
  | "powers.state-council-must-approve"
  | "powers.unknown-department";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PowerRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that the penalty list refuses with; each has its text in `problems.ts`. */
export type PenaltyListRefusal =
  | "enforcement.base-missing"
  | "enforcement.fine-above-maximum"
  | "enforcement.fine-below-minimum"
  | "enforcement.fine-of-nothing"
  | "enforcement.fine-outside-tier"
  | "enforcement.fine-too-early"
  | "enforcement.fine-without-amount"
  | "enforcement.kind-not-allowed"
  | "enforcement.persons-not-fined"
  | "enforcement.unknown-tier";

/** The refusals of this part, by their codes. */
export const { badInput, notYou, refuse } = refusals<PenaltyListRefusal | CommonRefusal>();

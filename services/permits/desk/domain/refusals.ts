import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type DeskRefusal =
  | "permits.answer-names-somebody"
  | "permits.application-for-another-item"
  | "permits.consultation-not-in-this-state"
  | "permits.not-your-question"
  | "permits.question-without-item"
  | "permits.reading-without-reason";

/** The refusals of this part, by their codes. */
export const { badInput, notYou, refuse } = refusals<DeskRefusal | CommonRefusal>();

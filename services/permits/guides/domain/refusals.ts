import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type GuideRefusal =
  | "permits.form-belongs-to-a-case"
  | "permits.guide-incomplete"
  | "permits.guide-unchanged"
  | "permits.promise-longer-than-law";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou, refuse } = refusals<GuideRefusal | CommonRefusal>();

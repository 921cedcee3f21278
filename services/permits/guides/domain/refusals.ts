import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type GuideRefusal =
  | "permits.fixed-by-law"
  | "permits.follows-the-power"
  | "permits.form-belongs-to-a-case"
  | "permits.guide-incomplete"
  | "permits.guide-unchanged"
  | "permits.longer-limit-without-law"
  | "permits.material-forbidden"
  | "permits.no-such-revision"
  | "permits.promise-longer-than-law"
  | "permits.proposer-cannot-publish"
  | "permits.revision-outdated"
  | "permits.revision-waits"
  | "permits.step-required-by-law";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou, refuse } = refusals<GuideRefusal | CommonRefusal>();

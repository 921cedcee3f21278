import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type FileRefusal =
  | "permits.material-belongs-to-the-case"
  | "permits.material-in-use"
  | "permits.material-is-the-only-one"
  | "permits.material-not-for-you"
  | "permits.material-not-what-it-says"
  | "permits.material-other-than-announced"
  | "permits.material-too-large"
  | "permits.material-type-not-taken"
  | "permits.unknown-application";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notNow, notYou, refuse } = refusals<FileRefusal | CommonRefusal>();

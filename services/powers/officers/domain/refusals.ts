import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type OfficerRefusal = "powers.officer-known" | "powers.officer-not-so";

/** The refusals of this part, by their codes. */
export const { badInput, notNow } = refusals<OfficerRefusal | CommonRefusal>();

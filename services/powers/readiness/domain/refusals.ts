import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type ReadinessRefusal = "powers.record-ended-already";

/** The refusals of this part, by their codes. */
export const { badInput } = refusals<ReadinessRefusal | CommonRefusal>();

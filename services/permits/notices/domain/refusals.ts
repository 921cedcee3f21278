import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type NoticeRefusal = "permits.notice-not-in-this-state";

/** The refusals of this part, by their codes. */
export const { checkMove } = refusals<NoticeRefusal>();

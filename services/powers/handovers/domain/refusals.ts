import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type HandoverRefusal =
  | "powers.already-signed"
  | "powers.delegated-to-another"
  | "powers.entrusted-to-no-organ"
  | "powers.entrusting-organ-unknown"
  | "powers.handover-not-in-this-state"
  | "powers.liberty-not-handed-over"
  | "powers.line-twice"
  | "powers.lines-held-already"
  | "powers.lines-not-listed"
  | "powers.not-capable"
  | "powers.not-of-this-party"
  | "powers.one-person-for-both"
  | "powers.outside-scope"
  | "powers.re-entrusted"
  | "powers.signed-something-else"
  | "powers.term-missing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<HandoverRefusal | CommonRefusal>();

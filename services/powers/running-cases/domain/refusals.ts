import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type RunningCaseRefusal =
  | "powers.certificates-settled"
  | "powers.no-such-running-case"
  | "powers.not-recalled"
  | "powers.recaller-decides"
  | "powers.running-case-settled"
  | "powers.transfer-to-missing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou } = refusals<RunningCaseRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";

/** Codes with which the taking over is refused; each has its text in `problems.ts`. */
export type OpeningRefusal =
  | "finance.opening-assets-differ"
  | "finance.opening-base-years-missing"
  | "finance.opening-book-not-open"
  | "finance.opening-debts-differ"
  | "finance.opening-debts-not-locked"
  | "finance.taken-over-already";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<OpeningRefusal>();

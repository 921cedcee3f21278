import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type ListRefusal =
  | "powers.category-fixed"
  | "powers.code-twice"
  | "powers.csv-columns"
  | "powers.csv-row-length"
  | "powers.csv-too-long"
  | "powers.csv-unreadable"
  | "powers.item-code-taken";

/** The refusals of this part, by their codes. */
export const { badInput } = refusals<ListRefusal>();

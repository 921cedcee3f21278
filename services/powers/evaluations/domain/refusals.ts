import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type EvaluationRefusal =
  | "powers.adjustment-missing"
  | "powers.case-of-another-power"
  | "powers.case-undecided"
  | "powers.evaluation-not-in-this-state"
  | "powers.evaluations-undecided"
  | "powers.list-republished-already"
  | "powers.no-such-training"
  | "powers.otherwise-unexplained"
  | "powers.overturned-already"
  | "powers.overturned-in-future"
  | "powers.recall-document-missing"
  | "powers.year-not-over";

/** The refusals of this part, by their codes. */
export const { badInput, notNow } = refusals<EvaluationRefusal | CommonRefusal>();

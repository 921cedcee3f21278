import { refusals } from "../../../../shared/decider/index.ts";
import type { ProceedingRefusal } from "../../cases/domain/proceeding/refusals.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that a publication refuses with; each has its text in `problems.ts`. */
export type PublicationRefusal =
  | "enforcement.decision-not-served"
  | "enforcement.duties-open"
  | "enforcement.minor-not-shown"
  | "enforcement.no-such-decision"
  | "enforcement.nothing-to-take-down"
  | "enforcement.proof-paper-missing"
  | "enforcement.publication-fell"
  | "enforcement.publication-not-in-this-state"
  | "enforcement.publication-names-somebody"
  | "enforcement.publication-time-over"
  | "enforcement.repair-asked"
  | "enforcement.repair-not-asked"
  | "enforcement.repair-too-early"
  | "enforcement.statistics-not-yet"
  | "enforcement.take-down-first"
  | "enforcement.young-party";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PublicationRefusal | ProceedingRefusal | CommonRefusal>();

export const article48 = { article: "行政处罚法48", rule: "CF-48" };
export const article48a = { article: "信用修复管理办法", rule: "CF-48a" };

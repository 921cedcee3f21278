import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that this part of the service refuses with; each has its text in `problems.ts`. */
export type SupervisionRefusal =
  | "permits.certificate-of-another-item"
  | "permits.day-for-putting-right"
  | "permits.decider-cannot-inspect"
  | "permits.held-before-planned"
  | "permits.held-in-the-future"
  | "permits.holder-cannot-inspect"
  | "permits.inspected-enough"
  | "permits.inspection-in-the-past"
  | "permits.inspection-is-free"
  | "permits.inspection-must-be-held"
  | "permits.inspection-not-in-this-state"
  | "permits.inspection-signed"
  | "permits.inspector-recused"
  | "permits.leader-only"
  | "permits.measure-not-taken"
  | "permits.no-such-certificate"
  | "permits.nothing-to-supervise"
  | "permits.points-missing"
  | "permits.put-right-once"
  | "permits.reinspection-keeps-its-day"
  | "permits.report-not-in-this-state"
  | "permits.reporter-unknown"
  | "permits.result-against-findings"
  | "permits.round-of-its-year"
  | "permits.still-time-to-put-right"
  | "permits.two-inspect"
  | "permits.witness-is-none";

/** The refusals of this part, by their codes. */
export const { badInput, checkMove, notYou, refuse } = refusals<SupervisionRefusal | CommonRefusal>();

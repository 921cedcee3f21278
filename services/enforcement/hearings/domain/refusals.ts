import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that hearings refuse with; each has its text in `problems.ts`. */
export type HearingsRefusal =
  | "enforcement.hearing-agents"
  | "enforcement.hearing-already-told"
  | "enforcement.hearing-attendance"
  | "enforcement.hearing-chair-only"
  | "enforcement.hearing-day"
  | "enforcement.hearing-decided-already"
  | "enforcement.hearing-handled-case"
  | "enforcement.hearing-head-only"
  | "enforcement.hearing-investigators"
  | "enforcement.hearing-no-such-party"
  | "enforcement.hearing-not-in-this-state"
  | "enforcement.hearing-not-joined"
  | "enforcement.hearing-not-told"
  | "enforcement.hearing-not-yours"
  | "enforcement.hearing-owed"
  | "enforcement.hearing-paper-missing"
  | "enforcement.hearing-postponed-enough"
  | "enforcement.hearing-record"
  | "enforcement.hearing-recorder-is-chair"
  | "enforcement.hearing-recusal"
  | "enforcement.hearing-recusal-open"
  | "enforcement.hearing-sides"
  | "enforcement.hearing-unrecorded"
  | "enforcement.hearing-notice-late"
  | "enforcement.hearing-too-soon"
  | "enforcement.hearing-year-unannounced";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<HearingsRefusal | CommonRefusal>();

export const article64 = { article: "行政处罚法64", rule: "CF-64" };

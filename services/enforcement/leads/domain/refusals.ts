import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that leads refuse with; each has its text in `problems.ts`. */
export type LeadsRefusal =
  | "enforcement.lead-breach-found"
  | "enforcement.lead-check-day"
  | "enforcement.lead-crime-suspected"
  | "enforcement.lead-day-to-come"
  | "enforcement.lead-domain-missing"
  | "enforcement.lead-extension-not-allowed"
  | "enforcement.lead-extended-already"
  | "enforcement.lead-head-only"
  | "enforcement.lead-informant-unknown"
  | "enforcement.lead-into-itself"
  | "enforcement.lead-into-nothing"
  | "enforcement.lead-no-breach-found"
  | "enforcement.lead-not-checked"
  | "enforcement.lead-not-enforcement"
  | "enforcement.lead-not-in-this-state"
  | "enforcement.lead-not-your-matter"
  | "enforcement.lead-of-other-matter"
  | "enforcement.lead-outside-the-town"
  | "enforcement.lead-own-check"
  | "enforcement.lead-own-matter"
  | "enforcement.lead-place-missing"
  | "enforcement.lead-source-not-yours"
  | "enforcement.lead-term-over"
  | "enforcement.lead-to-the-town-itself";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<LeadsRefusal | CommonRefusal>();

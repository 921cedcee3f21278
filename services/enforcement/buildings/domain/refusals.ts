import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that the part of illegal buildings refuses with; each has its text in `problems.ts`. */
export type BuildingRefusal =
  | "enforcement.agreement-day"
  | "enforcement.agreement-stands"
  | "enforcement.at-night"
  | "enforcement.building-act-unknown"
  | "enforcement.building-day"
  | "enforcement.building-not-in-this-state"
  | "enforcement.building-not-law"
  | "enforcement.building-not-the-party"
  | "enforcement.building-second-officer"
  | "enforcement.correction-not-checked"
  | "enforcement.costs-above-estimate"
  | "enforcement.costs-claimed-already"
  | "enforcement.costs-counted-twice"
  | "enforcement.costs-nothing-left"
  | "enforcement.court-demolishes"
  | "enforcement.court-takes-no-application"
  | "enforcement.court-term"
  | "enforcement.court-too-late"
  | "enforcement.decision-not-to-demolish"
  | "enforcement.demand-term-open"
  | "enforcement.demolition-opinion-open"
  | "enforcement.demolition-unrecorded"
  | "enforcement.demolition-without-witness"
  | "enforcement.later-than-three-years"
  | "enforcement.no-cutting-off"
  | "enforcement.no-such-thing"
  | "enforcement.nothing-to-substitute"
  | "enforcement.notice-term"
  | "enforcement.on-a-holiday"
  | "enforcement.paper-not-served"
  | "enforcement.party-not-told"
  | "enforcement.party-was-there"
  | "enforcement.remedy-period-open"
  | "enforcement.remedy-runs"
  | "enforcement.reminded-too-late"
  | "enforcement.removal-head-only"
  | "enforcement.stop-ordered-already"
  | "enforcement.substitution-not-in-this-state"
  | "enforcement.things-not-listed"
  | "enforcement.things-not-returned"
  | "enforcement.work-time-over";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<BuildingRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes that appeals and petitions refuse with. */
export type AppealsRefusal =
  | "grid-events.answered-it-before"
  | "grid-events.appeal-not-in-this-state"
  | "grid-events.assignee-is-target"
  | "grid-events.day-to-come"
  | "grid-events.extended-already"
  | "grid-events.first-receiver-leads"
  | "grid-events.highest-level"
  | "grid-events.late-already"
  | "grid-events.needs-the-head"
  | "grid-events.not-for-this-level"
  | "grid-events.not-the-person"
  | "grid-events.not-the-lead"
  | "grid-events.organ-decided-before"
  | "grid-events.petition-not-in-this-state"
  | "grid-events.posted-before-told"
  | "grid-events.posted-in-future"
  | "grid-events.posting-recorded-by-staff"
  | "grid-events.reviewed-by-itself"
  | "grid-events.slip-missing"
  | "grid-events.unknown-office"
  | "grid-events.unknown-way"
  | "grid-events.window-over";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<AppealsRefusal | CommonRefusal>();

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";
import type { InspectionsRefusal } from "../../inspections/domain/refusals.ts";

/** Codes that campaigns refuse with; each has its text in `problems.ts`. */
export type CampaignsRefusal =
  | "enforcement.campaign-approver"
  | "enforcement.campaign-duty-day"
  | "enforcement.campaign-inspections-open"
  | "enforcement.campaign-joint-alone"
  | "enforcement.campaign-not-filed"
  | "enforcement.campaign-not-in-this-state"
  | "enforcement.campaign-order-missing"
  | "enforcement.campaign-own-plan"
  | "enforcement.campaign-stage"
  | "enforcement.campaign-stages"
  | "enforcement.campaign-venue"
  | "enforcement.campaign-venue-enough"
  | "enforcement.campaign-yearly"
  | "enforcement.duty-day"
  | "enforcement.duty-not-in-this-state"
  | "enforcement.duty-not-put-right"
  | "enforcement.duty-not-yours"
  | "enforcement.duty-own-record"
  | "enforcement.duty-report";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<CampaignsRefusal | InspectionsRefusal | CommonRefusal>();

export const in6 = { article: "国办发〔2024〕54号六", rule: "IN-6" };
export const e11 = { article: "安全生产法4、41", rule: "E11" };

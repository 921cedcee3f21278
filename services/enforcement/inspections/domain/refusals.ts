import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";
import type { LeadsRefusal } from "../../leads/domain/refusals.ts";

/** Codes that inspections refuse with; each has its text in `problems.ts`. */
export type InspectionsRefusal =
  | "enforcement.draw-label-unknown"
  | "enforcement.draw-no-officers"
  | "enforcement.draw-not-in-this-state"
  | "enforcement.draw-not-replaced"
  | "enforcement.draw-own"
  | "enforcement.draw-pool"
  | "enforcement.draw-proposed-already"
  | "enforcement.enterprise-not-in-this-state"
  | "enforcement.enterprise-not-listed"
  | "enforcement.enterprise-place-unknown"
  | "enforcement.inspection-approved-already"
  | "enforcement.inspection-by-draw"
  | "enforcement.inspection-cap"
  | "enforcement.inspection-conflict"
  | "enforcement.inspection-free"
  | "enforcement.inspection-head-only"
  | "enforcement.inspection-item-draft-missing"
  | "enforcement.inspection-item-not-in-this-state"
  | "enforcement.inspection-item-own-draft"
  | "enforcement.inspection-item-unpublished"
  | "enforcement.inspection-lead-unfit"
  | "enforcement.inspection-not-approved"
  | "enforcement.inspection-not-enforcement"
  | "enforcement.inspection-not-in-this-state"
  | "enforcement.inspection-not-joined"
  | "enforcement.inspection-not-on-site"
  | "enforcement.inspection-not-shown"
  | "enforcement.inspection-occasion"
  | "enforcement.inspection-outside-period"
  | "enforcement.inspection-own-proposal"
  | "enforcement.inspection-period"
  | "enforcement.inspection-points"
  | "enforcement.inspection-put-right-by"
  | "enforcement.inspection-record-late"
  | "enforcement.inspection-record-signing"
  | "enforcement.inspection-result-valid"
  | "enforcement.inspection-same-ground"
  | "enforcement.inspection-scan-down"
  | "enforcement.inspection-scan-missing"
  | "enforcement.inspection-scan-none"
  | "enforcement.inspection-scan-other"
  | "enforcement.inspection-surprise"
  | "enforcement.inspection-to-be-joined"
  | "enforcement.inspection-too-early"
  | "enforcement.inspection-urgent";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<InspectionsRefusal | CommonRefusal | LeadsRefusal>();

const order = "国办发〔2024〕54号";
export const in1 = { article: `${order}二`, rule: "IN-1" };
export const in2 = { article: `${order}三`, rule: "IN-2" };
export const in3 = { article: `${order}五`, rule: "IN-3" };
export const in4 = { article: `${order}四`, rule: "IN-4" };
export const in5 = { article: `${order}四`, rule: "IN-5" };
export const in7 = { article: "入企扫码规定", rule: "IN-7" };
export const in8 = { article: `${order}七`, rule: "IN-8" };
export const article43 = { article: "行政处罚法43", rule: "CF-43" };

import { refusals } from "../../../../shared/decider/index.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";

/** Codes with which an item refuses; each has its text in `problems.ts`. */
export type PropertyRefusal =
  | "enforcement.goods-agent-without-authority"
  | "enforcement.goods-already-called"
  | "enforcement.goods-contract-missing"
  | "enforcement.goods-costs-are-the-towns"
  | "enforcement.goods-destroyed-for-a-ground"
  | "enforcement.goods-disposal-differs"
  | "enforcement.goods-disposal-undecided"
  | "enforcement.goods-disposer-apart"
  | "enforcement.goods-handler-keeps"
  | "enforcement.goods-head-only"
  | "enforcement.goods-list-officers"
  | "enforcement.goods-money-differs"
  | "enforcement.goods-not-confiscated-by-decision"
  | "enforcement.goods-not-against-fine"
  | "enforcement.goods-not-in-this-state"
  | "enforcement.goods-not-yours"
  | "enforcement.goods-nothing-on-the-way"
  | "enforcement.goods-owner-not-called"
  | "enforcement.goods-party-keeps-sealed"
  | "enforcement.goods-receiver-only"
  | "enforcement.goods-slip-missing"
  | "enforcement.goods-sold-already"
  | "enforcement.goods-taken-in-already"
  | "enforcement.goods-treasury-receipt"
  | "enforcement.goods-witnesses";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<PropertyRefusal | CommonRefusal>();

export const article74 = { article: "行政处罚法74、罚没财物管理办法", rule: "CF-74a" };
export const article26 = { article: "行政强制法26", rule: "QZ-24" };
export const article28 = { article: "行政强制法28", rule: "QZ-27" };

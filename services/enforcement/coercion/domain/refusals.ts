import { refusals } from "../../../../shared/decider/index.ts";
import type { CasesRefusal } from "../../cases/domain/refusals.ts";
import type { CommonRefusal } from "../../common/domain/refusals.ts";
import type { PropertyRefusal } from "../../property/domain/refusals.ts";

/** Codes with which a measure refuses; each has its text in `problems.ts`. */
export type CoercionRefusal =
  | "enforcement.daily-necessity"
  | "enforcement.emergency-only-for-coercion"
  | "enforcement.goods-left-over"
  | "enforcement.goods-not-of-the-case"
  | "enforcement.goods-not-of-the-measure"
  | "enforcement.measure-approval-late"
  | "enforcement.measure-approval-over"
  | "enforcement.measure-changed-meanwhile"
  | "enforcement.measure-entrusted"
  | "enforcement.measure-extended-already"
  | "enforcement.measure-not-for-fine"
  | "enforcement.measure-not-extended"
  | "enforcement.measure-not-in-this-state"
  | "enforcement.measure-nothing-to-approve"
  | "enforcement.measure-recording-missing"
  | "enforcement.measure-steps-missing"
  | "enforcement.measure-term-over"
  | "enforcement.measure-unapproved"
  | "enforcement.measure-without-basis"
  | "enforcement.measure-without-goods"
  | "enforcement.not-confiscated-by-decision"
  | "enforcement.not-handed-to-another-organ"
  | "enforcement.place-is-not-seized"
  | "enforcement.preservation-not-open"
  | "enforcement.sealed-already"
  | "enforcement.slight-act"
  | "enforcement.test-dates"
  | "enforcement.test-not-open"
  | "enforcement.test-under-way";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, notYou, refuse } = refusals<
  CoercionRefusal | CasesRefusal | CommonRefusal | PropertyRefusal
>();

export const article18 = { article: "行政强制法18、24", rule: "QZ-18" };
export const article25 = { article: "行政强制法25", rule: "QZ-25" };
export const article28 = { article: "行政强制法27、28", rule: "QZ-27" };
export const article56 = { article: "行政处罚法56", rule: "CF-56a" };

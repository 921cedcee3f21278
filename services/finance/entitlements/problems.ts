import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { EntitlementRefusal } from "./domain/refusals.ts";

/** Promised and paid (F-33, F-35). */
export const entitlementProblems = {
  "finance.allocated-above-outstanding": {
    zh: "{entitlement}尚欠{outstanding}分，不能多记到账",
    en: "{outstanding} fen of {entitlement} are outstanding: no more is allocated to it",
  },
  "finance.allocated-above-receipt": {
    zh: "该笔到账还有{free}分可分配，不足{asked}分",
    en: "{free} fen of the receipt are free, {asked} are asked for",
  },
  "finance.allocated-already": {
    zh: "该笔到账已分配给{entitlement}",
    en: "{entitlement} holds a part of this receipt already",
  },
  "finance.allocated-to-other-payer": {
    zh: "{entitlement}的付款方不是该笔到账的付款方",
    en: "Another payer owes {entitlement}",
  },
  "finance.allocated-to-unknown": { zh: "没有应得事项{entitlement}", en: "There is no entitlement {entitlement}" },
  "finance.allocated-twice": {
    zh: "同一次分配中{entitlement}出现两次",
    en: "One allocation names {entitlement} twice",
  },
  "finance.allocation-not-positive": {
    zh: "分配给{entitlement}的金额须大于零",
    en: "What {entitlement} gets is above zero",
  },
  "finance.fixed-already": { zh: "金额已由{document}核定", en: "{document} fixed the amount already" },
  "finance.fixed-outside-range": {
    zh: "{document}核定的金额超出{entitlement}的区间",
    en: "The amount of {document} lies outside of what {entitlement} ranges over",
  },
  "finance.fixing-not-needed": {
    zh: "{entitlement}的金额已按公式确定",
    en: "A formula gives the amount of {entitlement}",
  },
  "finance.receipt-before-promise": {
    zh: "该笔到账早于{entitlement}的承诺日期",
    en: "The receipt is older than the promise of {entitlement}",
  },
} satisfies ProblemTexts<EntitlementRefusal>;

import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that the register of assets refuses with; each has its text in `problems.ts`. */
export type AssetRefusal =
  | "finance.asset-day-in-future"
  | "finance.asset-not-in-this-state"
  | "finance.asset-without-lease"
  | "finance.below-valuation"
  | "finance.claim-above-value"
  | "finance.claim-paid-from-it"
  | "finance.claim-stands"
  | "finance.claim-unpaid"
  | "finance.income-not-here"
  | "finance.lease-inverted"
  | "finance.proceeds-above-price"
  | "finance.tenant-unknown"
  | "finance.valuation-missing";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<AssetRefusal>();

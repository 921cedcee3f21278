import { refusals } from "../../../../shared/decider/index.ts";

/** Codes that a scheme or a settlement is refused with; each has its text in `problems.ts`. */
export type SchemeRefusal =
  | "finance.advance-on-nothing"
  | "finance.base-year-missing"
  | "finance.entry-twice"
  | "finance.fact-twice"
  | "finance.given-not-asked"
  | "finance.given-outside-range"
  | "finance.no-scheme-in-force"
  | "finance.scheme-average-not-measured"
  | "finance.scheme-base-other-scope"
  | "finance.scheme-class-not-income"
  | "finance.scheme-condition-unknown"
  | "finance.scheme-growth-begins-late"
  | "finance.scheme-holds-debt"
  | "finance.scheme-holds-fines"
  | "finance.scheme-holds-transfers"
  | "finance.scheme-land-in-tax-base"
  | "finance.scheme-land-not-named"
  | "finance.scheme-line-twice"
  | "finance.scheme-line-unknown"
  | "finance.scheme-part-month"
  | "finance.scheme-pays-set-aside"
  | "finance.scheme-pays-twice"
  | "finance.scheme-range-reversed"
  | "finance.scheme-rate-missing"
  | "finance.scheme-returns-fees"
  | "finance.scheme-runs-backwards"
  | "finance.scheme-tiers-gap"
  | "finance.scheme-tiers-overlap"
  | "finance.scheme-unit-unknown"
  | "finance.schemes-above-whole"
  | "finance.schemes-overlap"
  | "finance.settlement-too-large";

/** The refusals of this part, by their codes. */
export const { badInput, notNow, refuse } = refusals<SchemeRefusal>();

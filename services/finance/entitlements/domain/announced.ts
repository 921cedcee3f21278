import type { Rejection } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { badInput, notNow, refuse } from "./refusals.ts";

/** Transfers that are announced ahead, with the share of this year's figure that they reach as a rule, in per cent (F-34). */
const shareOf = { general: 90, special: 70 } as const;
export type AnnouncedKind = keyof typeof shareOf;
export const announcedKinds = ["general", "special"] as const satisfies readonly AnnouncedKind[];

/** F-34: what the county announces of next year's transfers (提前下达). */
export interface AnnouncedTransfer {
  readonly kind: "announced";
  readonly transfer: AnnouncedKind;
  /** The year whose budget takes it in. */
  readonly year: number;
  readonly amount: Fen;
  /** What this year is expected to come to. */
  readonly thisYear: Fen;
  readonly notifiedBy: string;
}

/** F-34 (预算法实施条例48): what the announcement reaches as a rule, and whether it stays below. A rule and no duty: it is shown. */
export function ruleOfShare({ transfer, amount, thisYear }: AnnouncedTransfer): {
  readonly atLeastFen: number;
  readonly isBelowRule: boolean;
} {
  const least = (BigInt(thisYear) * BigInt(shareOf[transfer]) + 99n) / 100n;
  return { atLeastFen: Number(least), isBelowRule: BigInt(amount) < least };
}

/** How the budget of the announced year stands; undefined: nobody began it. */
export type BudgetStanding = "open" | "approved" | undefined;

/**
 * F-34 (预算法38): announced by the finance office (F-41), before its year begins, and put into the budget of that year before the congress
 * approves it.
 */
export function announcedRefusal(
  { year, notifiedBy }: AnnouncedTransfer,
  paper: string | undefined,
  budget: BudgetStanding,
  { finance }: Pick<TownProfile, "finance">,
): Rejection | undefined {
  if (notifiedBy !== finance.entitlements.notifier)
    return refuse("finance.transfer-notice-of-other", { article: "预算法实施条例 59" }, "/basis/notifiedBy");
  if (paper !== undefined && Number(paper.slice(0, 4)) !== year - 1)
    return badInput("finance.announced-ahead", { year, article: "预算法38、预算法实施条例48" }, "/document/on");
  return budget === "open" ? undefined : notNow("finance.announced-for-budget-not-open", { year, article: "预算法38" });
}

import type { Temporal } from "temporal-polyfill";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, fen, larger, smaller, subtract } from "../../../../shared/money/index.ts";
import { refuse } from "./refusals.ts";

const percentOf = (part: Fen): bigint => BigInt(part) * 100n;

/** F-5 (预算法40): the reserve is one to three per cent of general expenditure, both included. */
export const reserveRefusal = (reserve: Fen, expenditure: Fen): Rejection | undefined =>
  percentOf(reserve) < BigInt(expenditure) || percentOf(reserve) > 3n * BigInt(expenditure)
    ? refuse("finance.reserve-out-of-bounds", { expenditure, article: "预算法40" })
    : undefined;

/** F-45 (预算法实施条例49): the turnover fund is at most one per cent of general expenditure. */
export const turnoverRefusal = (fund: Fen, expenditure: Fen): Rejection | undefined =>
  percentOf(fund) > BigInt(expenditure)
    ? refuse("finance.turnover-fund-too-large", { expenditure, article: "预算法实施条例49" })
    : undefined;

/** F-4 (预算法35): a town borrows nothing and guarantees nothing, under any name and for any purpose. */
export const borrowingRefusal = (pointer?: string): Rejection =>
  refuse("finance.no-borrowing", { article: "预算法35、94" }, pointer);

/** F-37 (预算法64、69(2)): a disaster is met from the reserve first; the rest is spent and put into the adjustment plan. */
export function disasterParts(reserveLeft: Fen, need: Fen): { readonly reserve: Fen; readonly adjustment: Fen } {
  const reserve = smaller(larger(reserveLeft, fen(0)), need);
  return { reserve, adjustment: subtract(need, reserve) };
}

/** What may meet a shortfall, in this order (F-44, 预算法实施条例78). Debt is no part of it. */
export const shortfallMeans = ["stabilisation-fund", "other-budget-money", "cuts"] as const;
export type ShortfallMeans = (typeof shortfallMeans)[number];

/** F-44: what each means gives; the rest is temporary help from above, repaid from next year's budget. */
export function shortfallParts(
  shortfall: Fen,
  has: Readonly<Record<ShortfallMeans, Fen>>,
): Readonly<Record<ShortfallMeans | "help-from-above", Fen>> {
  const parts = { "stabilisation-fund": fen(0), "other-budget-money": fen(0), cuts: fen(0) };
  let left = shortfall;
  for (const one of shortfallMeans) {
    parts[one] = smaller(left, larger(has[one], fen(0)));
    left = subtract(left, parts[one]);
  }
  return { ...parts, "help-from-above": left };
}

/** F-6 (预算法42): what is unspent is carried over at the end of its year; at the end of the next one it is surplus. */
export const unspentBecomes = (appropriated: number, endOf: number): "carry-over" | "surplus" =>
  endOf - appropriated < 1 ? "carry-over" : "surplus";

/** What may be spent before the congress approves (F-7, 预算法54). */
export const beforeApprovalKinds = [
  "carry-over",
  "basic",
  "project",
  "transfer-down",
  "legal-obligation",
  "disaster",
] as const;
export type BeforeApprovalKind = (typeof beforeApprovalKinds)[number];
const atLastYearsLevel: readonly string[] = ["basic", "project", "transfer-down"];

/**
 * F-7: before approval only these kinds. Basics, projects and transfers keep to what was spent in the same months of last year, all
 * requests together.
 */
export function beforeApprovalRefusal(
  kind: string,
  { spent, amount, lastYear }: { readonly spent: Fen; readonly amount: Fen; readonly lastYear: Fen },
): Rejection | undefined {
  const article = "预算法54";
  if (!beforeApprovalKinds.some((one) => one === kind)) return refuse("finance.before-approval-kind", { article });
  const left = subtract(lastYear, spent);
  return atLastYearsLevel.includes(kind) && amount > left
    ? refuse("finance.before-approval-level", { left, article })
    : undefined;
}

/** Duties that an approval begins, each with its last day (F-3, F-13, F-39). */
export const approvalDuties = (approvedOn: Temporal.PlainDate) => ({
  publish: approvedOn.add({ days: 20 }),
  replyToDepartments: approvedOn.add({ days: 20 }),
});

/** F-3 (预算法52): departments reply to their units within 15 days of being answered. */
export const unitReplyDueOn = (answeredOn: Temporal.PlainDate): Temporal.PlainDate => answeredOn.add({ days: 15 });

/** F-13, F-39 (预算法实施条例88): approved final accounts go to the county within 30 days. */
export const accountsDueOn = (approvedOn: Temporal.PlainDate): Temporal.PlainDate => approvedOn.add({ days: 30 });

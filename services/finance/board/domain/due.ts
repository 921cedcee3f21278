import { type Fen, fen, larger, smaller, subtract, sum } from "../../../../shared/money/index.ts";
import { type Asset, incomeOf, proceedsOf } from "../../assets/domain/asset.ts";
import { dayOfDuty, replyBy, unansweredOf } from "../../budget/domain/year/duties.ts";
import { earmarkedToReport } from "../../budget/domain/year/earmarked.ts";
import type { BudgetDuty, BudgetYear, SingleDuty } from "../../budget/domain/year/words.ts";
import { paidFor, payableFor, type ServiceContract } from "../../contracts/domain/contract.ts";
import { type Debt, owedOn, repaidOf } from "../../debt/domain/debt.ts";

/** Money that waits, with the day by which it is due where there is one. */
export interface DueMoney {
  readonly amount: Fen;
  readonly dueOn?: string;
}

/** A debt is on the board so many days before it is due. */
export const daysBeforeDebt = 30;

/**
 * F8: what of a debt is repaid next: of a plan what its parts come to by the first day that is not paid yet, else the whole debt on its own day.
 * Undefined once it is cleared.
 */
export function nextRepayment(debt: Debt): (DueMoney & { readonly dueOn: string }) | undefined {
  const owed = owedOn(debt);
  if (owed <= 0) return undefined;
  const { plan } = debt;
  if (plan === undefined) return { amount: owed, dueOn: debt.dueOn };
  const since = subtract(repaidOf(debt), plan.repaidBefore);
  for (const [at, { by }] of plan.parts.entries()) {
    const open = subtract(sum(plan.parts.slice(0, at + 1).map(({ amount }) => amount)), since);
    if (open > 0) return { amount: smaller(open, owed), dueOn: by };
  }
  return { amount: owed, dueOn: debt.dueOn };
}

/** F8: a debt past its day whose plan, if it has one, names no day to come: somebody has to plan it. */
export const hasNoPlanAhead = (debt: Debt, today: string): boolean =>
  owedOn(debt) > 0 && debt.dueOn < today && !(debt.plan?.parts.some(({ by }) => by >= today) ?? false);

/** F12: months of a running contract that are over and that nobody accepted. */
export const monthsToAccept = (
  { status, terms, acceptances }: Pick<ServiceContract, "status" | "terms" | "acceptances">,
  today: string,
): readonly string[] =>
  status === "running"
    ? terms
        .map(({ month }) => month)
        .filter((month) => month < today.slice(0, 7) && !acceptances.some((one) => one.month === month))
        .toSorted()
    : [];

/** F12: what was accepted and is not paid, of all months together. */
export const acceptedUnpaid = (contract: ServiceContract): Fen =>
  sum(
    contract.acceptances.map(({ month }) =>
      larger(fen(0), subtract(payableFor(contract, month), paidFor(contract, month))),
    ),
  );

/** F14: what of the price of a sold asset did not come yet. */
export const proceedsOutstanding = (asset: Asset): Fen =>
  larger(fen(0), subtract(asset.disposal?.price ?? fen(0), incomeOf(asset, "proceeds")));

/** F14: what came for a sold asset and belongs to its first claim, and was not handed on. */
export const firstClaimOutstanding = (asset: Asset): Fen =>
  larger(fen(0), subtract(proceedsOf(asset).claimed, asset.claimPaid));

/** F14: a lease whose last day has passed. */
export const isLeaseOver = ({ status, lease }: Pick<Asset, "status" | "lease">, today: string): boolean =>
  status === "leased" && lease !== undefined && lease.until < today;

/** A duty that an approval begins, with its last day where there is one. */
interface OpenDuty {
  readonly duty: BudgetDuty;
  readonly dueOn?: string;
}
/**
 * F-3, F-12, F-39: what follows from an approval and was not done: published and answered to each office by its day, filed with the county,
 * the final accounts filed by theirs, earmarked transfers reported.
 */
export function budgetDutiesOpen(of: BudgetYear, offices: readonly { readonly id: string }[]): readonly OpenDuty[] {
  if (of.status === "open") return [];
  const once: readonly (OpenDuty & { readonly duty: SingleDuty })[] = [
    { duty: "publish", dueOn: of.publishBy },
    { duty: "file" },
    ...(of.accountsDue === undefined ? [] : [{ duty: "file-accounts" as const, dueOn: of.accountsDue }]),
  ];
  return [
    ...once.filter(({ duty }) => of[dayOfDuty[duty]] === undefined),
    ...(unansweredOf(of, offices).length === 0 ? [] : [{ duty: "reply" as const, dueOn: replyBy(of) }]),
    ...((of.adjustmentsToFile ?? 0) > 0 ? [{ duty: "file-adjustments" as const }] : []),
    ...(earmarkedToReport(of) > 0 ? [{ duty: "report-earmarked" as const }] : []),
  ];
}

import type { Rejection } from "../../../../shared/decider/index.ts";
import { notNow, refuse } from "./refusals.ts";
import { gapsIn } from "./vouchers.ts";

/** A month, `2027-03`, or the settling period (决算清理期) of a year, `2027-settling`. */
export type Period = string;
export const monthOf = (isoDate: string): Period => isoDate.slice(0, 7);
export const settlingOf = (year: number): Period => `${year}-settling`;
const yearOf = (isoDate: string): number => Number(isoDate.slice(0, 4));

export function nextMonth(month: Period): Period {
  const [year, number] = [yearOf(month), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** How far a book is closed. A closed period never opens again, so one month says it all. */
export interface Closed {
  /** The first month of the book. */
  readonly first: Period;
  /** The last month that is closed. */
  readonly through?: Period;
  /** Years whose settling period is closed. */
  readonly settled: readonly number[];
}

/** Where an entry stands; `belongsTo` names the month it is about, where that one is closed. */
export interface PlacedIn {
  readonly period: Period;
  readonly belongsTo?: Period;
}

/** The month that is closed next: months close in order. */
export const firstOpen = ({ first, through }: Closed): Period => (through === undefined ? first : nextMonth(through));

/**
 * The period of an entry. It is the month of its effective date while that one is open. A late entry goes into the first open
 * month and names its own. Once December is closed, the settling period of that year takes settlement and corrections, and
 * nothing else, until its last day (`settlesUntil`, in the profile).
 */
export function placeOf(
  { effectiveOn, isSettlement }: { readonly effectiveOn: string; readonly isSettlement: boolean },
  closed: Closed,
  { today, settlesUntil }: { readonly today: string; readonly settlesUntil: (year: number) => string },
): PlacedIn {
  const month = monthOf(effectiveOn);
  const open = firstOpen(closed);
  if (month >= open) return { period: month };
  const year = yearOf(effectiveOn);
  const isOver = yearOf(open) > year && month >= closed.first;
  const settles = isSettlement && isOver && !closed.settled.includes(year) && today <= settlesUntil(year);
  return { period: settles ? settlingOf(year) : open, belongsTo: month };
}

/** What stands about a month when it is to be closed. */
export interface MonthEnd {
  readonly bank: "reconciled" | "open";
  readonly treasury: "reconciled" | "open";
  /** Voucher numbers of the month by set. */
  readonly vouchers: Readonly<Record<string, readonly number[]>>;
  /** Postings whose voucher is not recorded yet. */
  readonly unrecorded: number;
}

/** F-43, F-47: what keeps a month from being closed; undefined when it may be. */
export function closingRefusal(month: Period, closed: Closed, end: MonthEnd, today: string): Rejection | undefined {
  const open = firstOpen(closed);
  if (month < open) return notNow("finance.month-closed-already", { month });
  if (month > open) return notNow("finance.month-not-next", { month, next: open });
  if (monthOf(today) <= month) return notNow("finance.month-runs", { month });
  const missing = (["bank", "treasury"] as const).filter((one) => end[one] !== "reconciled");
  if (missing.length > 0)
    return refuse("finance.reconciliation-missing", { with: missing, article: "预算法实施条例 67" });
  if (end.unrecorded > 0) return refuse("finance.postings-without-voucher", { count: end.unrecorded });
  for (const [set, numbers] of Object.entries(end.vouchers)) {
    const gaps = gapsIn(numbers);
    if (gaps.length > 0) return refuse("finance.voucher-gap", { set, numbers: gaps, article: "会计法 15" });
  }
  return undefined;
}

/** The book after a month was closed. */
export const withClosed = (closed: Closed, month: Period): Closed => ({ ...closed, through: month });

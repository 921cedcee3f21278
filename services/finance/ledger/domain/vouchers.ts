import type { AccountSet } from "./accounts.ts";
import type { Period } from "./periods.ts";

/** The series of voucher numbers: one for each book, set and period. A number is taken when the voucher is recorded. */
export const voucherSeries = (book: string, set: AccountSet, period: Period): string =>
  `voucher:${book}:${set}:${period}`;

/** F-47: what is missing between 1 and the greatest number, and what stands twice. Numbers are whole and begin with 1. */
export function gapsIn(numbers: readonly number[]): readonly number[] {
  const greatest = Math.max(0, ...numbers);
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Array.from({ length: greatest }, (_, at) => at + 1).filter((one) => counts.get(one) !== 1);
}

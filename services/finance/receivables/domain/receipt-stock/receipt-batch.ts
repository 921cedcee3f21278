/** Numbers of fiscal receipts that the county issued at once: a code (票据代码), and the numbers from the first to the last. */
export interface ReceiptBatch {
  readonly code: string;
  /** Digits, as many in the first number as in the last. */
  readonly first: string;
  readonly last: string;
  readonly document: string;
  readonly on: string;
}
/** How many numbers a batch holds. */
export const sizeOf = ({ first, last }: Pick<ReceiptBatch, "first" | "last">): number =>
  Number(last) - Number(first) + 1;

/** The number that is the n-th of the stock, as it is printed; undefined: the stock is used up. */
export function numberAt(batches: readonly ReceiptBatch[], nth: number): string | undefined {
  let before = 0;
  for (const batch of batches) {
    const size = sizeOf(batch);
    if (nth <= before + size)
      return `${batch.code} ${String(Number(batch.first) + nth - before - 1).padStart(batch.first.length, "0")}`;
    before += size;
  }
  return undefined;
}

import { type Fen, fen, negate } from "./amounts.ts";

/**
 * F-25: splits an amount by weights so that the parts always sum to it: each gets its share rounded down, the fen left over go to the
 * largest remainders, ties by order. A negative amount splits like its opposite.
 * Throws RangeError on weights that are not whole, or negative, or all zero.
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  if (total < 0) return allocate(negate(total), weights).map(negate);
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError(`Weights must be whole and not negative: ${weights}`);
  }
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) throw new RangeError("Nothing to allocate to: no weight above zero");

  const shares = weights.map((weight, at) => {
    const exact = BigInt(total) * BigInt(weight);
    return { at, floor: exact / whole, rest: exact % whole };
  });
  const left = Number(BigInt(total) - shares.reduce((sum, { floor }) => sum + floor, 0n));
  const favoured = new Set(
    shares
      .toSorted(byLargestRest)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return shares.map(({ at, floor }) => fen(favoured.has(at) ? floor + 1n : floor));
}

/** Sorting is stable: ties stay in order. */
const byLargestRest = (a: { rest: bigint }, b: { rest: bigint }): number =>
  Number(b.rest > a.rest) - Number(b.rest < a.rest);

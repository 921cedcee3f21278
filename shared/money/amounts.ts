import type { $brand } from "zod";

/** F-14: money in whole fen (分), within the safe integers; negative for a reversal or a debt. */
export type Fen = number & $brand<"Fen">;

/** A rate in hundredths of a percent: 10000 = 100 %. Whole, not negative. */
export type BasisPoints = number & $brand<"BasisPoints">;

/** How a fraction of a fen is resolved. `half-up` takes a tie away from zero, so that a reversal undoes exactly what it reverses. */
export type Rounding = "half-up" | "half-even" | "floor" | "ceil";

const isFen = (value: number): value is Fen => Number.isSafeInteger(value);
const isBasisPoints = (value: number): value is BasisPoints => Number.isSafeInteger(value) && value >= 0;

/** Whole fen. Throws RangeError on a fraction or beyond the safe integers. */
export function fen(value: number | bigint): Fen {
  const amount = Number(value) + 0;
  if (!isFen(amount)) throw new RangeError(`Not a whole number of fen: ${value}`);
  return amount;
}

/** Throws RangeError on a fraction or a negative rate. */
export function basisPoints(value: number): BasisPoints {
  if (!isBasisPoints(value)) throw new RangeError(`Not a rate in basis points: ${value}`);
  return value;
}

/** Throws RangeError when the sum leaves the safe integers. No amounts sum to 0. */
export const sum = (amounts: Iterable<Fen>): Fen => {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return fen(total);
};

export const add = (...amounts: readonly Fen[]): Fen => sum(amounts);
export const subtract = (from: Fen, amount: Fen): Fen => fen(from - amount);
export const negate = (amount: Fen): Fen => fen(-amount);
export const smaller = (a: Fen, b: Fen): Fen => (a < b ? a : b);
export const larger = (a: Fen, b: Fen): Fen => (a > b ? a : b);

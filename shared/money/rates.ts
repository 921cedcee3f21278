import { type BasisPoints, type Fen, fen, type Rounding } from "./amounts.ts";

/** A part of an amount, exact to the last step. Throws RangeError beyond the safe integers. */
export const timesRate = (amount: Fen, rate: BasisPoints, rounding: Rounding): Fen =>
  fen(divideRounded(BigInt(amount) * BigInt(rate), 10_000n, rounding));

/** F-21 (核定基数): the mean of settled years; the agreement says how it rounds. Throws RangeError without amounts. */
export function average(amounts: readonly Fen[], rounding: Rounding): Fen {
  if (amounts.length === 0) throw new RangeError("No amounts to average");
  const total = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
  return fen(divideRounded(total, BigInt(amounts.length), rounding));
}

/** The whole quotient, exact until it is rounded once. Takes a divisor above zero. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const rest = ((dividend % divisor) + divisor) % divisor;
  const floor = (dividend - rest) / divisor;
  const upwards = {
    floor: false,
    ceil: rest > 0n,
    "half-up": 2n * rest > divisor || (2n * rest === divisor && dividend > 0n),
    "half-even": 2n * rest > divisor || (2n * rest === divisor && floor % 2n !== 0n),
  };
  return upwards[rounding] ? floor + 1n : floor;
}

import { divideRounded, type Fen, fen } from "../../../../shared/money/index.ts";
import type { BandShare, LineGround, LineInput, Missing, Worked } from "./computed.ts";
import { type Exact, percentText, termText, whole, yuanText } from "./exact.ts";
import type { LineOf } from "./scheme.ts";

interface Combined {
  readonly formula: string;
  readonly exact: Exact;
  readonly bands?: readonly BandShare[];
}

/** Works on the results of earlier lines. While one of them is open, this one is open too. */
export function fromLines(
  ids: readonly string[],
  { earlier }: LineGround,
  combine: (first: bigint, rest: readonly bigint[]) => Combined,
): Worked {
  const lines = ids.flatMap((id) => earlier.get(id) ?? []);
  const inputs = lines.flatMap(({ id, result }): readonly LineInput[] =>
    result === undefined ? [] : [{ from: "line", line: id, amount: result }],
  );
  const missing = lines.flatMap((line): readonly Missing[] => line.missing);
  if (missing.length > 0) return { missing: withoutTwins(missing), inputs };
  const [first = 0n, ...rest] = lines.map(({ result = fen(0) }) => BigInt(result));
  return { ...combine(first, rest), inputs };
}

const withoutTwins = (missing: readonly Missing[]): readonly Missing[] => [
  ...new Map(missing.map((one) => [`${one.what} ${one.line} ${one.of}`, one])).values(),
];

/** Excess (超收) and shortfall (短收) are never negative: what is over the other side stops at zero. */
export const overOf = (amount: bigint, base: bigint): Combined => ({
  formula: `${termText(amount)} - ${termText(base)}${amount < base ? " → 0.00" : ""}`,
  exact: whole(amount > base ? amount - base : 0n),
});

export const sumOf = (first: bigint, rest: readonly bigint[]): Combined => ({
  formula: [first, ...rest].map(termText).join(" + "),
  exact: whole(rest.reduce((total, one) => total + one, first)),
});

export const minusOf = (first: bigint, rest: readonly bigint[]): Combined => ({
  formula: [first, ...rest].map(termText).join(" - "),
  exact: whole(rest.reduce((total, one) => total - one, first)),
});

export const capOf = (amount: bigint, limit: bigint): Combined => ({
  formula: `min(${yuanText(whole(amount))}; ${yuanText(whole(limit))})`,
  exact: whole(amount < limit ? amount : limit),
});

export const rateOf = (amount: bigint, bps: number): Combined => ({
  formula: `${termText(amount)} × ${percentText(bps)}`,
  exact: { dividend: amount * BigInt(bps), divisor: 10_000n },
});

/** F-23: each band is rounded by itself. A negative amount lies in the first band. */
export function tiersOf(amount: bigint, { bands }: LineOf<"tiers">, { scheme }: LineGround): Combined {
  let from = 0n;
  const shares = bands.flatMap(({ upTo, bps }): readonly BandShare[] => {
    const isFirst = from === 0n;
    const top = upTo === null || BigInt(upTo) > amount ? amount : BigInt(upTo);
    const band = top - from;
    from = upTo === null ? from : BigInt(upTo);
    if (band <= 0n && !isFirst) return [];
    return [{ band: fen(band), bps, share: fen(divideRounded(band * BigInt(bps), 10_000n, scheme.rounding)) }];
  });
  const total = shares.reduce((sum, { share }) => sum + BigInt(share), 0n);
  const formula = shares.map(({ band, bps }) => `${termText(BigInt(band))} × ${percentText(bps)}`).join(" + ");
  return { formula, exact: whole(total), bands: shares };
}

/** 保底: what is missing to a minimum, the minimum split by months. Stops at zero. */
export function topUpOf(amount: bigint, to: Fen, months: number): Combined {
  const dividend = BigInt(to) * BigInt(months) - amount * 12n;
  return {
    formula: `${yuanText(whole(to))}${monthsText(months)} - ${termText(amount)}${dividend < 0n ? " → 0.00" : ""}`,
    exact:
      months === 12
        ? whole(dividend > 0n ? dividend / 12n : 0n)
        : { dividend: dividend > 0n ? dividend : 0n, divisor: 12n },
  };
}

/** A scheme of a part of the year counts by months of 12. */
export const monthsText = (months: number): string => (months === 12 ? "" : ` × ${months} ÷ 12`);

/** An exact number of fen. The divisor is above zero. */
export interface Exact {
  readonly dividend: bigint;
  readonly divisor: bigint;
}

/** A whole number of fen. */
export const whole = (amount: bigint | number): Exact => ({ dividend: BigInt(amount), divisor: 1n });

const places = 8;
const scale = 10n ** BigInt(places);

/** Yuan as a person writes them with a pencil: `1,783,962.965`. A number without an end shows eight places and `…`. */
export function yuanText({ dividend, divisor }: Exact): string {
  const total = dividend < 0n ? -dividend : dividend;
  const yuan = divisor * 100n;
  const decimals = ((total % yuan) * scale) / yuan;
  const tail = decimals.toString().padStart(places, "0").replace(/0+$/, "").padEnd(2, "0");
  const thousands = (total / yuan).toString().replace(/\B(?=(?:\d{3})+$)/g, ",");
  const rest = ((total % yuan) * scale) % yuan === 0n ? "" : "…";
  return `${dividend < 0n ? "-" : ""}${thousands}.${tail}${rest}`;
}

/** An amount as a part of a formula: a negative one stands in brackets. */
export const termText = (amount: bigint): string =>
  amount < 0n ? `(${yuanText(whole(amount))})` : yuanText(whole(amount));

/** 3500 → `35%`. */
export const percentText = (bps: number): string => `${bps / 100}%`;

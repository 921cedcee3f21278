import { type Fen, negate } from "../../../../shared/money/index.ts";
import { codesIn } from "../../receivables/domain/payment-code.ts";
import type { FileLine } from "./reading.ts";

/** What a line might pay: claims that are open, and payments that the bank has. */
export interface Candidates {
  readonly claims: readonly { readonly id: string; readonly owed: Fen; readonly code: string }[];
  readonly payments: readonly { readonly id: string; readonly amount: Fen }[];
}
type Line = Pick<FileLine, "amount" | "text">;

/** The only one under each key; two under one key say nothing. */
function onlyOnes<T>(all: readonly T[], keyOf: (one: T) => string | number): ReadonlyMap<string | number, T> {
  const found = new Map<string | number, T | undefined>();
  for (const one of all) found.set(keyOf(one), found.has(keyOf(one)) ? undefined : one);
  return new Map([...found].flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])));
}

/**
 * What lines probably pay; the candidates are looked through once. Money that came in pays the claim whose payment code its text names,
 * or whose id, or the only one of its amount. A line that names the codes of two claims pays neither by itself. Of several with one
 * amount none is proposed: equal amounts say nothing.
 */
export function proposalsFrom({ claims, payments }: Candidates): (line: Line) => string | undefined {
  const byCode = onlyOnes(claims, ({ code }) => code);
  const byOwed = onlyOnes(claims, ({ owed }) => owed);
  const byAmount = onlyOnes(payments, ({ amount }) => amount);
  const claimOf = ({ amount, text = "" }: Line): string | undefined => {
    const named = new Set(codesIn(text).flatMap((code) => byCode.get(code)?.id ?? []));
    if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
    return claims.find(({ id }) => text.includes(id.slice(id.indexOf(":") + 1)))?.id ?? byOwed.get(amount)?.id;
  };
  const paymentOf = ({ amount, text = "" }: Line): string | undefined =>
    payments.find((one) => text.includes(one.id) && one.amount === negate(amount))?.id ??
    byAmount.get(negate(amount))?.id;
  return (line) => {
    const found = line.amount > 0 ? claimOf(line) : paymentOf(line);
    return found === undefined ? undefined : `${line.amount > 0 ? "receivable" : "payment"}:${found}`;
  };
}

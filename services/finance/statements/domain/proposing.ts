import { type Fen, negate } from "../../../../shared/money/index.ts";
import type { FileLine } from "./reading.ts";

/** What a line might pay: claims that are open, and payments that the bank has. */
export interface Candidates {
  readonly claims: readonly { readonly id: string; readonly owed: Fen }[];
  readonly payments: readonly { readonly id: string; readonly amount: Fen }[];
}

/**
 * What a line probably pays: the claim or payment whose id its text names, or the only one of its amount. Of several with one amount
 * none is proposed: equal amounts say nothing.
 */
export function proposalFor(
  { amount, text = "" }: Pick<FileLine, "amount" | "text">,
  { claims, payments }: Candidates,
): string | undefined {
  if (amount > 0) {
    const named = claims.find(({ id }) => text.includes(id.slice(id.indexOf(":") + 1)));
    if (named !== undefined) return `receivable:${named.id}`;
    const [only, ...others] = claims.filter(({ owed }) => owed === amount);
    return only === undefined || others.length > 0 ? undefined : `receivable:${only.id}`;
  }
  const named = payments.find((one) => text.includes(one.id) && one.amount === negate(amount));
  const [only, ...others] = payments.filter((one) => one.amount === negate(amount));
  const found = named ?? (others.length > 0 ? undefined : only);
  return found === undefined ? undefined : `payment:${found.id}`;
}

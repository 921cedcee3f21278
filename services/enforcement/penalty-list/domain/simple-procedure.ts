import type { FinedAs } from "./circumstances.ts";
import type { PenaltyKind } from "./penalty.ts";

/** CF-51 (行政处罚法51): the most that may be fined on the spot, in fen. */
export const simpleLimitFen: Readonly<Record<FinedAs, number>> = { citizen: 20_000, organisation: 300_000 };

/**
 * CF-51: whether the simple procedure may be taken: a warning, or a fine of at most 200 yuan for a citizen and 3,000 yuan for
 * an organisation. A public criticism and a confiscation are not in the article.
 */
export function simpleAllowed({
  party,
  kinds,
  amountFen,
}: {
  readonly party: FinedAs;
  readonly kinds: readonly PenaltyKind[];
  readonly amountFen: number;
}): boolean {
  return (
    kinds.length > 0 &&
    kinds.every((kind) => kind === "警告" || kind === "罚款") &&
    (kinds.includes("罚款") ? amountFen > 0 : amountFen === 0) &&
    amountFen <= simpleLimitFen[party]
  );
}

/**
 * CF-68, CF-69: whether officers may take the money on the spot: in the simple procedure up to 100 yuan, or where later
 * enforcement is hard; in a remote place where the party proposes it, in the ordinary procedure too.
 */
export const onSpotCollection = ({
  amountFen,
  simple,
  hardToEnforceLater,
  remote,
  partyProposes,
}: {
  readonly amountFen: number;
  readonly simple: boolean;
  readonly hardToEnforceLater: boolean;
  readonly remote: boolean;
  readonly partyProposes: boolean;
}): boolean => (simple && (amountFen <= 10_000 || hardToEnforceLater)) || (remote && partyProposes);

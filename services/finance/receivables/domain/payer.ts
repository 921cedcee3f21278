import type { Actor } from "../../../../shared/decider/index.ts";
import { payerKey } from "../../../../shared/parties/index.ts";

/** Who owes a claim: his kind, and the key that his own login leads to. Name and number are kept nowhere here (P-1). */
export interface Payer {
  readonly kind: "citizen" | "organisation";
  readonly key: string;
}
type KeyOf = (name: string) => string;

/** The partition of `byOwner` with the claims of a payer. */
export const claimsOf = (key: string): string => `receivable:payer:${key}`;

/** The key of a verified login; undefined: the identity provider verified nobody. */
export const keyOfLogin = (actor: Pick<Actor, "party"> | undefined, keyOf: KeyOf): string | undefined =>
  actor?.party === undefined ? undefined : payerKey(keyOf, actor.party);

/** Whether this login is that of the payer. */
export const isPayer = (payer: Payer | undefined, actor: Pick<Actor, "party"> | undefined, keyOf: KeyOf): boolean =>
  payer !== undefined && payer.key === keyOfLogin(actor, keyOf);

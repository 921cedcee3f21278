import { erasedMark } from "../identity-codes/index.ts";

/** The key by which a person is known outside of the house (D7): 16 hexadecimal digits. */
type KeyOf = (name: string) => string;

const together = (one: string, other: string): string =>
  (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(16).padStart(one.length, "0").toUpperCase();

/** What finance knows a payer by: a key of his key, so that his own login finds his claims. */
export const payerKey = (keyOf: KeyOf, party: string): string => keyOf(`payer ${party}`);

/** The payer of a claim, as its event tells him. */
interface ToldPayer {
  readonly kind: "citizen" | "organisation";
  readonly masked: string;
}

/**
 * P-1: the payer of a claim as its event tells him: his key under a mask that the town's secret alone takes off. Two claims of one
 * person have nothing in common for others. Nothing is told of a party without a key, and none where nobody is told of a person.
 * @param party kind and key of the party; a sole trader is a person
 */
export function maskedPayer(
  { keyOf, now }: { readonly keyOf?: KeyOf; readonly now: string },
  { kind, key }: { readonly kind: "citizen" | "organisation" | "sole-trader"; readonly key: string },
): { readonly payer?: ToldPayer } {
  if (keyOf === undefined || key === "" || key === erasedMark) return {};
  const nonce = keyOf(`mask ${key} ${now}`);
  const masked = `${nonce}${together(payerKey(keyOf, key), keyOf(`mask ${nonce}`))}`;
  return { payer: { kind: kind === "organisation" ? kind : "citizen", masked } };
}

/** The key of a payer from what an event told: see {@link payerKey}. */
export const unmaskedPayer = (keyOf: KeyOf, masked: string): string =>
  together(masked.slice(16), keyOf(`mask ${masked.slice(0, 16)}`));

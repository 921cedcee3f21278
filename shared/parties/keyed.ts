import type { DocumentKind } from "./documents.ts";

/**
 * A digest that nobody computes without the town's secret: of a purpose and a value, in capital hexadecimal digits. Ids that open
 * something and keys of persons are made by it. A domain gets it as an argument.
 */
export type Keyed = (purpose: string, value: string, length?: number) => string;

/**
 * What a person or body is known by inside a service: on file, in bans, in cases, and as the claim `party` of a token. Never
 * published. The number of another paper than an identity card or a credit code counts with the kind of paper.
 */
export function partyKey(
  keyed: Keyed,
  { idNumber, document = "resident-id" }: { readonly idNumber: string; readonly document?: DocumentKind },
): string {
  const numbered = ["resident-id", "hk-mo-tw-residence-permit"].includes(document);
  return keyed("party", numbered ? idNumber.toUpperCase() : `${document}:${idNumber.toUpperCase()}`);
}

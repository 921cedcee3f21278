import { createHmac } from "node:crypto";
import type { DocumentKind } from "./documents.ts";

/**
 * A digest that nobody computes without the town's secret: of a purpose and a value, in capital hexadecimal digits. Ids that open
 * something and keys of persons are made by it. A domain gets it as an argument.
 */
export type Keyed = (purpose: string, value: string, length?: number) => string;

/** HMAC-SHA256 with the town's secret. Throws RangeError on a secret of less than 32 characters. */
export function keyedWith(secret: string): Keyed {
  if (secret.length < 32) throw new RangeError("The town's secret is too short");
  return (purpose, value, length = 24) =>
    createHmac("sha256", secret).update(`${purpose}|${value}`).digest("hex").slice(0, length).toUpperCase();
}

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

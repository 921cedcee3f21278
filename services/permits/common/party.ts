import { sha256 } from "../../../shared/store/index.ts";

/**
 * The key under which a person or body is known inside this service: what is on file, bans, cases. Never published.
 * A token whose holder the identity provider has verified carries it as the claim `party`: the first 24 hexadecimal
 * digits, in capitals, of the SHA-256 of `party|` and the identity number or credit code in capitals (UTF-8).
 */
export const partyId = (idNumber: string) => sha256(`party|${idNumber.toUpperCase()}`).slice(0, 24).toUpperCase();

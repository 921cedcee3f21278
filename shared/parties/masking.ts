import { maskIdentityNumber, maskName, maskPhone } from "../identity-codes/index.ts";

export type PartyKind = "citizen" | "organisation";

/** A person or a body that comes to the town. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** P-17: the name as it is shown: a person's is hidden but for its first character, a body's is public. */
export const partyName = ({ kind, name }: Pick<Party, "kind" | "name">): string =>
  kind === "organisation" ? name : maskName(name);

/**
 * P-17: the number as it is shown. The kind decides, never the number: 1 citizen number in 31 also passes the check of a credit
 * code, which is public.
 */
export const maskedNumber = ({ kind, idNumber }: Pick<Party, "kind" | "idNumber">): string =>
  kind === "organisation" ? idNumber : maskIdentityNumber(idNumber);

/** P-17: a party as views and lists show it. */
export const maskParty = ({ kind, name, idNumber, phone }: Party) => ({
  kind,
  name: partyName({ kind, name }),
  idNumber: maskedNumber({ kind, idNumber }),
  phone: maskPhone(phone),
});

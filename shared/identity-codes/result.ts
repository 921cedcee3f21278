/** What a parser answers: the parts, or the stable code of the first reason why not. Never an exception. */
export type Parsed<Parts, Reason extends string> = ({ readonly ok: true } & Parts) | Refused<Reason>;

export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

export const refused = <Reason extends string>(reason: Reason): Refused<Reason> => ({ ok: false, reason });

/** As codes are typed and pasted: full-width forms, blanks around and inside, lower case. */
export const tidy = (value: string): string => value.normalize("NFKC").replace(/\s+/gu, "").toUpperCase();

import type { Rejection } from "../../../../../shared/decider/index.ts";
import { type Keyed, partyKey } from "../../../../../shared/parties/index.ts";
import { badInput } from "../refusals.ts";

/** How a member stands to the head of the household (户主). */
export const relations = ["head", "spouse", "child", "parent", "grandchild", "other"] as const;
export type Relation = (typeof relations)[number];

/** A member, known by a keyed claim; his number is not kept. */
export interface Member {
  readonly name: string;
  readonly relation: Relation;
  readonly claim: string;
}

/** The household (户) that an application is made for, as stated. */
export interface Household {
  /** The claim of its household book (户口簿). */
  readonly book: string;
  readonly members: readonly Member[];
  /** The claim of the applicant. */
  readonly applicant: string;
}

/** As somebody states it: the number of the household book, and each member by his identity card. */
export interface Stated {
  readonly book: string;
  readonly members: readonly { readonly name: string; readonly idNumber: string; readonly relation: Relation }[];
}

/** The household by the keyed claims of its book and members; of what: the guide's `onePerHousehold`. */
export function householdFrom(
  { book, members }: Stated,
  of: string,
  applicant: Parameters<typeof partyKey>[1],
  keyed: Keyed,
): Household {
  const claim = (what: string) => keyed(`household-claim:${of}`, what, 32);
  const person = (who: Parameters<typeof partyKey>[1]) => claim(`person:${partyKey(keyed, who)}`);
  const number = book.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
  return {
    book: claim(`book:${number.toUpperCase()}`),
    members: members.map(({ name, idNumber, relation }) => ({
      name,
      relation,
      claim: person({ idNumber }),
    })),
    applicant: person(applicant),
  };
}

/** The claims that a grant makes: the household's book and each of its members, in one order. */
export const claimsOf = ({ book, members }: Household): readonly string[] =>
  [book, ...members.map(({ claim }) => claim)].toSorted();

/** Why this is no household of the applicant: one head, nobody twice, and the applicant is a member. */
export function unlikeAHousehold({ members, applicant }: Household): Rejection | undefined {
  const claims = members.map(({ claim }) => claim);
  if (members.filter(({ relation }) => relation === "head").length !== 1)
    return badInput("permits.household-without-head", {}, "/household/members");
  if (new Set(claims).size < claims.length) return badInput("permits.household-member-twice", {}, "/household/members");
  return claims.includes(applicant) ? undefined : badInput("permits.applicant-not-in-household", {}, "/household");
}

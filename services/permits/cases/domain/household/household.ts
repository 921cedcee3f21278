import { present, type Rejection } from "../../../../../shared/decider/index.ts";
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
  /** His spouse, where the spouse is registered in another household book. */
  readonly spouse?: { readonly name: string; readonly claim: string };
  /** He states that he has no spouse. */
  readonly single?: true;
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
  readonly members: readonly {
    readonly name: string;
    readonly idNumber: string;
    readonly relation: Relation;
    readonly spouse?: { readonly name: string; readonly idNumber: string } | undefined;
    readonly single?: true | undefined;
  }[];
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
    members: members.map(({ name, idNumber, relation, spouse, single }) => ({
      name,
      relation,
      claim: person({ idNumber }),
      ...present({ spouse: spouse && { name: spouse.name, claim: person({ idNumber: spouse.idNumber }) }, single }),
    })),
    applicant: person(applicant),
  };
}

/** Everybody a grant is for: the members, and a spouse who stands in another book. */
export const peopleOf = ({ members }: Household): readonly string[] => [
  ...new Set(members.flatMap(({ claim, spouse }) => (spouse === undefined ? [claim] : [claim, spouse.claim]))),
];

/** The claims that a grant makes: the household's book and each of its people, in one order. */
export const claimsOf = (household: Household): readonly string[] =>
  [household.book, ...peopleOf(household)].toSorted();

/** Why this is no household of the applicant: one head, nobody twice, and the applicant is a member. */
export function unlikeAHousehold({ members, applicant }: Household): Rejection | undefined {
  const claims = members.map(({ claim }) => claim);
  if (members.filter(({ relation }) => relation === "head").length !== 1)
    return badInput("permits.household-without-head", {}, "/household/members");
  if (new Set(claims).size < claims.length) return badInput("permits.household-member-twice", {}, "/household/members");
  if (!claims.includes(applicant)) return badInput("permits.applicant-not-in-household", {}, "/household");
  const at = members.findIndex((member) => contradictsItself(member, members));
  return at < 0 ? undefined : badInput("permits.spouses-contradict", {}, `/household/members/${at}`);
}

/** Nobody has two spouses, none and one, or himself. The member with the relation `spouse` is the head's. */
function contradictsItself({ relation, claim, spouse, single }: Member, members: readonly Member[]): boolean {
  const spouses = members.filter((one) => one.relation === "spouse");
  const inBook = relation === "head" ? spouses : [];
  const head = relation === "spouse" ? members.find((one) => one.relation === "head") : inBook[0];
  if (spouses.length > 1 && relation === "spouse") return true;
  if (single === true) return spouse !== undefined || head !== undefined;
  return spouse !== undefined && (spouse.claim === claim || (head !== undefined && head.claim !== spouse.claim));
}

/**
 * 一户一宅 holds for spouses in two household books too: of the head and of the applicant it is stated who their spouse is, or
 * that they have none. Answers the place of the member of whom it is not.
 */
export function spouseNotStated({ members, applicant }: Household): number | undefined {
  const hasSpouse = members.some(({ relation }) => relation === "spouse");
  const isStated = ({ relation, spouse, single }: Member) =>
    spouse !== undefined || single === true || relation === "spouse" || (relation === "head" && hasSpouse);
  const at = members.findIndex(
    (member) => (member.relation === "head" || member.claim === applicant) && !isStated(member),
  );
  return at < 0 ? undefined : at;
}

import type { Actor } from "../../../../shared/decider/index.ts";

export const againstKinds = ["matter", "unit", "person"] as const;
/** Against what or whom something is said. A person is named as the one who appeals knows him. */
export type Against =
  | { readonly kind: "matter" }
  | { readonly kind: "unit"; readonly office: string }
  | { readonly kind: "person"; readonly name: string; readonly office?: string };

/** Somebody who works for the town. */
export interface Official {
  readonly sub: string;
  readonly office: string;
}

/** Who appeals: by his own login, or as staff wrote him down. */
export interface Appellant {
  readonly owner?: string;
  /** Handed over: the digest by which his own login opens it. It says nothing of him. */
  readonly holder?: string;
  readonly name?: string;
  readonly phone?: string;
}

/** So much of an appeal or a petition as says who may know of it. */
export interface Concern {
  readonly against: Against;
  /** The person meant, as the supervisor found. */
  readonly target?: Official;
  readonly person: Appellant;
}

const plain = (name: string): string => name.replace(/\s/g, "");

/** Whether it is said against this person: as found, by the name that was written, or against the whole unit. */
export function isAgainst(
  { against, target }: Pick<Concern, "against" | "target">,
  { sub, name, office }: Pick<Actor, "sub" | "name" | "office">,
): boolean {
  if (target?.sub === sub) return true;
  if (against.kind === "unit") return office === against.office;
  return against.kind === "person" && plain(name) !== "" && plain(name) === plain(against.name);
}

/** Whether it is said against this office, or against somebody of it. */
export const isAgainstOffice = ({ against, target }: Pick<Concern, "against" | "target">, office: string): boolean =>
  target?.office === office || (against.kind !== "matter" && against.office === office);

/** Two digits of a list and a digest of 24; what was handed over before the lists has no digits. */
const listDigits = 2;
const withList = 26;

/** The list in which what was handed over stands for who complained; undefined: it was handed over before there were any. */
export const listOfHolder = (holder: string | undefined): string | undefined =>
  holder?.length === withList ? holder.slice(0, listDigits) : undefined;

const opens = (held: string | undefined, offered: string | undefined): boolean =>
  held !== undefined && offered !== undefined && (held === offered || held === offered.slice(listDigits));

/** Who appealed, by his own login: he wrote it down, or his login opens what was handed over. */
export const isAppellant = (
  { person }: Pick<Concern, "person">,
  { sub }: Pick<Actor, "sub">,
  holder?: string,
): boolean => (person.owner !== undefined && person.owner === sub) || opens(person.holder, holder);

import type { DutyPost } from "../../../../../shared/town/duties.ts";
import type { TownProfile } from "../../../../../shared/town/profile.ts";
import type { DutyKind } from "./assignment.ts";

type Town = Pick<TownProfile, "duties" | "heads">;

const holds = ({ a, b }: DutyPost, person: string) => a === person || b === person;

export const postsOf = (person: string, { duties }: Town): readonly DutyPost[] =>
  duties.posts.filter((post) => holds(post, person));

/** The offices in which a person has a post. */
export const officesOf = (person: string, town: Town): string[] => [
  ...new Set(postsOf(person, town).map(({ office }) => office)),
];

/** Everybody with whom a person shares a post (AB岗). */
export const partnersOf = (person: string, town: Town): string[] =>
  [...new Set(postsOf(person, town).flatMap(({ a, b }) => [a, b]))].filter((one) => one !== person);

/** The post that takes an item of a domain; its office where the duty belongs to one. */
export const postFor = ({ duties }: Town, duty: DutyKind, domain: string, office?: string): DutyPost | undefined =>
  duties.posts.find(
    (post) => post.duty === duty && post.domains.includes(domain) && (office === undefined || post.office === office),
  );

/** The post of this duty that a person holds, if any. */
export const postHeldBy = (person: string, duty: DutyKind, town: Town): DutyPost | undefined =>
  postsOf(person, town).find((post) => post.duty === duty);

/** Who acts for an owner who is away, first choice first: the others of his post, his office's head, the town's. */
export function standInsFor(
  held: { owner: string; post?: string | undefined; office: string },
  { duties, heads }: Town,
): string[] {
  const post = duties.posts.find(({ id }) => id === held.post);
  const organ = heads.filter(({ of, office }) => of === "organ" && office === held.office);
  const government = heads.filter(({ of }) => of === "government");
  const people = [...(post === undefined ? [] : [post.a, post.b]), ...[...organ, ...government].map(({ sub }) => sub)];
  return [...new Set(people)].filter((one) => one !== held.owner);
}

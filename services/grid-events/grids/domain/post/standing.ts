import { Temporal } from "temporal-polyfill";
import type { Absence, GridPost, PostKind, PostTerm } from "./words.ts";

/** The day before an ISO date. */
export const dayBefore = (on: string): string => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();

/** Whether a day lies in a period without end, or up to its last day. */
const covers = ({ from, until }: Pick<PostTerm, "from" | "until">, on: string): boolean =>
  from <= on && (until === undefined || on <= until);

/** Who holds a post on a day; undefined: nobody. */
export const termOn = (post: GridPost | undefined, on: string): PostTerm | undefined =>
  post?.terms.find((term) => covers(term, on));

/** The absence of a worker that covers a day. */
export const absenceOn = (post: GridPost | undefined, sub: string, on: string): Absence | undefined =>
  post?.absences.find((one) => one.sub === sub && covers(one, on));

/** The worker who is there for a grid on a day, and by which post. */
export interface Standing {
  readonly sub: string;
  readonly as: PostKind;
}

/**
 * Who looks after a grid on a day: the A post; while it is vacant or away, the B post. Nobody: its matters go to the dispatcher.
 */
export function standingOn(
  on: string,
  posts: { readonly a: GridPost | undefined; readonly b: GridPost | undefined },
): Standing | undefined {
  for (const as of ["a", "b"] as const) {
    const sub = termOn(posts[as], on)?.sub;
    if (sub !== undefined && absenceOn(posts[as], sub, on) === undefined) return { sub, as };
  }
  return undefined;
}

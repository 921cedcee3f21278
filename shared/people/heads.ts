import type { Temporal } from "temporal-polyfill";
import type { Head } from "../town/organisation.ts";

/**
 * XK-42-1: the organ's head for a case, on a day. That is the person who leads the government and with it the organ, or the
 * head of the deciding office whom he has empowered in writing, as the profile states with its document.
 */
export function isHeadFor(
  office: string,
  sub: string,
  approver: "organ" | "government",
  { heads, today }: { readonly heads: readonly Head[]; readonly today: Temporal.PlainDate },
): boolean {
  const posts = heads.filter((head) => head.sub === sub);
  const leadsTheTown = posts.some(({ of }) => of === "government");
  return posts.some(
    (post) => post.of === approver && (leadsTheTown || (post.office === office && isEmpowered(post, heads, today))),
  );
}

/** By the head of the government, in a document of no later day, and not beyond its last. */
function isEmpowered({ empowered }: Head, heads: readonly Head[], today: Temporal.PlainDate): boolean {
  if (empowered === undefined) return false;
  const on = today.toString();
  const { by, date, until } = empowered;
  return (
    heads.some(({ sub, of }) => of === "government" && sub === by) && date <= on && (until === undefined || on <= until)
  );
}
